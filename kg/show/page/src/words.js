// Words in the reader's language: the interface's own, and names from the data.

import { choices } from './choices.js';
import { data, scene, thingOf } from './data.js';

/** @import { Claim, Period, Relation, Texts, Thing } from './types.js' */

/**
 * A word of the interface.
 * @param {string} key
 */
export function word(key) {
  const texts = Object.hasOwn(data.words, key) ? data.words[key] : {};
  return texts[choices.lang] || texts.en || key;
}

/** @param {Texts | undefined} texts */
export const inLanguage = (texts) => (texts && (texts[choices.lang] || texts.en || Object.values(texts)[0])) || '';

/** @param {Thing} thing */
export const nameOf = (thing) => inLanguage(thing.name) || thing.id;

/** @param {string} id */
export const named = (id) => nameOf(thingOf(id));

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
export const plural = (count, one, many) => `${count} ${word(count === 1 ? one : many)}`;

/** @param {number} count */
export const numeral = (count) => count.toLocaleString(choices.lang);

/** @param {Relation} relation */
export const sentence = ({ source, target, label, mutual }) =>
  `${named(source)} — ${inLanguage(label)} ${mutual ? '↔' : '→'} ${named(target)}`;

/** @param {Claim} claim */
export const speakerNames = (claim) => claim.speakers.map((id) => inLanguage(scene.speakers[id])).join(', ');

/** @param {Period} period */
export function dateText({ begins, ends }) {
  if (begins && ends) {
    for (const length of [10, 7, 4]) {
      const shared = begins.slice(0, length) === ends.slice(0, length);
      if (shared) return begins.slice(0, length);
    }
    return `${begins} – ${ends}`;
  }
  return begins ? `${word('since')} ${begins}` : ends ? `${word('until')} ${ends}` : '';
}
