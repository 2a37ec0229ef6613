// Two slices of what claims say, and what became of a relation or a value from the first to the second: contested, new,
// gone, changed or the same. The rules are those of `kg compare` (kg/ask/contrast.py), but for `changed`: only two builds
// can hold one claim in two wordings.

import { scene } from './data.js';

/** @import { Claim } from './types.js' */

/** @typedef {'known' | 'true' | 'voice' | 'build'} Way by what the two sides differ */
/** @typedef {{by: Way, sides: [string, string]}} Comparison */
/** @typedef {'contested' | 'new' | 'gone' | 'changed' | 'same'} Change */

/** Most telling first. @type {Change[]} */
const CHANGES = ['contested', 'new', 'gone', 'changed', 'same'];

/** The same where no side is before the other: the first one's own, then the second's. @type {Change[]} */
const APART = ['contested', 'gone', 'new', 'same'];
/** @param {Way | undefined} by */
export const changesBy = (by) => (by === 'voice' ? APART : CHANGES);

/** @param {string} voice */
export const isVoice = (voice) => ['a', 'b', 'third'].includes(voice) || Object.hasOwn(scene.speakers, voice);

/** @param {string} date a year, a month, a day, or nothing for no limit */
const isDate = (date) => /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/.test(date);

/** @type {Record<string, (side: string) => boolean>} */
const SIDES = { known: isDate, true: isDate, voice: isVoice };

/**
 * What the address names: `known~2024-06~`, `voice~a~b`, `build`; null when that is nothing that can be compared.
 * @param {string} text
 * @returns {Comparison | null}
 */
export function readComparison(text) {
  const [by, first = '', second = ''] = text.split('~');
  if (by === 'build') return scene.since ? { by, sides: ['a', 'b'] } : null;
  if (!Object.hasOwn(SIDES, by) || first === second) return null;
  return SIDES[by](first) && SIDES[by](second) ? { by: /** @type {Way} */ (by), sides: [first, second] } : null;
}

/** @param {Comparison} comparison */
export const writeComparison = ({ by, sides }) => (by === 'build' ? by : [by, ...sides].join('~'));

/**
 * Sorts what two sides say.
 * @param {Way} by
 * @param {[Set<string>, Set<string>]} heard the claims that count on each side, wherever they speak
 */
export function sorter(by, [first, second]) {
  const isOpposed = (/** @type {Claim} */ claim, /** @type {Set<string>} */ own, /** @type {Set<string>} */ other) =>
    !other.has(claim.id) && claim.against.some((id) => other.has(id) && !own.has(id));
  /**
   * @param {Claim[]} before
   * @param {Claim[]} after
   * @returns {Change | ''}
   */
  return (before, after) => {
    if (!before.length && !after.length) return '';
    const isDenied = (/** @type {Claim[]} */ some, /** @type {Claim[]} */ others) =>
      some.some((claim) => !claim.denied) && others.some((claim) => claim.denied);
    if (isDenied(before, after) || isDenied(after, before)) return 'contested';
    if (before.some((claim) => isOpposed(claim, first, second))) return 'contested';
    if (after.some((claim) => isOpposed(claim, second, first))) return 'contested';
    if (!before.length) return 'new';
    if (!after.length) return 'gone';
    return by === 'build' && [...before, ...after].some((claim) => claim.build) ? 'changed' : 'same';
  };
}
