// Labels on the canvas: most important first, never overlapping, never below 11 px on the screen.

import { isBand } from './bands.js';
import { choices } from './choices.js';
import { relationOf, thingOf } from './data.js';
import { byImportance, colours, FONT, labelColour, OUTLINES, relationColour } from './look.js';
import { presence } from './motion.js';
import { picture, isHot } from './picture.js';
import { isPlaced, positionOf } from './places.js';
import { drawSigns } from './signs.js';
import { inLanguage, nameOf } from './words.js';

/** @import { Box, Relation, Thing } from './types.js' */

/** @typedef {{lines: string[], x: number, top: number, size: number, leading: number, box: Box}} Label */
/** What the last painting wrote, and where. @type {Map<string, Label>} */
export const labels = new Map();

/**
 * @param {Box} one
 * @param {Box[]} boxes
 */
export const overlaps = (one, boxes) =>
  boxes.some((other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1]);

/**
 * @param {string} text
 * @param {number} width in letters
 */
export function wrap(text, width) {
  const lines = [];
  let line = '';
  for (const next of text.split(/\s+/)) {
    const longer = line ? `${line} ${next}` : next;
    if (line && longer.length > width) lines.push(line);
    line = line && longer.length > width ? next : longer;
  }
  return [...lines, line];
}

/** @param {string} name letters of East Asia are wide */
const lettersInLine = (name) => (/[\u3040-\u9fff\uac00-\ud7af]/.test(name) ? 12 : 19);

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Label} label
 * @param {string} colour
 * @param {number} halo in sizes of the font
 */
export function writeLabel(context, { lines, x, top, size, leading }, colour, halo) {
  context.lineWidth = size * halo;
  context.strokeStyle = colours.bg;
  lines.forEach((line, at) => context.strokeText(line, x, top + at * leading));
  context.fillStyle = colour;
  lines.forEach((line, at) => context.fillText(line, x, top + at * leading));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} scale
 * @param {(id: string) => {x: number, y: number} | null} middleOf the middle of a relation as it is drawn
 */
export function drawLabels(context, scale, middleOf) {
  const size = Math.max(11.5 / scale, Math.min(13, 15 / scale));
  const wanted = byImportance(picture.nodes).filter(
    (id) => isPlaced(id) && isHot(id) && presence(picture.changed.get(id)) > 0.4,
  );
  /** @type {Box[]} */
  const shapes = wanted.map((id) => {
    // no label on another's shape
    const [[x, y], radius] = [positionOf(id), thingOf(id).radius];
    return [x - radius, y - radius, x + radius, y + radius];
  });
  /** @type {Box[]} */
  const written = [];
  labels.clear();
  Object.assign(context, { textAlign: 'center', textBaseline: 'top', lineJoin: 'round' });
  for (const id of wanted) {
    const thing = thingOf(id);
    const isChosen = id === choices.node;
    context.font = `${thing.kind === 'state' || isChosen ? 650 : 500} ${size}px ${FONT}`;
    const label = fit(context, thing, size, scale, isChosen ? written : [...shapes, ...written]);
    if (!label) continue;
    written.push(label.box);
    labels.set(id, label);
    writeLabel(context, label, labelColour(thing), 0.42);
  }
  drawRelationLabels(context, size * 0.92, written, shapes, middleOf);
}

/**
 * The name of a thing, whole, where it covers nothing else: below it, else above, else beside it; null when nowhere.
 * @param {CanvasRenderingContext2D} context
 * @param {Thing} thing
 * @param {number} size
 * @param {number} scale
 * @param {Box[]} boxes
 * @returns {Label | null}
 */
function fit(context, thing, size, scale, boxes) {
  const [x, y] = positionOf(thing.id);
  const leading = size * 1.16;
  const far = thing.radius * (OUTLINES[thing.kind] === 'diamond' ? 1.18 : 1) + 4 / Math.max(0.8, scale);
  const name = nameOf(thing);
  const letters = lettersInLine(name);
  for (const width of [letters, Math.round(letters * 1.4), Math.round(letters * 0.7)]) {
    const lines = wrap(name, width);
    const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
    const height = lines.length * leading;
    /** @type {[number, number][]} */
    const places = [
      [x, y + far],
      [x, y - far - height],
      [x + far + half, y - height / 2],
      [x - far - half, y - height / 2],
    ];
    for (const [middle, top] of places) {
      /** @type {Box} */
      const box = [middle - half - 2, top - 1, middle + half + 2, top + height];
      if (!overlaps(box, boxes)) return { lines, x: middle, top, size, leading, box };
    }
  }
  return null;
}

const FEW = 14;
/**
 * What a relation says, where one stands out; on the rest the sign of a disagreement about it.
 * @param {CanvasRenderingContext2D} context
 * @param {number} size
 * @param {Box[]} boxes
 * @param {Box[]} shapes of the things, which no sign may cover
 * @param {(id: string) => {x: number, y: number} | null} middleOf
 */
function drawRelationLabels(context, size, boxes, shapes, middleOf) {
  const { hotRelations, hoveredRelation, relations } = picture;
  const wanted = new Set(hotRelations.size <= FEW || choices.edge ? hotRelations : []);
  if (hoveredRelation) wanted.add(hoveredRelation);
  context.textBaseline = 'middle';
  for (const id of wanted) {
    if (isBand(id)) continue; // it says more than its label
    const relation = relationOf(id);
    if (!relations.has(id) || !isPlaced(relation.source) || !isPlaced(relation.target)) continue;
    const at = middleOf(id);
    if (!at) continue;
    writeRelation(context, relation, at, size, boxes);
  }
  drawSigns(context, size, (box) => overlaps(box, boxes) || overlaps(box, shapes), middleOf, wanted);
}

/**
 * What a relation says, in a frame of its own, where it covers nothing.
 * @param {CanvasRenderingContext2D} context
 * @param {Relation} relation
 * @param {{x: number, y: number}} at the middle
 * @param {number} size
 * @param {Box[]} boxes what is written already
 */
export function writeRelation(context, relation, at, size, boxes) {
  const text = inLanguage(relation.label);
  context.font = `500 ${size}px ${FONT}`;
  const half = Math.max(context.measureText(text).width, size * 0.5) / 2 + size * 0.4;
  /** @type {Box} */
  const box = [at.x - half, at.y - size * 0.75, at.x + half, at.y + size * 0.75];
  if (overlaps(box, boxes)) return;
  boxes.push(box);
  context.beginPath();
  context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], size * 0.5);
  context.fillStyle = colours.panel;
  context.fill();
  context.lineWidth = size / 12;
  context.strokeStyle = relationColour(relation);
  context.stroke();
  context.fillStyle = colours.ink;
  context.fillText(text, at.x, at.y + size * 0.05);
}
