// The two sides of a comparison in words: what each is called, and what became of things between the two.

import { changesBy } from './comparison.js';
import { scene } from './data.js';
import { compared, picture } from './picture.js';
import { poleName } from './places.js';
import { inLanguage, word } from './words.js';

/** @import { Comparison, Way } from './comparison.js' */

/** @param {string} voice */
export function voiceName(voice) {
  if (voice === 'third') return word('third-parties');
  const pole = { a: 0, b: 1 }[voice];
  return pole === undefined ? inLanguage(scene.speakers[voice]) : `${word('side-of')} ${poleName(pole)}`;
}

/**
 * A side by itself: a date, a speaker, a build.
 * @param {Way} by
 * @param {string} side
 */
export function sideName(by, side) {
  if (by === 'voice') return voiceName(side);
  if (by !== 'build') return side || word('all-dates');
  const { name, day, commit } = /** @type {NonNullable<typeof scene.since>} */ (scene.since);
  const known = commit.startsWith(name) ? [day] : [commit.slice(0, 9), day].filter((one) => one !== name);
  return side === 'b' ? word('this-build') : `${name} (${known.join(', ')})`;
}

/**
 * What became of something, in a word; of two voices, who alone says so.
 * @param {string} change
 */
export function changeName(change) {
  const comparison = compared();
  if (comparison?.by !== 'voice' || change === 'contested') return word('c-' + change);
  if (change === 'same') return word('c-both');
  const voice = comparison.sides[change === 'new' ? 1 : 0];
  const pole = { a: 0, b: 1 }[voice];
  return `${word('only')} ${pole === undefined ? voiceName(voice) : poleName(pole)}`;
}

/**
 * What is compared, in words.
 * @param {Comparison} comparison
 */
export function comparisonText({ by, sides }) {
  const [first, second] = sides.map((side) => sideName(by, side));
  return `${word('cmp-' + by)}: ${first} ${by === 'voice' ? '|' : '→'} ${second}`;
}

/**
 * How many there are of each class, in words.
 * @param {string} what
 * @param {Map<string, number>} counts
 */
export function countText(what, counts) {
  const told = changesBy(compared()?.by)
    .filter((one) => counts.get(one))
    .map((one) => `${changeName(one)} ${counts.get(one)}`);
  return `${word(what)}: ${told.join(' · ') || 0}`;
}

/** The head of the picture: what is compared, and how many relations are shown of each class. */
export function changeText() {
  const comparison = compared();
  return comparison ? `${comparisonText(comparison)}. ${countText('cmp-relations', picture.changes)}` : '';
}
