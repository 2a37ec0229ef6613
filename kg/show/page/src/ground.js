// The ground of the map: outlines of land and states, what is disputed, and a small picture of the whole world.

import { data, scene } from './data.js';
import { shape } from './dom.js';
import { around, EARTH, EDGE, wholeEarth } from './globe.js';
import { colours, sideColour } from './look.js';

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

/** Paths that were made once. @type {Map<string, string>} */
const made = new Map();
/**
 * @param {string} state
 * @param {Place} place
 * @param {string} name of the projection
 */
function outline(state, place, name) {
  const key = `${name} ${state}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const drawn = (ground().rings[state] || []).map((ring) => path(ringPoints(ring), place, true)).join('');
  made.set(key, drawn);
  return drawn;
}

const HATCH = 'disputed-area';
const thin = { 'vector-effect': 'non-scaling-stroke', 'stroke-linejoin': 'round' };

/**
 * How a state is filled: its side's colour, or land.
 * @param {Thing | undefined} state where the page tells of it
 */
function fillOf(state) {
  if (!state) return { fill: colours.land };
  const pole = scene.poles.includes(state.id);
  return { fill: colours[sideColour(state.side)], 'fill-opacity': pole ? 0.34 : 0.16 };
}

/**
 * Land, water and borders. Disputed areas are nobody's here.
 * @param {Thing[]} states those to colour
 */
export function groundShapes(states) {
  const shown = new Map(states.map((state) => [state.outline, state]));
  const { to } = projection;
  const line = { ...thin, fill: 'none', stroke: colours.shore, 'stroke-width': 0.7 };
  const edge = 2 * EARTH * Math.sin((EDGE * Math.PI) / 360);
  const areas = ground()
    .areas.map((area) => path(walked(area), to, true))
    .join('');
  const borders = ground()
    .borders.map((border) => path(walked(border), to, false))
    .join('');
  const land = { ...line, fill: colours.land, 'fill-rule': 'evenodd' };
  const names = Object.keys(ground().rings);
  return [
    shape('defs', null, hatch()),
    shape('circle', { r: edge, fill: colours.water }),
    shape('path', { d: graticule(), ...line, 'stroke-width': 0.4, 'stroke-opacity': 0.5 }),
    names.map((name) => shape('path', { d: outline(name, to, 'around'), ...land })),
    names.map((name) =>
      shown.has(name)
        ? shape('path', { d: outline(name, to, 'around'), 'fill-rule': 'evenodd', ...fillOf(shown.get(name)) })
        : null,
    ),
    shape('path', { d: areas, fill: colours.land }),
    shape('path', { d: areas, ...line, fill: `url(#${HATCH})`, 'stroke-dasharray': '3 3' }),
    shape('path', { d: borders, ...line, stroke: colours.land, 'stroke-width': 1.6 }),
    shape('path', { d: borders, ...line, 'stroke-width': 0.9, 'stroke-dasharray': '3 3' }),
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

/**
 * Where the name of a state stands: on the widest stretch of its largest outline. A place for a word, and of nothing else.
 * @param {string} state
 * @returns {{at: Point, box: Box} | null}
 */
export function body(state) {
  const rings = (ground().rings[state] || []).map((ring) =>
    ringPoints(ring)
      .map(projection.to)
      .filter((point) => point !== null),
  );
  const largest = rings.reduce((best, ring) => (spread(ring) > spread(best) ? ring : best), []);
  if (largest.length < 3) return null;
  const box = boxOf(largest);
  /** @type {{width: number, at: Point}} */
  let best = { width: 0, at: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] };
  for (let part = 3; part < 8; part++) {
    const y = box[1] + ((box[3] - box[1]) * part) / 10;
    const cuts = crossings(largest, y);
    for (let at = 0; at + 1 < cuts.length; at += 2) {
      const width = cuts[at + 1] - cuts[at];
      if (width > best.width) best = { width, at: [(cuts[at] + cuts[at + 1]) / 2, y] };
    }
  }
  return { at: best.at, box };
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

/**
 * The world, small, with the part that the map shows.
 * @param {Point[]} frame the border of that part
 * @param {Thing[]} states
 */
export function worldShape(frame, states) {
  const shown = new Map(states.map((state) => [state.outline, state]));
  const [width, height] = [2.72 * EARTH, 1.34 * EARTH];
  const rim = { x: -width, y: -height, width: 2 * width, height: 2 * height, rx: 700 };
  const names = Object.keys(ground().rings);
  const around180 = frame.map(wholeEarth);
  let drawn = '';
  for (const [at, [x, y]] of around180.entries()) {
    const before = around180[at - 1];
    const jumps = !before || Math.abs(before[0] - x) > width;
    drawn += `${jumps ? 'M' : 'L'}${x.toFixed(0)} ${y.toFixed(0)}`;
  }
  return shape(
    'svg',
    { viewBox: `${-width} ${-height} ${2 * width} ${2 * height}`, 'aria-hidden': 'true' },
    shape('rect', { ...rim, fill: colours.water, stroke: colours.shore, 'stroke-width': 20 }),
    names.map((name) => {
      const state = shown.get(name);
      const look = state ? { fill: colours[sideColour(state.side)] } : { fill: colours.shore };
      return shape('path', { d: outline(name, wholeEarth, 'whole'), 'fill-rule': 'evenodd', ...look });
    }),
    shape('path', { d: drawn, fill: 'none', stroke: colours.acc, 'stroke-width': 60, 'stroke-linejoin': 'round' }),
  );
}
