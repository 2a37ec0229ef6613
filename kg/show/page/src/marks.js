// What stands on the ground of the map: places, what joins them, and their names.

import { openNode } from './choices.js';
import { scene } from './data.js';
import { shape } from './dom.js';
import { projection, seatOf } from './ground.js';
import { isPlaced, isSchematic } from './located.js';
import { colours, DASHES, labelColour, relationColour, sideColour } from './look.js';
import { shownOf } from './picture.js';
import { nameOf, plural } from './words.js';

/** @import { Box, Point, Thing } from './types.js' */
/** @import { Drawn, End, Link, Located, Pair } from './located.js' */

/** @typedef {(at: Point) => Point} OnScreen from the plane to the screen */

/** @param {Thing} thing */
const weight = (thing) => Math.min(13, 4.5 + 1.3 * Math.sqrt(shownOf(thing.id).length));

/**
 * A place: as large as what is said of it is much. Points that fewer claims give are hollow.
 * @param {Located} located
 * @param {OnScreen} onScreen
 */
export function spotShape({ thing, points }, onScreen) {
  const colour = colours[sideColour(thing.side)];
  return points.map(({ point }, nth) => {
    const at = projection.to(point);
    if (!at) return null;
    const [cx, cy] = onScreen(at);
    const look = nth ? { fill: 'none', stroke: colour } : { fill: colour, stroke: colours.panel };
    const click = () => openNode(thing.id);
    const circle = shape('circle', { cx, cy, r: weight(thing), ...look, 'stroke-width': 1.8 });
    const mark = { class: 'spot', 'data-thing': thing.id, on: { click } };
    return shape('g', mark, circle, shape('title', null, nameOf(thing)));
  });
}

/**
 * Where a line ends: at a place, or in a state's outline.
 * @param {End} end
 * @param {OnScreen} onScreen
 */
function endOnScreen({ end, point }, onScreen) {
  const at = point ? projection.to(point) : seatOf(end.outline);
  return at ? onScreen(at) : null;
}

/** @param {{ends: End[]}} joined */
export const endNames = ({ ends }) => ends.map(({ end }) => nameOf(end)).join(' – ');

/**
 * A link between places; those of states are in their pair's strand.
 * @param {Link} link
 * @param {OnScreen} onScreen
 */
export function linkShape(link, onScreen) {
  const points = link.ends.map(({ point }) => point && projection.to(point)).filter((point) => point !== null);
  if (points.length < 2) return null;
  const [{ certainty }] = link.relations;
  return strand('M' + points.map((point) => written(onScreen(point))).join('L'), {
    ...{ colour: relationColour(link.relations[0]), width: 2.8, dashes: DASHES[certainty] },
    ...{ title: `${nameOf(link.thing)}: ${endNames(link)}`, click: () => openNode(link.thing.id) },
  });
}
const written = (/** @type {Point} */ [x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** How much joins two. @param {Pair} pair */
export const joining = ({ relations, links }) =>
  [relations.length && plural(relations.length, 'n-relations'), links.length && plural(links.length, 'n-links')]
    .filter(Boolean)
    .join(', ');

/**
 * The bow from one to the other: between states, where it ends nowhere in particular, it is bent.
 * @param {Pair} pair
 * @param {OnScreen} onScreen
 */
function bow(pair, onScreen) {
  if (!isPlaced(pair) && !isSchematic(pair)) return null;
  const [from, to] = pair.ends.map((end) => endOnScreen(end, onScreen));
  if (!from || !to) return null;
  const long = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  /** @type {Point} */
  const middle = [x, y - (isSchematic(pair) ? long * 0.16 : 0)];
  return { course: `M${written(from)}Q${written(middle)} ${written(to)}`, long, top: (y + middle[1]) / 2, x };
}

/** @param {Pair} pair */
const breadth = ({ relations, links }) => Math.min(8, 2 + 0.8 * Math.sqrt(relations.length + links.length));

/**
 * All that joins two, as one strand that is as wide as it is much.
 * @param {Pair} pair
 * @param {OnScreen} onScreen
 * @param {(pair: Pair) => void} open
 */
export function pairShape(pair, onScreen, open) {
  const drawn = bow(pair, onScreen);
  if (!drawn) return null;
  const [one] = pair.relations;
  const isSingle = pair.relations.length === 1 && !pair.links.length;
  const width = breadth(pair);
  return strand(drawn.course, {
    ...{ colour: isSingle ? relationColour(one) : colours.joint, width },
    dashes: isSchematic(pair) ? [0.1, width * 1.9] : DASHES[one.certainty],
    ...{ title: `${endNames(pair)}: ${joining(pair)}`, click: () => open(pair) },
  });
}

/**
 * A line with a wider one around it that is easier to hit.
 * @param {string} course
 * @param {{colour: string, width: number, dashes: number[] | false, title: string, click: () => void}} how
 */
function strand(course, { colour, width, dashes, title, click }) {
  const line = { d: course, fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round' };
  return shape(
    'g',
    { class: 'strand', on: { click } },
    shape('path', { d: course, fill: 'none', stroke: 'transparent', 'stroke-width': 16 }),
    shape('path', { ...line, 'stroke-opacity': 0.75, 'stroke-dasharray': dashes ? dashes.join(' ') : null }),
    shape('title', null, title),
  );
}

/**
 * Names of places and states, and how much joins two, as far as there is room: the poles first, then what has most.
 * @param {Drawn} drawn
 * @param {OnScreen} onScreen
 * @param {Box} window the part of the plane that is seen
 */
export function namesShape(drawn, onScreen, window) {
  const letter = lettering();
  const states = [...drawn.states].sort((one, other) => rank(other) - rank(one));
  const places = [...drawn.places].sort((one, other) => rank(other.thing) - rank(one.thing));
  return [
    places.map(({ thing, points }) => {
      const at = projection.to(points[0].point);
      return at && letter(nameOf(thing), beside(onScreen(at), weight(thing) + 5), { px: 13, fill: labelColour(thing) });
    }),
    states.map((state) => {
      const at = seatOf(state.outline, window);
      const [px, thickness] = scene.poles.includes(state.id) ? [16, 650] : [12.5, 600];
      const look = { px, fill: labelColour(state), 'font-weight': thickness };
      return at && letter(nameOf(state), [[...onScreen(at), 'middle']], look);
    }),
    drawn.pairs.map((pair) => {
      const found = bow(pair, onScreen);
      if (!found || found.long < 110) return null;
      const [above, below] = [found.top - breadth(pair) - 8, found.top + breadth(pair) + 10];
      /** @type {Seat[]} */
      const seats = [above, below].map((top) => [found.x, top, 'middle']);
      return letter(joining(pair), seats, { px: 12.5, fill: colours.ink });
    }),
  ];
}
/** @param {Thing} thing */
const rank = (thing) => (scene.poles.includes(thing.id) ? 1e6 : 0) + shownOf(thing.id).length;

/** @typedef {[x: number, y: number, anchor: 'start' | 'middle' | 'end']} Seat */
/**
 * Where a name may stand beside its mark.
 * @param {Point} at
 * @param {number} far
 * @returns {Seat[]}
 */
const beside = ([x, y], far) => [
  [x + far, y, 'start'],
  [x - far, y, 'end'],
  [x, y - far - 4, 'middle'],
  [x, y + far + 4, 'middle'],
];

/** Writes texts that do not cover each other; what finds no room is left out, and stands in the lists. */
function lettering() {
  /** @type {Box[]} */
  const taken = [];
  /**
   * @param {string} text
   * @param {Seat[]} seats
   * @param {{px: number, fill: string, 'font-weight'?: number}} look
   */
  return (text, seats, { px, ...look }) => {
    const long = [...text].reduce((sum, sign) => sum + (/[\u1100-\uffdc]/.test(sign) ? 1 : 0.56), 0) * px;
    for (const [x, y, anchor] of seats) {
      const start = x - { start: 0, middle: long / 2, end: long }[anchor];
      /** @type {Box} */
      const box = [start - 2, y - px * 0.65, start + long + 2, y + px * 0.65];
      const meets = (/** @type {Box} */ other) =>
        box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
      if (taken.some(meets)) continue;
      taken.push(box);
      const halo = { stroke: colours.land, 'stroke-width': px * 0.26, 'paint-order': 'stroke' };
      const place = { x, y: y + px * 0.35, 'font-size': px, 'text-anchor': anchor, 'pointer-events': 'none' };
      return shape('text', { ...place, ...look, ...halo, 'stroke-linejoin': 'round' }, text);
    }
    return null;
  };
}
