// The strongest chain of evidence between two things: the rule of `kg why`, held to the same cases:
// tests/data/path-cases.json.

/** @typedef {{source: string, target: string, evidence: {claim: string, document: string}[]}} Tie */
/** @typedef {{nodes: string[], cost: number}} Route lower is stronger */

/** What a doubling of partners adds to the cost of passing through a thing. */
const HUB = 0.15;
/** Sums of the same costs in another order differ by less than this. */
const EQUAL = 1e-9;

/**
 * The cost of each hop, from both of its ends.
 *
 * 1 + 1/(1 + documents) + 1/(1 + claims) + h/2 · (log₂ partners of one end + log₂ partners of the other): another
 * document makes a hop stronger, another claim a little too, passing through a hub makes it weaker.
 * @param {Iterable<Tie>} ties
 */
function costs(ties) {
  /** @type {Map<string, Map<string, {claims: Set<string>, documents: Set<string>}>>} */
  const partners = new Map();
  for (const { source, target, evidence } of ties) {
    if (source === target) continue;
    if (!partners.has(source)) partners.set(source, new Map());
    if (!partners.has(target)) partners.set(target, new Map());
    const known = partners.get(source)?.get(target) || { claims: new Set(), documents: new Set() };
    for (const { claim, document } of evidence) {
      known.claims.add(claim);
      known.documents.add(document);
    }
    partners.get(source)?.set(target, known);
    partners.get(target)?.set(source, known);
  }
  const price = (/** @type {string} */ id) => (HUB / 2) * Math.log2(partners.get(id)?.size || 1);
  /** @type {Map<string, [string, number][]>} */
  const hops = new Map();
  for (const [one, around] of partners) {
    const costOf = (/** @type {string} */ other) => {
      const { claims, documents } = /** @type {{claims: Set<string>, documents: Set<string>}} */ (around.get(other));
      return 1 + 1 / (1 + documents.size) + 1 / (1 + claims.size) + price(one) + price(other);
    };
    hops.set(
      one,
      [...around.keys()].map((other) => [other, costOf(other)]),
    );
  }
  return hops;
}

/**
 * @param {Route} one
 * @param {Route | undefined} other
 */
function isStronger(one, other) {
  if (!other || Math.abs(one.cost - other.cost) > EQUAL) return !other || one.cost < other.cost;
  const at = one.nodes.findIndex((id, step) => id !== other.nodes[step]);
  return at >= 0 && (other.nodes[at] === undefined || one.nodes[at] < other.nodes[at]);
}

/**
 * The strongest route between two things, the first by name of those that are equally strong; null when there is none.
 * @param {Iterable<Tie>} ties
 * @param {string} from
 * @param {string} to
 */
export function strongestRoute(ties, from, to) {
  const hops = costs(ties);
  /** @type {Map<string, Route>} */
  const open = new Map([[from, { nodes: [from], cost: 0 }]]);
  const done = new Set();
  while (open.size) {
    const [at, route] = [...open].reduce((best, next) => (isStronger(next[1], best[1]) ? next : best));
    if (at === to) return route;
    open.delete(at);
    done.add(at);
    for (const [next, cost] of hops.get(at) || []) {
      const longer = { nodes: [...route.nodes, next], cost: route.cost + cost };
      if (!done.has(next) && isStronger(longer, open.get(next))) open.set(next, longer);
    }
  }
  return null;
}
