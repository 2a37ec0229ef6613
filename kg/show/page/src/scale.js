// Values on one scale: a dot for one that is exact, a bar for one that is rounded or bounded; an open end fades out.

import { choices } from './choices.js';
import { element } from './dom.js';
import { inLanguage, word } from './words.js';

/** @import { Party } from './types.js' */
/** @import { Standing } from './standing.js' */

/**
 * Where a bound lies: a number, or a day in days of the calendar; null for what is open or cannot be placed.
 * @param {number | string | null} bound
 */
function placeOf(bound) {
  if (bound === null || typeof bound === 'number') return bound;
  const time = Date.parse(bound);
  return Number.isNaN(time) ? null : time;
}

/**
 * @param {number | string} bound
 * @param {string} unit
 */
const boundText = (bound, unit) =>
  typeof bound === 'number' ? `${bound.toLocaleString(choices.lang)} ${unit}`.trim() : bound;

/**
 * @param {Party} side
 * @param {string} unit
 */
function rangeText({ low, high }, unit) {
  if (low === high) return low === null ? '' : boundText(low, unit);
  return `${low === null ? '…' : boundText(low, unit)} – ${high === null ? '…' : boundText(high, unit)}`;
}

/**
 * The sides of a dispute on one scale; nothing where fewer than two have a place on it.
 * @param {Standing} standing
 */
export function chosenScale({ dispute, sides }) {
  const placed = sides.map(({ side }) => ({ side, low: placeOf(side.low), high: placeOf(side.high) }));
  const bounded = placed.filter(({ low, high }) => low !== null || high !== null);
  if (!dispute.scale || bounded.length < 2) return null;
  const known = bounded.flatMap(({ low, high }) => [low, high]).filter((bound) => bound !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const at = (/** @type {number} */ bound) => (most > least ? (100 * (bound - least)) / (most - least) : 50);
  const row = (/** @type {typeof placed[0]} */ { side, low, high }) => {
    const from = low === null ? 0 : at(low);
    const to = high === null ? 100 : at(high);
    const open = `${low === null ? 'open-low' : ''} ${high === null ? 'open-high' : ''}`;
    const [kind, style] =
      low === high ? ['dot', `left:${from}%`] : [`reach ${open}`, `left:${from}%;width:${to - from}%`];
    return [
      element('span', { class: 'scale-name' }, inLanguage(side.value)),
      element('span', { class: 'scale-track' }, element('i', { class: kind, style })),
      element('span', { class: 'scale-range' }, rangeText(side, dispute.unit)),
    ];
  };
  return element(
    'figure',
    { class: 'scale' },
    element('div', { class: 'scale-rows' }, bounded.map(row)),
    element('figcaption', { class: 'by' }, word('one-scale')),
  );
}
