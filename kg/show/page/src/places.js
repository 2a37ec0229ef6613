// Where things stand: where they were laid out, where the reader put them, or around one thing of a large picture.

import { hasBands } from './bands.js';
import { choices } from './choices.js';
import { data, scene, things, thingOf } from './data.js';
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

/** The things that are laid out now: all, or those of the surroundings. */
export const placed = () => (around ? [...around.keys()].map(thingOf) : [...things.values()]);

/** @param {string} id */
export const isPlaced = (id) => !around || around.has(id);

/**
 * @param {string} id
 * @returns {Point}
 */
export function positionOf(id) {
  const { x, y } = thingOf(id);
  return choices.pins[id] || around?.get(id) || [x, y];
}

/** @param {Side} [side] */
function boxOf(side) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const thing of placed()) {
    if (side && thing.side !== side) continue;
    const [x, y] = around?.get(thing.id) || [thing.x, thing.y];
    box[0] = Math.min(box[0], x - 78);
    box[1] = Math.min(box[1], y - 58);
    box[2] = Math.max(box[2], x + 78);
    box[3] = Math.max(box[3], y + 72);
  }
  return box[0] < box[2] ? box : null;
}
export function measureExtent() {
  const sides = { a: boxOf('a'), b: boxOf('b'), third: boxOf('third'), joint: boxOf('joint'), none: boxOf('none') };
  extent = { all: boxOf() || [-100, -100, 100, 100], sides };
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
  if (scene.poles.length !== 2 || !first || !second || data.free || hasBands) return [];
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
  if (joint) found.push({ text: word('shared').toUpperCase(), x: middle, y: top + 18, align: 'center', ink: 'mut' });
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
