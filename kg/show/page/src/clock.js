// The time bar: a histogram of claims, a slider over months, play, and the second clock.

import { choices, choose } from './choices.js';
import { claims, relations } from './data.js';
import { button, element, find, refill, shape } from './dom.js';
import { calm } from './graph.js';
import { picture } from './picture.js';
import { plural, word } from './words.js';

/** @import { Mention } from './types.js' */

const mentions = [...relations.values()].flatMap((relation) => relation.mentions);

/** From here on centuries go by the year. */
const MANY_MONTHS = 2400;
/** The months, or years by their January, from the first date of all to the last. @type {string[]} */
const MONTHS = (() => {
  const dates = mentions.flatMap(({ begins, ends }) => [begins, ends]);
  const days = [...dates, ...[...claims.values()].map((claim) => claim.known)].filter((day) => day != null).sort();
  const number = (/** @type {string} */ day) => +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1;
  const [first, last] = days.length ? [number(days[0]), number(days[days.length - 1])] : [0, -1];
  const step = last - first > MANY_MONTHS ? 12 : 1;
  const months = [];
  for (let month = first; month <= last + step - 1; month += step) {
    months.push(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`);
  }
  return months;
})();

/** The day that counts for a mention: when it began, or by the second clock when it was out. @param {Mention} mention */
const dayOf = ({ claim, begins, ends }) => (choices.known ? claim.known : begins || ends);

const WIDTH = 1000;
/** @param {number} at the month that is chosen */
function histogram(at) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const mention of mentions) {
    const month = dayOf(mention)?.slice(0, 7);
    if (month) counts.set(month, (counts.get(month) || 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  const step = WIDTH / MONTHS.length;
  const bar = (/** @type {string} */ month, /** @type {number} */ nth) => {
    const height = (24 * (counts.get(month) || 0)) / most;
    const box = { x: nth * step, y: 26 - height, width: Math.max(2, step - 1), height };
    return height > 0 && shape('rect', { ...box, class: nth <= at ? 'on' : 'off' });
  };
  const line = (/** @type {string} */ month, /** @type {number} */ nth) =>
    month.endsWith('-01') && shape('line', { x1: nth * step, y1: 0, x2: nth * step, y2: 28, class: 'grid' });
  const frame = { viewBox: `0 0 ${WIDTH} 30`, preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  return shape('svg', frame, MONTHS.map(line), MONTHS.map(bar));
}

const MOST_YEARS = 8;
function yearMarks() {
  const years = [...new Set(MONTHS.map((month) => month.slice(0, 4)))];
  const every = Math.ceil(years.length / MOST_YEARS);
  const left = (/** @type {string} */ year) => (100 * Math.max(0, MONTHS.indexOf(`${year}-01`))) / MONTHS.length;
  const marked = years.filter((_, nth) => nth % every === 0);
  return marked.map((year) => element('span', { style: `left:${left(year)}%` }, year));
}

/** @param {number} at */
function slider(at) {
  const made = element('input', {
    ...{ type: 'range', min: 0, max: MONTHS.length, step: 1, 'aria-label': word('as-of') },
    'aria-valuetext': choices.asof || word('all-dates'),
  });
  made.value = String(at);
  made.addEventListener('input', () => choose({ asof: MONTHS[+made.value] || '' }, { remember: false }));
  return made;
}

/**
 * @param {'known' | 'undated'} key
 * @param {string} label
 */
function check(key, label) {
  const box = element('input', { type: 'checkbox', id: `box-${key}` });
  box.checked = choices[key] === '1';
  box.addEventListener('change', () => choose({ [key]: box.checked ? '1' : '' }));
  return element('label', { class: 'check', for: box.id }, box, word(label));
}

/** What is shown, and what the clocks left out. */
function output() {
  const { undated, unpublished } = picture.leftOut;
  const shown = [plural(picture.nodes.size, 'n-entities'), plural(picture.relations.size, 'n-relations')];
  const leftOut = [
    undated > 0 && `${word('left-out-undated')} ${undated}`,
    unpublished > 0 && `${word('left-out-unpublished')} ${unpublished}`,
  ].filter(Boolean);
  return element(
    'output',
    { for: 'time' },
    element('b', null, choices.asof || word('all-dates')),
    element('small', null, shown.join(' · ')),
    leftOut.length > 0 && element('small', { id: 'left-out' }, leftOut.join(' · ')),
  );
}

export function clock() {
  const bar = find('#time');
  bar.hidden = !MONTHS.length;
  if (!MONTHS.length) return;
  const at = choices.asof ? MONTHS.findLastIndex((month) => month <= choices.asof) : MONTHS.length;
  const focused = bar.contains(document.activeElement) ? document.activeElement : null;
  const selector = focused?.id ? `#${focused.id}` : focused && 'input[type=range]';
  const name = word(player ? 'pause' : 'play');
  refill(
    bar,
    element(
      'div',
      { class: 'clocks' },
      button(player ? '❚❚' : '▶', play, { class: 'play', id: 'play', 'aria-label': name }),
      element('div', null, check('known', 'known-then'), check('undated', 'with-undated')),
    ),
    element(
      'div',
      { class: 'track' },
      histogram(at),
      element('div', { class: 'years', 'aria-hidden': 'true' }, yearMarks()),
      slider(at),
    ),
    output(),
  );
  if (selector) find(selector, bar)?.focus(); // the keyboard stays where it was
}

/** @type {ReturnType<typeof setInterval> | undefined} */
let player;
function stop() {
  clearInterval(player);
  player = undefined;
}
/** How many steps the whole time takes at most. */
const STEPS = 48;
function play() {
  if (player) {
    stop();
    return clock();
  }
  let at = choices.asof ? MONTHS.indexOf(choices.asof) : -1;
  if (at >= MONTHS.length - 1) at = -1;
  const stride = Math.max(1, Math.ceil(MONTHS.length / STEPS));
  const tick = () => {
    at += stride;
    if (at >= MONTHS.length) stop();
    choose({ asof: MONTHS[at] || '' }, { remember: false });
  };
  player = setInterval(tick, calm.matches ? 900 : 320);
  tick();
}
