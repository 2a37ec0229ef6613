// Which disputes stand by the reader's choices: of a pair both claims must count, of a group two that say different
// things. What a voice takes no part in, and what the clocks and stances leave out, is counted.

import { choices } from './choices.js';
import { scene } from './data.js';

/** @import { Sieve } from './filter.js' */
/** @import { Claim, Dispute, Mention, Party, Relation } from './types.js' */
/** @typedef {{dispute: Dispute, sides: {side: Party, claims: Claim[]}[], absent: number}} Standing absent: claims left out */

/** @type {Record<string, string>} */
const SIGNS = {
  contradicts: '≠',
  tension: '~',
  difference: '∥',
  precision: '≈',
  qualifies: '*',
  scope: '⊂',
  granularity: '∈',
  ambiguity: '?',
  sequence: '→',
  lineage: '⇠',
  supersedes: '↷',
  duplicate: '≡',
  repeats: '=',
  corroborates: '+',
};
/** @param {string} kind */
export const signOf = (kind) => SIGNS[kind] || '≠';
/** @param {string} kind */
export const isAlike = (kind) => scene.dispute_kinds[kind].alike;
/** Kinds that set claims against each other; the rest only tell them apart. @param {string} kind */
export const isAgainst = (kind) => kind === 'contradicts' || kind === 'tension';

/** What the last choice left standing. */
export const stands = {
  /** Those that the chosen voice takes part in. @type {Standing[]} */
  all: [],
  /** Left out by the clocks and stances. */
  hidden: 0,
  /** In which the chosen voice takes no part. */
  silent: 0,
  /** All of them, whoever takes part. @type {Standing[]} */
  whoever: [],
  /** The same by the ids of their claims. @type {Map<string, Standing[]>} */
  byClaim: new Map(),
};

/** Those that set claims against each other or tell them apart, without those that find agreement. */
export const disagreements = () => stands.all.filter(({ dispute }) => !isAlike(dispute.kind));

/** @param {Sieve} sieve of the reader's choices */
export function weighDisputes(sieve) {
  Object.assign(stands, { all: [], hidden: 0, silent: 0, whoever: [], byClaim: new Map() });
  for (const dispute of scene.disputes) {
    const counts = (/** @type {Mention} */ mention) => sieve.counts(mention.claim, mention);
    const sides = dispute.sides.map((side) => ({
      side,
      claims: [...new Set(side.mentions.filter(counts).map((mention) => mention.claim))],
    }));
    const told = sides.filter(({ claims }) => claims.length);
    const every = new Set(dispute.sides.flatMap(({ mentions }) => mentions.map(({ claim }) => claim)));
    const claims = told.flatMap((one) => one.claims);
    if (!isLeft(dispute, told.length, claims)) {
      stands.hidden += 1;
      continue;
    }
    const standing = { dispute, sides: told, absent: every.size - claims.length };
    note(standing, claims);
    if (choices.voice && !claims.some((claim) => sieve.hears(claim))) stands.silent += 1;
    else stands.all.push(standing);
  }
}

/**
 * Whether enough of a dispute is left to be one.
 * @param {Dispute} dispute
 * @param {number} sides
 * @param {Claim[]} claims
 */
function isLeft({ way, pairs }, sides, claims) {
  if (way === 'judged') return claims.length > 1;
  const ids = new Set(claims.map((claim) => claim.id));
  return sides > 1 && (!pairs.length || pairs.some((pair) => pair.every((id) => ids.has(id))));
}

/**
 * @param {Standing} standing
 * @param {Claim[]} claims
 */
function note(standing, claims) {
  stands.whoever.push(standing);
  for (const { id } of claims) stands.byClaim.set(id, [...(stands.byClaim.get(id) || []), standing]);
}

/**
 * The disputes in which a claim takes part, most telling first.
 * @param {Claim} claim
 */
export const disputesOf = (claim) => stands.byClaim.get(claim.id) || [];

/**
 * The disputes about what a relation says: of the claims behind it, unless they are about another thing.
 * @param {Relation} relation
 */
export function disputesAbout({ source, target, current }) {
  const found = new Set(current.flatMap(({ claim }) => disputesOf(claim)));
  if (!found.size) return [];
  return stands.whoever.filter((one) => found.has(one) && ['', source, target].includes(one.dispute.thing));
}

/**
 * The most telling kind of disagreement about a relation; none where its claims agree.
 * @param {Relation} relation
 */
export const contention = (relation) =>
  disputesAbout(relation).find(({ dispute }) => !isAlike(dispute.kind))?.dispute.kind;

/**
 * Whether claims about a relation are set against each other.
 * @param {Relation} relation
 */
export const isOpposed = (relation) => disputesAbout(relation).some(({ dispute }) => isAgainst(dispute.kind));
