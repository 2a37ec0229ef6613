// The strongest chain of evidence between two things: the rule of `kg why`, held to the same cases:
// tests/data/path-cases.json.

import { Heap } from './heap.js';

/** @typedef {{source: string, target: string, evidence: {claim: string, document: string}[]}} Tie */
/** @typedef {{nodes: string[], cost: number}} Route lower is stronger */
/**
 * What joins what, as numbers: things are numbered in the order of their names.
 * @typedef {object} Question
 * @property {number} size how many things there are
 * @property {number} from
 * @property {number} to
 * @property {Uint32Array} sources one for each claim on two things, as the rest
 * @property {Uint32Array} targets
 * @property {Uint32Array} claims
 * @property {Uint32Array} documents
 */
/** @typedef {{stops: number[], cost: number} | null} Answer null when nothing joins the two */

/** What a doubling of partners adds to the cost of passing through a thing. */
const HUB = 0.15;
/** Sums of the same costs in another order differ by less than this. */
const EQUAL = 1e-9;
/** Things that are settled between two looks at the clock. */
const STRIDE = 1000;

/**
 * The cost of each hop, from both of its ends.
 *
 * 1 + 1/(1 + documents) + 1/(1 + claims) + h/2 · (log₂ partners of one end + log₂ partners of the other): another
 * document makes a hop stronger, another claim a little too, passing through a hub makes it weaker.
 * @param {Question} question
 * @returns {[other: number, cost: number][][]}
 */
function costs({ size, sources, targets, claims, documents }) {
  /** @type {Map<number, {claims: Set<number>, documents: Set<number>}>} */
  const pairs = new Map();
  for (const [at, source] of sources.entries()) {
    const target = targets[at];
    if (source === target) continue;
    const key = Math.min(source, target) * size + Math.max(source, target);
    let known = pairs.get(key);
    if (!known) pairs.set(key, (known = { claims: new Set(), documents: new Set() }));
    known.claims.add(claims[at]);
    known.documents.add(documents[at]);
  }
  const partners = new Uint32Array(size);
  for (const key of pairs.keys()) {
    partners[Math.floor(key / size)] += 1;
    partners[key % size] += 1;
  }
  const price = (/** @type {number} */ number) => (HUB / 2) * Math.log2(partners[number]);
  /** @type {[number, number][][]} */
  const hops = Array.from({ length: size }, () => []);
  for (const [key, known] of pairs) {
    const [one, other] = [Math.floor(key / size), key % size];
    const cost = 1 + 1 / (1 + known.documents.size) + 1 / (1 + known.claims.size) + price(one) + price(other);
    hops[one].push([other, cost]);
    hops[other].push([one, cost]);
  }
  return hops;
}

/**
 * Answer a question in time E log V; now and then it says how many things it has settled, and can be left.
 * @param {Question} question
 * @returns {Generator<number, Answer, void>}
 */
export function* search(question) {
  const { size, from, to } = question;
  const hops = costs(question);
  /** How far each thing is from the end. */
  const far = new Float64Array(size).fill(Infinity);
  const isSettled = new Uint8Array(size);
  const open = new Heap();
  far[to] = 0;
  open.push(to, 0);
  for (let settled = 0; open.size && !isSettled[from];) {
    const [at] = open.pop();
    if (isSettled[at]) continue;
    isSettled[at] = 1;
    settled += 1;
    for (const [next, cost] of hops[at]) {
      if (far[at] + cost >= far[next]) continue;
      far[next] = far[at] + cost;
      open.push(next, far[next]);
    }
    if (settled % STRIDE === 0) yield settled;
  }
  return isSettled[from] ? { stops: firstByName(hops, far, from, to), cost: far[from] } : null;
}

/**
 * Of the routes that are equally strong the first by name.
 * @param {[number, number][][]} hops
 * @param {Float64Array} far
 * @param {number} from
 * @param {number} to
 */
function firstByName(hops, far, from, to) {
  const stops = [from];
  for (let at = from; at !== to; stops.push(at)) {
    const here = at;
    const onward = hops[here].filter(([next, cost]) => Math.abs(far[next] + cost - far[here]) <= EQUAL);
    at = Math.min(...onward.map(([next]) => next));
  }
  return stops;
}

/**
 * What is asked, in numbers, and the names of the numbers.
 * @param {Iterable<Tie>} ties
 * @param {string} from
 * @param {string} to
 * @returns {{question: Question, names: string[]}}
 */
export function asked(ties, from, to) {
  const rows = [...ties].flatMap(({ source, target, evidence }) =>
    evidence.map(({ claim, document }) => ({ source, target, claim, document })),
  );
  const names = [...new Set([from, to, ...rows.map((row) => row.source), ...rows.map((row) => row.target)])].sort();
  const [things, claims, documents] = [new Map(names.map((name, at) => [name, at])), new Map(), new Map()];
  const numbered = (
    /** @type {'source' | 'target' | 'claim' | 'document'} */ field,
    /** @type {typeof things} */ known,
  ) =>
    Uint32Array.from(rows, (row) => {
      const number = known.get(row[field]) ?? known.size;
      known.set(row[field], number);
      return number;
    });
  const question = {
    ...{ size: names.length, from: things.get(from) ?? 0, to: things.get(to) ?? 0 },
    ...{ sources: numbered('source', things), targets: numbered('target', things) },
    ...{ claims: numbered('claim', claims), documents: numbered('document', documents) },
  };
  return { question, names };
}

/**
 * @param {Answer} answer
 * @param {string[]} names
 * @returns {Route | null}
 */
export const routeOf = (answer, names) =>
  answer && { nodes: answer.stops.map((number) => names[number]), cost: answer.cost };

/**
 * The strongest route between two things; null when there is none.
 * @param {Iterable<Tie>} ties
 * @param {string} from
 * @param {string} to
 */
export function strongestRoute(ties, from, to) {
  const { question, names } = asked(ties, from, to);
  const searching = search(question);
  for (;;) {
    const { done, value } = searching.next();
    if (done) return routeOf(value, names);
  }
}
