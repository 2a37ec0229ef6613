// Long lists come in portions: a page of fifty thousand rows helps nobody, and stops the browser.

import { button, element } from './dom.js';
import { word } from './words.js';

/** @import { Child } from './dom.js' */

const PORTION = 500;
/** How much of each list the reader has asked for. @type {Map<string, number>} */
const taken = new Map();

/**
 * The rows to show now, and a button for more where there are more.
 * @template Row
 * @param {string} list
 * @param {Row[]} rows
 * @param {() => void} again draws the list anew
 * @returns {{rows: Row[], more: Child}}
 */
export function portion(list, rows, again) {
  const most = taken.get(list) || PORTION;
  const take = () => {
    taken.set(list, most + PORTION);
    again();
  };
  const more =
    rows.length > most &&
    element('p', { class: 'more' }, `${most} / ${rows.length} `, button(word('show-more'), take, { class: 'link' }));
  return { rows: rows.slice(0, most), more };
}

/**
 * What stands above a list.
 * @param {string} title
 * @param {string} text
 */
export const lead = (title, text) => [element('h2', null, word(title)), element('p', { class: 'lead' }, word(text))];
