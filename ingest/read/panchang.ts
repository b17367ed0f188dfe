/**
 * Sun and moon by the Surya Siddhanta, the old astronomy by which almanacs of India still begin their months. The formulas
 * and figures are those of E. M. Reingold and N. Dershowitz, Calendrical Calculations, chapter "Modern Hindu Calendars"
 * (Cambridge University Press, 2018); angles in degrees, days counted from 1 January of the year 1, at the meridian of Ujjain.
 */

/** The day on which a solar month (1: the sun enters Aries, in April) begins by Bengal's rule: the day after its sankranti. */
export function solarMonthBegins(gregorian: number, month: number): Date {
  const key = gregorian * 16 + month;
  let found = begun.get(key);
  if (found === undefined) {
    const sign = ((month - 1) % 12) * 30;
    // A month lasts 29 to 32 days: this lies before the sun's entry, and no year before it.
    let day = Math.floor(dayNumber(new Date(Date.UTC(gregorian, 3, 8)))) + Math.floor((month - 1) * 30.3);
    while (beyond(solarLongitude(day + 1), sign) > 180) day++;
    found = day + 1;
    begun.set(key, found);
  }
  return new Date((found - unixEpoch) * 86_400_000);
}

/** The lunar month (1: Chaitra) that a day lies in where months end with the full moon. */
export function lunarMonthOn(date: Date): number {
  // At sunrise.
  const moment = dayNumber(date) + 0.25;
  const phase = lunarPhase(moment);
  const newMoon = lastNewMoon(moment, phase);
  const sign = signAt(newMoon);
  // A month in which the sun enters no sign is put in before the one of its name and bears that name from end to end.
  const extra = signAt(lastNewMoon(newMoon + 1.2 * synodicMonth, 72)) === sign;
  return ((sign + (phase < 180 || extra ? 1 : 2)) % 12) + 1;
}

const signAt = (moment: number): number => Math.floor(solarLongitude(moment) / 30);

/** From 0 on for what is at the sign or past it, near 360 for what is just before it. */
const beyond = (longitude: number, sign: number): number => modulo(longitude - sign, 360);

function lastNewMoon(moment: number, phase: number): number {
  let at = moment - (phase / 360) * synodicMonth;
  for (let round = 0; round < 4; round++) {
    const off = lunarPhase(at);
    at -= ((off > 180 ? off - 360 : off) / 360) * synodicMonth;
  }
  return at;
}

const lunarPhase = (moment: number): number => modulo(lunarLongitude(moment) - solarLongitude(moment), 360);

const siderealYear = 365 + 279_457 / 1_080_000;
const siderealMonth = 27 + 4_644_439 / 14_438_334;
const synodicMonth = 29 + 7_087_771 / 13_358_334;
const creation = -1_132_959 - 1_955_880_000 * siderealYear;
const anomalisticYear = 1_577_917_828_000 / (4_320_000_000 - 387);
const anomalisticMonth = 1_577_917_828 / (57_753_336 - 488_199);

const solarLongitude = (moment: number): number =>
  truePosition(moment, siderealYear, 14 / 360, anomalisticYear, 1 / 42);
const lunarLongitude = (moment: number): number =>
  truePosition(moment, siderealMonth, 32 / 360, anomalisticMonth, 1 / 96);

/** The mean place less the equation of an epicycle that shrinks away from its ends. */
function truePosition(moment: number, period: number, size: number, anomalistic: number, change: number): number {
  const offset = Math.sin(radians(meanPosition(moment, anomalistic)));
  const contraction = Math.abs(offset) * change * size;
  return modulo(meanPosition(moment, period) - degrees(Math.asin(offset * (size - contraction))), 360);
}

const meanPosition = (moment: number, period: number): number => 360 * modulo((moment - creation) / period, 1);

/** Days from the first of the year 1 to that of 1970. */
const unixEpoch = 719_163;
const dayNumber = (date: Date): number => date.getTime() / 86_400_000 + unixEpoch;
const modulo = (value: number, by: number): number => value - by * Math.floor(value / by);
const radians = (angle: number): number => (angle * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

const begun = new Map<number, number>();
