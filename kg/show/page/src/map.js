// The map: places where claims give coordinates, states as outlines, links between them; below it the same as lists.

import { openNode, openRelation } from './choices.js';
import { button, element, find, refill, shape } from './dom.js';
import { claimLink, heading, relationLink } from './evidence.js';
import { body, boxOf, groundShapes, projection, worldShape } from './ground.js';
import { isSchematic, located } from './located.js';
import { colours, DASHES, FONT, labelColour, relationColour, sideColour } from './look.js';
import { shownOf } from './picture.js';
import { lead, portion } from './portions.js';
import { data, scene } from './data.js';
import { inLanguage, nameOf, plural, sentence, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Box, Point, Thing } from './types.js' */
/** @import { Link, Located } from './located.js' */

/** What the window shows: a point of the plane in the middle, and pixels for a unit of it. */
let eye = { x: 0, y: 0, scale: 0 };
let size = { width: 0, height: 0 };
let isFitted = false;
/** @type {ReturnType<typeof located>} */
let drawn;

export function map() {
  drawn = located();
  const holder = element('div', { id: 'map-view' });
  refill(find('#map'), lead('map', 'map-lead'), element('figure', { class: 'chart' }, holder, caption()), lists());
  const { width } = holder.getBoundingClientRect();
  size = { width: width || 640, height: Math.round(Math.max(300, Math.min((width || 640) * 0.62, 620))) };
  if (!isFitted) fit();
  paint();
}

/** Look at everything again when the window has another width. */
export function resizeMap() {
  isFitted = false;
  map();
}

// ---- where one looks

/** The box of what the map is about: the places, or else the two states, or all that are drawn. @returns {Box} */
function extent() {
  const points = drawn.places.flatMap(({ points: some }) => some.map(({ point }) => projection.to(point)));
  const found = points.filter((point) => point !== null);
  if (!found.length) {
    const poles = drawn.states.filter((state) => scene.poles.includes(state.id));
    for (const state of poles.length ? poles : drawn.states) {
      const box = body(state.outline)?.box;
      if (box) found.push([box[0], box[1]], [box[2], box[3]]);
    }
  }
  return found.length ? boxOf(found) : [-500, -500, 500, 500];
}

/** No fit is closer than this, in units: outlines say nothing finer. */
const CLOSEST = 60;
function fit() {
  const [left, top, right, bottom] = extent();
  const [wide, high] = [Math.max(right - left, CLOSEST), Math.max(bottom - top, CLOSEST)];
  const scale = 0.86 * Math.min(size.width / wide, size.height / high);
  eye = { x: (left + right) / 2, y: (top + bottom) / 2, scale };
  isFitted = true;
}

/** @param {number} factor */
function zoom(factor) {
  eye.scale = Math.max(0.05, Math.min(12, eye.scale * factor));
  paint();
}
/**
 * @param {number} right pixels
 * @param {number} down
 */
function move(right, down) {
  eye.x -= right / eye.scale;
  eye.y -= down / eye.scale;
  paint();
}

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
/** @param {KeyboardEvent} event */
function onMapKey(event) {
  const step = STEPS[event.key];
  const factor = { '+': 1.25, '=': 1.25, '-': 0.8 }[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey || !(step || factor || event.key === '0')) return;
  event.preventDefault();
  event.stopPropagation();
  if (step) move(...step);
  else if (factor) zoom(factor);
  else refit();
}
function refit() {
  fit();
  paint();
}

// ---- what is drawn

/** @param {Point} at @returns {Point} */
const onScreen = ([x, y]) => [(x - eye.x) * eye.scale + size.width / 2, (y - eye.y) * eye.scale + size.height / 2];

function paint() {
  const view = find('#map-view');
  const had = document.activeElement?.closest('#map-view');
  refill(view, mapShape(), tools());
  const svg = /** @type {SVGSVGElement} */ (view.firstElementChild);
  listen(svg);
  if (had) svg.focus();
}

/** The map as it is looked at, as one picture. */
export function mapShape() {
  const { width, height } = size;
  const moved = `translate(${width / 2} ${height / 2}) scale(${eye.scale}) translate(${-eye.x} ${-eye.y})`;
  const ground = shape('g', { transform: moved }, groundShapes(drawn.states));
  ground.querySelector('pattern')?.setAttribute('patternTransform', `scale(${1 / eye.scale}) rotate(45)`);
  const counts = [plural(drawn.places.length, 'n-places'), plural(drawn.links.length, 'n-links')];
  return shape(
    'svg',
    {
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', tabindex: 0, class: 'globe' },
      ...{ 'aria-label': `${inLanguage(scene.title)}: ${word('map')}. ${counts.join(', ')}.`, 'font-family': FONT },
    },
    ground,
    shape('g', { class: 'links' }, drawn.pairs.map(pairShape), drawn.links.map(linkShape)),
    shape('g', { class: 'spots' }, drawn.places.map(spotShape)),
    shape('g', { class: 'names' }, namesShape()),
    inset(),
  );
}

/** @param {Thing} thing */
const weight = (thing) => Math.min(13, 4.5 + 1.3 * Math.sqrt(shownOf(thing.id).length));

/** @param {Located} located */
function spotShape({ thing, points }) {
  const colour = colours[sideColour(thing.side)];
  return points.map(({ point }, nth) => {
    const at = projection.to(point);
    if (!at) return null;
    const [cx, cy] = onScreen(at);
    const look = nth ? { fill: 'none', stroke: colour } : { fill: colour, stroke: colours.panel };
    const click = () => openNode(thing.id);
    const circle = shape('circle', { cx, cy, r: weight(thing), ...look, 'stroke-width': 1.8 });
    return shape('g', { class: 'spot', on: { click } }, circle, shape('title', null, nameOf(thing)));
  });
}

/** Where a link ends on the screen: at a place, or in the middle of a state's outline. @param {Link['ends'][0]} end */
function endOnScreen({ end, point }) {
  const at = point ? projection.to(point) : body(end.outline)?.at;
  return at ? onScreen(at) : null;
}

/** @param {Link} link */
function linkShape(link) {
  const points = link.ends.map(endOnScreen).filter((point) => point !== null);
  const [first] = link.relations;
  const title = `${link.thing ? nameOf(link.thing) : ''}: ${link.ends.map(({ end }) => nameOf(end)).join(' – ')}`;
  const click = () => link.thing && openNode(link.thing.id);
  const course = 'M' + points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
  return strand(course, { colour: relationColour(first), width: 2.6, dashes: dashesOf(link), title, click });
}
/** @param {Link} link */
const dashesOf = (link) => (isSchematic(link) ? [2, 5] : DASHES[link.relations[0].certainty]);

/** All direct relations of two, as one strand that is as wide as they are many. @param {Link} pair */
function pairShape(pair) {
  const [from, to] = pair.ends.map(endOnScreen);
  if (!from || !to) return null;
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const bend = isSchematic(pair) ? 0.16 : 0;
  const middle = [x + (to[1] - from[1]) * bend, y - Math.abs(to[0] - from[0]) * bend];
  const course = `M${from.map(fixed).join(' ')}Q${middle.map(fixed).join(' ')} ${to.map(fixed).join(' ')}`;
  const title = `${pair.ends.map(({ end }) => nameOf(end)).join(' – ')}: ${plural(pair.relations.length, 'n-relations')}`;
  const click = () => showPair(pair);
  const colour = pair.relations.length === 1 ? relationColour(pair.relations[0]) : colours.joint;
  const width = Math.min(7, 1.6 + 0.7 * Math.sqrt(pair.relations.length));
  return strand(course, { colour, width, dashes: dashesOf(pair), title, click });
}
const fixed = (/** @type {number} */ value) => value.toFixed(1);

/**
 * A line with a wider one around it that is easier to hit.
 * @param {string} course
 * @param {{colour: string, width: number, dashes: number[] | false, title: string, click: () => void}} how
 */
function strand(course, { colour, width, dashes, title, click }) {
  const line = { d: course, fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round' };
  return shape(
    'g',
    { class: 'strand', on: { click } },
    shape('path', { d: course, fill: 'none', stroke: 'transparent', 'stroke-width': 16 }),
    shape('path', { ...line, 'stroke-opacity': 0.75, 'stroke-dasharray': dashes ? dashes.join(' ') : null }),
    shape('title', null, title),
  );
}

/** A pair of one relation opens it; of several the reader chooses from the list. @param {Link} pair */
function showPair(pair) {
  if (pair.relations.length === 1) return openRelation(pair.relations[0].id);
  const listed = /** @type {HTMLDetailsElement} */ (find(`#map [data-pair="${CSS.escape(keyOf(pair))}"]`));
  listed.open = true;
  listed.querySelector('summary')?.focus();
}
/** @param {Link} pair */
const keyOf = ({ ends }) => ends.map(({ end }) => end.id).join('~');

/** Names of states and places, as far as there is room for them: the poles first, then what has most relations. */
function namesShape() {
  /** @type {Box[]} */
  const taken = [];
  const states = [...drawn.states].sort((one, other) => rank(other) - rank(one));
  const places = [...drawn.places].sort((one, other) => rank(other.thing) - rank(one.thing));
  return [
    places.map(({ thing, points }) => {
      const at = projection.to(points[0].point);
      return at && nameShape(thing, onScreen(at), weight(thing) + 5, taken);
    }),
    states.map((state) => {
      const found = body(state.outline);
      return found && nameShape(state, onScreen(found.at), 0, taken);
    }),
  ];
}
/** @param {Thing} thing */
const rank = (thing) => (scene.poles.includes(thing.id) ? 1e6 : 0) + shownOf(thing.id).length;

/**
 * @param {Thing} thing
 * @param {Point} at
 * @param {number} aside how far beside its mark; 0 for a state, whose name stands in it
 * @param {Box[]} taken what other names take up
 */
function nameShape(thing, [x, y], aside, taken) {
  const isPole = scene.poles.includes(thing.id);
  const px = aside ? 13 : isPole ? 16 : 12.5;
  const text = nameOf(thing);
  const long = [...text].reduce((sum, sign) => sum + (/[\u1100-\uffdc]/.test(sign) ? 1 : 0.56), 0) * px;
  /** @type {[number, number, string][]} */
  const tries = aside
    ? [
        [x + aside, y + px * 0.35, 'start'],
        [x - aside, y + px * 0.35, 'end'],
        [x, y - aside, 'middle'],
        [x, y + aside + px * 0.8, 'middle'],
      ]
    : [[x, y + px * 0.35, 'middle']];
  for (const [left, base, anchor] of tries) {
    const start = left - { start: 0, middle: long / 2, end: long }[/** @type {'start'} */ (anchor)];
    /** @type {Box} */
    const box = [start - 2, base - px, start + long + 2, base + px * 0.3];
    const meets = (/** @type {Box} */ other) =>
      box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    if (taken.some(meets)) continue;
    taken.push(box);
    const halo = {
      stroke: colours.land,
      'stroke-width': px * 0.26,
      'paint-order': 'stroke',
      'stroke-linejoin': 'round',
    };
    const look = { 'font-size': px, 'font-weight': aside ? 500 : 650, 'text-anchor': anchor, fill: labelColour(thing) };
    return shape('text', { x: left, y: base, ...look, ...halo, 'pointer-events': 'none' }, text);
  }
  return null;
}

const INSET = 150;
function inset() {
  if (size.width < 520) return null;
  /** @type {Point[]} */
  const corners = [
    [0, 0],
    [size.width, 0],
    [size.width, size.height],
    [0, size.height],
    [0, 0],
  ];
  const frame = corners.slice(1).flatMap(([x, y], at) => {
    const [fromX, fromY] = corners[at];
    return Array.from({ length: 24 }, (_, part) => {
      const [right, down] = [fromX + ((x - fromX) * part) / 24, fromY + ((y - fromY) * part) / 24];
      return projection.from([
        (right - size.width / 2) / eye.scale + eye.x,
        (down - size.height / 2) / eye.scale + eye.y,
      ]);
    });
  });
  const world = worldShape(
    frame.filter((point) => point !== null),
    drawn.states,
  );
  const place = { x: 10, y: size.height - INSET * 0.5 - 10, width: INSET, height: INSET * 0.5 };
  for (const [name, value] of Object.entries(place)) world.setAttribute(name, String(value));
  return world;
}

function tools() {
  return element(
    'div',
    { class: 'zoom' },
    button('+', () => zoom(1.25), { 'aria-label': word('zoom-in') }),
    button('−', () => zoom(0.8), { 'aria-label': word('zoom-out') }),
    button('⤢', refit, { 'aria-label': word('zoom-fit') }),
  );
}

/** Dragging by mouse moves the map; a finger scrolls the page. @param {SVGSVGElement} svg */
function listen(svg) {
  svg.addEventListener('keydown', onMapKey);
  svg.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.12 : 0.9);
  });
  svg.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button) return;
    const start = { x: event.clientX, y: event.clientY };
    const ground = /** @type {SVGSVGElement} */ (svg);
    const follow = (/** @type {PointerEvent} */ now) => {
      ground.style.transform = `translate(${now.clientX - start.x}px, ${now.clientY - start.y}px)`;
    };
    const done = (/** @type {PointerEvent} */ now) => {
      removeEventListener('pointermove', follow);
      ground.style.transform = '';
      const [right, down] = [now.clientX - start.x, now.clientY - start.y];
      if (Math.abs(right) + Math.abs(down) > 4) move(right, down);
    };
    addEventListener('pointermove', follow);
    addEventListener('pointerup', done, { once: true });
  });
}

// ---- the same in words

function caption() {
  const key = (/** @type {string} */ kind, /** @type {string} */ text) =>
    element('span', { class: 'key' }, element('i', { class: kind, 'aria-hidden': 'true' }), word(text));
  return element(
    'figcaption',
    null,
    key('spot', 'map-spot'),
    drawn.links.some((link) => !isSchematic(link)) && key('link', 'map-link'),
    [...drawn.links, ...drawn.pairs].some(isSchematic) && key('schematic', 'map-schematic'),
    key('hatched', 'map-disputed'),
    element('span', { class: 'credit' }, `${word('map-source')} ${data.ground?.source}, ${word('public-domain')}.`),
  );
}

function lists() {
  const { places, links, pairs, pointless } = drawn;
  return element(
    'div',
    { class: 'map-lists' },
    section('places-list', 'map-places', places, placeRow),
    section('links-list', 'map-links', links, linkRow),
    section('pairs-list', 'map-pairs', pairs, pairRow),
    section('pointless-list', 'map-pointless', pointless, pointlessRow),
  );
}

/**
 * @template Row
 * @param {string} id
 * @param {string} title
 * @param {Row[]} rows
 * @param {(row: Row) => Child} item
 */
function section(id, title, rows, item) {
  const { rows: some, more } = portion(id, rows, map);
  return element(
    'section',
    { id },
    heading(word(title), rows.length),
    element(
      'ul',
      null,
      some.map((row) => element('li', null, item(row))),
    ),
    more,
  );
}

/** @param {Thing} thing */
const thingLink = (thing) => button(nameOf(thing), () => openNode(thing.id), { class: 'link' });
/** @param {Point} point */
export const degrees = ([longitude, latitude]) =>
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
  link.thing && thingLink(link.thing),
  element('small', null, ' ', link.ends.map(({ end }) => nameOf(end)).join(' – ')),
  isSchematic(link) && element('small', null, ` · ${word('schematic')}`),
];
/** @param {Link} pair */
const pairRow = (pair) =>
  element(
    'details',
    { 'data-pair': keyOf(pair) },
    element('summary', null, pair.ends.map(({ end }) => nameOf(end)).join(' – '), ` (${pair.relations.length})`),
    pair.relations.map((relation) => element('p', null, relationLink(relation, sentence(relation)))),
  );
/** @param {Thing} thing */
const pointlessRow = (thing) => [
  thingLink(thing),
  element('small', null, ` ${plural(shownOf(thing.id).length, 'n-relations')}`),
];
