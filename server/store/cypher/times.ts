import { kind, known, of, type Type, temporal } from "./kinds.ts";
import { type Signature, simple, textForm } from "./signature.ts";

const { integer, text, map, date, datetime, duration } = kind;

const day =
  "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))";
const leap = "(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";
const realDay = `(?:\\d{4}-${day}|${leap})`;
const clock = "(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,3})?)?";
const wholeDate = new RegExp(`^${realDay}$`);
const wholeDateTime = new RegExp(`^${realDay}(?:T${clock}(?:Z|[+-](?:0\\d|1[0-7]):[0-5]\\d)?)?$`);
/** Neo4j's durations overflow beyond, the engine's do not. */
const wholeDuration = /^P(\d{1,6}[YMWD])*(T(\d{1,9}[HMS])+)?$/;

/** Functions of time. The engine answers null to days that do not exist and leaves out what it does not know of a map; Neo4j says so. */
export const temporalFunctions: Record<string, Signature> = {
  date: {
    ...simple([text | date | datetime | map], date),
    inputs: [0, 1],
    refuse: (inputs, facts) =>
      mapInput(inputs, ["year", "month", "day"], "date({year: 2020, month: 2, day: 29})") ??
      unreal(inputs) ??
      textForm(
        wholeDate,
        "of text needs whole dates (YYYY-MM-DD) in the built-in store: compare the texts themselves, their order is that of the dates",
      )?.(inputs, facts),
  },
  datetime: {
    ...simple([text | datetime | map], ([input]) => of(datetime, { value: input?.value })),
    inputs: [0, 1],
    refuse: (inputs, facts) =>
      (isInstant(inputs[0])
        ? undefined
        : mapInput(
            inputs,
            ["year", "month", "day", "hour", "minute", "second"],
            "datetime({year: 2020, month: 2, day: 29, hour: 9}) or datetime({epochMillis: 0})",
          )) ??
      textForm(
        wholeDateTime,
        "of text needs YYYY-MM-DDThh:mm:ssZ in the built-in store: compare the texts themselves",
      )?.(inputs, facts),
  },
  duration: simple([text | map], ([input]) => of(duration, { wholeDays: isWholeDays(input) }), {
    refuse: ([type]) =>
      wholeDuration.test(String(type?.value ?? "")) || isWholeDuration(type)
        ? undefined
        : "needs whole numbers, written out or a parameter, such as duration('P1Y2M') or duration({days: 1})",
  }),
};

/** The parts of dates and date-times that both stores tell alike, and of which kinds. */
export const temporalFields = new Map<string, number>([
  ...["year", "month", "day", "quarter", "week", "dayOfWeek", "ordinalDay"].map((key) => [key, temporal] as const),
  ...["hour", "minute", "second", "epochMillis"].map((key) => [key, datetime] as const),
]);

const days = ["years", "months", "weeks", "days"];
const largest: Record<string, number> = { year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59 };

/** The numbers of a map whose keys and values are written out or passed, and whole. */
function numbers(type: Type | undefined): Map<string, number> | undefined {
  const fields = [...(type?.fields ?? [])];
  const isWhole = fields.every(([, { value, kinds }]) => kinds === integer && Number(value) >= 0);
  return fields.length > 0 && isWhole ? new Map(fields.map(([key, { value }]) => [key, Number(value)])) : undefined;
}

function isWholeDuration(type: Type | undefined): boolean {
  const found = [...(numbers(type) ?? [])];
  const isKnown = ([key, value]: [string, number]) =>
    [...days, "hours", "minutes", "seconds"].includes(key) && value < 1e6;
  return found.length > 0 && found.every(isKnown);
}

function isWholeDays(type: Type | undefined): boolean {
  if (type?.fields) return [...type.fields.keys()].every((key) => days.includes(key));
  return !String(type?.value ?? "T").includes("T");
}

/** A moment counted from 1970 on, within the years that both write with four digits. */
function isInstant(type: Type | undefined): boolean {
  const [[key, value] = ["", 0], more] = [...(numbers(type) ?? [])];
  const most = { epochMillis: 253_402_300_799_999, epochSeconds: 253_402_300_799 }[key];
  return more === undefined && most !== undefined && value <= most;
}

/** A map of time holds the larger parts of what it holds, and no other; the day exists. */
function mapInput([type]: Type[], keys: string[], example: string): string | undefined {
  if (!type || !(known(type) & map)) return undefined;
  const found = numbers(type);
  const isUnbroken = found && [...found.keys()].every((key) => keys.slice(0, found.size).includes(key));
  const isSmall = isUnbroken && [...found].every(([key, value]) => value <= (largest[key] ?? 0));
  const [year = 0, month = 1, date = 1] = keys.map((key) => found?.get(key));
  if (isSmall && year > 0 && wholeDate.test([pad(year, 4), pad(month, 2), pad(date, 2)].join("-"))) return undefined;
  return `of a map needs whole numbers of a day that exists, written out: ${example}`;
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}

function unreal([type]: Type[]): string | undefined {
  const given = type?.value;
  if (typeof given !== "string" || !/^\d{4}-\d\d-\d\d$/.test(given) || wholeDate.test(given)) return undefined;
  return `takes days that exist: ${given} does not`;
}
