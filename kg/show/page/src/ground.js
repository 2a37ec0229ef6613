// The ground of the map: outlines of land and states, what is disputed, and a small globe.

import { data, scene } from './data.js';
import { shape } from './dom.js';
import { around, EARTH, EDGE } from './globe.js';
import { colours, sideColour } from './look.js';
import { nameOf } from './words.js';

/** @import { Box, Ground, Point, Thing } from './types.js' */

/** @typedef {(point: Point) => Point | null} Place */
const ground = () => /** @type {Ground} */ (data.ground);
/** Around the middle of what the page tells of. */
export const projection = around(data.ground ? data.ground.middle : [0, 0]);

/** @param {number[]} steps @returns {Point[]} */
function walked(steps) {
  /** @type {Point[]} */
  const found = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) {
    [x, y] = [x + steps[at], y + steps[at + 1]];
    found.push([x / 100, y / 100]);
  }
  return found;
}

/** @type {Point[][]} */
const arcs = data.ground ? data.ground.arcs.map(walked) : [];
/** @param {number[]} ring */
const ringPoints = (ring) => ring.flatMap((arc) => (arc < 0 ? [...arcs[~arc]].reverse() : arcs[arc]));

/**
 * @param {Point[]} points
 * @param {Place} place
 * @param {boolean} closed
 */
function path(points, place, closed) {
  const placed = points.map(place).filter((point) => point !== null);
  if (placed.length < 2) return '';
  return 'M' + placed.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L') + (closed ? 'Z' : '');
}

/** The outlines of states, made once. @type {Map<string, string>} */
const made = new Map();
/** @param {string} state */
function outline(state) {
  const rings = ground().rings[state] || [];
  const drawn = made.get(state) ?? rings.map((ring) => path(ringPoints(ring), projection.to, true)).join('');
  made.set(state, drawn);
  return drawn;
}

/** All borders and shores, each once, without the seam at 180 degrees, where outlines are cut and no border is. */
const seamless = () =>
  arcs
    .flatMap((points) => {
      /** @type {Point[][]} */
      const parts = [[points[0]]];
      for (const [at, point] of points.entries()) {
        if (!at) continue;
        const isSeam = Math.abs(point[0]) === 180 && Math.abs(points[at - 1][0]) === 180;
        if (isSeam) parts.push([point]);
        else parts[parts.length - 1].push(point);
      }
      return parts.map((part) => path(part, projection.to, false));
    })
    .join('');
const shores = data.ground ? seamless() : '';

const HATCH = 'disputed-area';
const thin = { 'vector-effect': 'non-scaling-stroke', 'stroke-linejoin': 'round' };

/** @param {Thing} state */
const fillOf = (state) => ({
  fill: colours[sideColour(state.side)],
  'fill-opacity': scene.poles.includes(state.id) ? 0.34 : 0.16,
});

/**
 * Land, water and borders. Disputed areas are nobody's here.
 * @param {Thing[]} states those to colour
 * @param {(state: Thing) => void} [open] when one is chosen
 */
export function groundShapes(states, open) {
  const { areas, borders, rings } = ground();
  const drawnOf = (/** @type {number[][]} */ lines, /** @type {boolean} */ closed) =>
    lines.map((steps) => path(walked(steps), projection.to, closed)).join('');
  const [disputed, unsettled] = [drawnOf(areas, true), drawnOf(borders, false)];
  const line = { ...thin, fill: 'none', stroke: colours.shore, 'stroke-width': 0.7 };
  const whole = Object.keys(rings).map(outline).join('');
  const state = (/** @type {Thing} */ thing) => {
    const look = { d: outline(thing.outline), 'fill-rule': 'evenodd', ...fillOf(thing) };
    const click = () => open?.(thing);
    return shape('path', { ...look, class: 'state', on: { click } }, shape('title', null, nameOf(thing)));
  };
  return [
    shape('defs', null, hatch()),
    shape('circle', { r: 2 * EARTH * Math.sin((EDGE * Math.PI) / 360), fill: colours.water }),
    shape('path', { d: graticule(), ...line, 'stroke-width': 0.4, 'stroke-opacity': 0.5 }),
    shape('path', { d: whole, fill: colours.land, 'fill-rule': 'evenodd' }),
    states.map(state),
    shape('path', { d: disputed, fill: colours.land, 'pointer-events': 'none' }),
    shape('path', { d: disputed, fill: `url(#${HATCH})`, 'pointer-events': 'none' }),
    shape('path', { d: shores, ...line, 'pointer-events': 'none' }),
    shape('path', { d: disputed, ...line, stroke: colours.land, 'stroke-width': 1.4, 'pointer-events': 'none' }),
    shape('path', { d: disputed, ...line, 'stroke-dasharray': '3 3', 'pointer-events': 'none' }),
    shape('path', { d: unsettled, ...line, stroke: colours.land, 'stroke-width': 1.6, 'pointer-events': 'none' }),
    shape('path', { d: unsettled, ...line, 'stroke-width': 0.9, 'stroke-dasharray': '3 3', 'pointer-events': 'none' }),
  ];
}

function hatch() {
  const size = { width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  const stripe = { x1: 0, y1: 0, x2: 0, y2: 7, stroke: colours.shore, 'stroke-width': 2 };
  return shape('pattern', { id: HATCH, ...size }, shape('line', stripe));
}

const STEP = 15;
function graticule() {
  const lines = [];
  for (let lon = -180; lon < 180; lon += STEP) {
    const points = Array.from({ length: 33 }, (_, at) => /** @type {Point} */ ([lon, -80 + at * 5]));
    lines.push(path(points, projection.to, false));
  }
  for (let lat = -75; lat <= 75; lat += STEP) {
    const points = Array.from({ length: 73 }, (_, at) => /** @type {Point} */ ([-180 + at * 5, lat]));
    lines.push(path(points, projection.to, false));
  }
  return lines.join('');
}

/** The largest outline of a state, on the plane. @type {Map<string, Point[]>} */
const largest = new Map();
/** @param {string} state */
function largestOf(state) {
  const known = largest.get(state);
  if (known) return known;
  const rings = (ground().rings[state] || []).map((ring) =>
    ringPoints(ring)
      .map(projection.to)
      .filter((point) => point !== null),
  );
  const found = rings.reduce((best, ring) => (spread(ring) > spread(best) ? ring : best), []);
  largest.set(state, found);
  return found;
}

/** @param {string} state @returns {Box | null} */
export function extentOf(state) {
  const ring = largestOf(state);
  return ring.length ? boxOf(ring) : null;
}

/**
 * Where the name of a state stands: on the widest stretch of it that is seen. A seat for a word, and the place of nothing.
 * @param {string} state
 * @param {Box} [window] what is seen
 * @returns {Point | null}
 */
export function seatOf(state, window = [-Infinity, -Infinity, Infinity, Infinity]) {
  const ring = largestOf(state);
  if (ring.length < 3) return null;
  const box = boxOf(ring);
  const [top, bottom] = [Math.max(box[1], window[1]), Math.min(box[3], window[3])];
  /** @type {{width: number, at: Point | null}} */
  let best = { width: 0, at: null };
  for (let part = 3; part < 8; part++) {
    const y = top + ((bottom - top) * part) / 10;
    const cuts = crossings(ring, y);
    for (let at = 0; at + 1 < cuts.length; at += 2) {
      const [left, right] = [Math.max(cuts[at], window[0]), Math.min(cuts[at + 1], window[2])];
      if (right - left > best.width) best = { width: right - left, at: [(left + right) / 2, y] };
    }
  }
  return best.at;
}

/** @param {Point[]} points @returns {Box} */
export function boxOf(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
/** @param {Point[]} points */
function spread(points) {
  if (!points.length) return 0;
  const [left, top, right, bottom] = boxOf(points);
  return (right - left) * (bottom - top);
}
/**
 * @param {Point[]} ring
 * @param {number} y
 */
function crossings(ring, y) {
  const found = ring.flatMap(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length];
    return y1 > y !== y2 > y ? [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)] : [];
  });
  return found.sort((one, other) => one - other);
}

/** As far as a globe is seen at once: ninety degrees from the middle. */
const HALF = Math.SQRT2 * EARTH;
/**
 * The half of the earth around the middle, small, with the part that the map shows.
 * @param {Box} frame that part
 * @param {Thing[]} states
 */
export function globeShape([left, top, right, bottom], states) {
  const shown = new Map(states.map((state) => [state.outline, state]));
  const view = 1.1 * HALF;
  const half = shape('clipPath', { id: 'half-earth' }, shape('circle', { r: HALF }));
  const land = Object.keys(ground().rings).map((name) => {
    const state = shown.get(name);
    const fill = state ? colours[sideColour(state.side)] : colours.shore;
    return shape('path', { d: outline(name), 'fill-rule': 'evenodd', fill });
  });
  const window = { x: left, y: top, width: right - left, height: bottom - top };
  return shape(
    'svg',
    { viewBox: `${-view} ${-view} ${2 * view} ${2 * view}`, 'aria-hidden': 'true' },
    shape('defs', null, half),
    shape('circle', { r: HALF, fill: colours.water, stroke: colours.shore, 'stroke-width': 24 }),
    shape('g', { 'clip-path': 'url(#half-earth)' }, land),
    shape('rect', { ...window, fill: 'none', stroke: colours.acc, 'stroke-width': 46, 'stroke-linejoin': 'round' }),
  );
}
