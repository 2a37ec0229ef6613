// Acts by month as bars: cooperation upwards, conflict downwards, on one scale for all strips that are compared.

import { choices } from './choices.js';
import { shape } from './dom.js';

/** @import { Sum } from './bands.js' */

/**
 * Whether a month lies in the time that the reader looks at.
 * @param {string} month
 */
export const isLooked = (month) => !choices.asof || ((choices.from || choices.asof) <= month && month <= choices.asof);

/** @param {Iterable<Sum>} sums */
export function extremes(sums) {
  let [up, down] = [0, 0];
  for (const sum of sums) [up, down] = [Math.max(up, sum.n - sum.down), Math.max(down, sum.down)];
  return { up, down };
}

export const WIDTH = 1000;
/**
 * A strip of months.
 * @param {string[]} months
 * @param {Map<string, Sum>} sums by month
 * @param {{up: number, down: number}} most what the tallest bars of all strips come to
 * @param {number} height
 */
export function strip(months, sums, most, height) {
  const step = WIDTH / months.length;
  const unit = (height - 3) / Math.max(1, most.up + most.down);
  const axis = 1 + unit * most.up;
  const bars = months.map((month, nth) => {
    const sum = sums.get(month);
    if (!sum) return null;
    const on = isLooked(month) ? 'on' : 'off';
    const bar = (/** @type {string} */ kind, /** @type {number} */ from, /** @type {number} */ count) =>
      count > 0 &&
      shape('rect', {
        ...{ x: nth * step + step * 0.08, y: axis - unit * (from + count), width: step * 0.84 },
        ...{ height: Math.max(0.8, unit * count), class: `${kind} ${on}` },
      });
    const even = sum.n - sum.up - sum.down;
    return [bar('coop', 0, sum.up), bar('even', sum.up, even), bar('conf', -sum.down, sum.down)];
  });
  const line = shape('line', { x1: 0, y1: axis, x2: WIDTH, y2: axis, class: 'axis' });
  const frame = { viewBox: `0 0 ${WIDTH} ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  return shape('svg', { ...frame, class: 'months' }, bars, line);
}
