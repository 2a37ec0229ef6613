// How much there is by month: acts by their scores, or facts where nothing has a score.

import { hasBands, summed, total } from './bands.js';
import { choices } from './choices.js';
import { claims, relations, scene, speaksFor } from './data.js';
import { Sieve } from './filter.js';
import { rulesOfChoices } from './picture.js';

/** @import { Series } from './types.js' */
/** @import { Sum } from './bands.js' */

const mentions = [...relations.values()].flatMap((relation) => relation.mentions);

/** From here on centuries go by the year. */
const MANY_MONTHS = 2400;
/** @param {string[]} days */
function monthsBetween(days) {
  const number = (/** @type {string} */ day) => +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1;
  let [first, last] = [Infinity, -Infinity];
  for (const day of days) [first, last] = [Math.min(first, number(day)), Math.max(last, number(day))];
  const step = last - first > MANY_MONTHS ? 12 : 1;
  const months = [];
  for (let month = first; month <= last + step - 1; month += step) {
    months.push(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`);
  }
  return months;
}

/** @param {(string | null | undefined)[]} days */
const given = (days) => /** @type {string[]} */ (days.filter((day) => day));
const happened = given([
  ...mentions.flatMap(({ begins, ends }) => [begins, ends]),
  ...scene.months.flatMap((series) => series.months.map(([month]) => month && `${month}-01`)),
]);
const published = given([...claims.values()].map((claim) => claim.known));
/** From the first date of all to the last; of acts only when they were done, until the second clock is asked. */
const PLAIN = monthsBetween(hasBands ? happened : [...happened, ...published]);
const WITH_PUBLISHED = monthsBetween([...happened, ...published]);
export const monthsOf = () => (choices.known ? WITH_PUBLISHED : PLAIN);

/** A sieve of the reader's choices at any time. */
const timeless = () => new Sieve({ ...rulesOfChoices(), asOf: '', knownAt: '' }, speaksFor);

/**
 * The acts by month of some series, or of all: those that count but for the time. Null where there are none.
 * @param {Series[]} [series]
 * @returns {Map<string, Sum> | null}
 */
export function actsByMonth(series = scene.months) {
  if (!series.length || choices.known) return null;
  const sieve = timeless();
  /** @type {Map<string, Sum>} */
  const found = new Map();
  for (const one of series) {
    const said = { id: '', ...one };
    if (!sieve.hears(said)) continue;
    for (const month of one.months) {
      const sum = summed(said, [month], sieve);
      if (month[0] && sum.n) found.set(month[0], total([found.get(month[0]) || total([]), sum]));
    }
  }
  return found;
}

/**
 * How many facts begin in each month, or by the second clock were out then.
 * @param {string[]} months
 * @returns {Map<string, Sum>}
 */
export function factsByMonth(months) {
  /** @type {Map<string, Sum>} */
  const found = new Map();
  const yearly = months.length > 1 && months[1].slice(0, 4) !== months[0].slice(0, 4);
  for (const { claim, begins, ends } of mentions) {
    const day = choices.known ? claim.known : begins || ends;
    if (!day) continue;
    const month = yearly ? `${day.slice(0, 4)}-01` : day.slice(0, 7);
    found.set(month, total([found.get(month) || total([]), { n: 1, up: 0, down: 0, score: 0 }]));
  }
  return found;
}
