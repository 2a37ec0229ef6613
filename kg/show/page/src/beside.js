// Two pairs of states side by side: one picture each, at one scale, and what the one has and the other has not.

import { openRelation } from './choices.js';
import { FAMILIES } from './data.js';
import { element, find, refill, shape } from './dom.js';
import { claimLink, relationCard } from './evidence.js';
import { icon, inkName } from './look.js';
import { claimsOf, countOf, kindsOf, laneOf, LANES, pairs } from './pairs.js';
import { chosenSieves } from './picture.js';
import { inLanguage, nameOf, plural, sentence, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Kind, Pair } from './pairs.js' */
/** @import { Relation, Thing } from './types.js' */

export function besides() {
  const both = pairs();
  const families = FAMILIES.filter((family) => both.some((pair) => pair.told.some((one) => one.family === family)));
  const size = (/** @type {string} */ family) => both.flatMap(({ told }) => told).filter(isOf(family)).length;
  families.sort((one, other) => size(other) - size(one) || (one < other ? -1 : 1));
  const title = both.map((pair) => inLanguage(pair.title)).join(' | ');
  const head = [element('h2', null, title), element('p', { class: 'lead' }, word('beside-lead'))];
  refill(find('#beside'), head, key(), pictures(both, families), differences(both), cuts(both));
}

/** @param {string} family */
const isOf = (family) => (/** @type {Relation} */ relation) => relation.family === family;

/** How to read a dot. */
function key() {
  const dot = (/** @type {Partial<Relation>} */ look) =>
    shape('svg', { viewBox: '0 0 14 14', width: 14, height: 14, 'aria-hidden': 'true' }, dotOf(look, 7, 7));
  const both = { confirmation: 'both', certainty: 'asserted', sign: 1 };
  /** @type {[Partial<Relation>, string][]} */
  const looks = [
    [both, 'both'],
    [{ ...both, confirmation: 'a' }, 'bs-own'],
    [{ ...both, confirmation: 'several' }, 'several'],
    [{ ...both, confirmation: 'third' }, 'third'],
    [{ ...both, confirmation: 'disputed' }, 'disputed'],
    [{ ...both, certainty: 'outlook' }, 'bs-outlook'],
    [{ ...both, certainty: 'analysis' }, 'bs-analysis'],
    [{ ...both, sign: -1 }, 'bs-conflict'],
  ];
  const line = (/** @type {[Partial<Relation>, string]} */ [look, name]) =>
    element('li', null, dot(look), ' ', word(name));
  return element('ul', { class: 'pair-key' }, element('li', null, word('bs-dot')), looks.map(line));
}

// ---- the pictures

/**
 * A row for each family of relations, a picture for each pair: the same height tells of the same.
 * @param {Pair[]} both
 * @param {string[]} families
 */
function pictures(both, families) {
  const corner = element('td', null);
  const heads = both.map((pair) => element('th', { scope: 'col' }, headOf(pair)));
  const rows = families.map((family) => {
    const some = both.map((pair) => pair.told.filter(isOf(family)));
    const deepest = Math.max(...both.flatMap((pair, at) => lanesOf(pair, some[at]).map((lane) => lane.length)));
    const cells = both.map((pair, at) => element('td', null, cellOf(pair, family, some[at], deepest)));
    return element('tr', null, element('th', { scope: 'row' }, word('f-' + family)), cells);
  });
  return element(
    'table',
    { class: 'pairs' },
    element('thead', null, element('tr', null, corner, heads)),
    element('tbody', null, rows),
  );
}

/** @param {Pair} pair */
function headOf(pair) {
  const pole = (/** @type {number} */ at) => {
    const thing = pair.things.get(pair.poles[at]);
    return thing && element('span', { class: `pole ${'ab'[at]}` }, icon(thing, 22), ' ', nameOf(thing));
  };
  const counts = [plural(pair.told.length, 'n-relations'), plural(claimsOf(pair.told).size, 'n-claims')];
  return [
    element('span', { class: 'poles' }, pole(0), element('span', { class: 'lb' }, word('bs-between')), pole(1)),
    element('small', null, [...counts, ...leftOut(pair)].join(' · ')),
  ];
}

/** What the clocks leave out of a pair. @param {Pair} pair */
function leftOut({ all }) {
  const [sieve] = chosenSieves();
  for (const relation of all) {
    for (const mention of relation.mentions) sieve.counts(mention.claim, mention);
  }
  const { undated, unpublished } = sieve;
  return [
    undated.size > 0 && `${word('left-out-undated')} ${undated.size}`,
    unpublished.size > 0 && `${word('left-out-unpublished')} ${unpublished.size}`,
  ].filter(Boolean);
}

/**
 * @param {Pair} pair
 * @param {Relation[]} told
 */
const lanesOf = (pair, told) => LANES.map((lane) => told.filter((relation) => laneOf(pair, relation) === lane));

const [PITCH, COLUMNS, GAP] = [14, 8, 12];
const LANE = PITCH * COLUMNS;
const WIDTH = 3 * LANE + 2 * GAP;
/**
 * The relations of one family and pair: a dot each, left what the one does, right what the other does.
 * @param {Pair} pair
 * @param {string} family
 * @param {Relation[]} told
 * @param {number} deepest how many the fullest lane of either pair has
 */
function cellOf(pair, family, told, deepest) {
  const lanes = lanesOf(pair, told);
  const height = Math.max(1, Math.ceil(deepest / COLUMNS)) * PITCH;
  const dots = lanes.flatMap((lane, at) => {
    const first = at === 1 ? (LANE - Math.min(COLUMNS, lane.length) * PITCH) / 2 : 0;
    return lane.map((relation, nth) => {
      const across = PITCH * (nth % COLUMNS) + PITCH / 2 + first;
      const x = at * (LANE + GAP) + (at === 2 ? LANE - across : across);
      const dot = dotOf(relation, x, PITCH * Math.floor(nth / COLUMNS) + PITCH / 2);
      dot.append(shape('title', null, sentence(relation)));
      dot.addEventListener('click', () => openRelation(relation.id));
      dot.setAttribute('data-edge', relation.id);
      return dot;
    });
  });
  const names = [nameOfPole(pair, 0), word('bs-between'), nameOfPole(pair, 1)];
  const said = lanes.map((lane, at) => `${names[at]} ${lane.length}`).join(', ');
  const label = `${inLanguage(pair.title)}, ${word('f-' + family)}: ${said}`;
  const picture = { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': label, class: 'dots-of' };
  return [
    element('span', { class: 'pair-name' }, inLanguage(pair.title)),
    shape('svg', { ...picture, style: `max-width:${WIDTH}px` }, dots),
    element('small', null, countText(told)),
  ];
}

/**
 * @param {Pair} pair
 * @param {number} at
 */
function nameOfPole({ things, poles }, at) {
  const thing = things.get(poles[at]);
  return thing ? nameOf(thing) : poles[at];
}

/** How many, of which sign, and of how many records. @param {Relation[]} told */
function countText(told) {
  if (!told.length) return word('bs-none');
  const [good, bad] = [1, -1].map((sign) => told.filter((relation) => relation.sign === sign).length);
  const records = [...claimsOf(told)].reduce((sum, claim) => sum + (claim.records || 0), 0);
  const signs = [good && `+${good}`, bad && `−${bad}`].filter(Boolean).join(' ');
  return [plural(told.length, 'n-relations'), signs, records > 0 && `${word('bs-records')} ${records}`]
    .filter(Boolean)
    .join(' · ');
}

/** More than one origin says so. */
const SEVERAL = ['both', 'corrob', 'several', 'disputed'];
/**
 * A relation as a dot: its colour and size say who confirms it, its edge how it is meant, a bar through it that it is conflict.
 * @param {Partial<Relation>} relation
 * @param {number} x
 * @param {number} y
 */
function dotOf({ confirmation = 'third', certainty = 'asserted', sign = 0 }, x, y) {
  const colour = `var(--${inkName(confirmation)})`;
  const isFull = certainty === 'asserted';
  const dashes = certainty === 'analysis' ? '2 2' : null;
  const outline = { stroke: colour, 'stroke-width': 1.8, 'stroke-dasharray': dashes };
  const bar = { x1: x - 5, y1: y, x2: x + 5, y2: y, stroke: isFull ? 'var(--bg)' : colour, 'stroke-width': 2 };
  return shape(
    'g',
    { class: 'dot' },
    shape('circle', {
      cx: x,
      cy: y,
      r: SEVERAL.includes(confirmation) ? 5.6 : 4,
      fill: isFull ? colour : 'var(--bg)',
      ...outline,
    }),
    sign < 0 && shape('line', bar),
  );
}

// ---- what the one has and the other has not

/** @param {Pair[]} both */
function differences(both) {
  const kinds = kindsOf(both);
  const has = (/** @type {Kind} */ kind, /** @type {number} */ at) => countOf(kind, at) > 0;
  const column = (/** @type {string} */ title, /** @type {Kind[]} */ some) =>
    element('section', null, element('h3', null, title, element('span', null, some.length)), grouped(both, some));
  const only = both.map((pair, at) => {
    const title = `${word('only')} ${inLanguage(pair.title)}`;
    return column(
      title,
      kinds.filter((kind) => has(kind, at) && !has(kind, 1 - at)),
    );
  });
  const shared = kinds.filter((kind) => has(kind, 0) && has(kind, 1));
  return [
    element('h2', null, word('bs-differences')),
    element('p', { class: 'lead' }, word('bs-differences-lead')),
    element('div', { class: 'pair-kinds' }, only[0], only[1], column(word('bs-both'), shared)),
  ];
}

/** Agreements, projects and what is built before what is said of them. */
const FIRST = ['agreement', 'project', 'structure', 'event'];
/**
 * @param {Pair[]} both
 * @param {Kind[]} kinds
 */
function grouped(both, kinds) {
  if (!kinds.length) return element('p', { class: 'lb' }, word('bs-none'));
  const rank = (/** @type {string} */ group) => (FIRST.includes(group) ? FIRST.indexOf(group) : FIRST.length);
  const groups = [...new Set(kinds.map((kind) => kind.group))];
  groups.sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  return groups.map((group) => [
    element('h4', null, word(FIRST.includes(group) ? group : 'f-' + group)),
    kinds.filter((kind) => kind.group === group).map((kind) => kindOf(both, kind)),
  ]);
}

/**
 * One kind, with how many either pair has; it unfolds into them and their claims.
 * @param {Pair[]} both
 * @param {Kind} kind
 */
function kindOf(both, kind) {
  const counts = [0, 1].map((at) => countOf(kind, at));
  const text = counts.every(Boolean) ? counts.join(' | ') : Math.max(...counts);
  const part = (/** @type {number} */ at) =>
    counts[at] > 0 && [
      counts.every(Boolean) && element('p', { class: 'by pad' }, inLanguage(both[at].title)),
      kind.told[at].map((relation) => relationCard(relation)),
      kind.things[at].map((thing) => thingLine(both[at], thing)),
    ];
  return element(
    'details',
    { class: 'rel' },
    element(
      'summary',
      null,
      element('span', null, inLanguage(kind.label) || word(kind.group)),
      element('span', { class: 'dots' }, text),
    ),
    element('div', { class: 'pad' }, part(0), part(1)),
  );
}

/**
 * A thing by its name, and the claims that bring it into the pair.
 * @param {Pair} pair
 * @param {Thing} thing
 */
function thingLine(pair, thing) {
  const told = pair.told.filter(({ source, target }) => source === thing.id || target === thing.id);
  const links = [...claimsOf(told)].map(({ id }) => [' ', claimLink(id)]);
  return element('p', null, element('b', null, nameOf(thing)), element('span', { class: 'by' }, links));
}

/** What each page leaves out, in its own words. @param {Pair[]} both @returns {Child} */
function cuts(both) {
  const list = (/** @type {Pair} */ { title, notes }) => [
    element('p', null, element('b', null, inLanguage(title))),
    element(
      'ul',
      null,
      notes.map((note) => element('li', null, inLanguage(note))),
    ),
  ];
  const some = both.filter((pair) => pair.notes.length);
  return (
    some.length > 0 && element('details', { class: 'cuts' }, element('summary', null, word('bs-cuts')), some.map(list))
  );
}
