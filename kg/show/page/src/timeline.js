// The relations that are shown along time: a lane for each kind, a dot where it begins, a line to where it ends.

import { openRelation } from './choices.js';
import { FAMILIES } from './data.js';
import { element, find, refill, shape } from './dom.js';
import { relationLink } from './evidence.js';
import { shownRelations } from './picture.js';
import { lead, portion } from './portions.js';
import { dateText, sentence, word } from './words.js';

/** @import { Mention, Relation } from './types.js' */

/** @typedef {{relation: Relation, mention: Mention, day: string}} Dated */
/** @typedef {{families: string[], first: number, last: number, width: number, at: (day: string) => number}} Scale */

const ROW = 62;
const TOP = 40;

/** @param {string} day */
const year = (day) => +day.slice(0, 4);
/** @param {string} day */
const yearAndPart = (day) => year(day) + ((+day.slice(5, 7) || 1) - 1) / 12 + ((+day.slice(8, 10) || 1) - 1) / 365;

export function timeline() {
  /** @type {Dated[]} */
  const dated = [];
  /** @type {Relation[]} */
  const undated = [];
  for (const relation of shownRelations()) {
    const mention = relation.current.find((one) => one.begins || one.ends);
    const day = mention?.begins || mention?.ends;
    if (mention && day) dated.push({ relation, mention, day });
    else undated.push(relation);
  }
  const below = portion('undated', undated, timeline);
  const dots = portion('dots', dated, timeline);
  refill(
    find('#timeline'),
    lead('timeline', 'timeline-lead'),
    dated.length ? lanes(scaleOf(dated), dots.rows) : element('p', null, word('nothing-dated')),
    dots.more,
    element('h3', null, element('span', null, word('no-date')), element('span', null, undated.length)),
    element(
      'ul',
      { class: 'undated' },
      below.rows.map((relation) => element('li', null, relationLink(relation))),
    ),
    below.more,
  );
}

/**
 * @param {Dated[]} dated
 * @returns {Scale}
 */
function scaleOf(dated) {
  let [first, last] = [Infinity, -Infinity];
  for (const { day, mention } of dated) {
    first = Math.min(first, year(day));
    last = Math.max(last, year(mention.ends || day) + 1);
  }
  const width = Math.max(420, find('#timeline').clientWidth - 44);
  const told = new Set(dated.map(({ relation }) => relation.family));
  const at = (/** @type {string} */ day) =>
    150 + ((width - 180) * (yearAndPart(day) - first)) / Math.max(1, last - first);
  return { families: FAMILIES.filter((family) => told.has(family)), first, last, width, at };
}

/**
 * @param {Scale} scale
 * @param {Dated[]} dots
 */
function lanes(scale, dots) {
  const { families, width } = scale;
  const height = families.length * ROW;
  const lines = families.map((family, lane) => [
    shape('line', { x1: 0, y1: TOP + (lane + 1) * ROW, x2: width, y2: TOP + (lane + 1) * ROW, class: 'grid' }),
    shape('text', { x: 0, y: TOP + 4 + lane * ROW + ROW / 2 }, word('f-' + family)),
  ]);
  /** How many stand at one place already. @type {Map<string, number>} */
  const piled = new Map();
  return shape(
    'svg',
    { class: 'tl', width, height: TOP + 20 + height, role: 'group', 'aria-label': word('timeline') },
    yearLines(scale, TOP + height),
    lines,
    dots.map((one) => dot(scale, one, piled)),
  );
}

const MOST_YEARS = 12;
/**
 * @param {Scale} scale
 * @param {number} bottom
 */
function yearLines({ first, last, at }, bottom) {
  const found = [];
  for (let shown = first; shown <= last; shown += Math.max(1, Math.ceil((last - first) / MOST_YEARS))) {
    const text = String(shown).padStart(4, '0');
    const x = at(`${text}-01-01`);
    const line = shape('line', { x1: x, y1: 24, x2: x, y2: bottom, class: 'grid' });
    found.push(line, shape('text', { x: x + 4, y: 20 }, text));
  }
  return found;
}

/**
 * @param {Scale} scale
 * @param {Dated} dated
 * @param {Map<string, number>} piled
 */
function dot({ families, at }, { relation, mention, day }, piled) {
  const lane = families.indexOf(relation.family);
  const x = at(day);
  const place = `${lane}:${Math.round(x / 9)}`;
  const nth = (piled.get(place) || 0) + 1;
  piled.set(place, nth);
  const y = TOP + lane * ROW + ROW / 2 + (nth % 2 ? -1 : 1) * Math.floor(nth / 2) * 10;
  const label = `${sentence(relation)}, ${dateText(mention)}`;
  const click = () => openRelation(relation.id);
  const keydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    click();
  };
  const { ends } = mention;
  const span = { x1: x, y1: y, x2: ends && at(ends), y2: y, class: `span ${relation.confirmation}` };
  const radius = 4 + Math.min(5, relation.current.length);
  return shape(
    'g',
    { class: 'pt', tabindex: 0, role: 'button', 'aria-label': label, on: { click, keydown } },
    ends && ends !== day && shape('line', span),
    shape('circle', { cx: x, cy: y, r: radius, class: relation.confirmation }),
    shape('title', null, label),
  );
}
