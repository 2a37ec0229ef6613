// A click chooses; while the reader looks for a path, it chooses the other end.

import { choices, choose, NOTHING_OPEN, openNode, openRelation } from './choices.js';
import { relations } from './data.js';

let isPicking = false;
export const isPickingEnd = () => isPicking;

/** @param {boolean} isOn */
export function pickEnd(isOn) {
  isPicking = isOn;
}

/**
 * Whether a thing was taken as the other end of a path.
 * @param {string} node
 * @param {object} [more] what else changes
 */
export function takeEnd(node, more = {}) {
  const isEnd = isPicking && choices.node !== '' && node !== choices.node;
  isPicking = false;
  if (isEnd) choose({ path: `${choices.node}~${node}`, ...more });
  return isEnd;
}

/**
 * @param {string} [node]
 * @param {string} [relation]
 */
export function pick(node, relation) {
  if (node && takeEnd(node, { edge: '', claim: '' })) return;
  isPicking = false;
  if (node) openNode(node);
  else if (relation && relations.has(relation)) openRelation(relation);
  else choose(NOTHING_OPEN);
}
