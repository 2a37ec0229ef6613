// Where everything of a large picture lies, as numbers: quick to paint, and to find under the pointer.

import { relations, things } from './data.js';
import { picture } from './picture.js';
import { positionOf, wholeExtent } from './places.js';

/** @import { Relation, Thing } from './types.js' */

/** @typedef {ReturnType<typeof measureField>} Field */

/** All things, the most connected first: their numbers are used below. @type {Thing[]} */
export let ranked = [];
/** The numbers of the ends of all relations, in their order. @type {[from: Uint32Array, to: Uint32Array]} */
let ends = [new Uint32Array(), new Uint32Array()];

/** How far things stand from one another, were they spread evenly. */
export const spacing = () => apart;
let apart = 1;

export function startField() {
  ranked = [...things.values()].sort((one, other) => other.relations.length - one.relations.length);
  const numbers = new Map(ranked.map((thing, number) => [thing, number]));
  const numberOf = (/** @type {string} */ id) => numbers.get(/** @type {Thing} */ (things.get(id))) || 0;
  const all = [...relations.values()];
  ends = [
    Uint32Array.from(all, (relation) => numberOf(relation.source)),
    Uint32Array.from(all, (relation) => numberOf(relation.target)),
  ];
  const [left, top, right, bottom] = wholeExtent();
  apart = Math.sqrt(((right - left) * (bottom - top)) / ranked.length);
}

/** What the choices leave to be seen. */
export function measureField() {
  const [xs, ys] = [new Float64Array(ranked.length), new Float64Array(ranked.length)];
  const dots = [];
  for (const [number, { id }] of ranked.entries()) {
    [xs[number], ys[number]] = positionOf(id);
    if (picture.nodes.has(id)) dots.push(number);
  }
  /** @type {Relation[]} */
  const lines = [];
  const [from, to] = [new Uint32Array(picture.relations.size), new Uint32Array(picture.relations.size)];
  let at = 0;
  for (const relation of relations.values()) {
    if (picture.relations.has(relation.id)) {
      from[lines.length] = ends[0][at];
      to[lines.length] = ends[1][at];
      lines.push(relation);
    }
    at += 1;
  }
  return { turn: picture.turn, xs, ys, dots, lines, from, to };
}

/**
 * The thing at a point: the nearest of those whose dot, or `reach` around it, covers the point.
 * @param {Field} field
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @param {(thing: Thing) => number} radiusOf
 */
export function thingAt({ xs, ys, dots }, x, y, reach, radiusOf) {
  /** @type {Thing | undefined} */
  let best;
  let near = reach;
  for (const number of dots) {
    const far = Math.hypot(xs[number] - x, ys[number] - y) - radiusOf(ranked[number]);
    if (far < near) [near, best] = [far, ranked[number]];
  }
  return best;
}

/** Lines that are as near as this, in shares of the reach, lie on one another. */
const SAME = 0.05;
/**
 * The relations at a point, nearest first: those that lie on one another all.
 * @param {Field} field
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 */
export function relationsAt({ xs, ys, lines, from, to }, x, y, reach) {
  let near = reach;
  /** @type {[far: number, relation: Relation][]} */
  const found = [];
  for (let at = 0; at < lines.length; at++) {
    const [x1, y1] = [xs[from[at]], ys[from[at]]];
    const [across, down] = [xs[to[at]] - x1, ys[to[at]] - y1];
    const square = across * across + down * down;
    const share = square && Math.max(0, Math.min(1, ((x - x1) * across + (y - y1) * down) / square));
    const far = Math.hypot(x1 + share * across - x, y1 + share * down - y);
    if (far > near + reach * SAME) continue;
    near = Math.min(near, far);
    found.push([far, lines[at]]);
  }
  return found.filter(([far]) => far <= near + reach * SAME).map(([, relation]) => relation);
}
