// The picture of a large graph as a bitmap. It is painted a slice at a time, so that the page answers meanwhile, and
// moved as an image while the hand moves: software paints a hundred thousand lines four times a second, an image fifty.

import { element } from './dom.js';
import { ranked, spacing } from './field.js';
import { colours, relationColour, sideColour } from './look.js';

/** @import { Field } from './field.js' */
/** @import { Thing } from './types.js' */

/** @typedef {{x: number, y: number, scale: number}} Eye the point in the middle, and pixels for each unit */
/**
 * @typedef {object} Sheet
 * @property {HTMLCanvasElement} paper
 * @property {Eye} eye it was painted through
 * @property {Field} field what was to be seen
 * @property {string} ground the colour that tells light from dark
 * @property {number} width in pixels of the page
 * @property {number} height
 * @property {number} ratio device pixels for each of them
 */

/** How much wider than the window a sheet is on each side. */
const MARGIN = 0.25;
/** Things or relations of one slice. */
const SLICE = 400;
/** Ink that all lines together may leave, in layers over the whole sheet: more, and nothing stands out. */
const INK = 0.45;
const [FAINTEST, STRONGEST] = [0.04, 0.34];

/** Radii on the screen: of what joins least where there is room or none, and of what joins most. */
const [SMALLEST, SMALL, LARGEST] = [0.7, 1.6, 7];
/** Of the room that each thing has, when all have the same. */
const SHARE = 0.2;
/**
 * The radius of a thing as a dot, in units.
 * @param {Thing} thing
 * @param {number} scale
 */
export function dotRadius({ radius, relations }, scale) {
  const least = Math.max(SMALLEST, Math.min(SMALL, SHARE * spacing() * scale));
  const more = 0.3 * Math.sqrt(Math.max(0, relations.length - 1));
  return Math.max(radius * 0.55, Math.min(LARGEST, least + more) / scale);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Eye} eye
 * @param {number} width
 * @param {number} height
 * @param {number} ratio
 */
export function lookThrough(context, eye, width, height, ratio) {
  const zoom = ratio * eye.scale;
  context.setTransform(zoom, 0, 0, zoom, ratio * (width / 2) - eye.x * zoom, ratio * (height / 2) - eye.y * zoom);
}

/**
 * Paint a sheet, a slice each time that the painter goes on.
 * @param {Field} field
 * @param {Eye} eye
 * @param {number} shownWidth
 * @param {number} shownHeight
 * @param {number} ratio device pixels for each pixel
 * @returns {Generator<void, Sheet, void>}
 */
export function* paintSheet(field, eye, shownWidth, shownHeight, ratio) {
  const [width, height] = [shownWidth, shownHeight].map((size) => size + 2 * Math.round(size * MARGIN));
  const paper = element('canvas', { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  // read back: what is drawn is there when a slice ends, and its time is known
  const context = /** @type {CanvasRenderingContext2D} */ (paper.getContext('2d', { willReadFrequently: true }));
  context.fillStyle = colours.bg;
  context.fillRect(0, 0, paper.width, paper.height);
  const sheet = { paper, eye: { ...eye }, field, ground: colours.bg, width, height, ratio };
  lookThrough(context, sheet.eye, width, height, ratio);
  for (const paint of [lineSlices, dotSlices, hubSlices]) {
    for (const slice of paint(context, sheet)) {
      slice();
      context.getImageData(0, 0, 1, 1);
      yield;
    }
  }
  return sheet;
}

/**
 * What lies on the sheet, in units.
 * @param {Sheet} sheet
 */
function bounds({ eye, width, height }) {
  const [halfX, halfY] = [width / 2 / eye.scale, height / 2 / eye.scale];
  return { left: eye.x - halfX, right: eye.x + halfX, top: eye.y - halfY, bottom: eye.y + halfY };
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {(items: Item[]) => void} paint
 */
function slicesOf(items, paint) {
  const starts = Array.from({ length: Math.ceil(items.length / SLICE) }, (_, nth) => nth * SLICE);
  return starts.map((start) => () => paint(items.slice(start, start + SLICE)));
}

/**
 * @template Item
 * @param {Iterable<Item>} items
 * @param {(item: Item) => string} keyOf
 */
function grouped(items, keyOf) {
  /** @type {Map<string, Item[]>} */
  const found = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return found;
}

/**
 * Lines by colour, fainter where there are more of them.
 * @param {CanvasRenderingContext2D} context
 * @param {Sheet} sheet
 */
function lineSlices(context, sheet) {
  const { xs, ys, lines, from, to } = sheet.field;
  const { left, right, top, bottom } = bounds(sheet);
  const inside = [];
  let length = 0;
  const longest = right - left;
  for (let at = 0; at < lines.length; at++) {
    const [x1, y1, x2, y2] = [xs[from[at]], ys[from[at]], xs[to[at]], ys[to[at]]];
    if ((x1 < left && x2 < left) || (x1 > right && x2 > right)) continue;
    if ((y1 < top && y2 < top) || (y1 > bottom && y2 > bottom)) continue;
    length += Math.min(longest, Math.hypot(x2 - x1, y2 - y1));
    inside.push(at);
  }
  const room = (right - left) * (bottom - top) * sheet.eye.scale;
  const opacity = Math.max(FAINTEST, Math.min(STRONGEST, (INK * room) / (length || 1)));
  return [...grouped(inside, (at) => relationColour(lines[at]))].flatMap(([colour, numbers]) =>
    slicesOf(numbers, (some) => {
      context.beginPath();
      for (const at of some) {
        context.moveTo(xs[from[at]], ys[from[at]]);
        context.lineTo(xs[to[at]], ys[to[at]]);
      }
      Object.assign(context, { globalAlpha: opacity, strokeStyle: colour, lineWidth: 1 / sheet.eye.scale });
      context.stroke();
      context.globalAlpha = 1;
    }),
  );
}

/** From so many relations on a thing stands out from those around it. */
const HUB = 12;
/**
 * @param {Sheet} sheet
 * @param {(thing: Thing) => boolean} isWanted
 */
function dotsOf(sheet, isWanted) {
  const { left, right, top, bottom } = bounds(sheet);
  const { xs, ys, dots } = sheet.field;
  const isInside = (/** @type {number} */ at) => xs[at] > left && xs[at] < right && ys[at] > top && ys[at] < bottom;
  return dots.filter((at) => isWanted(ranked[at]) && isInside(at));
}

/**
 * Things as dots, by colour.
 * @param {CanvasRenderingContext2D} context
 * @param {Sheet} sheet
 */
function dotSlices(context, sheet) {
  const small = dotsOf(sheet, (thing) => thing.relations.length < HUB);
  return [...grouped(small, (at) => ranked[at].side)].flatMap(([side, numbers]) =>
    slicesOf(numbers, (some) => {
      context.beginPath();
      for (const at of some) traceDot(context, sheet, at);
      context.fillStyle = colours[sideColour(side)];
      context.fill();
    }),
  );
}

/**
 * Hubs above everything, the largest last, each with a rim.
 * @param {CanvasRenderingContext2D} context
 * @param {Sheet} sheet
 */
function hubSlices(context, sheet) {
  const hubs = dotsOf(sheet, (thing) => thing.relations.length >= HUB).reverse();
  return slicesOf(hubs, (some) => {
    for (const at of some) {
      context.beginPath();
      traceDot(context, sheet, at);
      const look = { fillStyle: colours[sideColour(ranked[at].side)], strokeStyle: colours.bg };
      Object.assign(context, { ...look, lineWidth: 1.2 / sheet.eye.scale });
      context.fill();
      context.stroke();
    }
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Sheet} sheet
 * @param {number} at
 */
function traceDot(context, { field, eye }, at) {
  const [x, y] = [field.xs[at], field.ys[at]];
  const radius = dotRadius(ranked[at], eye.scale);
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 7);
}
