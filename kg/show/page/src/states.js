// Who acts towards whom: a matrix of states, sorted by community, by number or by name.

import { bands, summed, total } from './bands.js';
import { choices, choose, openRelation } from './choices.js';
import { claims, scene } from './data.js';
import { button, element, find, refill } from './dom.js';
import { apart } from './bandpanel.js';
import { chosenSieve } from './picture.js';
import { lead } from './portions.js';
import { balance, inWords } from './strands.js';
import { inLanguage, numeral, word } from './words.js';

/** @import { Cell } from './types.js' */
/** @import { Sum } from './bands.js' */

export const hasStates = scene.states !== null;
const ORDERS = ['community', 'number', 'name'];

/** @param {string} id */
const stateName = (id) => inLanguage(scene.states?.names[id]) || id;

/** The states of the matrix in the order that was chosen, and the sums of its cells. */
function ordered() {
  const table = /** @type {import('./types.js').States} */ (scene.states);
  const sieve = chosenSieve();
  /** @type {Map<string, {sum: Sum, cell: Cell}>} */
  const cells = new Map();
  /** @type {Map<string, number>} */
  const volume = new Map();
  for (const cell of table.cells) {
    const said = cell.claims.map((id) => claims.get(id)).find(Boolean);
    const sum = summed(said || { id: '', stance: '', speakers: [], known: null }, cell.months, sieve);
    if (!sum.n) continue;
    cells.set(`${cell.source}~${cell.target}`, { sum, cell });
    for (const end of [cell.source, cell.target]) volume.set(end, (volume.get(end) || 0) + sum.n);
  }
  const inTable = new Set(table.cells.flatMap((cell) => [cell.source, cell.target]));
  const groups = table.communities
    .map((group) => group.filter((id) => inTable.has(id)))
    .filter((group) => group.length);
  const order = groups.flat();
  const byNumber = (/** @type {string} */ one, /** @type {string} */ other) =>
    (volume.get(other) || 0) - (volume.get(one) || 0);
  if (choices.order === 'number') order.sort(byNumber);
  const byName = (/** @type {string} */ one, /** @type {string} */ other) =>
    stateName(one).localeCompare(stateName(other), choices.lang);
  if (choices.order === 'name') order.sort(byName);
  const firsts = new Set(choices.order ? [] : groups.slice(1).map((group) => group[0]));
  return { table, shown: order, cells, volume, firsts };
}

export function states() {
  const { table, shown, cells, volume, firsts } = ordered();
  const most = Math.max(1, ...[...cells.values()].map(({ sum }) => sum.n));
  const head = element(
    'tr',
    null,
    element('td'),
    shown.map((id) =>
      element('th', { scope: 'col', class: firsts.has(id) ? 'c first' : 'c' }, element('span', null, stateName(id))),
    ),
    element('th', { scope: 'col', class: 'c' }, element('span', null, word('acts'))),
  );
  const row = (/** @type {string} */ from) =>
    element(
      'tr',
      { class: firsts.has(from) ? 'first' : null },
      element('th', { scope: 'row' }, stateName(from)),
      shown.map((to) => cellOf(from, to, cells.get(`${from}~${to}`)?.sum, most, firsts.has(to))),
      element('td', { class: 'sum' }, numeral(volume.get(from) || 0)),
    );
  const held = total([...cells.values()].map(({ sum }) => sum));
  refill(
    find('#states'),
    lead('states', 'states-lead'),
    orders(),
    element('p', { class: 'all-acts' }, inWords(held)),
    element(
      'div',
      { class: 'wide', tabindex: 0, role: 'region', 'aria-label': word('states') },
      element('table', { class: 'states' }, element('thead', null, head), element('tbody', null, shown.map(row))),
    ),
    element(
      'p',
      { class: 'by' },
      `${word('states-more')} ${numeral(table.more)}; ${word('states-beyond')} ${numeral(table.beyond)}.`,
    ),
    apart(),
  );
}

/**
 * One pair, one way: how many, and the sign by colour and by mark.
 * @param {string} from
 * @param {string} to
 * @param {Sum | undefined} sum
 * @param {number} most
 * @param {boolean} first of a community
 */
function cellOf(from, to, sum, most, first) {
  const edge = first ? ' first' : '';
  if (from === to) return element('td', { class: `c none${edge}` });
  if (!sum) return element('td', { class: `c${edge}` });
  const way = balance(sum);
  const sign = way > 0.1 ? '▲' : way < -0.1 ? '▼' : '●';
  const kind = way > 0.1 ? 'coop' : way < -0.1 ? 'conf' : 'even';
  const style = `--n:${Math.sqrt(sum.n / most).toFixed(3)}`;
  const label = `${stateName(from)} → ${stateName(to)}. ${inWords(sum)}`;
  const band = [`${from}~acts~${to}`, `${to}~acts~${from}`].find((id) => bands.has(id));
  const text = [element('small', { 'aria-hidden': 'true' }, sign), numeral(sum.n)];
  const inside = band ? button(text, () => openRelation(band), { 'aria-label': label, title: label }) : text;
  return element('td', { class: `c ${kind}${edge}`, style, title: label }, inside);
}

function orders() {
  const one = (/** @type {string} */ order) => {
    const isOn = (choices.order || 'community') === order;
    const chosen = order === 'community' ? '' : order;
    return button(word('order-' + order), () => choose({ order: chosen }), { 'aria-pressed': String(isOn) });
  };
  return element('div', { class: 'seg orders', role: 'group', 'aria-label': word('order') }, ORDERS.map(one));
}
