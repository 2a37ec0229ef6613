// What of the picture can stand on a map: places by the points that claims give, states by their outlines, and links.

import { data, thingOf } from './data.js';
import { chosenSieve, countsAlone, picture, shownOf, shownRelations } from './picture.js';

/** @import { Claim, Point, Relation, Thing } from './types.js' */

/** @typedef {{thing: Thing, points: {point: Point, claims: Claim[]}[]}} Located */
/** @typedef {{end: Thing, point: Point | null}} End a place by its point, or a state, which is drawn by its outline */
/** @typedef {{relations: Relation[], thing: Thing | null, ends: End[]}} Link of a thing that joins, or directly */

/** Relations of a thing with what it joins. */
const JOINS = new Set(['br:connects', 'br:between']);
const PLACES = new Set(['place', 'structure']);

/** @param {Thing} thing */
export const hasOutline = (thing) => Boolean(data.ground && Object.hasOwn(data.ground.rings, thing.outline));

/** What is shown and can be drawn, and what cannot: neither is ever left out silently. */
export function located() {
  const sieve = chosenSieve();
  const shown = [...picture.nodes].map(thingOf);
  const counting = (/** @type {Thing['spots'][0]} */ { latitude, longitude, claims }) => ({
    point: /** @type {Point} */ ([longitude, latitude]),
    claims: claims.filter((claim) => countsAlone(sieve, claim)),
  });
  const places = shown.map((thing) => ({
    thing,
    points: thing.spots.map(counting).filter(({ claims }) => claims.length > 0),
  }));
  /** @type {Map<string, Located>} */
  const standing = new Map(places.filter(({ points }) => points.length > 0).map((one) => [one.thing.id, one]));
  const isPlaceless = (/** @type {Thing} */ thing) => PLACES.has(thing.kind) && !standing.has(thing.id);
  const states = shown.filter((thing) => thing.kind === 'state');
  return {
    places: [...standing.values()],
    states: states.filter(hasOutline),
    pointless: [...shown.filter(isPlaceless), ...states.filter((state) => !hasOutline(state))],
    ...joined(standing),
  };
}

/**
 * Links between what stands on the map. Those that end at a state are drawn to its outline: schematic.
 * @param {Map<string, Located>} standing
 */
function joined(standing) {
  const endOf = (/** @type {string} */ id) => {
    const end = thingOf(id);
    const point = standing.get(id)?.points[0].point || null;
    return point || hasOutline(end) ? { end, point } : null;
  };
  /** @type {Link[]} */
  const links = [];
  /** @type {Map<string, Link>} */
  const pairs = new Map();
  for (const relation of shownRelations()) {
    const [from, to] = [endOf(relation.source), endOf(relation.target)];
    if (!from || !to || relation.source === relation.target || JOINS.has(relation.relation)) continue;
    const key = [relation.source, relation.target].sort().join('~');
    const pair = pairs.get(key) || { relations: [], thing: null, ends: [from, to] };
    pair.relations.push(relation);
    pairs.set(key, pair);
  }
  for (const id of picture.nodes) {
    const joining = shownOf(id).filter(({ source, relation }) => source === id && JOINS.has(relation));
    const ends = joining.map(({ target }) => endOf(target)).filter((end) => end !== null);
    if (ends.length > 1) links.push({ relations: joining, thing: thingOf(id), ends });
  }
  return { links, pairs: [...pairs.values()] };
}

/** @param {Link} link */
export const isSchematic = ({ ends }) => ends.some(({ point }) => point === null);
