// The two pairs of a page that has one beside the other: what joins each, under the same filters.

import { choices } from './choices.js';
import { beside, relations, scene, things } from './data.js';

/** @import { Claim, Relation, Texts, Thing } from './types.js' */

/**
 * @typedef {object} Pair
 * @property {Texts} title
 * @property {string[]} poles
 * @property {Texts[]} notes
 * @property {Map<string, Thing>} things
 * @property {Relation[]} all
 * @property {Relation[]} told what is shown
 */
/** @typedef {'a' | 'between' | 'b'} Lane who does it: one of the two, or neither alone */
/** @typedef {{group: string, key: string, label: Texts, told: Relation[][], things: Thing[][]}} Kind of either pair */

/** @type {Lane[]} */
export const LANES = ['a', 'between', 'b'];

/**
 * @param {Map<string, Thing>} there
 * @param {Map<string, Relation>} some
 */
function shownOf(there, some) {
  const isShown = (/** @type {string} */ id) =>
    !choices.hiddenNodes.has(id) && !choices.hiddenKinds.has(/** @type {Thing} */ (there.get(id)).kind);
  return [...some.values()].filter(
    ({ current, ghost, family, confirmation, source, target }) =>
      current.length > 0 &&
      !ghost &&
      !choices.hiddenFamilies.has(family) &&
      !choices.hiddenConfirmations.has(confirmation) &&
      isShown(source) &&
      isShown(target),
  );
}

/**
 * @param {Map<string, Thing>} there
 * @param {Map<string, Relation>} some
 */
const pairOf = (there, some) => ({ things: there, all: [...some.values()], told: shownOf(there, some) });

/** @returns {Pair[]} */
export function pairs() {
  const second = /** @type {NonNullable<typeof scene.beside>} */ (scene.beside);
  return [
    { ...pairOf(things, relations), title: scene.title, poles: scene.poles, notes: scene.notes },
    { ...pairOf(beside.things, beside.relations), title: second.title, poles: second.poles, notes: second.notes },
  ];
}

/**
 * @param {Pair} pair
 * @param {Relation} relation
 * @returns {Lane}
 */
export function laneOf(pair, { source, mutual }) {
  const side = pair.things.get(source)?.side;
  return !mutual && (side === 'a' || side === 'b') ? side : 'between';
}

/**
 * The claims behind some relations.
 * @param {Relation[]} told
 * @returns {Set<Claim>}
 */
export const claimsOf = (told) => new Set(told.flatMap((relation) => relation.current.map((mention) => mention.claim)));

/** Things that are told by what they are; the others only by what is said of them. */
const SORTED = ['agreement', 'project', 'structure', 'event'];

/**
 * All kinds of things and relations that either of two pairs has.
 * @param {Pair[]} both
 * @returns {Kind[]}
 */
export function kindsOf(both) {
  /** @type {Map<string, Kind>} */
  const found = new Map();
  const take = (/** @type {string} */ group, /** @type {string} */ key, /** @type {Texts} */ label) => {
    const name = `${group} ${key}`;
    if (!found.has(name)) found.set(name, { group, key, label, told: [[], []], things: [[], []] });
    return /** @type {Kind} */ (found.get(name));
  };
  for (const [at, pair] of both.entries()) {
    for (const relation of pair.told) take(relation.family, relation.relation, relation.label).told[at].push(relation);
    for (const id of new Set(pair.told.flatMap(({ source, target }) => [source, target]))) {
      const thing = /** @type {Thing} */ (pair.things.get(id));
      if (SORTED.includes(thing.kind)) take(thing.kind, thing.sort.en || thing.kind, thing.sort).things[at].push(thing);
    }
  }
  return [...found.values()];
}

/**
 * How many of a kind a pair has.
 * @param {Kind} kind
 * @param {number} at
 */
export const countOf = ({ told, things: some }, at) => told[at].length + some[at].length;
