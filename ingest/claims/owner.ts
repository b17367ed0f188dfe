import type { Building } from "./building.ts";
import { allyAhead, caseBehind, namesAlliance } from "./conjoined.ts";
import type { Grammar } from "./grammar.ts";
import { isArmed, isFirm, isGroup, isHyphen, isMade, isPerson, isQuote, isTransfer, isVerb, isVisit } from "./heads.ts";
import { isDecidedOn, isFiller, isOrgan, isParted, isTitle, passedOver, setsOut, stops } from "./nouns.ts";
import { type Before, former, longerName, person, unknownPerson } from "./person.ts";
import type { Noun, Phrase } from "./phrase.ts";
import { reach } from "./postpositional.ts";
import { goesOn, requestAhead } from "./requestAhead.ts";
import { caseMarker, is, type Mention, type Scan } from "./scan.ts";

/** What a title tells of the name behind it. */
interface TitleBefore {
  former: boolean;
  classes: readonly string[];
}

const before = ({ former, classes }: TitleBefore, { entity }: Mention): Before => ({
  country: entity,
  former,
  private: classes.includes("private"),
});

/** Follows what a phrase owns up to the end of the noun phrase; an organ or a person at its head takes over the case. */
export function owner(phrase: Phrase, mention: Mention, from: number, building: Building): Phrase {
  const { scan, grammar } = building;
  phrase.case = "gen";
  phrase.ownsFrom = from;
  let head: Noun | undefined;
  let title: (TitleBefore & { from: number; to: number; lead: boolean }) | undefined;
  let plain = 0;
  let shared: { case: string; to: number } | undefined;
  let k = from;
  const limit = Math.min(scan.tokens.length, from + reach);
  while (k < limit) {
    if (!grammar.lateSubject && namesAlliance(scan, k)) k = scan.mentions[k]!.to;
    const next = scan.mentions[k];
    if (next) {
      // "the US president [at that meeting] praised Oman's prince": what stands between ends the noun phrase.
      if (title && head && isPerson(next) && isParted(scan, title.to, next.from))
        return organ(phrase, { ...head, case: "nom" }, title.to, mention, building);
      if (title && isPerson(next))
        return person(
          phrase,
          mention,
          next.from > title.to ? next : longerName(next, before(title, mention), building),
          title,
          building,
        );
      // "[Libya]'s commander Haftar": whose officer a person is does nothing here.
      if (!grammar.lateSubject && head && isOrgan(head) && head.to === k && isPerson(next))
        return { ...phrase, case: "origin" };
      break;
    }
    const marker = caseMarker(scan, k);
    if (marker) {
      if (title && head && isTitle(head)) {
        // "Country's minister [case]": the office acts for the country.
        return organ(phrase, { ...head, case: marker.case }, marker.to, mention, building);
      }
      const noun: Noun = head ?? { classes: [], from: k - 1, to: k, case: "" };
      const firm = head !== undefined && isFirm(head, mention) && (marker.case === "erg" || grammar.lateSubject);
      if (plain > 0 && head && head.to < k) noun.classes = [];
      noun.to = k;
      noun.case = marker.case;
      if (head && firm) phrase.firm = true;
      const request = !grammar.lateSubject && marker.case !== "gen" && requestAhead(scan, marker.to, grammar);
      if (
        head &&
        !(request && is(scan, from - 1, "gen.direct")) &&
        (isOrgan(head) || firm || isGroup(head, mention) || isArmed(head, marker.case)) &&
        (head.to === k || (firm && !grammar.lateSubject))
      )
        return organ(phrase, noun, marker.to, mention, building);
      // "under [American] pressure": the postposition is itself the noun that the people's name describes.
      if (k === from && grammar.lateSubject && phrase.adjectival && marker.case !== "gen")
        return { ...phrase, case: marker.case, to: marker.to, adjectival: false };
      if (k === from) break;
      phrase.owned.push(noun);
      phrase.to = marker.to;
      if (marker.case !== "gen" && !request && !(marker.case === "loc" && goesOn(scan, marker.to, grammar)))
        return phrase;
      head = undefined;
      title = undefined;
      plain = 0;
      k = marker.to;
      continue;
    }
    const mark = scan.marks[k];
    if (title && head && isTitle(head) && (is(scan, k, "time") || (plain > 0 && mark && isVisit(mark.classes)))) {
      // "France's minister on a two-day visit": the noun phrase ended with the title.
      return organ(phrase, { ...head, case: "nom" }, head.to, mention, building);
    }
    // "Chad's government [that] request rejected": what is pointed at or counted is another noun phrase.
    if (grammar.lateSubject && head && (isOrgan(head) || isTitle(head)) && head.to === k && setsOut(scan, k))
      return organ(phrase, { ...head, case: "nom" }, k, mention, building);
    const own = mark?.classes.some((cls) => passedOver.has(cls));
    if (mark && own && caseMarker(scan, k - 1)?.case === "gen") {
      k = mark.to;
      continue;
    }
    const verbalNoun =
      mark !== undefined &&
      isVerb(mark.classes) &&
      (grammar.hasForm(scan.tokens[mark.to - 1]!.lower, "infinitive") ||
        // "of money [loan giving]'s demand": the noun of a verb of two words.
        (!grammar.lateSubject &&
          is(scan, mark.to, "light") &&
          grammar.hasForm(scan.tokens[mark.to]!.lower, "infinitive")) ||
        (mark.classes.includes("participle") && scan.tokens[mark.to]?.word === true));
    // "its [tax] to raise demand": a light verb right before an infinitive is a noun.
    // "Chinese [financing]-gen offer": a noun of supplying that carries a case goes on with the noun phrase.
    const ofAct =
      grammar.lateSubject &&
      mark?.classes.includes("v.supply") === true &&
      mark.ending !== "" &&
      grammar.caseOf(mark.ending) === "gen";
    const thing = mark?.classes.includes("bound") && grammar.hasForm(scan.tokens[mark.to]?.lower ?? "", "infinitive");
    if (k === from && mark?.classes.includes("nobody") && !mark.classes.includes("member")) {
      // "none of [Chad and Mali] agreed": they are the subject of the denial.
      phrase.case = "nom";
      phrase.adjectival = false;
      phrase.to = mark.to;
      return phrase;
    }
    if (grammar.lateSubject && k === from && mark && scan.marks[mark.to] && isMade(scan, mark.from, mark.to)) {
      // "Vietnam's [made] request": the participle only says whose it is.
      k = mark.to;
      continue;
    }
    if (mark && !verbalNoun && !ofAct && !(thing && !grammar.lateSubject) && stops(mark.classes)) {
      const joins = !grammar.lateSubject || !head || !(isOrgan(head) || isTitle(head));
      if (mark.classes.includes("and") && (head || plain > 0) && joins && allyAhead(scan, mark.to)) {
        // "[Turkey]'s brother and ally": both nouns have one owner.
        phrase.owned.push({ ...(head ?? { classes: [], from, to: k }), case: "nom" });
        head = undefined;
        k = mark.to;
        continue;
      }
      if (mark.classes.includes("and") && !grammar.lateSubject) shared = caseBehind(scan, mark.to);
      break;
    }
    // "[soldiers] took hold of": an idiom that ends in a finite verb is no noun.
    if (
      head &&
      isOrgan(head) &&
      mark &&
      mark.to - mark.from > 1 &&
      grammar.hasForm(scan.tokens[mark.to - 1]!.lower, "finite")
    )
      break;
    if (mark && verbalNoun && k === from && mark.classes.includes("participle") && isTransfer(mark.classes)) {
      // "Denmark's [given] jets": who owns the participle has done it.
      phrase.owned.push({ classes: mark.classes, from: mark.from, to: mark.to, case: "nom" });
      phrase.to = mark.to;
      k = mark.to;
      continue;
    }
    if (!scan.tokens[k]!.word && !isQuote(scan.tokens[k]!.text) && !isHyphen(scan, k)) break;
    if (mark && !verbalNoun && !isFiller(mark.classes)) {
      const noun: Noun = {
        classes: mark.classes,
        from: mark.from,
        to: mark.to,
        case: mark.ending === "" ? "" : grammar.caseOf(mark.ending),
      };
      k = mark.to;
      plain = 0;
      if (isTitle(noun)) {
        title = {
          from: mark.from,
          to: mark.to,
          lead: mark.classes.includes("title.lead"),
          former: former(scan, from, mark.from),
          classes: mark.classes,
        };
        const named = noun.case === "" ? unknownPerson(k, before(title, mention), building) : undefined;
        head = noun;
        if (named && !scan.mentions[k]) {
          building.taken.add(named);
          return person(phrase, mention, named, title, building);
        }
        if (noun.case !== "" && noun.case !== "nom") return organ(phrase, noun, k, mention, building);
        continue;
      }
      if (grammar.lateSubject && head && isOrgan(head) && !isOrgan(noun) && !["", "nom", "gen"].includes(noun.case))
        return organ(phrase, { ...head, case: "nom" }, head.to, mention, building);
      if (head && !isTitle(head) && !isOrgan(head) && head.to <= noun.from) {
        // A bare noun before another: "the demand [in strong words]".
        phrase.owned.push({ ...head, case: "nom" });
      }
      // A definite or emphatic ending closes the noun phrase.
      if (grammar.lateSubject && (isOrgan(noun) || isGroup(noun, mention)) && noun.case === "nom")
        return organ(phrase, noun, k, mention, building);
      if ((isOrgan(noun) || isGroup(noun, mention) || isFirm(noun, mention)) && noun.case !== "" && noun.case !== "nom")
        return organ(phrase, withPostposition(noun, k, scan), k, mention, building);
      head = noun;
      if (noun.case !== "" && noun.case !== "nom") {
        const full = withPostposition(noun, k, scan);
        phrase.owned.push(full);
        phrase.to = k;
        if (full.case !== "gen") return phrase;
        head = undefined;
        title = undefined;
      }
      continue;
    }
    const ended = mark ? undefined : inflected(scan.tokens[k]!.lower, grammar);
    // "the Turkish firm [Baykar]-gen": the name of a firm carries the case.
    if (ended && head && isFirm(head, mention))
      return organ(phrase, withPostposition({ ...head, case: ended }, k + 1, scan), k + 1, mention, building);
    if (ended && ended !== "gen" && head && (isOrgan(head) || isTitle(head) || isGroup(head, mention)))
      return organ(phrase, { ...head, case: "nom" }, head.to, mention, building);
    if (ended) {
      const noun: Noun = { classes: [], from: k, to: k + 1, case: ended };
      // "Iran's [grain] in Basra": a thing before a place that no list knows.
      if (head?.classes.includes("goods") && head.case === "" && ended !== "gen")
        phrase.owned.push({ ...head, case: "nom" });
      const full = withPostposition(noun, k + 1, scan);
      phrase.owned.push(full);
      phrase.to = k + 1;
      if (full.case !== "gen") return phrase;
      head = undefined;
      title = undefined;
      plain = 0;
      k++;
      continue;
    }
    if (verbalNoun && head && !title && !grammar.lateSubject) {
      // "Chad's [request] to grant": the noun stays what is owned, whatever is done with it.
      phrase.owned.push({ ...head, case: "nom" });
      head = undefined;
    }
    if (verbalNoun && head?.to === k && grammar.lateSubject && isDecidedOn(head, mark.classes)) break;
    plain++;
    k = mark ? mark.to : k + 1;
  }
  if (head && isFirm(head, mention)) phrase.firm = true;
  if (head) {
    // "the ally of Hamas, a group [named next]": the group is the ally.
    const allied = !grammar.lateSubject && phrase.owned.some(({ classes }) => classes.includes("ally"));
    if (isOrgan(head) || phrase.firm || isTitle(head) || (isGroup(head, mention) && !allied))
      return organ(phrase, { ...head, case: shared?.case ?? "nom" }, shared?.to ?? head.to, mention, building);
    head.case = shared?.case ?? "nom";
    phrase.owned.push(head);
    phrase.to = Math.max(phrase.to, head.to);
  } else if (phrase.owned.length === 0 && phrase.adjectival && mention.form !== "demonym") {
    phrase.case = "nom";
    phrase.adjectival = false;
  } else if (phrase.owned.length === 0 && phrase.adjectival && plain === 0) {
    // A people's name that modifies nothing stands for the people: "Russians".
    phrase.case = "nom";
    phrase.adjectival = false;
  } else if (phrase.owned.length === 0 && plain > 0) {
    phrase.owned.push({ classes: [], from, to: k, case: shared?.case ?? "nom" });
  }
  return phrase;
}

/** Case of a word that no list knows, by its ending; only endings that few bare words have. */
function inflected(word: string, grammar: Grammar): string | undefined {
  if (!grammar.lateSubject || word.length < 5) return undefined;
  return grammar.strayCase(word);
}

/** The country acts through an organ: the organ's case is the phrase's. */
function organ(phrase: Phrase, noun: Noun, to: number, mention: Mention, building: Building): Phrase {
  if (noun.classes.includes("opposition") || phrase.owned.some((each) => each.classes.includes("member"))) {
    // "the leaders of the alliance's members" are not the alliance, nor is an opposition leader the state.
    phrase.case = "other";
    phrase.to = to;
    return phrase;
  }
  phrase.title =
    isTitle(noun) && !noun.classes.includes("title.plain")
      ? noun.classes.includes("title.lead")
        ? "lead"
        : "office"
      : undefined;
  if (phrase.title) phrase.titleSpan = [noun.from, noun.to];
  phrase.actor.via = "organ";
  if (noun.classes.includes("company")) phrase.firm = true;
  phrase.adjectival = false;
  phrase.case = noun.case === "" ? "nom" : noun.case;
  phrase.to = to;
  const marker = caseMarker(building.scan, to);
  if (marker && (phrase.case === "nom" || (phrase.case === "gen" && marker.case !== "gen"))) {
    phrase.case = marker.case;
    phrase.to = marker.to;
  }
  if (phrase.case === "gen") return owner(phrase, mention, phrase.to, building);
  return phrase;
}

/** A postposition after a noun in the genitive gives the case. */
function withPostposition(noun: Noun, k: number, scan: Scan): Noun {
  const marker = caseMarker(scan, k);
  return marker && marker.case !== "gen" ? { ...noun, case: marker.case } : noun;
}
