// What is on the map in words: the key, and lists of places, links and pairs, and of what has no coordinates.

import { openNode } from './choices.js';
import { data } from './data.js';
import { button, element } from './dom.js';
import { claimLink, heading, relationLink } from './evidence.js';
import { isPlaced, isSchematic } from './located.js';
import { endNames, joining } from './marks.js';
import { shownOf } from './picture.js';
import { portion } from './portions.js';
import { nameOf, plural, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Point, Thing } from './types.js' */
/** @import { Drawn, Link, Located, Pair } from './located.js' */

/** What the signs of a map mean, by their looks. @param {Drawn} drawn @returns {[string, string][]} */
export function mapSigns({ places, links, pairs }) {
  /** @type {[string, string, boolean][]} */
  const signs = [
    ['spot', 'map-spot', places.length > 0],
    ['link', 'map-link', links.some(isPlaced)],
    ['schematic', 'map-schematic', [...links, ...pairs].some(isSchematic)],
    ['hatched', 'map-disputed', (data.ground?.areas.length || 0) > 0],
  ];
  return signs.filter(([, , isThere]) => isThere).map(([sign, text]) => [sign, word(text)]);
}

/** Whose outlines they are. */
export const outlinesOf = () => `${word('map-source')} ${data.ground?.source}, ${word('public-domain')}.`;

/** @param {Drawn} drawn */
export const caption = (drawn) =>
  element(
    'figcaption',
    null,
    mapSigns(drawn).map(([sign, text]) =>
      element('span', { class: 'key' }, element('i', { class: sign, 'aria-hidden': 'true' }), text),
    ),
    element('span', { class: 'credit' }, outlinesOf()),
  );

/**
 * @param {Drawn} drawn
 * @param {() => void} again draws the map anew
 */
export const gazetteer = ({ places, links, pairs, pointless }, again) =>
  element(
    'div',
    { class: 'map-lists' },
    section('places-list', 'map-places', places, placeRow, again),
    section('pointless-list', 'map-pointless', pointless, pointlessRow, again),
    section('links-list', 'map-links', links, linkRow, again),
    section('pairs-list', 'map-pairs', pairs, pairRow, again),
  );

/**
 * @template Row
 * @param {string} id
 * @param {string} title
 * @param {Row[]} rows
 * @param {(row: Row) => Child} item
 * @param {() => void} again
 */
function section(id, title, rows, item, again) {
  const { rows: some, more } = portion(id, rows, again);
  const items = some.map((row) => element('li', null, item(row)));
  return element('section', { id }, heading(word(title), rows.length), element('ul', null, items), more);
}

/** @param {Thing} thing */
const thingLink = (thing) => button(nameOf(thing), () => openNode(thing.id), { class: 'link' });
/** @param {Point} point */
const degrees = ([longitude, latitude]) =>
  `${Math.abs(latitude)}° ${latitude < 0 ? 'S' : 'N'}, ${Math.abs(longitude)}° ${longitude < 0 ? 'W' : 'E'}`;

/** @param {Located} located */
const placeRow = ({ thing, points }) => [
  thingLink(thing),
  points.map(({ point, claims }) =>
    element(
      'small',
      null,
      ` ${degrees(point)} `,
      claims.map((claim) => [claimLink(claim.id), ' ']),
    ),
  ),
];
/** @param {Link} link */
const linkRow = (link) => [
  thingLink(link.thing),
  element(
    'small',
    null,
    ` ${endNames(link)}`,
    !isPlaced(link) && ` · ${word(isSchematic(link) ? 'schematic' : 'only-listed')}`,
  ),
];
/** @param {Pair} pair */
export const keyOf = ({ ends }) => ends.map(({ end }) => end.id).join('~');
/** @param {Pair} pair */
const pairRow = (pair) =>
  element(
    'details',
    { 'data-pair': keyOf(pair) },
    element('summary', null, endNames(pair), element('small', null, ` ${joining(pair)}`)),
    pair.links.map(({ thing }) => element('p', null, thingLink(thing))),
    pair.relations.map((relation) => element('p', null, relationLink(relation))),
  );
/** @param {Thing} thing */
const pointlessRow = (thing) => [
  thingLink(thing),
  element('small', null, ` ${plural(shownOf(thing.id).length, 'n-relations')}`),
];
