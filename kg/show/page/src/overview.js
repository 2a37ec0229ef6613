// Large pictures: vis draws some hundred things well, not ten thousand. Here everything is painted on one canvas in a
// few batches; vis takes over for the surroundings of one thing.

import { choices, choose } from './choices.js';
import { data, relationOf, things, thingOf } from './data.js';
import { element, find } from './dom.js';
import { labels, overlaps, wrap, writeLabel } from './labels.js';
import { byImportance, colours, FONT, labelColour, relationColour } from './look.js';
import { isHot, picture } from './picture.js';
import { pick } from './picking.js';
import { measureExtent, positionOf, wholeExtent } from './places.js';
import { named } from './words.js';

/** @import { Box, Thing } from './types.js' */

const MAX_LABELS = 60;
/** From here on relations wait until the hand rests. */
const MANY = 15_000;
/** The point in the middle of the canvas, and pixels for each unit. */
export const eye = { x: 0, y: 0, scale: 1 };
export const isOverview = () => data.large && !choices.focus;

const paper = element('canvas', { id: 'overview' });
let isFrameAsked = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;
/** @type {string[]} */
let ranked = [];

export function startOverview() {
  find('#network').append(paper);
  measureExtent();
  ranked = [...things.values()].sort((one, other) => other.relations.length - one.relations.length).map(({ id }) => id);
  /** @type {[number, number] | null} */
  let from = null;
  let isMoved = false;
  paper.addEventListener('pointerdown', (event) => {
    from = [event.clientX, event.clientY];
    isMoved = false;
    paper.setPointerCapture(event.pointerId);
  });
  paper.addEventListener('pointermove', (event) => {
    if (!from) return;
    const [right, down] = [event.clientX - from[0], event.clientY - from[1]];
    if (Math.abs(right) + Math.abs(down) > 3) isMoved = true;
    from = [event.clientX, event.clientY];
    panOverview(-right, -down);
  });
  paper.addEventListener('pointerup', (event) => {
    from = null;
    if (!isMoved) pick(thingAt(event.clientX, event.clientY));
  });
  paper.addEventListener('dblclick', (event) => {
    const id = thingAt(event.clientX, event.clientY);
    if (id) choose({ focus: id, node: id });
  });
  const zoom = (/** @type {WheelEvent} */ event) => {
    event.preventDefault();
    zoomOverview(Math.exp(-event.deltaY * 0.0012), event.clientX, event.clientY);
  };
  paper.addEventListener('wheel', zoom, { passive: false });
}

/** @param {boolean} isShown */
export function showOverview(isShown) {
  paper.hidden = !isShown;
}

const frame = () => paper.getBoundingClientRect();

/**
 * @param {number} x
 * @param {number} y
 * @returns {[number, number]}
 */
export function toScreen(x, y) {
  const { width, height } = frame();
  return [(x - eye.x) * eye.scale + width / 2, (y - eye.y) * eye.scale + height / 2];
}

/**
 * @param {number} clientX
 * @param {number} clientY
 */
function thingAt(clientX, clientY) {
  const { left, top, width, height } = frame();
  const x = (clientX - left - width / 2) / eye.scale + eye.x;
  const y = (clientY - top - height / 2) / eye.scale + eye.y;
  /** @type {string | undefined} */
  let best;
  let near = 10 / eye.scale;
  for (const id of picture.nodes) {
    const [nodeX, nodeY] = positionOf(id);
    const far = Math.hypot(nodeX - x, nodeY - y) - dotRadius(thingOf(id));
    if (far < near) [near, best] = [far, id];
  }
  return best;
}

export function fitOverview() {
  const { width, height } = frame();
  const [left, top, right, bottom] = wholeExtent();
  const scale = Math.min(width / (right - left), height / (bottom - top));
  Object.assign(eye, { x: (left + right) / 2, y: (top + bottom) / 2, scale });
  askFrame();
}

/**
 * @param {number} factor
 * @param {number} [clientX] what stays where it is; else the middle does
 * @param {number} [clientY]
 */
export function zoomOverview(factor, clientX, clientY) {
  const { left, top, width, height } = frame();
  const fromMiddleX = clientX === undefined ? 0 : clientX - left - width / 2;
  const fromMiddleY = clientY === undefined ? 0 : clientY - top - height / 2;
  const scale = Math.max(0.005, Math.min(8, eye.scale * factor));
  eye.x += fromMiddleX / eye.scale - fromMiddleX / scale;
  eye.y += fromMiddleY / eye.scale - fromMiddleY / scale;
  eye.scale = scale;
  askFrame();
}

/**
 * @param {number} right in pixels
 * @param {number} down
 */
export function panOverview(right, down) {
  eye.x += right / eye.scale;
  eye.y += down / eye.scale;
  askFrame();
}

/**
 * @param {number} x
 * @param {number} y
 */
export function centreOverview(x, y) {
  Object.assign(eye, { x, y, scale: Math.max(eye.scale, 0.6) });
  askFrame();
}

/** At most one painting a frame; while moving, relations wait until the hand rests. */
export function askFrame() {
  const isMuch = picture.relations.size > MANY;
  clearTimeout(resting);
  if (isMuch) resting = setTimeout(() => paintOverview(true), 140);
  if (isFrameAsked) return;
  isFrameAsked = true;
  requestAnimationFrame(() => {
    isFrameAsked = false;
    paintOverview(!isMuch);
  });
}

/** @param {Thing} thing */
const dotRadius = (thing) => Math.max(thing.radius * 0.55, 1.6 / eye.scale);

/** @param {boolean} withRelations */
export function paintOverview(withRelations) {
  const { width, height } = frame();
  const ratio = window.devicePixelRatio || 1;
  const context = /** @type {CanvasRenderingContext2D} */ (paper.getContext('2d'));
  const [pixelsX, pixelsY] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (paper.width !== pixelsX || paper.height !== pixelsY) Object.assign(paper, { width: pixelsX, height: pixelsY });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.bg;
  context.fillRect(0, 0, width, height);
  const zoom = ratio * eye.scale;
  context.setTransform(
    zoom,
    0,
    0,
    zoom,
    ratio * (width / 2 - eye.x * eye.scale),
    ratio * (height / 2 - eye.y * eye.scale),
  );
  const [halfX, halfY] = [width / 2 / eye.scale, height / 2 / eye.scale];
  const isInside = (/** @type {string} */ id) => {
    const [x, y] = positionOf(id);
    return Math.abs(x - eye.x) < halfX && Math.abs(y - eye.y) < halfY;
  };
  if (withRelations) paintRelations(context);
  paintDots(context, isInside);
  paintLabels(context, isInside);
}

/** @param {CanvasRenderingContext2D} context */
function paintRelations(context) {
  const { hotNodes, hotRelations } = picture;
  /** @type {Map<string, {colour: string, opacity: number, ids: string[]}>} */
  const found = new Map();
  for (const id of picture.relations) {
    const colour = relationColour(relationOf(id));
    const opacity = !hotNodes ? 0.22 : hotRelations.has(id) ? 0.9 : 0.04;
    const key = `${colour}|${opacity}`;
    if (!found.has(key)) found.set(key, { colour, opacity, ids: [] });
    found.get(key)?.ids.push(id);
  }
  for (const { colour, opacity, ids } of found.values()) {
    context.beginPath();
    for (const id of ids) {
      const { source, target } = relationOf(id);
      context.moveTo(...positionOf(source));
      context.lineTo(...positionOf(target));
    }
    Object.assign(context, { globalAlpha: opacity, strokeStyle: colour, lineWidth: 1 / eye.scale });
    context.stroke();
  }
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {(id: string) => boolean} isInside
 */
function paintDots(context, isInside) {
  /** @type {Map<string, {side: string, opacity: number, ids: string[]}>} */
  const found = new Map();
  for (const id of picture.nodes) {
    if (!isInside(id)) continue;
    const { side } = thingOf(id);
    const opacity = isHot(id) ? 1 : 0.2;
    const key = `${side}|${opacity}`;
    if (!found.has(key)) found.set(key, { side, opacity, ids: [] });
    found.get(key)?.ids.push(id);
  }
  for (const { side, opacity, ids } of found.values()) {
    context.beginPath();
    for (const id of ids) {
      const [[x, y], radius] = [positionOf(id), dotRadius(thingOf(id))];
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 7);
    }
    Object.assign(context, { globalAlpha: opacity, fillStyle: colours[side] });
    context.fill();
  }
  context.globalAlpha = 1;
  if (!choices.node) return;
  context.beginPath();
  context.arc(...positionOf(choices.node), dotRadius(thingOf(choices.node)) + 4 / eye.scale, 0, 7);
  Object.assign(context, { lineWidth: 2.5 / eye.scale, strokeStyle: colours.acc });
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {(id: string) => boolean} isInside
 */
function paintLabels(context, isInside) {
  const size = 12 / eye.scale;
  const leading = size * 1.2;
  /** @type {Box[]} */
  const boxes = [];
  labels.clear();
  const font = `550 ${size}px ${FONT}`;
  Object.assign(context, { textAlign: 'center', textBaseline: 'top', lineJoin: 'round', font });
  for (const id of picture.hotNodes ? byImportance(picture.hotNodes) : ranked) {
    if (labels.size >= MAX_LABELS) break;
    if (!picture.nodes.has(id) || !isInside(id)) continue;
    const [x, y] = positionOf(id);
    const [line] = wrap(named(id), 28);
    const half = context.measureText(line).width / 2;
    const top = y + dotRadius(thingOf(id)) + 2 / eye.scale;
    /** @type {Box} */
    const box = [x - half, top, x + half, top + leading];
    if (overlaps(box, boxes)) continue;
    boxes.push(box);
    const label = { lines: [line], x, top, size, leading, box };
    labels.set(id, label);
    writeLabel(context, label, labelColour(thingOf(id)), 0.35);
  }
}
