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

/**
 * The `lang` of a text that is in another language than the page; null where it needs none.
 * @param {string | undefined} language
 */
export const foreign = (language) => (language && language !== choices.lang ? language : null);

/** @param {Thing} thing */
export const nameOf = (thing) => inLanguage(thing.name) || thing.id;

/** @param {string} id */
export const named = (id) => nameOf(thingOf(id));

/** How each language chooses among the forms of a word by number. @type {Record<string, Intl.PluralRules>} */
const PLURAL_RULES = { en: new Intl.PluralRules('en'), ru: new Intl.PluralRules('ru'), ko: new Intl.PluralRules('ko') };
/** The forms that a word of the interface has in words.json, in this order. @type {Record<string, string[]>} */
const PLURAL_FORMS = { en: ['one', 'other'], ru: ['one', 'few', 'many'], ko: ['other'] };

/** @param {number} count */
export const numeral = (count) => count.toLocaleString(choices.lang);

/**
 * A number with its noun.
 * @param {number} count
 * @param {string} key of a word with a form for each kind of number
 */
export function plural(count, key) {
  const forms = word(key).split('|');
  const at = PLURAL_FORMS[choices.lang].indexOf(PLURAL_RULES[choices.lang].select(count));
  return (forms[at] || forms[forms.length - 1]).replace('{n}', numeral(count));
}

/**
 * What a relation says, in a sentence: its own words, with the names of its ends in their places.
 * @param {Pick<Relation, 'source' | 'target' | 'label' | 'mutual' | 'says'>} relation
 */
export function sentence({ source, target, label, mutual, says }) {
  const text = says?.[choices.lang] || `{a} ${mutual ? '↔' : '→'} {b}: ${inLanguage(label)}`;
  return text.replace(/\{([ab])\}/g, (_, end) => named(end === 'a' ? source : target));
}

/** @param {Claim} claim */
export const speakerNames = (claim) => claim.speakers.map((id) => inLanguage(scene.speakers[id])).join(', ');

/**
 * A claim in the reader's language, as far as it exists there: a claim of a text is told as whoever entered it wrote it.
 * @param {Claim} claim
 */
export const telling = (claim) => claim.told?.[choices.lang] ?? claim;

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
