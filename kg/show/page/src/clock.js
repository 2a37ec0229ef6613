// The time bar: what happened by month, a window with two handles over it, play, and the second clock.

import { choices, choose } from './choices.js';
import { button, element, find, refill, shape } from './dom.js';
import { calm } from './graph.js';
import { extremes, strip, WIDTH } from './months.js';
import { remarksLink } from './notes.js';
import { picture } from './picture.js';
import { actsByMonth, factsByMonth, monthsOf } from './tally.js';
import { numeral, plural, word } from './words.js';

/** @import { Choices } from './choices.js' */

/** The months of the bar, or years by their January. @type {string[]} */
let months = [];
const last = () => months.length - 1;

/** @param {string} month */
const placeOf = (month) =>
  Math.max(
    0,
    months.findLastIndex((one) => one <= month),
  );
/** Whether the reader looks at one month, not at a stretch of time. */
const isMoment = () => choices.asof !== '' && !choices.from;
/** The first and the last month that the reader looks at. */
function bounds() {
  if (!choices.asof) return [0, last()];
  const until = placeOf(choices.asof);
  return [choices.from ? placeOf(choices.from) : until, until];
}

/**
 * The choices that stand for a stretch of the bar.
 * @param {number} from
 * @param {number} until
 * @returns {Partial<Choices>}
 */
function stretch(from, until) {
  if (from === 0 && until === last()) return { from: '', asof: '' };
  return { from: months[from], asof: months[until] };
}
/** @param {Partial<Choices>} changes a handle that moves is one step to take back, not fifty */
const move = (changes) => choose(changes, { remember: false });

const HEIGHT = 40;
function bars() {
  const acts = actsByMonth();
  const sums = acts || factsByMonth(months);
  const most = extremes(sums.values());
  return { svg: strip(months, sums, most, HEIGHT), most, isActs: acts !== null };
}

/** What lies outside the window is veiled. */
function veil() {
  const [from, until] = bounds();
  const step = WIDTH / months.length;
  const side = (/** @type {number} */ x1, /** @type {number} */ x2) =>
    x2 > x1 && shape('path', { d: `M${x1} 0H${x2}V${HEIGHT}H${x1}z`, class: 'veil' });
  const frame = {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
    class: 'veils',
  };
  return shape('svg', frame, side(0, from * step), side((until + 1) * step, WIDTH));
}

const MOST_MARKS = 8;
/** Years below the bar; months too where there are few. */
function marks() {
  const fine = months.length <= 18;
  const names = fine ? months : months.filter((month) => month.endsWith('-01'));
  const every = Math.ceil(names.length / MOST_MARKS);
  const shown = names.filter((_, nth) => nth % every === 0);
  const left = (/** @type {string} */ month) => (100 * (months.indexOf(month) + (fine ? 0.5 : 0))) / months.length;
  return shown.map((month) => element('span', { style: `left:${left(month)}%` }, fine ? month : month.slice(0, 4)));
}

/**
 * @param {'from' | 'until'} end
 * @param {number} at
 */
function handle(end, at) {
  const made = element('input', {
    ...{ type: 'range', id: `time-${end}`, min: 0, max: last(), step: 1, class: end },
    ...{ 'aria-label': word(end === 'from' ? 'from-month' : isMoment() ? 'as-of' : 'until-month') },
    'aria-valuetext': choices.asof ? months[at] : `${months[at]}, ${word('all-dates')}`,
  });
  made.value = String(at);
  made.addEventListener('input', () => {
    const [from, until] = bounds();
    const to = +made.value;
    if (isMoment()) return move({ asof: months[to] });
    move(end === 'from' ? stretch(to, Math.max(to, until)) : stretch(Math.min(to, from), to));
  });
  return made;
}

/**
 * Drag over the bars to choose a stretch, press one for its month alone.
 * @param {HTMLElement} track
 */
function brush(track) {
  const at = (/** @type {PointerEvent} */ event) => {
    const { left, width } = track.getBoundingClientRect();
    return Math.max(0, Math.min(last(), Math.floor((months.length * (event.clientX - left)) / width)));
  };
  track.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const start = at(event);
    const drag = (/** @type {PointerEvent} */ moved) => move(stretch(...ordered(start, at(moved))));
    const done = () => {
      removeEventListener('pointermove', drag);
      removeEventListener('pointerup', done);
      removeEventListener('pointercancel', done);
    };
    addEventListener('pointermove', drag);
    addEventListener('pointerup', done);
    addEventListener('pointercancel', done);
    choose({ from: months[start], asof: months[start] });
  });
}
/**
 * @param {number} one
 * @param {number} other
 * @returns {[number, number]}
 */
const ordered = (one, other) => (one < other ? [one, other] : [other, one]);

/**
 * @param {string} id
 * @param {boolean} isOn
 * @param {string} label
 * @param {(isOn: boolean) => Partial<Choices>} changes
 */
function check(id, isOn, label, changes) {
  const box = element('input', { type: 'checkbox', id: `box-${id}` });
  box.checked = isOn;
  box.addEventListener('change', () => choose(changes(box.checked)));
  return element('label', { class: 'check', for: box.id }, box, word(label));
}
const checks = () => [
  check('moment', isMoment(), 'one-moment', (isOn) =>
    isOn ? { from: '', asof: choices.asof || months[last()] } : stretch(0, bounds()[1]),
  ),
  check('known', choices.known === '1', 'known-then', (isOn) => ({ known: isOn ? '1' : '' })),
  check('undated', choices.undated === '1', 'with-undated', (isOn) => ({ undated: isOn ? '1' : '' })),
];

/** The time that is looked at, in words. */
export const windowText = () =>
  !choices.asof
    ? word('all-dates')
    : !choices.from || choices.from === choices.asof
      ? choices.asof
      : `${choices.from} – ${choices.asof}`;

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
    { for: 'time-from time-until' },
    element('b', null, windowText()),
    element('small', null, shown.join(' · ')),
    leftOut.length > 0 && element('small', { id: 'left-out' }, leftOut.join(' · ')),
    remarksLink(),
    choices.asof && button(word('whole-time'), () => choose({ from: '', asof: '' }), { class: 'link', id: 'time-all' }),
  );
}

/** @param {ReturnType<typeof bars>} drawn */
function scaleText({ most, isActs }) {
  if (!isActs) return word('facts-a-month');
  const signs = [`▲ ${word('cooperative')}`, `▼ ${word('conflictual')}`];
  return `${word('acts-a-month')}: ${signs.join(', ')} · ${word('most-in-month')}: ▲ ${numeral(most.up)}, ▼ ${numeral(most.down)}`;
}

export function clock() {
  const bar = find('#time');
  months = monthsOf();
  bar.hidden = !months.length;
  if (!months.length) return;
  const focused = bar.contains(document.activeElement) ? document.activeElement : null;
  const [from, until] = bounds();
  const drawn = bars();
  const track = element('div', { class: 'brush' }, drawn.svg, veil());
  brush(track);
  refill(
    bar,
    element(
      'div',
      { class: 'clocks' },
      button(player ? '❚❚' : '▶', play, { class: 'play', id: 'play', 'aria-label': word(player ? 'pause' : 'play') }),
      element('div', null, checks()),
    ),
    element(
      'div',
      { class: 'track' },
      element('p', { class: 'scale' }, scaleText(drawn)),
      track,
      element('div', { class: 'handles' }, !isMoment() && handle('from', from), handle('until', until)),
      element('div', { class: 'years', 'aria-hidden': 'true' }, marks()),
    ),
    output(),
  );
  if (focused?.id) find(`#${focused.id}`, bar)?.focus(); // the keyboard stays where it was
}

/** @type {ReturnType<typeof setInterval> | undefined} */
let player;
function stop() {
  clearInterval(player);
  player = undefined;
}
/** How many steps the whole time takes at most. */
const STEPS = 48;
/** Play moves the end of the window; of one month, the month. */
function play() {
  if (player) {
    stop();
    return clock();
  }
  const [from, until] = bounds();
  let at = until >= last() ? from - 1 : until;
  const stride = Math.max(1, Math.ceil(months.length / STEPS));
  const moment = isMoment();
  if (moment && at < until) at = -1;
  const tick = () => {
    at = Math.min(last(), at + stride);
    if (at === last()) stop();
    move(moment ? { asof: months[at] } : { from: months[from], asof: months[at] });
  };
  player = setInterval(tick, calm.matches ? 900 : 320);
  tick();
}
