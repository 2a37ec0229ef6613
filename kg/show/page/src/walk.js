// The picture by keyboard: a list of its things, the weightiest first; inside a thing its relations and what is said of
// it alone; inside those the claims. Arrows walk, Enter opens, Escape goes back.

import { openClaim, openNode, openRelation } from './choices.js';
import { relationOf, thingOf } from './data.js';
import { element, find, refill } from './dom.js';
import { repaint, reveal, screenPosition } from './graph.js';
import { byWeight } from './look.js';
import { chosenSieve, countsAlone, picture, shownOf } from './picture.js';
import { dismissTip, relationWords, showTip, thingWords } from './tip.js';
import { inLanguage, plural, speakerNames, word } from './words.js';

/** @import { Claim, Relation, Thing } from './types.js' */
/**
 * A stop of the walk: what it is called, what opens it, what lies inside, and what of the picture it is.
 * @typedef {object} Stop
 * @property {string} text
 * @property {() => void} open
 * @property {(() => Stop[]) | null} inside
 * @property {string} [node]
 * @property {string} [relation]
 */

const holder = find('#walk');
/** The lists from the things down to where the reader is, and the place in each. @type {{stops: Stop[], at: number}[]} */
let trail = [];
/** What was visible when the things were listed. @type {Set<string> | null} */
let listed = null;

/** @param {Claim} claim @returns {Stop} */
const claimStop = (claim) => ({
  text: `${speakerNames(claim)}: ${claim.text} (${claim.id})`,
  open: () => openClaim(claim.id),
  inside: null,
});

/** @param {Relation} relation @returns {Stop} */
function relationStop(relation) {
  const { title, about } = relationWords(relation);
  const inside = () => [...new Set(relation.current.map(({ claim }) => claim))].map(claimStop);
  return { text: `${title}. ${about}`, open: () => openRelation(relation.id), inside, relation: relation.id };
}

/** What is said of a thing alone. @param {Thing} thing @returns {Stop[]} */
function detailStops({ id, details }) {
  const sieve = chosenSieve();
  return details.flatMap(({ property, value, claims }) => {
    const told = claims.filter((claim) => countsAlone(sieve, claim));
    const text = `${inLanguage(property)}: ${inLanguage(value)}. ${plural(told.length, 'n-claims')}`;
    const stop = { text, open: () => openClaim(told[0].id), inside: () => told.map(claimStop), node: id };
    return told.length ? [stop] : [];
  });
}

/** @param {string} id @returns {Stop} */
function thingStop(id) {
  const thing = thingOf(id);
  const byClaims = (/** @type {Relation} */ one, /** @type {Relation} */ other) =>
    other.current.length - one.current.length;
  const inside = () => [...shownOf(id).sort(byClaims).map(relationStop), ...detailStops(thing)];
  // made when it is shown: a large picture has many
  const text = () => Object.values(thingWords(thing)).join('. ');
  return { get text() { return text(); }, open: () => openNode(id), inside, node: id }; // prettier-ignore
}

/** A list of the whole picture is made when the reader comes, and again when something else has become visible. */
function start() {
  if (listed === picture.nodes) return;
  const stood = trail[0]?.stops[trail[0].at]?.node;
  const things = byWeight(picture.nodes);
  listed = picture.nodes;
  const path = trail.slice(1).map(({ at }) => at);
  trail = [{ stops: things.map(thingStop), at: Math.max(0, things.indexOf(stood || '')) }];
  if (things[trail[0].at] !== stood) return;
  for (const at of path) {
    const stops = current()?.inside?.() || [];
    if (at >= stops.length) break;
    trail.push({ stops, at });
  }
}
/** @returns {Stop | undefined} */
function current() {
  const last = trail[trail.length - 1];
  return last?.stops[last.at];
}

/** How many are listed before and after the one where the reader is. */
const AROUND = 2;
/** Draw the part of the list where the reader is, and light it in the picture. */
export function walk() {
  holder.setAttribute('aria-label', word('walk'));
  if (document.activeElement !== holder) return;
  start();
  const { stops, at } = trail[trail.length - 1];
  const first = Math.max(0, at - AROUND);
  const shown = stops.slice(first, at + AROUND + 1);
  const hint = element('p', { 'aria-hidden': 'true' }, word(trail.length > 1 ? 'walk-inside' : 'walk-hint'));
  refill(
    holder,
    shown.map((stop, nth) => line(stop, first + nth)),
    stops.length ? hint : word('nothing-shown'),
  );
  if (stops.length) holder.setAttribute('aria-activedescendant', `walk-${at}`);
  else holder.removeAttribute('aria-activedescendant');
  light(current());
}

/**
 * @param {Stop} stop
 * @param {number} nth
 */
function line(stop, nth) {
  const { stops, at } = trail[trail.length - 1];
  const place = { 'aria-level': trail.length, 'aria-posinset': nth + 1, 'aria-setsize': stops.length };
  const state = { 'aria-selected': String(nth === at), 'aria-expanded': stop.inside ? 'false' : null };
  const count = element('small', { 'aria-hidden': 'true' }, ` ${nth + 1}/${stops.length}`);
  return element('div', { role: 'treeitem', id: `walk-${nth}`, ...place, ...state }, stop.text, nth === at && count);
}

/** @param {Stop} [stop] */
function light(stop) {
  const node = stop?.node || trail[0]?.stops[trail[0].at]?.node || null;
  Object.assign(picture, { hoveredNode: stop?.relation ? null : node, hoveredRelation: stop?.relation || null });
  if (node && trail.length === 1) reveal(node);
  repaint();
  if (!stop || (!stop.relation && !stop.node)) return dismissTip();
  const relation = stop.relation && relationOf(stop.relation);
  const ends = relation ? [relation.source, relation.target] : [String(node)];
  const [xs, ys] = [0, 1].map((axis) => ends.map((id) => screenPosition(id)[axis]));
  const middle = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  showTip(middle(xs), middle(ys));
}

/** @param {number} by */
function move(by) {
  const last = trail[trail.length - 1];
  last.at = Math.max(0, Math.min(last.stops.length - 1, last.at + by));
}
function enter() {
  const stops = current()?.inside?.() || [];
  if (stops.length) trail.push({ stops, at: 0 });
}
function leave() {
  if (trail.length > 1) trail.pop();
}

/** @type {Record<string, () => void>} */
const KEYS = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  PageDown: () => move(10),
  PageUp: () => move(-10),
  Home: () => move(-Infinity),
  End: () => move(Infinity),
  ArrowRight: enter,
  ArrowLeft: leave,
};

/**
 * What a key does in the walk, where it does something.
 * @param {string} key
 * @returns {(() => void) | undefined}
 */
export function walkAction(key) {
  if (key === 'Enter' || key === ' ') return current()?.open;
  const act = Object.hasOwn(KEYS, key) ? KEYS[key] : key === 'Escape' && trail.length > 1 ? leave : undefined;
  return act && (() => (act(), walk()));
}

export function startWalk() {
  holder.addEventListener('focus', walk);
  holder.addEventListener('blur', () => {
    Object.assign(picture, { hoveredNode: null, hoveredRelation: null });
    dismissTip();
    repaint();
  });
}
