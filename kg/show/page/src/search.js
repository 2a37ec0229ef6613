// Search in any script: names in all languages, aliases, and spellings that only differ in case, accents or hyphens.

import { choices, choose, NOTHING_OPEN } from './choices.js';
import { things, thingOf } from './data.js';
import { announce, element, find, findAll, refill } from './dom.js';
import { fold, foldedWords } from './fold.js';
import { reveal } from './graph.js';
import { icon } from './look.js';
import { takeEnd } from './picking.js';
import { inLanguage, named, plural, word } from './words.js';

/** @typedef {{id: string, score: number, by: string}} Hit `by`: the name that was found */

const NAMES = [...things.values()].map(({ id, name, aliases }) => {
  const texts = new Set([...Object.values(name), ...aliases, id.replace(/^\w+:/, '')]);
  return { id, keys: [...texts].map((text) => ({ text, key: fold(text), words: foldedWords(text) })) };
});
const MOST = 12;

const input = /** @type {HTMLInputElement} */ (find('#q'));
let selected = 0;
/** @type {Hit[]} */
let found = [];

/**
 * How well a name fits: the whole of it, a word, its beginning, or any part.
 * @param {{key: string, words: string[]}} name
 * @param {string} asked
 */
function scoreOf({ key, words }, asked) {
  if (key === asked) return 4;
  if (words.includes(asked)) return 3;
  if (key.startsWith(asked)) return 2;
  return key.includes(asked) ? 1 : 0;
}

/** @param {string} text */
function search(text) {
  const asked = fold(text);
  if (!asked) return [];
  /** @type {Hit[]} */
  const hits = [];
  for (const { id, keys } of NAMES) {
    const score = Math.max(...keys.map((name) => scoreOf(name, asked)));
    if (score) hits.push({ id, score, by: keys.find((name) => scoreOf(name, asked) > 0)?.text || '' });
  }
  const degree = (/** @type {Hit} */ hit) => thingOf(hit.id).relations.length;
  return hits.sort((one, other) => other.score - one.score || degree(other) - degree(one)).slice(0, MOST);
}

/** @param {string} text */
function showHits(text) {
  const list = find('#hits');
  found = search(text);
  selected = 0;
  list.hidden = !text;
  input.setAttribute('aria-expanded', String(!!text));
  const none = { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' };
  refill(list, found.length || !text ? found.map(option) : element('li', none, word('no-hit')));
  if (text) announce(plural(found.length, 'n-hits'));
  if (found.length) input.setAttribute('aria-activedescendant', 'hit0');
  else input.removeAttribute('aria-activedescendant');
}

/**
 * @param {Hit} hit
 * @param {number} at
 */
function option({ id, by }, at) {
  const mousedown = (/** @type {MouseEvent} */ event) => {
    event.preventDefault();
    open(id);
  };
  const about = [inLanguage(thingOf(id).sort), by !== named(id) && by].filter(Boolean).join(' · ');
  return element(
    'li',
    { role: 'option', id: `hit${at}`, 'aria-selected': String(at === selected), on: { mousedown } },
    icon(thingOf(id)),
    element('span', null, named(id), element('small', null, about)),
  );
}

/** @param {number} by */
function move(by) {
  if (!found.length) return;
  selected = (selected + by + found.length) % found.length;
  findAll('#hits li').forEach((line, at) => line.setAttribute('aria-selected', String(at === selected)));
  input.setAttribute('aria-activedescendant', `hit${selected}`);
  find(`#hit${selected}`).scrollIntoView({ block: 'nearest' });
}

/** @param {string} id */
function open(id) {
  const [hiddenKinds, hiddenNodes] = [new Set(choices.hiddenKinds), new Set(choices.hiddenNodes)];
  hiddenKinds.delete(thingOf(id).kind);
  hiddenNodes.delete(id);
  clear();
  if (takeEnd(id, { hiddenKinds, hiddenNodes })) return;
  choose({ ...NOTHING_OPEN, node: id, hiddenKinds, hiddenNodes });
  if (choices.view === 'graph') reveal(id);
  find('#panel').focus({ preventScroll: true });
}

function clear() {
  input.value = '';
  showHits('');
}

/** @param {KeyboardEvent} event */
export function onSearchKey(event) {
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => found.length && open(found[selected].id),
    Escape: () => {
      clear();
      input.blur();
    },
  };
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
}

export function startSearch() {
  input.addEventListener('input', () => showHits(input.value));
  input.addEventListener('blur', () => setTimeout(() => showHits(''), 120));
}
