// The map: places where claims give coordinates, states as outlines, links between them; below it the same as lists.

import { openNode, openRelation } from './choices.js';
import { scene } from './data.js';
import { button, element, find, refill, shape } from './dom.js';
import { caption, gazetteer, keyOf } from './gazetteer.js';
import { EARTH } from './globe.js';
import { boxOf, extentOf, globeShape, groundShapes, projection } from './ground.js';
import { located } from './located.js';
import { FONT } from './look.js';
import { linkShape, namesShape, pairShape, spotShape } from './marks.js';
import { lead } from './portions.js';
import { inLanguage, plural, word } from './words.js';

/** @import { Box, Point } from './types.js' */
/** @import { Drawn, Pair } from './located.js' */

/** What the window shows: a point of the plane in the middle, and pixels for a unit of it. */
let eye = { x: 0, y: 0, scale: 0 };
let size = { width: 0, height: 0 };
let isFitted = false;
/** @type {Drawn} */
let drawn;

export function map() {
  drawn = located();
  const holder = element('div', { id: 'map-view' });
  refill(
    find('#map'),
    lead('map', 'map-lead'),
    element('figure', { class: 'chart' }, holder, caption(drawn)),
    gazetteer(drawn, map),
  );
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
      const box = extentOf(state.outline);
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
  const ground = shape(
    'g',
    { transform: moved },
    groundShapes(drawn.states, (state) => openNode(state.id)),
  );
  ground.querySelector('pattern')?.setAttribute('patternTransform', `scale(${1 / eye.scale}) rotate(45)`);
  const counts = [plural(drawn.places.length, 'n-places'), plural(drawn.links.length, 'n-links')];
  const pairs = drawn.pairs.map((pair) => pairShape(pair, onScreen, showPair));
  const links = drawn.links.map((link) => linkShape(link, onScreen));
  return shape(
    'svg',
    {
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', tabindex: 0, class: 'globe' },
      ...{ 'aria-label': `${inLanguage(scene.title)}: ${word('map')}. ${counts.join(', ')}.`, 'font-family': FONT },
    },
    ground,
    shape('g', { class: 'links' }, pairs, links),
    shape(
      'g',
      { class: 'spots' },
      drawn.places.map((place) => spotShape(place, onScreen)),
    ),
    shape('g', { class: 'names' }, namesShape(drawn, onScreen, seen())),
    inset(),
  );
}

/** A pair of one relation opens it; of several the reader chooses from the list. @param {Pair} pair */
function showPair(pair) {
  if (pair.relations.length === 1 && !pair.links.length) return openRelation(pair.relations[0].id);
  const listed = /** @type {HTMLDetailsElement} */ (find(`#map [data-pair="${CSS.escape(keyOf(pair))}"]`));
  listed.open = true;
  listed.querySelector('summary')?.focus();
}

const INSET = 104;
/** The part of the plane that is seen. @returns {Box} */
function seen() {
  const [wide, high] = [size.width / eye.scale / 2, size.height / eye.scale / 2];
  return [eye.x - wide, eye.y - high, eye.x + wide, eye.y + high];
}
/** Where on the globe that is, unless it is as much itself. */
function inset() {
  if (size.width < 520 || size.height / eye.scale > 2 * EARTH) return null;
  const globe = globeShape(seen(), drawn.states);
  const place = { x: 10, y: size.height - INSET - 10, width: INSET, height: INSET };
  for (const [name, value] of Object.entries(place)) globe.setAttribute(name, String(value));
  return globe;
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
