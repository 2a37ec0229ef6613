// The data of the page: gzip'd JSON in the page itself (see kg/show/page/page.py), read once, with indexes by name.

import { unpacked } from './columns.js';
import { find } from './dom.js';

/** @import { Claim, Dispute, PageData, Relation, Source, Thing } from './types.js' */

const RADIUS = new Map(
  Object.entries({ state: 24, project: 18, structure: 17, agreement: 17, event: 15, person: 16, org: 15 }),
);
const OTHER_RADIUS = 13;

/**
 * Show a sentence in the place of everything, and stop.
 * @param {string} id of the element that holds the sentence
 * @param {unknown} [cause]
 * @returns {never}
 */
function giveUp(id, cause) {
  const sentence = find(id);
  sentence.hidden = false;
  document.body.replaceChildren(sentence);
  throw new Error(sentence.textContent || id, { cause });
}

/**
 * Data with whole citations: a sign stands in them for the words of their claims, see kg/show/page/citation.py.
 * @param {PageData} read
 */
function cited(read) {
  for (const claim of read.scene.statements) {
    for (const telling of [claim, ...Object.values(claim.told)]) {
      telling.citation = telling.citation.replace('\u001a', () => telling.text.replace(/\.+$/, ''));
    }
  }
  return read;
}

/** The data as it was written. */
export async function readData() {
  if (!('DecompressionStream' in window)) giveUp('#too-old');
  try {
    return cited(unpacked(await window.unpacked(find('#kg-data')).json()));
  } catch (cause) {
    return giveUp('#damaged', cause);
  }
}

/** @type {PageData} */
export const data = await readData();
export const scene = data.scene;

/** @type {Map<string, Claim>} */
export const claims = new Map(scene.statements.map((claim) => [claim.id, withBuild(claim)]));
/** @type {Map<string, Source>} */
export const sources = new Map(scene.sources.map((source) => [source.id, source]));
/** Whom each speaker speaks for. */
export const speaksFor = new Map(Object.entries(scene.speaks_for));

/** @type {Map<string, Thing>} */
export const things = new Map();
for (const [at, node] of scene.nodes.entries()) {
  for (const told of [...node.details, ...node.spots]) told.claims = told.claims.map(claimOf);
  const { x, y } = data.network.nodes[at];
  things.set(node.id, Object.assign(node, { x, y, radius: 0, relations: [] }));
}

/** @type {Map<string, Relation>} */
export const relations = new Map();
const UNWEIGHED = {
  ...{ own: [], others: [], current: [], ghost: false, alone: false, confirmation: '', certainty: '' },
  ...{ before: [], after: [], change: '' },
};
for (const relation of scene.relations) {
  for (const mention of relation.mentions) mention.claim = claimOf(mention.claim);
  relation.id = `${relation.source}~${relation.relation}~${relation.target}`; // as kg/values/scene.py makes it
  relations.set(relation.id, Object.assign(relation, UNWEIGHED));
}
/** @type {Map<string, Dispute>} */
export const disputes = new Map();
for (const dispute of scene.disputes) {
  for (const { mentions } of dispute.sides) {
    for (const mention of mentions) mention.claim = claimOf(/** @type {any} */ (mention.claim));
  }
  disputes.set(dispute.id, dispute);
}
for (const relation of relations.values()) {
  for (const id of new Set([relation.source, relation.target])) thingOf(id).relations.push(relation);
}
/**
 * What joins a second pair; its relations have names of their own, since other claims may speak of the same two there.
 */
export const beside = {
  things: /** @type {Map<string, Thing>} */ (new Map()),
  relations: /** @type {Map<string, Relation>} */ (new Map()),
};
if (scene.beside) {
  const told = new Map(scene.beside.statements.map((claim) => [claim.id, withBuild(claim)]));
  for (const [id, claim] of told) if (!claims.has(id)) claims.set(id, claim);
  for (const node of scene.beside.nodes) beside.things.set(node.id, Object.assign(node, { relations: [] }));
  for (const relation of scene.beside.relations) {
    for (const mention of relation.mentions) mention.claim = told.get(mention.claim);
    relation.id = `${relation.source}~${relation.relation}~${relation.target}@2`;
    beside.relations.set(relation.id, Object.assign(relation, UNWEIGHED));
  }
}

for (const thing of things.values()) {
  const loops = thing.relations.filter((relation) => relation.source === relation.target).length;
  const more = Math.min(8, 1.1 * Math.max(0, thing.relations.length + loops - 3));
  thing.radius = Math.round((RADIUS.get(thing.kind) ?? OTHER_RADIUS) + more);
}

/** @param {Claim} claim */
function withBuild(claim) {
  return Object.assign(claim, { build: scene.since?.only[claim.id] || '' });
}
/** @param {string} id */
export function claimOf(id) {
  return /** @type {Claim} */ (claims.get(id));
}
/** @param {string} id */
export function thingOf(id) {
  return /** @type {Thing} */ (things.get(id) || beside.things.get(id));
}
/** @param {string} id */
export function relationOf(id) {
  return /** @type {Relation} */ (relations.get(id) || beside.relations.get(id));
}

/** @param {string} id */
export function disputeOf(id) {
  return /** @type {Dispute} */ (disputes.get(id));
}

/**
 * The other end of a relation.
 * @param {Relation} relation
 * @param {string} end
 */
export const across = (relation, end) => (relation.source === end ? relation.target : relation.source);

const ALL_KINDS = ['state', 'person', 'org', 'agreement', 'project', 'structure', 'event', 'place', 'topic'];
export const KINDS = ALL_KINDS.filter((kind) => scene.nodes.some((node) => node.kind === kind));
export const CONFIRMATIONS = ['both', 'corrob', 'several', 'a', 'b', 'third', 'disputed'];
export const STANCES = Object.keys(scene.stances);
export const FAMILIES = Object.keys(scene.families).sort();
