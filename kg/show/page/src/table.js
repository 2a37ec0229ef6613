// Every relation that is shown, parallel ones kept, a line for each; sorted by any column.

import { choices } from './choices.js';
import { scene } from './data.js';
import { button, element, find, findAll, refill } from './dom.js';
import { claimLink, relationLink } from './evidence.js';
import { shownRelations } from './picture.js';
import { lead, portion } from './portions.js';
import { dateText, inLanguage, named, sentence, speakerNames, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Relation } from './types.js' */

/** @param {Iterable<string>} texts */
const distinct = (texts) => [...new Set(texts)];

/** @type {[key: string, text: (relation: Relation) => string][]} */
const COLUMNS = [
  ['from', ({ source }) => named(source)],
  ['relation', sentence],
  ['to', ({ target }) => named(target)],
  ['when', ({ current }) => current.map(dateText).find(Boolean) || ''],
  ['confirmed', ({ confirmation }) => word(confirmation)],
  ['stance', ({ current }) => distinct(current.map(({ claim }) => inLanguage(scene.stances[claim.stance]))).join(', ')],
  ['said-by', ({ current }) => distinct(current.map(({ claim }) => speakerNames(claim))).join('; ')],
  ['claims', ({ current }) => current.map(({ claim }) => claim.id).join(' ')],
];

const sorting = { column: 0, isDown: false };

export function table() {
  const [, textOf] = COLUMNS[sorting.column];
  const order = new Intl.Collator(choices.lang);
  const sign = sorting.isDown ? -1 : 1;
  const keyed = shownRelations().map((relation) => ({ relation, text: textOf(relation) }));
  keyed.sort((one, other) => sign * order.compare(one.text, other.text));
  const sorted = keyed.map(({ relation }) => relation);
  const { rows, more } = portion('table', sorted, table);
  const head = element('thead', null, element('tr', null, COLUMNS.map(headCell)));
  const body = element('tbody', null, rows.map(row));
  refill(find('#table'), lead('table', 'table-lead'), element('table', { id: 'relations' }, head, body), more);
}

/**
 * @param {[string, unknown]} column
 * @param {number} at
 */
function headCell([key], at) {
  const isSorted = sorting.column === at;
  const direction = sorting.isDown ? 'descending' : 'ascending';
  const arrow = sorting.isDown ? ' ▾' : ' ▴';
  const sort = () => {
    Object.assign(sorting, { column: at, isDown: isSorted && !sorting.isDown });
    table();
    findAll('#table th button')[at].focus();
  };
  const attributes = { scope: 'col', 'aria-sort': isSorted ? direction : 'none' };
  return element('th', attributes, button([word(key), isSorted ? arrow : ''], sort));
}

/** @param {Relation} relation */
function row(relation) {
  const { id, current } = relation;
  /** @type {Record<string, Child>} */
  const linked = {
    relation: relationLink(relation),
    claims: current.map(({ claim }, at) => [at ? ' ' : '', claimLink(claim.id)]),
  };
  return element(
    'tr',
    { class: 'row', 'data-edge': id, 'aria-current': choices.edge === id ? 'true' : null },
    COLUMNS.map(([key, textOf]) => element('td', null, linked[key] || textOf(relation))),
  );
}
