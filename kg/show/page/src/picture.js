// What is visible: both clocks, the voice, the legend, the focus and the path, in this order.

import { anyCounts, standsAside } from './bands.js';
import { choices, choose } from './choices.js';
import { readComparison, sorter } from './comparison.js';
import {
  across,
  beside,
  data,
  disputeOf,
  relationOf,
  relations,
  scene,
  speaksFor,
  STANCES,
  thingOf,
  things,
} from './data.js';
import { Sieve } from './filter.js';
import { strongestRoute } from './paths.js';
import { progress, startSearch, stopSearch } from './seek.js';
import { isOpposed, weighDisputes } from './standing.js';

/** @import { Comparison } from './comparison.js' */
/** @import { Claim, Mention, Relation } from './types.js' */
/** @import { Rules } from './filter.js' */

/** What the last choice made visible; everything that draws reads it. */
export const picture = {
  /** @type {Set<string>} */
  nodes: new Set(),
  /** @type {Set<string>} */
  relations: new Set(),
  /** Relations that only others than the chosen voice speak of. @type {Set<string>} */
  ghosts: new Set(),
  /** Grows with each change of what is visible. */
  turn: 0,
  /** What stands out, where something does. @type {Set<string> | null} */
  hotNodes: null,
  /** @type {Set<string>} */
  hotRelations: new Set(),
  /** @type {Relation[]} */
  path: [],
  /** Claims left out for want of a date, and of a day of publication. */
  leftOut: { undated: 0, unpublished: 0 },
  /** The same of each side, where two are compared. @type {{undated: number, unpublished: number}[]} */
  leftOutOfSides: [],
  /** How many relations are shown of each class of a comparison. @type {Map<string, number>} */
  changes: new Map(),
  /** Things by what became of all that is shown of them, where that is one. @type {Map<string, string>} */
  changed: new Map(),
  /** Under the pointer. @type {string | null} */
  hoveredNode: null,
  /** @type {string | null} */
  hoveredRelation: null,
};

/**
 * The reader's choices as rules: what a voice says is told apart below, not left out.
 * @returns {Rules}
 */
export function rulesOfChoices() {
  const { from, asof, known, undated, voice, hiddenStances } = choices;
  return {
    asOf: from ? `${from}/${asof}` : asof,
    knownAt: known ? asof : '',
    undated: undated === '1',
    stances: hiddenStances.size ? STANCES.filter((stance) => !hiddenStances.has(stance)) : null,
    build: 'b',
    ...rulesOfVoice(voice),
  };
}

/** @param {string} voice */
function rulesOfVoice(voice) {
  const [poles, isSide] = [scene.poles, { a: 0, b: 1 }];
  return {
    speakers:
      voice in isSide ? [poles[isSide[/** @type {'a' | 'b'} */ (voice)]]] : voice !== 'third' && voice ? [voice] : [],
    others: voice === 'third' ? poles : [],
  };
}

/**
 * The rules of one side of a comparison: the reader's choices, but for that by which the two differ.
 * @param {Comparison} comparison
 * @param {string} side
 * @returns {Rules}
 */
function rulesOfSide({ by }, side) {
  const rules = rulesOfChoices();
  if (by === 'known') return { ...rules, knownAt: side };
  if (by === 'true') return { ...rules, asOf: side, knownAt: choices.known ? side : '' };
  return by === 'voice' ? { ...rules, ...rulesOfVoice(side) } : { ...rules, build: side === 'a' ? 'a' : 'b' };
}

/** What the reader compares; null when that is nothing. */
export const compared = () => readComparison(choices.with);

/** A sieve of the reader's choices. */
export const chosenSieve = () => new Sieve(rulesOfChoices(), speaksFor);

/** The sieves of what is shown: one of the reader's choices, or one of each side of a comparison. */
export function chosenSieves() {
  const comparison = compared();
  const rules = comparison?.sides.map((side) => rulesOfSide(comparison, side)) || [rulesOfChoices()];
  return rules.map((some) => new Sieve(some, speaksFor));
}

/**
 * Whether what a claim says of one thing alone counts, by the voice that was chosen.
 * @param {Sieve} sieve
 * @param {Claim} claim
 */
export const countsAlone = (sieve, claim) => sieve.hears(claim) && sieve.counts(claim, {});

/**
 * Who confirms a relation, from the claims that count.
 * @param {Claim[]} claims
 */
function confirmation(claims) {
  if (claims.some((claim) => claim.denied || claim.against.length)) return 'disputed';
  const groups = new Set(claims.flatMap(({ group }) => (group === 'joint' ? ['a', 'b'] : [group])));
  if (groups.has('a') && groups.has('b')) return 'both';
  if (groups.size > 1) return 'corrob';
  const [group] = groups;
  return group === 'third' && new Set(claims.map((claim) => claim.origin)).size > 1 ? 'several' : group;
}

/** @param {Claim[]} claims */
function certainty(claims) {
  const views = new Set(claims.map((claim) => claim.view));
  return ['asserted', 'outlook'].find((view) => views.has(view)) || 'analysis';
}

/**
 * @param {Relation} relation
 * @param {Sieve[]} sieves
 */
function weigh(relation, [sieve, other]) {
  if (other) Object.assign(relation, { before: saidTo(sieve, relation), after: saidTo(other, relation) });
  else weighAlone(relation, sieve);
  if (other) {
    const { before, after } = relation;
    const current = relation.mentions.filter((mention) => before.includes(mention) || after.includes(mention));
    Object.assign(relation, { own: current, others: [], current, ghost: false, alone: false });
  }
  const claims = relation.current.map((mention) => mention.claim);
  relation.confirmation = isOpposed(relation) ? 'disputed' : claims.length ? confirmation(claims) : '';
  relation.certainty = certainty(claims);
}

/**
 * What one side of a comparison says of a relation.
 * @param {Sieve} sieve
 * @param {Relation} relation
 */
const saidTo = (sieve, { mentions }) =>
  mentions.filter((mention) => sieve.hears(mention.claim) && isLiving(mention, sieve));

/**
 * @param {Mention} mention
 * @param {Sieve} sieve
 */
const isLiving = (mention, sieve) => sieve.counts(mention.claim, mention) && anyCounts(mention.claim.id, sieve);

/**
 * @param {Relation} relation
 * @param {Sieve} sieve
 */
function weighAlone(relation, sieve) {
  Object.assign(relation, { before: [], after: [], change: '' });
  const living = relation.mentions.filter((mention) => isLiving(mention, sieve));
  relation.own = living.filter((mention) => sieve.hears(mention.claim));
  relation.others = living.filter((mention) => !sieve.hears(mention.claim));
  relation.current = relation.own.length ? relation.own : relation.others;
  relation.ghost = !relation.own.length && relation.others.length > 0;
  relation.alone = choices.voice !== '' && relation.own.length > 0 && !relation.others.length;
}

/**
 * The claims that count on each of two sides, wherever they speak.
 * @param {Sieve[]} sieves
 */
function heardOn(sieves) {
  const [first, second] = sieves.map((sieve) => {
    const values = [...things.values()].flatMap((thing) => thing.details.flatMap((detail) => detail.claims));
    return new Set(values.filter((claim) => countsAlone(sieve, claim)).map((claim) => claim.id));
  });
  for (const { before, after } of relations.values()) {
    for (const { claim } of before) first.add(claim.id);
    for (const { claim } of after) second.add(claim.id);
  }
  return /** @type {[Set<string>, Set<string>]} */ ([first, second]);
}

/** What sorts the two sides that are compared, once they are weighed. */
export let sort = sorter('known', [new Set(), new Set()]);

/**
 * What became of each relation between the two sides.
 * @param {Comparison} comparison
 * @param {Sieve[]} sieves
 */
function sortRelations({ by }, sieves) {
  sort = sorter(by, heardOn(sieves));
  const claimsOf = (/** @type {Mention[]} */ mentions) => mentions.map((mention) => mention.claim);
  for (const relation of relations.values()) {
    relation.change = sort(claimsOf(relation.before), claimsOf(relation.after));
  }
}

/** The things of which only one of two sides speaks; the poles stand for the sides themselves. @returns {Map<string, string>} */
function changedThings() {
  const others = [...picture.nodes].filter((id) => !scene.poles.includes(id));
  const changes = others.map((id) => [id, new Set(shownOf(id).map((relation) => relation.change))]);
  const alone = /** @type {[string, Set<string>][]} */ (changes).filter(([, found]) => found.size === 1);
  return new Map(alone.map(([id, [change]]) => [id, change]));
}

/**
 * Whether the side that the reader looks at has a relation, and its class is not hidden.
 * @param {Relation} relation
 */
const isOnSide = ({ change }) =>
  !choices.hiddenChanges.has(change) && change !== { a: 'new', b: 'gone', '': '' }[choices.at || ''];

/** Choices that leave what is visible as it is. @type {(keyof typeof choices)[]} */
const BESIDE = ['node', 'edge', 'claim', 'doc', 'dispute', 'path', 'view', 'lang', 'theme', 'step', 'embed', 'missing'];
/** The other choices, as they were when what is visible was worked out. */
let sifted = '';
/** The thing that is open although nothing joins it. */
let lonely = '';

/** Work out what the reader's choices make visible. */
export function compute() {
  const kept = Object.entries(choices).filter(([name]) => !BESIDE.some((one) => one === name));
  const now = JSON.stringify(kept, (_, value) => (value instanceof Set ? [...value] : value));
  if (now !== sifted) sift();
  sifted = now;
  const { node, hiddenNodes } = choices;
  const isLonely = node !== '' && !hiddenNodes.has(node) && (node === lonely || !picture.nodes.has(node));
  if (lonely !== (isLonely ? node : '')) seat(isLonely ? node : '');
  highlight();
}

/**
 * Show a thing that nothing joins, in the place of the last one.
 * @param {string} node none when empty
 */
function seat(node) {
  const nodes = new Set(picture.nodes);
  nodes.delete(lonely);
  if (node) nodes.add(node);
  lonely = node;
  Object.assign(picture, { nodes, turn: picture.turn + 1 });
}

function sift() {
  const [comparison, sieves] = [compared(), chosenSieves()];
  weighDisputes(chosenSieve()); // with a sieve of their own: what they leave out is counted there
  const { focus, hiddenNodes, hiddenKinds, hiddenFamilies, hiddenConfirmations } = choices;
  const near = focus ? new Set([focus, ...thingOf(focus).relations.map((relation) => across(relation, focus))]) : null;
  const isHidden = (/** @type {string} */ id) =>
    hiddenKinds.has(thingOf(id).kind) || hiddenNodes.has(id) || (near && !near.has(id));
  const isAnyHidden = near !== null || hiddenKinds.size > 0 || hiddenNodes.size > 0;
  Object.assign(picture, { nodes: new Set(), relations: new Set(), ghosts: new Set(), changes: new Map() });
  picture.turn += 1;
  shown = [];
  counted = null;
  lonely = '';
  for (const relation of [...relations.values(), ...beside.relations.values()]) weigh(relation, sieves);
  if (comparison) sortRelations(comparison, sieves);
  for (const relation of relations.values()) {
    if (standsAside(relation, choices.unfold === '1')) continue;
    if (comparison && !isOnSide(relation)) continue;
    if (!relation.current.length || hiddenFamilies.has(relation.family)) continue;
    if (hiddenConfirmations.has(relation.confirmation)) continue;
    if (isAnyHidden && (isHidden(relation.source) || isHidden(relation.target))) continue;
    shown.push(relation);
    picture.relations.add(relation.id);
    if (relation.ghost) picture.ghosts.add(relation.id);
    if (relation.change) picture.changes.set(relation.change, (picture.changes.get(relation.change) || 0) + 1);
    picture.nodes.add(relation.source).add(relation.target);
  }
  const leftOut = sieves.map(({ undated, unpublished }) => ({ undated: undated.size, unpublished: unpublished.size }));
  [picture.leftOut] = leftOut;
  picture.leftOutOfSides = comparison ? leftOut : [];
  picture.changed = comparison ? changedThings() : new Map();
}

function highlight() {
  const { path, edge, claim, doc, dispute, node } = choices;
  Object.assign(picture, { hotNodes: null, hotRelations: new Set(), path: [] });
  if (!path) leaveSearch();
  if (path) {
    const [from, to] = path.split('~');
    picture.path = relationsAlong(strongestPath(from, to));
    light([from, to], picture.path);
  } else if (relations.has(edge)) {
    light([], [relationOf(edge)]);
  } else if (claim) {
    lightClaims([claim]);
  } else if (doc) {
    light(
      [],
      shownRelations().filter(({ current }) => current.some((mention) => mention.claim.document === doc)),
    );
    if (!picture.hotNodes?.size) picture.hotNodes = null;
  } else if (dispute) {
    lightClaims(disputeOf(dispute).sides.flatMap(({ mentions }) => mentions.map((mention) => mention.claim.id)));
  } else if (node) {
    light([node], shownOf(node));
  }
}
/** Whoever turns to something else no longer waits for a path. */
function leaveSearch() {
  if (progress) answered = { asked: '', nodes: [] };
  stopSearch();
}

/** @param {string[]} ids of claims */
function lightClaims(ids) {
  const told = shownRelations().filter((relation) => ids.some((id) => isToldBy(relation, id)));
  const isDetailed = (/** @type {string} */ node) =>
    thingOf(node).details.some((detail) => detail.claims.some((said) => ids.includes(said.id)));
  light([...picture.nodes].filter(isDetailed), told);
  if (!picture.hotNodes?.size) picture.hotNodes = null; // they speak of nothing in this picture: leave it as it is
}

/**
 * @param {string[]} nodes
 * @param {Relation[]} lit
 */
function light(nodes, lit) {
  picture.hotNodes = new Set([...nodes, ...lit.flatMap((relation) => [relation.source, relation.target])]);
  picture.hotRelations = new Set(lit.map((relation) => relation.id));
}

/** What the last search through a large picture found. @type {{asked: string, nodes: string[]}} */
let answered = { asked: '', nodes: [] };

/**
 * The things of the strongest route through what is shown. In a large picture it is looked for meanwhile.
 * @param {string} from
 * @param {string} to
 */
function strongestPath(from, to) {
  const asked = `${from}~${to}~${picture.turn}`;
  if (answered.asked === asked) return answered.nodes;
  answered = { asked, nodes: [] };
  if (!data.large) return (answered.nodes = strongestRoute(shownTies(), from, to)?.nodes || []);
  startSearch(shownTies(), from, to, (route) => {
    answered.nodes = route?.nodes || [];
    choose({}, { remember: false });
  });
  return answered.nodes;
}

/** What can be gone along: what others than the chosen voice say is no way. */
function shownTies() {
  const usable = shownRelations().filter((relation) => !relation.ghost);
  const evidence = (/** @type {Mention} */ { claim }) => ({ claim: claim.id, document: claim.document });
  return usable.map(({ source, target, current }) => ({ source, target, evidence: current.map(evidence) }));
}

/**
 * The relations along some things: of each pair the one with most claims.
 * @param {string[]} nodes
 */
function relationsAlong(nodes) {
  return nodes.slice(1).map((next, step) => {
    const between = thingOf(next).relations.filter((relation) => across(relation, next) === nodes[step]);
    const usable = between.filter((relation) => picture.relations.has(relation.id) && !relation.ghost);
    return usable.reduce((best, relation) => (relation.current.length > best.current.length ? relation : best));
  });
}

/**
 * Whether a claim that is shown speaks of a relation.
 * @param {Relation} relation
 * @param {string} id
 */
export const isToldBy = (relation, id) => relation.current.some((mention) => mention.claim.id === id);

/** @type {Relation[]} */
let shown = [];
export const shownRelations = () => shown;

/**
 * The relations of a thing that are shown.
 * @param {string} id
 */
export const shownOf = (id) => thingOf(id).relations.filter((relation) => picture.relations.has(relation.id));

/**
 * What a thing is joined to by what is shown.
 * @param {string} id
 */
export const neighbours = (id) =>
  [...new Set(shownOf(id).map((relation) => across(relation, id)))].filter((other) => other !== id);

const joining = new Set([...relations.values()].flatMap(({ mentions }) => mentions.map(({ claim }) => claim)));

/** The claims that count, once somebody has asked. @type {Set<Claim> | null} */
let counted = null;
/** The claims that count: those of relations that are shown, by the voice that was chosen, and those that join nothing. */
export function countedClaims() {
  if (counted) return counted;
  const sieves = chosenSieves();
  counted = new Set(shownRelations().flatMap((relation) => relation.own.map(({ claim }) => claim)));
  for (const claim of scene.statements) {
    if (!joining.has(claim) && sieves.some((sieve) => countsAlone(sieve, claim))) counted.add(claim);
  }
  return counted;
}

/** @param {string} id */
export const isHot = (id) => !picture.hotNodes || picture.hotNodes.has(id);
