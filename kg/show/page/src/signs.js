// The sign of the most telling disagreement about a relation, at its middle: claims set against each other in a box of
// the warning colour, those that are only told apart as a small mark.

import { relationOf } from './data.js';
import { colours, FONT } from './look.js';
import { picture } from './picture.js';
import { isPlaced } from './places.js';
import { contention, isAgainst, signOf } from './standing.js';

/** @import { Box, Relation } from './types.js' */

/** @param {Relation} relation */
const kindOf = (relation) => contention(relation) || (relation.confirmation === 'disputed' ? 'contradicts' : '');

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
    const kind = kindOf(relation);
    const at = kind && middleOf(id);
    if (!at) continue;
    const half = size * 0.62;
    if (!isAgainst(kind) && isTaken([at.x - half, at.y - half, at.x + half, at.y + half])) continue;
    drawSign(context, size, at, kind);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} size
 * @param {{x: number, y: number}} at
 * @param {string} kind
 */
function drawSign(context, size, { x, y }, kind) {
  const isGrave = isAgainst(kind);
  if (isGrave) {
    const half = size * 0.62;
    context.beginPath();
    context.roundRect(x - half, y - half, 2 * half, 2 * half, size * 0.35);
    context.fillStyle = colours.warn;
    context.fill();
  } else {
    context.lineWidth = size * 0.4;
    context.strokeStyle = colours.bg;
    context.strokeText(signOf(kind), x, y);
  }
  context.fillStyle = isGrave ? colours.panel : colours.mut;
  context.fillText(signOf(kind), x, y + size * 0.05);
}
