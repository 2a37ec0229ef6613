// The panel of a band: how many acts, which way, in which months; then by kind; then record by record.

import { bands, canUnfold, familyOf, grouped, strandsOf, total } from './bands.js';
import { choices, choose, openNode } from './choices.js';
import { scene, things } from './data.js';
import { button, element } from './dom.js';
import { claimLink, heading } from './evidence.js';
import { extremes, strip } from './months.js';
import { chosenSieve } from './picture.js';
import { portion } from './portions.js';
import { familyName } from './strands.js';
import { monthsOf } from './tally.js';
import { inLanguage, nameOf, numeral, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Sum } from './bands.js' */
/** @import { Act, Relation, Strand } from './types.js' */
/** @typedef {{strand: Strand, sum: Sum}} Row */

/** Kinds that the reader has opened: they stay open when the page draws itself anew. @type {Set<string>} */
const opened = new Set();

/** @param {string} id */
const actorName = (id) => {
  const thing = things.get(id);
  return thing ? nameOf(thing) : inLanguage(scene.actors[id]) || id;
};

/**
 * How many acts, as a bar striped by what they are.
 * @param {Sum} sum
 * @param {number} most
 */
export function stripes(sum, most) {
  const { n, up, down } = sum;
  const part = (/** @type {string} */ kind, /** @type {number} */ count) =>
    count > 0 && element('i', { class: kind, style: `width:${(100 * count) / Math.max(1, most)}%` });
  const parts = [part('coop', up), part('even', n - up - down), part('conf', down)];
  return element('span', { class: 'stripes', 'aria-hidden': 'true' }, parts);
}

/** @param {Sum} sum */
export const countText = ({ n, up, down }) =>
  element(
    'span',
    { class: 'tally' },
    element('b', null, numeral(n)),
    up > 0 && element('span', { class: 'up' }, ` ▲\u00a0${numeral(up)}`),
    down > 0 && element('span', { class: 'down' }, ` ▼\u00a0${numeral(down)}`),
  );

/**
 * @param {Relation} relation
 * @param {(text: string, key: string) => void} copy
 */
export function bandPanel(relation, copy) {
  const { source, target } = relation;
  const rows = strandsOf(relation, chosenSieve()).filter((row) => row.sum.n > 0);
  const sum = total(rows.map((row) => row.sum));
  const side = (/** @type {string} */ id) => button(actorName(id), () => openNode(id), { class: 'link' });
  const way = (/** @type {string} */ from, /** @type {string} */ to) => {
    const there = total(rows.filter((row) => row.strand.source === from).map((row) => row.sum));
    return element(
      'div',
      { class: 'way' },
      element('span', null, `${actorName(from)} → ${actorName(to)}`),
      countText(there),
      stripes(there, sum.n),
    );
  };
  return [
    element('p', { class: 'kick' }, inLanguage(relation.label)),
    element('h2', { class: 'name' }, side(source), ' ↔ ', side(target)),
    element('div', { class: 'acts' }, unfoldButton()),
    totals(sum),
    way(source, target),
    way(target, source),
    monthStrip(rows),
    kindSections(relation, rows, copy),
    apart(),
    heading(word('claims'), rows.length),
    element(
      'ul',
      { class: 'docs' },
      rows.map((row) => element('li', null, claimLink(row.strand.claim), ' ', countText(row.sum))),
    ),
  ];
}

export const unfoldButton = () =>
  canUnfold &&
  button(word(choices.unfold ? 'fold-actors' : 'unfold'), () => choose({ unfold: choices.unfold ? '' : '1' }), {
    id: 'unfold',
    'aria-pressed': String(choices.unfold === '1'),
  });

/** @param {Sum} sum */
function totals({ n, up, down }) {
  /** @type {[number, string, string][]} */
  const cells = [
    [n, 'acts', ''],
    [up, 'cooperative', '▲ '],
    [down, 'conflictual', '▼ '],
  ];
  const cell = (/** @type {[number, string, string]} */ [count, key, sign]) =>
    element('div', null, element('b', null, sign, numeral(count)), element('span', null, word(key)));
  return element('div', { class: 'stats' }, cells.map(cell));
}

/** @param {Row[]} rows */
function monthStrip(rows) {
  /** @type {Map<string, Sum>} */
  const sums = new Map();
  for (const { strand } of rows) {
    for (const [month, count, up, down, score] of strand.months) {
      if (month) sums.set(month, total([sums.get(month) || total([]), { n: count, up, down, score }]));
    }
  }
  const months = monthsOf();
  if (months.length < 2 || !sums.size) return null;
  return element(
    'figure',
    { class: 'strip' },
    strip(months, sums, extremes(sums.values()), 46),
    element('figcaption', null, element('span', null, months[0]), element('span', null, months[months.length - 1])),
  );
}

/**
 * @param {Relation} relation
 * @param {Row[]} rows
 * @param {(text: string, key: string) => void} copy
 */
function kindSections(relation, rows, copy) {
  if (!rows.some((row) => row.strand.kind)) return element('p', { class: 'by' }, kindsElsewhere(relation));
  const families = grouped(rows, (row) => familyOf(row.strand.kind));
  const most = families[0]?.sum.n || 1;
  return [
    heading(word('by-kind'), families.length),
    families.map(({ key, rows: some, sum }) =>
      folding(
        `${relation.id} ${key}`,
        [element('span', null, familyName(key)), countText(sum), stripes(sum, most)],
        () => grouped(some, (row) => row.strand.kind).map((kind) => kindSection(relation, kind, copy)),
      ),
    ),
  ];
}

/** Of many states no kinds are told apart; where they are is said. @param {Relation} relation */
const kindsElsewhere = ({ source, target }) =>
  `${word('kinds-elsewhere')} kg view ${source.replace(/^e:/, '')} ${target.replace(/^e:/, '')}`;

/**
 * @param {Relation} relation
 * @param {{key: string, rows: Row[], sum: Sum}} kind
 * @param {(text: string, key: string) => void} copy
 */
function kindSection({ id }, { key, rows, sum }, copy) {
  const sieve = chosenSieve();
  const within = bands.get(id)?.named ? endsOnly(rows) : () => true;
  const list = (bands.get(id)?.acts || allActs()).filter(([, day, from, to, kind]) => {
    const claim = { id: '', stance: '', speakers: [], known: null };
    return kind === key && within(from, to) && sieve.holds(claim, { begins: day.slice(0, 10), ends: day.slice(-10) });
  });
  const { rows: shown, more } = portion(`acts ${id} ${key}`, list, () => choose({}, { remember: false }));
  const left = sum.n - list.length;
  const ways = rows.map(({ strand, sum: some }) =>
    element(
      'p',
      { class: 'by' },
      `${actorName(strand.source)} → ${actorName(strand.target)} `,
      countText(some),
      ' ',
      claimLink(strand.claim),
    ),
  );
  return folding(
    `${id} ${key} kind`,
    [element('span', null, inLanguage(scene.kinds[key]?.name) || key), countText(sum)],
    () => [
      ways,
      element(
        'ul',
        { class: 'acts-list' },
        shown.map((act) => actLine(act, copy)),
      ),
      more,
      left > 0 && notHere(left, list.length, rows),
    ],
  );
}
const allActs = () => scene.bands.find((band) => band.acts.length)?.acts || [];
/** @param {Row[]} rows */
const endsOnly = (rows) => (/** @type {string} */ from, /** @type {string} */ to) =>
  rows.some(({ strand }) => strand.source === from && strand.target === to);

/**
 * How many records the page does not carry, and which command lists them.
 * @param {number} left
 * @param {number} here
 * @param {Row[]} rows
 */
function notHere(left, here, rows) {
  const commands = rows.map(({ strand }) => element('code', null, `kg claim '${strand.claim}'`));
  return element(
    'p',
    { class: 'by' },
    `${word('records-here')} ${numeral(here)}; ${word('records-elsewhere')} ${numeral(left)}: `,
    commands.flatMap((command, at) => [at ? ', ' : '', command]),
  );
}

/**
 * @param {Act} act
 * @param {(text: string, key: string) => void} copy
 */
function actLine([id, day, from, to, , citation], copy) {
  return element(
    'li',
    { 'data-act': id },
    element('span', null, element('time', null, day), ` ${actorName(from)} → ${actorName(to)} `),
    element('span', { class: 'by' }, citation, ' '),
    button(word('copy-citation'), () => copy(citation, 'copied-citation'), { class: 'link' }),
  );
}

/**
 * A line that opens; what is in it is made when it does.
 * @param {string} key
 * @param {Child[]} line
 * @param {() => Child} inside
 */
function folding(key, line, inside) {
  const body = element('div');
  const fill = () =>
    body.childElementCount === 0 && body.append(...[inside()].flat(9).filter((x) => x instanceof Node));
  const made = element(
    'details',
    { class: 'rel kind', open: opened.has(key), 'data-kind': key },
    element('summary', null, ...line),
    body,
  );
  if (opened.has(key)) fill();
  made.addEventListener('toggle', () => {
    if (made.open) opened.add(key);
    else opened.delete(key);
    if (made.open) fill();
  });
  return made;
}

/** What no band holds. */
export function apart() {
  const found = scene.apart;
  if (!found) return null;
  /** @type {[number, string][]} */
  const lines = [
    [found.nobodys, scene.poles.length === 2 && !scene.states ? 'apart-people' : 'apart-nobodys'],
    [found.inside, 'apart-inside'],
    [found.acts, 'apart-pairs'],
    [found.unmeant, 'apart-unmeant'],
  ];
  const told = lines.filter(([count]) => count > 0);
  return (
    told.length > 0 && [
      heading(word('apart')),
      element(
        'ul',
        { class: 'docs', id: 'apart' },
        told.map(([count, key]) => element('li', null, element('b', null, numeral(count)), ' ', word(key))),
      ),
    ]
  );
}
