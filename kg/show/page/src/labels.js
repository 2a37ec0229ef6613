// Labels on the canvas: most important first, never overlapping, never below 11 px on the screen.

import { choices } from './choices.js';
import { relationOf, thingOf } from './data.js';
import { byImportance, changeSign, colours, FONT, labelColour, OUTLINES, relationColour } from './look.js';
import { presence } from './motion.js';
import { picture, isHot } from './picture.js';
import { isPlaced, positionOf } from './places.js';
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

const MOST_LINES = 3;
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
  lines.push(line);
  return lines.length > MOST_LINES ? [...lines.slice(0, 2), lines[2] + '…'] : lines;
}

/**
 * @param {string} line
 * @param {number} length
 */
const cut = (line, length) => (line.length > length ? line.slice(0, length - 1).trimEnd() : line) + '…';

/**
 * Shorter and shorter ways to write a name: a cut name beats no name.
 * @param {string[]} lines
 */
function shorter([first, ...more]) {
  const ways = more.length > 1 ? [[first, cut(more[0], 16)]] : [];
  if (more.length) ways.push([cut(first, 16)]);
  return [...ways, [cut(first, 10)]];
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
 * The longest way to write the name of a thing that covers nothing else; null when there is none.
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
  const top = y + thing.radius * (OUTLINES[thing.kind] === 'diamond' ? 1.18 : 1) + 4 / Math.max(0.8, scale);
  const name = nameOf(thing);
  const whole = wrap(name, lettersInLine(name));
  for (const lines of [whole, ...shorter(whole)]) {
    const width = Math.max(...lines.map((line) => context.measureText(line).width));
    /** @type {Box} */
    const box = [x - width / 2 - 2, top - 1, x + width / 2 + 2, top + lines.length * leading];
    if (!overlaps(box, boxes)) return { lines, x, top, size, leading, box };
  }
  return null;
}

/**
 * The sign on a relation: what became of it between two sides, or that it is disputed.
 * @param {Relation} relation
 */
function signOf({ change, confirmation }) {
  if (presence(change) < 0.4 || change === 'same') return '';
  return change ? changeSign(change) : confirmation === 'disputed' ? '≠' : '';
}

const FEW = 14;
/**
 * What a relation says, where one stands out; a sign on those that are disputed.
 * @param {CanvasRenderingContext2D} context
 * @param {number} size
 * @param {Box[]} boxes
 * @param {Box[]} shapes of the things, which no sign of a change may cover
 * @param {(id: string) => {x: number, y: number} | null} middleOf
 */
function drawRelationLabels(context, size, boxes, shapes, middleOf) {
  const { hotNodes, hotRelations, hoveredRelation, relations } = picture;
  const wanted = new Set(hotRelations.size <= FEW || choices.edge ? hotRelations : []);
  if (hoveredRelation) wanted.add(hoveredRelation);
  context.textBaseline = 'middle';
  for (const id of relations) {
    const relation = relationOf(id);
    const isWanted = wanted.has(id);
    if (!isPlaced(relation.source) || !isPlaced(relation.target)) continue;
    const sign = signOf(relation);
    if (!isWanted && (!sign || (hotNodes && !hotRelations.has(id)))) continue;
    const at = middleOf(id);
    if (!at) continue;
    const text = isWanted ? inLanguage(relation.label) : sign;
    context.font = `${isWanted ? 500 : 800} ${size}px ${FONT}`;
    const half = Math.max(context.measureText(text).width, size * 0.5) / 2 + 5;
    /** @type {Box} */
    const box = [at.x - half, at.y - size * 0.75, at.x + half, at.y + size * 0.75];
    if ((isWanted || sign !== '≠') && overlaps(box, boxes)) continue;
    if (!isWanted && sign !== '≠' && overlaps(box, shapes)) continue;
    boxes.push(box);
    context.beginPath();
    context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], size * 0.5);
    context.fillStyle = isWanted ? colours.panel : relationColour(relation);
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = relationColour(relation);
    context.stroke();
    context.fillStyle = isWanted ? colours.ink : colours.panel;
    context.fillText(text, at.x, at.y + size * 0.05);
  }
}
