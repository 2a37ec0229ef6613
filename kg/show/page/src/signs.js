// The sign of the most telling disagreement about a relation, at its middle: claims set against each other in a box of
// the warning colour, those that are only told apart as a small mark.

import { relationOf } from './data.js';
import { changeSign, colours, FONT, relationColour } from './look.js';
import { presence } from './motion.js';
import { picture } from './picture.js';
import { isPlaced } from './places.js';
import { contention, isAgainst, signOf } from './standing.js';

/** @import { Box, Relation } from './types.js' */

/**
 * What stands on a relation: what became of it between two sides, or the disagreement about it; in a box where it is
 * to be seen first, and left out where something else stands unless claims are set against each other.
 * @param {Relation} relation
 * @returns {{text: string, box: string, yields: boolean} | null}
 */
function markOf(relation) {
  const { change, confirmation } = relation;
  if (change) {
    const isSeen = change !== 'same' && presence(change) >= 0.4;
    return isSeen ? { text: changeSign(change), box: relationColour(relation), yields: true } : null;
  }
  const kind = contention(relation) || (confirmation === 'disputed' ? 'contradicts' : '');
  if (!kind) return null;
  return { text: signOf(kind), box: isAgainst(kind) ? colours.warn : '', yields: !isAgainst(kind) };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} size of the letters
 * @param {(box: Box) => boolean} isTaken
 * @param {(id: string) => {x: number, y: number} | null} middleOf
 * @param {Set<string>} named relations that carry their name instead
 */
export function drawSigns(context, size, isTaken, middleOf, named) {
  const { hotNodes, hotRelations, relations } = picture;
  context.font = `800 ${size}px ${FONT}`;
  for (const id of relations) {
    const relation = relationOf(id);
    if (named.has(id) || (hotNodes && !hotRelations.has(id))) continue;
    if (!isPlaced(relation.source) || !isPlaced(relation.target)) continue;
    const mark = markOf(relation);
    const at = mark && middleOf(id);
    if (!at) continue;
    const half = size * 0.62;
    if (mark.yields && isTaken([at.x - half, at.y - half, at.x + half, at.y + half])) continue;
    drawSign(context, size, at, mark);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} size
 * @param {{x: number, y: number}} at
 * @param {{text: string, box: string}} mark
 */
function drawSign(context, size, { x, y }, { text, box }) {
  if (box) {
    const half = size * 0.62;
    context.beginPath();
    context.roundRect(x - half, y - half, 2 * half, 2 * half, size * 0.35);
    context.fillStyle = box;
    context.fill();
  } else {
    context.lineWidth = size * 0.4;
    context.strokeStyle = colours.bg;
    context.strokeText(text, x, y);
  }
  context.fillStyle = box ? colours.panel : colours.mut;
  context.fillText(text, x, y + size * 0.05);
}
