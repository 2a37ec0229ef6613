// What of the picture can stand on a map: places by the points that claims give, states by their outlines, and links.

import { data, thingOf } from './data.js';
import { chosenSieve, countsAlone, picture, shownOf, shownRelations } from './picture.js';

/** @import { Claim, Point, Relation, Thing } from './types.js' */

/** @typedef {{thing: Thing, points: {point: Point, claims: Claim[]}[]}} Located */
/** @typedef {{end: Thing, point: Point | null}} End a place by its point, or a state, which is drawn by its outline */
/** @typedef {{thing: Thing, relations: Relation[], ends: End[]}} Link a thing that joins */
/** @typedef {{relations: Relation[], links: Link[], ends: End[]}} Pair two, with all that joins them */
/** @typedef {{places: Located[], states: Thing[], pointless: Thing[], links: Link[], pairs: Pair[]}} Drawn */

/** Relations of a thing with what it joins. */
const JOINS = new Set(['br:connects', 'br:between']);
const PLACES = new Set(['place', 'structure']);

/** @param {Thing} thing */
export const hasOutline = (thing) => Boolean(data.ground && Object.hasOwn(data.ground.rings, thing.outline));

/** What is shown and can be drawn, and what cannot: neither is left out silently. @returns {Drawn} */
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
  /** @type {Map<string, Pair>} */
  const pairs = new Map();
  const pairOf = (/** @type {End[]} */ ends) => {
    const key = ends
      .map(({ end }) => end.id)
      .sort()
      .join('~');
    const pair = pairs.get(key) || { relations: [], links: [], ends };
    pairs.set(key, pair);
    return pair;
  };
  for (const relation of shownRelations()) {
    const [from, to] = [endOf(relation.source), endOf(relation.target)];
    if (!from || !to || relation.source === relation.target || JOINS.has(relation.relation)) continue;
    pairOf([from, to]).relations.push(relation);
  }
  /** @type {Link[]} */
  const links = [];
  for (const id of picture.nodes) {
    const joining = shownOf(id).filter(({ source, relation }) => source === id && JOINS.has(relation));
    const ends = joining.map(({ target }) => endOf(target)).filter((end) => end !== null);
    if (ends.length < 2) continue;
    const link = { thing: thingOf(id), relations: joining, ends };
    links.push(link);
    if (ends.length === 2 && isSchematic(link)) pairOf(ends).links.push(link);
  }
  return { links, pairs: [...pairs.values()] };
}

/** Between places, by their points. @param {{ends: End[]}} joined */
export const isPlaced = ({ ends }) => ends.filter(({ point }) => point !== null).length > 1;
/** Between states, by their outlines. @param {{ends: End[]}} joined */
export const isSchematic = ({ ends }) => ends.every(({ end }) => hasOutline(end));
