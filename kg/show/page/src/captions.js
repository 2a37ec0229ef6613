// Names in a large picture: what joins most always has one, the rest where there is room.

import { choices } from './choices.js';
import { relationOf, thingOf } from './data.js';
import { ranked } from './field.js';
import { labels, overlaps, wrap, writeLabel, writeRelation } from './labels.js';
import { byImportance, FONT, labelColour } from './look.js';
import { picture } from './picture.js';
import { positionOf } from './places.js';
import { dotRadius } from './sheet.js';
import { nameOf } from './words.js';

/** @import { Field } from './field.js' */
/** @import { Label } from './labels.js' */
/** @import { Eye } from './sheet.js' */
/** @import { Box, Thing } from './types.js' */

const MAX_LABELS = 40;
/** Whoever comes after so many finds no room. */
const MOST_TRIED = 300;
/** So many of those in sight that join most have a name even where it must stand further off. */
const HUBS = 20;
const SIZE = 12;
const LETTERS = 24;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Field} field
 * @param {Eye} eye
 * @param {number} width
 * @param {number} height
 */
export function captions(context, field, eye, width, height) {
  const size = SIZE / eye.scale;
  const [halfX, halfY] = [width / 2 / eye.scale, height / 2 / eye.scale];
  /** @type {Box} */
  const sight = [eye.x - halfX, eye.y - halfY, eye.x + halfX, eye.y + halfY];
  /** @type {Box[]} */
  const boxes = [];
  labels.clear();
  Object.assign(context, { textAlign: 'center', textBaseline: 'top', lineJoin: 'round' });
  let tried = 0;
  for (const thing of wanted(field, sight)) {
    if (labels.size >= MAX_LABELS || tried++ >= MOST_TRIED) break;
    const isChosen = thing.id === choices.node || thing.id === picture.hoveredNode;
    context.font = `${isChosen ? 650 : 550} ${size}px ${FONT}`;
    const label = placedLabel(context, thing, eye.scale, labels.size < HUBS, boxes, sight);
    if (!label) continue;
    boxes.push(label.box);
    labels.set(thing.id, label);
    writeLeader(context, thing, label, eye.scale);
    writeLabel(context, label, labelColour(thing), 0.35);
  }
  writeRelations(context, size, boxes);
}

/**
 * The things in sight whose names are wanted, first those that stand out, or join most.
 * @param {Field} field
 * @param {Box} sight
 */
function* wanted({ xs, ys, dots }, [left, top, right, bottom]) {
  const { hotNodes, hoveredNode } = picture;
  const first = hotNodes ? byImportance(hotNodes) : hoveredNode ? [hoveredNode] : [];
  for (const id of first) {
    const [x, y] = positionOf(id);
    if (x > left && x < right && y > top && y < bottom) yield thingOf(id);
  }
  if (hotNodes) return;
  for (const at of dots) {
    const isInside = xs[at] > left && xs[at] < right && ys[at] > top && ys[at] < bottom;
    if (isInside && ranked[at].id !== hoveredNode) yield ranked[at];
  }
}

/** Where a name may stand around its thing: shares of its own width and height, and of the gap between the two. */
const BESIDE = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
];
const FURTHER = [...BESIDE, [1, 1], [-1, 1], [1, -1], [-1, -1]];
const RINGS = 9;
/**
 * A name where it covers no other and is whole; of a hub, further and further off. Null when there is no such place.
 * @param {CanvasRenderingContext2D} context
 * @param {Thing} thing
 * @param {number} scale
 * @param {boolean} isHub
 * @param {Box[]} boxes
 * @param {Box} sight
 * @returns {Label | null}
 */
function placedLabel(context, thing, scale, isHub, boxes, sight) {
  const size = SIZE / scale;
  const leading = size * 1.2;
  const lines = wrap(nameOf(thing), LETTERS);
  const [halfX, halfY] = [
    Math.max(...lines.map((line) => context.measureText(line).width)) / 2,
    (lines.length * leading) / 2,
  ];
  const [x, y] = positionOf(thing.id);
  for (let ring = 0; ring <= (isHub ? RINGS : 0); ring++) {
    const gap = dotRadius(thing, scale) + 2 / scale + ring * leading;
    for (const [right, down] of ring ? FURTHER : BESIDE) {
      const [middle, top] = [x + right * (halfX + gap), y + down * (halfY + gap) - halfY];
      /** @type {Box} */
      const box = [middle - halfX, top, middle + halfX, top + 2 * halfY];
      const isWhole = box[0] > sight[0] && box[1] > sight[1] && box[2] < sight[2] && box[3] < sight[3];
      if (isWhole && !overlaps(box, boxes)) return { lines, x: middle, top, size, leading, box };
    }
  }
  return null;
}

/**
 * A line to a name that stands off.
 * @param {CanvasRenderingContext2D} context
 * @param {Thing} thing
 * @param {Label} label
 * @param {number} scale
 */
function writeLeader(context, thing, { box, leading }, scale) {
  const [x, y] = positionOf(thing.id);
  const [toX, toY] = [Math.max(box[0], Math.min(box[2], x)), Math.max(box[1], Math.min(box[3], y))];
  if (Math.hypot(toX - x, toY - y) < dotRadius(thing, scale) + leading) return;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(toX, toY);
  Object.assign(context, { lineWidth: 0.8 / scale, strokeStyle: labelColour(thing) });
  context.stroke();
}

const FEW = 14;
/**
 * What the relations say that stand out, where they are few.
 * @param {CanvasRenderingContext2D} context
 * @param {number} size
 * @param {Box[]} boxes
 */
function writeRelations(context, size, boxes) {
  const { hotRelations, hoveredRelation } = picture;
  const found = new Set(hotRelations.size <= FEW ? hotRelations : []);
  if (hoveredRelation) found.add(hoveredRelation);
  context.textBaseline = 'middle';
  for (const relation of [...found].map(relationOf)) {
    const [[x1, y1], [x2, y2]] = [positionOf(relation.source), positionOf(relation.target)];
    writeRelation(context, relation, { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }, size * 0.92, boxes);
  }
}
