// Large pictures: vis draws some hundred things well, not ten thousand. Here a bitmap of all is moved as an image, and
// what stands out is drawn over it; vis takes over for the surroundings of one thing.

import { captions } from './captions.js';
import { choices, choose } from './choices.js';
import { data, relationOf, thingOf } from './data.js';
import { element, find } from './dom.js';
import { measureField, relationsAt, startField, thingAt } from './field.js';
import { colours, relationColour, sideColour } from './look.js';
import { picture } from './picture.js';
import { pick } from './picking.js';
import { measureExtent, positionOf, wholeExtent } from './places.js';
import { dotRadius, lookThrough, paintSheet } from './sheet.js';
import { hideTip, hoverTip } from './tip.js';

/** @import { Field } from './field.js' */
/** @import { Sheet } from './sheet.js' */
/** @import { Relation, Thing } from './types.js' */

/** The point in the middle of the canvas, and pixels for each unit. */
export const eye = { x: 0, y: 0, scale: 1 };
export const isOverview = () => data.large && !choices.focus;

const paper = element('canvas', { id: 'overview' });
/** What is to be seen now. @type {Field} */
let field;
/** The bitmap that is shown. @type {Sheet | null} */
let sheet = null;
/** The bitmap that is being painted. @type {ReturnType<typeof paintSheet> | null} */
let painter = null;
let isFrameAsked = false;
let isResting = true;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting;

export function startOverview() {
  find('#network').append(paper);
  measureExtent();
  startField();
  field = measureField();
  listen();
}

function listen() {
  /** @type {[number, number] | null} */
  let from = null;
  let isMoved = false;
  paper.addEventListener('pointerdown', (event) => {
    from = [event.clientX, event.clientY];
    isMoved = false;
    paper.setPointerCapture(event.pointerId);
  });
  paper.addEventListener('pointermove', (event) => {
    if (!from) return hover(event.clientX, event.clientY);
    const [right, down] = [event.clientX - from[0], event.clientY - from[1]];
    if (Math.abs(right) + Math.abs(down) > 3) isMoved = true;
    from = [event.clientX, event.clientY];
    panOverview(-right, -down);
  });
  paper.addEventListener('pointerleave', () => showHovered(null, null));
  paper.addEventListener('pointercancel', () => (from = null)); // a finger scrolls the page
  paper.addEventListener('pointerup', (event) => {
    from = null;
    if (!isMoved) pickAt(event.clientX, event.clientY);
  });
  paper.addEventListener('dblclick', (event) => {
    const { thing } = under(event.clientX, event.clientY);
    if (thing) choose({ focus: thing.id, node: thing.id });
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

// ---- what is under the pointer

const [NEAR_DOT, NEAR_LINE] = [5, 5];
/**
 * The thing under the pointer, or else the relations that lie there on one another.
 * @param {number} clientX
 * @param {number} clientY
 */
function under(clientX, clientY) {
  const { left, top, width, height } = frame();
  const x = (clientX - left - width / 2) / eye.scale + eye.x;
  const y = (clientY - top - height / 2) / eye.scale + eye.y;
  const thing = thingAt(field, x, y, NEAR_DOT / eye.scale, (one) => dotRadius(one, eye.scale));
  return { thing, found: thing ? [] : relationsAt(field, x, y, NEAR_LINE / eye.scale) };
}

/**
 * Choose what is there; of relations that lie on one another each click the next.
 * @param {number} clientX
 * @param {number} clientY
 */
function pickAt(clientX, clientY) {
  const { thing, found } = under(clientX, clientY);
  const next = found.findIndex(({ id }) => id === choices.edge) + 1;
  pick(thing?.id, found[next % found.length]?.id);
}

/**
 * @param {number} clientX
 * @param {number} clientY
 */
function hover(clientX, clientY) {
  const { thing, found } = under(clientX, clientY);
  const chosen = found.find(({ id }) => id === choices.edge);
  showHovered(thing?.id ?? null, (chosen || found[0])?.id ?? null);
  if (thing || found.length) hoverTip(clientX, clientY);
}

/**
 * @param {string | null} hoveredNode
 * @param {string | null} hoveredRelation
 */
function showHovered(hoveredNode, hoveredRelation) {
  if (picture.hoveredNode === hoveredNode && picture.hoveredRelation === hoveredRelation) return;
  Object.assign(picture, { hoveredNode, hoveredRelation });
  paper.style.cursor = hoveredNode || hoveredRelation ? 'pointer' : '';
  if (!hoveredNode && !hoveredRelation) hideTip();
  askFrame();
}

// ---- moving

/** @param {Partial<typeof eye>} changes */
function move(changes) {
  Object.assign(eye, changes);
  isResting = false;
  clearTimeout(resting);
  resting = setTimeout(() => {
    isResting = true;
    askFrame();
  }, 120);
  askFrame();
}

export function fitOverview() {
  const { width, height } = frame();
  const [left, top, right, bottom] = wholeExtent();
  const scale = Math.min(width / (right - left), height / (bottom - top));
  move({ x: (left + right) / 2, y: (top + bottom) / 2, scale });
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
  const x = eye.x + fromMiddleX / eye.scale - fromMiddleX / scale;
  const y = eye.y + fromMiddleY / eye.scale - fromMiddleY / scale;
  move({ x, y, scale });
}

/**
 * @param {number} right in pixels
 * @param {number} down
 */
export function panOverview(right, down) {
  move({ x: eye.x + right / eye.scale, y: eye.y + down / eye.scale });
}

/**
 * @param {number} x
 * @param {number} y
 */
export function centreOverview(x, y) {
  move({ x, y, scale: Math.max(eye.scale, 0.6) });
}

// ---- painting

/** What is visible has changed. */
export function refreshOverview() {
  if (field.turn !== picture.turn) field = measureField();
  askFrame();
}

/** At most one painting a frame. */
export function askFrame() {
  if (isFrameAsked) return;
  isFrameAsked = true;
  requestAnimationFrame(() => {
    isFrameAsked = false;
    if (!paper.hidden) paintOverview(!sheet);
  });
}

/** Milliseconds of a frame that go into a new sheet. */
const SHARE = 9;
/** @param {boolean} atOnce however long a new sheet takes */
export function paintOverview(atOnce) {
  const { width, height } = frame();
  const ratio = window.devicePixelRatio || 1;
  const context = /** @type {CanvasRenderingContext2D} */ (paper.getContext('2d'));
  const [pixelsX, pixelsY] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (!pixelsX || !pixelsY) return;
  if (paper.width !== pixelsX || paper.height !== pixelsY) Object.assign(paper, { width: pixelsX, height: pixelsY });
  sharpen(width, height, ratio, atOnce);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.bg;
  context.fillRect(0, 0, width, height);
  if (sheet) paintImage(context, sheet, width, height);
  if (picture.hotNodes) {
    Object.assign(context, { globalAlpha: 0.86, fillStyle: colours.bg });
    context.fillRect(0, 0, width, height);
    context.globalAlpha = 1;
  }
  lookThrough(context, eye, width, height, ratio);
  paintHot(context);
  captions(context, field, eye, width, height);
}

/**
 * Go on with a new sheet where the one that is shown is not what is to be seen: at rest down to the pixel, while moving
 * as far as it reaches.
 * @param {number} width
 * @param {number} height
 * @param {number} ratio
 * @param {boolean} atOnce
 */
function sharpen(width, height, ratio, atOnce) {
  if (!painter && isStale(width, height, ratio, atOnce || isResting)) {
    painter = paintSheet(field, eye, width, height, ratio);
  }
  const until = performance.now() + SHARE;
  while (painter && (atOnce || performance.now() < until)) {
    const { done, value } = painter.next();
    if (!done) continue;
    sheet = value;
    painter = null;
    if (isStale(width, height, ratio, atOnce || isResting)) askFrame();
  }
  if (painter) askFrame();
}

/**
 * @param {number} width
 * @param {number} height
 * @param {number} ratio
 * @param {boolean} isExact
 */
function isStale(width, height, ratio, isExact) {
  if (!sheet || sheet.field !== field || sheet.ratio !== ratio || sheet.ground !== colours.bg) return true;
  const [x, y, factor] = offset(sheet, width, height);
  const covers = x <= 0 && y <= 0 && x + sheet.width * factor >= width - 1 && y + sheet.height * factor >= height - 1;
  const isSharp = factor === 1 && isWhole(x * ratio) && isWhole(y * ratio);
  return !covers || (isExact && !isSharp);
}
const isWhole = (/** @type {number} */ pixels) => Math.abs(pixels - Math.round(pixels)) < 0.02;

/**
 * Where on the screen a sheet begins, and how much larger than painted it is shown.
 * @param {Sheet} given
 * @param {number} width
 * @param {number} height
 */
function offset(given, width, height) {
  const factor = eye.scale / given.eye.scale;
  return [
    (given.eye.x - eye.x) * eye.scale + width / 2 - (given.width / 2) * factor,
    (given.eye.y - eye.y) * eye.scale + height / 2 - (given.height / 2) * factor,
    factor,
  ];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Sheet} shown
 * @param {number} width
 * @param {number} height
 */
function paintImage(context, shown, width, height) {
  const [x, y, factor] = offset(shown, width, height);
  const place = factor === 1 ? [x, y].map((value) => Math.round(value * shown.ratio) / shown.ratio) : [x, y];
  context.drawImage(shown.paper, place[0], place[1], shown.width * factor, shown.height * factor);
}

/**
 * What stands out: lines, then dots, then a ring around what is chosen or under the pointer.
 * @param {CanvasRenderingContext2D} context
 */
function paintHot(context) {
  const { hotNodes, hotRelations, hoveredNode, hoveredRelation } = picture;
  for (const id of hotRelations) paintLine(context, relationOf(id), relationColour(relationOf(id)), 1.2);
  for (const id of [choices.edge, hoveredRelation]) if (id) paintLine(context, relationOf(id), colours.acc, 2.4);
  for (const id of hotNodes || []) paintDot(context, thingOf(id));
  for (const id of [choices.node, hoveredNode]) {
    if (!id || !picture.nodes.has(id)) continue;
    context.beginPath();
    context.arc(...positionOf(id), dotRadius(thingOf(id), eye.scale) + 4 / eye.scale, 0, 7);
    Object.assign(context, { lineWidth: 2.5 / eye.scale, strokeStyle: colours.acc });
    context.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Relation} relation
 * @param {string} colour
 * @param {number} width in pixels
 */
function paintLine(context, { source, target }, colour, width) {
  context.beginPath();
  context.moveTo(...positionOf(source));
  context.lineTo(...positionOf(target));
  Object.assign(context, { globalAlpha: 0.9, strokeStyle: colour, lineWidth: width / eye.scale });
  context.stroke();
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Thing} thing
 */
function paintDot(context, thing) {
  context.beginPath();
  context.arc(...positionOf(thing.id), dotRadius(thing, eye.scale), 0, 7);
  context.fillStyle = colours[sideColour(thing.side)];
  context.fill();
}
