// Where things stand: where they were laid out, where the reader put them, or around one thing of a large picture.

import { hasBands } from './bands.js';
import { choices } from './choices.js';
import { data, scene, things, thingOf } from './data.js';
import { drawnThings, isDrawn, isFolding, isUpright } from './first.js';
import { byImportance } from './look.js';
import { neighbours } from './picture.js';
import { nameOf, word } from './words.js';

/** @import { Box, Point, Side } from './types.js' */

/** @typedef {{all: Box, sides: Record<Side, Box | null>}} Extent */
/** @type {Extent} */
let extent = { all: [-100, -100, 100, 100], sides: { a: null, b: null, third: null, joint: null, none: null } };
/** The points of a large picture's surroundings. @type {Map<string, Point> | null} */
let around = null;

export const wholeExtent = () => extent.all;

/** Where the things of a folded picture stand. @type {Map<string, Point> | null} */
let spots = null;

/** The things that are laid out now: all, those of a folded picture, or those of the surroundings of one. */
export const placed = () => [...(around || spots || things).keys()].map(thingOf);

/** @param {string} id */
export const isPlaced = (id) => (around ? around.has(id) : isDrawn(id));

/**
 * @param {string} id
 * @returns {Point}
 */
export function positionOf(id) {
  const { x, y } = thingOf(id);
  return choices.pins[id] || around?.get(id) || spots?.get(id) || [x, y];
}

/** @param {Side} [side] */
function boxOf(side) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const thing of placed()) {
    if (side && thing.side !== side) continue;
    const [x, y] = around?.get(thing.id) || spots?.get(thing.id) || [thing.x, thing.y];
    box[0] = Math.min(box[0], x - (isUpright() ? 135 : 78));
    box[1] = Math.min(box[1], y - 58);
    box[2] = Math.max(box[2], x + (isUpright() ? 135 : 78));
    box[3] = Math.max(box[3], y + 72);
  }
  return box[0] < box[2] ? box : null;
}
export function measureExtent() {
  const sides = { a: boxOf('a'), b: boxOf('b'), third: boxOf('third'), joint: boxOf('joint'), none: boxOf('none') };
  extent = { all: boxOf() || [-100, -100, 100, 100], sides };
}

/** How far apart things are that were unfolded: across, and down. */
const APART = [150, 104];
const TURNED = [1.18, 0.62];

/** @returns {string} by which one can see that other things are drawn */
export function takePlaces() {
  spots = isFolding() ? new Map() : null;
  if (!spots) return '';
  const late = [];
  for (const id of drawnThings()) {
    const [x, y] = data.first[id] || [NaN, NaN];
    if (Number.isNaN(x)) late.push(id);
    else spots.set(id, isUpright() ? [Math.round(y * TURNED[0]), Math.round(x * TURNED[1])] : [x, y]);
  }
  for (const id of late) spots.set(id, freeSpot(id, spots));
  return [isUpright(), ...spots.keys()].join(' ');
}

/**
 * The place nearest to what a thing is joined to where nothing stands yet.
 * @param {string} id
 * @param {Map<string, Point>} taken
 * @returns {Point}
 */
function freeSpot(id, taken) {
  const near = neighbours(id).flatMap((other) => taken.get(other) || []);
  const middle = (/** @type {0 | 1} */ axis) => {
    const values = near.filter((_, at) => at % 2 === axis);
    return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
  };
  const [x, y] = [middle(0), middle(1)];
  const isFree = (/** @type {Point} */ [right, down]) =>
    [...taken.values()].every(
      ([across, below]) => Math.abs(across - right) >= APART[0] * 0.9 || Math.abs(below - down) >= APART[1] * 0.9,
    );
  for (let ring = 0; ; ring++) {
    for (let turn = 0; turn < Math.max(1, 8 * ring); turn++) {
      const angle = (2 * Math.PI * turn) / Math.max(1, 8 * ring);
      /** @type {Point} */
      const spot = [
        Math.round(x + (ring * APART[0] * Math.cos(angle)) / 2),
        Math.round(y + (ring * APART[1] * Math.sin(angle)) / 2),
      ];
      if (isFree(spot)) return spot;
    }
  }
}

const MAX_AROUND = 150;
/**
 * Stand things around one: its closest in the innermost ring. An empty name gives the whole picture back.
 * @param {string} middle
 */
export function surround(middle) {
  around = middle ? new Map([[middle, /** @type {Point} */ ([0, 0])]]) : null;
  if (around) {
    const near = byImportance(neighbours(middle)).slice(0, MAX_AROUND);
    for (const [at, id] of near.entries()) {
      const ring = Math.floor(Math.sqrt(at / 3));
      const first = 3 * ring * ring;
      const inRing = Math.min(near.length, 3 * (ring + 1) ** 2) - first;
      const angle = (2 * Math.PI * (at - first)) / inRing + ring;
      const far = [220 * 1.25 * (ring + 1), 170 * (ring + 1)];
      around.set(id, [Math.round(far[0] * Math.cos(angle)), Math.round(far[1] * Math.sin(angle))]);
    }
  }
  measureExtent();
  return around !== null;
}

/** @param {number} at */
export const poleName = (at) => (things.has(scene.poles[at]) ? nameOf(thingOf(scene.poles[at])) : scene.poles[at]);

/**
 * The zones of the two poles, of what they share, of third parties, and of what nobody says whose it is.
 * @typedef {{box?: Box, colour?: string, text: string, x: number, y: number, align: CanvasTextAlign, ink: string}} Zone
 * @returns {Zone[]}
 */
export function zones() {
  const { all, sides } = extent;
  const { a: first, b: second, third, joint, none } = sides;
  const isFree = spots ? isUpright() : data.free;
  if (scene.poles.length !== 2 || !first || !second || isFree || hasBands || first[2] > second[0]) return [];
  const top = third ? third[3] + 6 : all[1];
  const bottom = none ? none[1] - 6 : all[3];
  const text = (/** @type {number} */ at) => poleName(at).toUpperCase();
  /** @type {Zone[]} */
  const found = [
    {
      ...{ box: [all[0], top, first[2], bottom], colour: 'zone-a', text: text(0), ink: 'a' },
      ...{ x: all[0] + 14, y: top + 18, align: 'left' },
    },
    {
      ...{ box: [second[0], top, all[2], bottom], colour: 'zone-b', text: text(1), ink: 'b' },
      ...{ x: all[2] - 14, y: top + 18, align: 'right' },
    },
  ];
  const middle = (first[2] + second[0]) / 2;
  if (joint && !spots) {
    found.push({ text: word('shared').toUpperCase(), x: middle, y: top + 18, align: 'center', ink: 'mut' });
  }
  if (third) {
    found.push({
      ...{ box: [all[0], all[1], all[2], third[3] - 4], colour: 'zone-third', ink: 'mut' },
      ...{ text: word('third-parties').toUpperCase(), x: all[0] + 14, y: all[1] + 18, align: 'left' },
    });
  }
  if (none) {
    found.push({
      ...{ box: [all[0], none[1] + 4, all[2], all[3]], colour: 'zone-third', ink: 'mut' },
      ...{ text: word('no-side').toUpperCase(), x: all[0] + 14, y: none[1] + 22, align: 'left' },
    });
  }
  return found;
}
