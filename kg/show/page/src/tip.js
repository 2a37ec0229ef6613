// Tooltips: what is under the pointer or the keyboard, in a few words. The pointer can rest on one, Escape puts it away
// without moving anything, and it stays as long as its cause (WCAG 1.4.13).

import { relationOf, scene, thingOf } from './data.js';
import { element, find, refill } from './dom.js';
import { poleName } from './places.js';
import { picture, shownOf } from './picture.js';
import { inLanguage, nameOf, plural, sentence, speakerNames, word } from './words.js';

/** @import { Relation, Thing } from './types.js' */

/** Time enough to bring the pointer onto it. */
const LINGER = 300;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let leaving;
const tip = () => find('#tip');

/**
 * Whose a thing is, in words.
 * @param {Thing} thing
 */
function sideWords({ side }) {
  if (side === 'a' || side === 'b') return `${word('side-of')} ${poleName(side === 'a' ? 0 : 1)}`;
  return word({ joint: 'shared', third: 'third-parties', none: 'no-side' }[side]);
}

/**
 * A thing: its kind, its side, and how much is said of it.
 * @param {Thing} thing
 */
export function thingWords(thing) {
  const shown = shownOf(thing.id);
  const told = new Set(shown.flatMap((relation) => relation.current.map(({ claim }) => claim.id)));
  const about = [inLanguage(thing.sort) || word(thing.kind), scene.poles.length === 2 && sideWords(thing)];
  const counts = [plural(shown.length, 'n-relations'), plural(told.size, 'n-claims')];
  return { title: nameOf(thing), about: about.filter(Boolean).join(' · '), more: counts.join(', ') };
}

/**
 * A relation: who confirms it, and its first claim.
 * @param {Relation} relation
 */
export function relationWords(relation) {
  const { confirmation, current } = relation;
  const [first] = current;
  const about = [word(confirmation), plural(current.length, 'n-claims')].join(' · ');
  const said = first ? `${speakerNames(first.claim)}: ${first.claim.text}` : '';
  return { title: sentence(relation), about, more: said };
}

/**
 * @param {number} x on the screen
 * @param {number} y
 */
export function showTip(x, y) {
  const { hoveredNode, hoveredRelation } = picture;
  clearTimeout(leaving);
  if (!hoveredNode && !hoveredRelation) return;
  const words = hoveredNode ? thingWords(thingOf(hoveredNode)) : relationWords(relationOf(String(hoveredRelation)));
  const box = tip();
  refill(box, element('b', null, words.title), element('span', null, words.about), element('span', null, words.more));
  box.hidden = false;
  const { offsetWidth: width, offsetHeight: height } = box;
  const isBelow = y + 14 + height < innerHeight;
  const left = Math.max(6, Math.min(x + 12, innerWidth - width - 6));
  Object.assign(box.style, { left: `${left}px`, top: `${Math.max(6, isBelow ? y + 14 : y - 14 - height)}px` });
}

const canHover = matchMedia('(hover: hover)');
/**
 * The same, for a pointer that can rest on things: a finger opens them.
 * @param {number} x
 * @param {number} y
 */
export function hoverTip(x, y) {
  if (canHover.matches) showTip(x, y);
}

/** Soon, unless the pointer comes onto it. */
export function hideTip() {
  clearTimeout(leaving);
  leaving = setTimeout(dismissTip, LINGER);
}
export const isTipShown = () => !tip().hidden;
export function dismissTip() {
  clearTimeout(leaving);
  tip().hidden = true;
}

export function startTips() {
  tip().addEventListener('pointerenter', () => clearTimeout(leaving));
  tip().addEventListener('pointerleave', hideTip);
}
