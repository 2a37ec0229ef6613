// Bands: all acts of a pair as one relation. What of them counts by the reader's choices, summed up.

import { claims, scene } from './data.js';

/** @import { Band, Claim, Month, Relation, Strand } from './types.js' */
/** @import { Sieve, Sifted } from './filter.js' */

/** How many acts, how many of them cooperative and conflictual, and the sum of their scores.
 * @typedef {{n: number, up: number, down: number, score: number}} Sum */

/** @type {Map<string, Band>} */
export const bands = new Map(scene.bands.map((band) => [band.id, band]));
export const hasBands = bands.size > 0;
/** Whether who acts for the states can be told apart here. */
export const canUnfold = scene.bands.some((band) => band.named);
/** A page of two states: it tells kinds apart and carries records. */
export const ofTwo = scene.bands.some((band) => band.strands.some((strand) => strand.kind));

const NOTHING = { n: 0, up: 0, down: 0, score: 0 };
/**
 * @param {Sum} one
 * @param {Sum} other
 */
const plus = (one, other) => ({
  n: one.n + other.n,
  up: one.up + other.up,
  down: one.down + other.down,
  score: one.score + other.score,
});
/** @param {Sum[]} sums */
export const total = (sums) => sums.reduce(plus, NOTHING);

/**
 * What acts of one month come to; they come packed as a list.
 * @param {Month} month
 */
const sumOf = ([, count, up, down, score]) => ({ n: count, up, down, score });
/**
 * The days of a month; none for acts without a date.
 * @param {string} month
 */
export const daysOf = (month) => (month ? { begins: `${month}-01`, ends: `${month}-31` } : {});

/**
 * The acts that count of what one claim, or one voice, says by month.
 * @param {Sifted} said
 * @param {Month[]} months
 * @param {Sieve} sieve
 */
export const summed = (said, months, sieve) =>
  total(months.filter(([month]) => sieve.counts(said, daysOf(month))).map(sumOf));

/** @type {Map<string, Strand>} */
const strands = new Map(scene.bands.flatMap((band) => band.strands.map((strand) => [strand.claim, strand])));
/**
 * Whether any act of what a claim sums up counts: of a series only the months that the reader looks at.
 * @param {string} id of a claim
 * @param {Sieve} sieve
 */
export function anyCounts(id, sieve) {
  const strand = strands.get(id);
  const claim = claims.get(id);
  return !strand || !claim || summed(claim, strand.months, sieve).n > 0;
}

/**
 * The strands of a band that count, each with its sum; by the voice that was chosen, if it says any of it.
 * @param {Relation} relation
 * @param {Sieve} sieve
 */
export function strandsOf(relation, sieve) {
  const heard = new Set(relation.current.map((mention) => mention.claim.id));
  const found = (bands.get(relation.id)?.strands || []).filter((strand) => heard.has(strand.claim));
  return found.map((strand) => ({
    strand,
    sum: summed(/** @type {Claim} */ (claims.get(strand.claim)), strand.months, sieve),
  }));
}

/**
 * Whether a relation stands aside: actors stand under their state, or else the sum of all behind what each does.
 * @param {Relation} relation
 * @param {boolean} unfolded
 */
export function standsAside(relation, unfolded) {
  const band = bands.get(relation.id);
  return band !== undefined && canUnfold && band.named !== unfolded;
}

/** The acts of the widest band; widths are measured by it. */
const most = Math.max(1, ...scene.bands.filter((band) => !band.named).map(whole));
/** @param {Band} band */
function whole(band) {
  return total(band.strands.flatMap((strand) => strand.months.map(sumOf))).n;
}
const [THINNEST, WIDEST] = scene.bands.length > 12 ? [1.5, 46] : [3, 56];
/** @param {number} count the area, not the width alone, is what the eye compares: it goes by the root */
export const widthOf = (count) => Math.max(THINNEST, WIDEST * Math.sqrt(count / most));

/**
 * The group of a kind of act; those of none go by themselves.
 * @param {string} kind
 */
export const familyOf = (kind) => scene.kinds[kind]?.family || '';

/**
 * @template {{sum: Sum}} Row
 * @param {Row[]} rows
 * @param {(row: Row) => string} key
 * @returns {{key: string, rows: Row[], sum: Sum}[]} the groups with most acts first
 */
export function grouped(rows, key) {
  /** @type {Map<string, Row[]>} */
  const found = new Map();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) || []), row]);
  const groups = [...found].map(([name, some]) => ({ key: name, rows: some, sum: total(some.map((row) => row.sum)) }));
  return groups.sort((one, other) => other.sum.n - one.sum.n || (one.key < other.key ? -1 : 1));
}

/** @param {string} id */
export const isBand = (id) => bands.has(id);
