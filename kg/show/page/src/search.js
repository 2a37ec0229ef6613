// Search in any script over things, claims, documents and figures; hits stand in groups, walked with the arrow keys.

import { choices, choose, NOTHING_OPEN, openClaim, openDocument } from './choices.js';
import { thingOf } from './data.js';
import { announce, element, find, findAll, refill } from './dom.js';
import { reveal } from './graph.js';
import { icon } from './look.js';
import { find as lookUp, isComplete, prepare } from './lookup.js';
import { takeEnd } from './picking.js';
import { inLanguage, named, plural, word } from './words.js';

/** @import { Entry, Group } from './lookup.js' */

/** @type {Group[]} */
const GROUPS = ['things', 'claims', 'documents', 'figures'];
const MOST = 5;

const input = /** @type {HTMLInputElement} */ (find('#q'));
let selected = 0;
/** The hits that are listed, in order. @type {Entry[]} */
let listed = [];

/** @param {string} text */
function showHits(text) {
  const list = find('#hits');
  const hits = lookUp(text);
  const groups = GROUPS.map((group) => ({ group, found: hits.filter(({ entry }) => entry.group === group) }));
  const told = groups.filter(({ found }) => found.length);
  const best = (/** @type {typeof told[0]} */ { found }) => found[0].score;
  told.sort((one, other) => best(other) - best(one));
  const bound = told.length === 1 ? 2 * MOST : MOST;
  listed = told.flatMap(({ found }) => found.slice(0, bound).map(({ entry }) => entry));
  selected = 0;
  list.hidden = !text;
  input.setAttribute('aria-expanded', String(!!text));
  const none = { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' };
  const nothing = text && !listed.length && element('div', none, word(isComplete ? 'no-hit' : 'searching'));
  const shown = told.map(({ group, found }) => section(group, found.length, bound));
  refill(list, listed.length ? shown : nothing);
  const counts = told.map(({ group, found }) => counted(group, found.length));
  if (text && isComplete) announce(counts.join(', ') || word('no-hit'));
  if (listed.length) input.setAttribute('aria-activedescendant', 'hit0');
  else input.removeAttribute('aria-activedescendant');
}

/** @param {Group} group @param {number} count */
const counted = (group, count) => plural(count, group === 'things' ? 'n-entities' : `n-${group}`);

/**
 * The hits of one kind, and how many there are in all.
 * @param {Group} group
 * @param {number} count
 * @param {number} bound
 */
function section(group, count, bound) {
  const isCut = count > bound;
  const text = isCut ? `${counted(group, count)} · ${word('first-of')} ${bound}` : counted(group, count);
  const lines = listed.map((entry, at) => entry.group === group && option(entry, at));
  const title = element('div', { class: 'group', id: `hits-${group}`, role: 'presentation' }, text);
  return element('div', { role: 'group', 'aria-labelledby': `hits-${group}` }, title, lines);
}

/**
 * @param {Entry} entry
 * @param {number} at
 */
function option(entry, at) {
  const mousedown = (/** @type {MouseEvent} */ event) => {
    event.preventDefault();
    open(entry);
  };
  const isThing = entry.group === 'things';
  const thing = isThing ? thingOf(entry.id) : null;
  const other = thing && foundName(entry);
  const about = thing ? [inLanguage(thing.sort), other !== named(entry.id) && other] : [entry.about];
  const text = thing ? named(entry.id) : entry.by;
  return element(
    'div',
    { role: 'option', id: `hit${at}`, 'aria-selected': String(at === selected), on: { mousedown } },
    thing && icon(thing),
    element('span', null, text, element('small', null, about.filter(Boolean).join(' · '))),
  );
}

/** The name by which a thing was found, where one begins as what was typed. @param {Entry} entry */
function foundName({ names }) {
  const typed = input.value.trim().toLowerCase();
  return names.find((name) => name.toLowerCase().includes(typed)) || names[0];
}

/** @param {number} by */
function move(by) {
  if (!listed.length) return;
  selected = (selected + by + listed.length) % listed.length;
  const lines = findAll('#hits [role=option]');
  lines.forEach((line) => line.setAttribute('aria-selected', String(line.id === `hit${selected}`)));
  input.setAttribute('aria-activedescendant', `hit${selected}`);
  find(`#hit${selected}`).scrollIntoView({ block: 'nearest' });
}

/** @param {Entry} entry */
function open({ group, id }) {
  clear();
  if (group === 'things') openThing(id);
  else if (group === 'documents') openDocument(id);
  else openClaim(id);
}

/** What was hidden is shown again. @param {string} id */
function openThing(id) {
  const [hiddenKinds, hiddenNodes] = [new Set(choices.hiddenKinds), new Set(choices.hiddenNodes)];
  hiddenKinds.delete(thingOf(id).kind);
  hiddenNodes.delete(id);
  if (takeEnd(id, { hiddenKinds, hiddenNodes })) return;
  choose({ ...NOTHING_OPEN, node: id, hiddenKinds, hiddenNodes });
  if (choices.view === 'graph') reveal(id);
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
    Enter: () => listed.length && open(listed[selected]),
    Escape: clear,
  };
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
}

export function startSearch() {
  const get = () => prepare(() => input.value && !listed.length && showHits(input.value));
  input.addEventListener('focus', get);
  input.addEventListener('pointerenter', get);
  input.addEventListener('input', () => {
    get();
    showHits(input.value);
  });
  input.addEventListener('blur', () => setTimeout(() => showHits(''), 120));
}
