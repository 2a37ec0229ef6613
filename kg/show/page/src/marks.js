// What stands on the ground of the map: places, what joins them, and their names.

import { openNode } from './choices.js';
import { scene } from './data.js';
import { shape } from './dom.js';
import { body, projection } from './ground.js';
import { isSchematic } from './located.js';
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
  const at = point ? projection.to(point) : body(end.outline)?.at;
  return at ? onScreen(at) : null;
}

/** @param {{ends: End[]}} joined */
export const endNames = ({ ends }) => ends.map(({ end }) => nameOf(end)).join(' – ');

/**
 * A link of which an end at least is a place; those of two states are in their pair's strand.
 * @param {Link} link
 * @param {OnScreen} onScreen
 */
export function linkShape(link, onScreen) {
  if (link.ends.every(({ point }) => point === null)) return null;
  const points = link.ends.map((end) => endOnScreen(end, onScreen)).filter((point) => point !== null);
  if (points.length < 2) return null;
  const [first] = link.relations;
  return strand('M' + points.map(written).join('L'), {
    ...{ colour: relationColour(first), width: 2.8, dashes: isSchematic(link) ? DOTS : DASHES[first.certainty] },
    ...{ title: `${nameOf(link.thing)}: ${endNames(link)}`, click: () => openNode(link.thing.id) },
  });
}
const DOTS = [0.1, 6];
const written = (/** @type {Point} */ [x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** How much joins two. @param {Pair} pair */
export const joining = ({ relations, links }) =>
  [relations.length && plural(relations.length, 'n-relations'), links.length && plural(links.length, 'n-links')]
    .filter(Boolean)
    .join(', ');

/**
 * All that joins two, as one strand that is as wide as it is much.
 * @param {Pair} pair
 * @param {OnScreen} onScreen
 * @param {(pair: Pair) => void} open
 */
export function pairShape(pair, onScreen, open) {
  const [from, to] = pair.ends.map((end) => endOnScreen(end, onScreen));
  if (!from || !to) return null;
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const bend = isSchematic(pair) ? 0.16 : 0;
  /** @type {Point} */
  const middle = [x, y - Math.hypot(to[0] - from[0], to[1] - from[1]) * bend];
  const [one] = pair.relations;
  const isSingle = pair.relations.length === 1 && !pair.links.length;
  const width = Math.min(8, 2 + 0.8 * Math.sqrt(pair.relations.length + pair.links.length));
  const course = `M${written(from)}Q${written(middle)} ${written(to)}`;
  const dashes = isSchematic(pair) ? [0.1, width * 1.9] : DASHES[one.certainty];
  return strand(course, {
    ...{ colour: isSingle ? relationColour(one) : colours.joint, width, dashes },
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
 * Names of places and states, as far as there is room for them: the poles first, then what has most relations.
 * @param {Drawn} drawn
 * @param {OnScreen} onScreen
 */
export function namesShape(drawn, onScreen) {
  /** @type {Box[]} */
  const taken = [];
  const states = [...drawn.states].sort((one, other) => rank(other) - rank(one));
  const places = [...drawn.places].sort((one, other) => rank(other.thing) - rank(one.thing));
  return [
    places.map(({ thing, points }) => {
      const at = projection.to(points[0].point);
      return at && nameShape(thing, onScreen(at), weight(thing) + 5, taken);
    }),
    states.map((state) => {
      const found = body(state.outline);
      return found && nameShape(state, onScreen(found.at), 0, taken);
    }),
  ];
}
/** @param {Thing} thing */
const rank = (thing) => (scene.poles.includes(thing.id) ? 1e6 : 0) + shownOf(thing.id).length;

/**
 * @param {Thing} thing
 * @param {Point} at
 * @param {number} aside how far beside its mark; 0 for a state, whose name stands in it
 * @param {Box[]} taken what other names take up
 */
function nameShape(thing, [x, y], aside, taken) {
  const isPole = scene.poles.includes(thing.id);
  const px = aside ? 13 : isPole ? 16 : 12.5;
  const text = nameOf(thing);
  const long = [...text].reduce((sum, sign) => sum + (/[\u1100-\uffdc]/.test(sign) ? 1 : 0.56), 0) * px;
  /** @type {[number, number, string][]} */
  const tries = aside
    ? [
        [x + aside, y + px * 0.35, 'start'],
        [x - aside, y + px * 0.35, 'end'],
        [x, y - aside, 'middle'],
        [x, y + aside + px * 0.8, 'middle'],
      ]
    : [[x, y + px * 0.35, 'middle']];
  for (const [left, base, anchor] of tries) {
    const start = left - { start: 0, middle: long / 2, end: long }[/** @type {'start'} */ (anchor)];
    /** @type {Box} */
    const box = [start - 2, base - px, start + long + 2, base + px * 0.3];
    const meets = (/** @type {Box} */ other) =>
      box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    if (taken.some(meets)) continue;
    taken.push(box);
    const halo = {
      stroke: colours.land,
      'stroke-width': px * 0.26,
      'paint-order': 'stroke',
      'stroke-linejoin': 'round',
    };
    const look = { 'font-size': px, 'font-weight': aside ? 500 : 650, 'text-anchor': anchor, fill: labelColour(thing) };
    return shape('text', { x: left, y: base, ...look, ...halo, 'pointer-events': 'none' }, text);
  }
  return null;
}
