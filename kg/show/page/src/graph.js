// The picture: vis-network draws what is held where pyvis placed it; shapes, labels and zones are ours.

import { isBand } from './bands.js';
import { choices, choose } from './choices.js';
import { data, relations, thingOf, things } from './data.js';
import { dropClick, element, find } from './dom.js';
import { drawLabels, labels } from './labels.js';
import {
  CHANGE_LOOKS,
  changeSign,
  colours,
  DASHES,
  FONT,
  iconPaths,
  isHollow,
  OUTLINES,
  relationColour,
  sideColour,
  STROKES,
} from './look.js';
import { presence } from './motion.js';
import {
  askFrame,
  centreOverview,
  eye,
  fitOverview,
  isOverview,
  paintOverview,
  panOverview,
  refreshOverview,
  showOverview,
  startOverview,
  toScreen,
  zoomOverview,
} from './overview.js';
import { isDrawn } from './first.js';
import { isHot, picture } from './picture.js';
import { pick } from './picking.js';
import { isPlaced, measureExtent, placed, positionOf, surround, takePlaces, wholeExtent, zones } from './places.js';
import { drawBands, writeBands } from './strands.js';
import { hideTip, hoverTip } from './tip.js';

/** @import { Point, Relation } from './types.js' */

/** What vis draws; an overview has none. @type {{network: VisNetwork, nodes: VisDataSet, edges: VisDataSet} | null} */
let drawing = null;
const visNetwork = () => /** @type {{network: VisNetwork}} */ (drawing).network;

export function startGraph() {
  if (data.large) return startOverview();
  startVis();
  measureExtent();
}

function startVis() {
  const holder = element('div', { class: 'fill' });
  find('#network').append(holder);
  const options = { ...data.network.options };
  options.nodes = { ...options.nodes, shape: 'custom', ctxRenderer: drawThing };
  const nodes = new vis.DataSet(held().map(({ id }) => ({ id, x: positionOf(id)[0], y: positionOf(id)[1] })));
  const edges = new vis.DataSet(bent(heldRelations()));
  const network = new vis.Network(holder, { nodes, edges }, options);
  drawing = { network, nodes, edges };
  if (isTouched.matches) network.setOptions({ interaction: { dragView: isHeld, dragNodes: isHeld } });
  network.on('beforeDrawing', (context) => {
    drawZones(context);
    drawBands(context);
  });
  network.on('afterDrawing', (context) => {
    drawLabels(context, network.getScale(), middleOf);
    writeBands(context, network.getScale());
  });
  network.on('click', (at) => {
    if (isTouched.matches) dropClick();
    pick(at.nodes[0], at.edges[0]);
  });
  network.on('doubleClick', (at) => at.nodes[0] && choose({ focus: at.nodes[0], node: at.nodes[0] }));
  const hover = (/** @type {Partial<typeof picture>} */ changes, /** @type {[number, number]?} */ at = null) => {
    Object.assign(picture, changes);
    network.redraw();
    if (at) hoverTip(...at);
    else hideTip();
  };
  network.on('hoverNode', ({ node }) => hover({ hoveredNode: node }, screenPosition(node)));
  network.on('blurNode', () => hover({ hoveredNode: null }));
  network.on('hoverEdge', ({ edge, event }) => hover({ hoveredRelation: edge }, [event.clientX, event.clientY]));
  network.on('blurEdge', () => hover({ hoveredRelation: null }));
  find('.vis-network', holder).tabIndex = -1; // the keyboard walks in a list of its own: see walk.js
  network.on('dragEnd', (at) => {
    if (!at.nodes.length) return;
    const points = Object.entries(network.getPositions(at.nodes));
    const pins = points.map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]]);
    choose({ pins: { ...choices.pins, ...Object.fromEntries(pins) } });
  });
}

/**
 * Edges of one pair bend to different sides, ever further out.
 * @param {Relation[]} edges
 */
function bent(edges) {
  /** @type {Map<string, number>} */
  const parallel = new Map();
  return edges.map(({ id, source, target }) => {
    const edge = { id, from: source, to: target };
    if (isBand(id)) return { ...edge, smooth: { enabled: false } };
    const pair = [source, target].sort().join('~');
    const nth = (parallel.get(pair) || 0) + 1;
    parallel.set(pair, nth);
    const type = (nth % 2 === 1) === source < target ? 'curvedCW' : 'curvedCCW';
    return { ...edge, smooth: { enabled: true, type, roundness: 0.07 + 0.09 * Math.floor(nth / 2) } };
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} outline
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function trace(context, outline, x, y, radius) {
  context.beginPath();
  if (outline === 'circle') context.arc(x, y, radius, 0, 7);
  else if (outline === 'diamond') {
    const half = radius * 1.18;
    context.moveTo(x, y - half);
    context.lineTo(x + half, y);
    context.lineTo(x, y + half);
    context.lineTo(x - half, y);
    context.closePath();
  } else {
    const [halfX, halfY, corner] = outline === 'square' ? [0.92, 0.92, 0.3] : [1.15, 0.78, 0.78];
    context.roundRect(x - radius * halfX, y - radius * halfY, 2 * radius * halfX, 2 * radius * halfY, radius * corner);
  }
}

/**
 * What vis calls for each thing.
 * @param {{ctx: CanvasRenderingContext2D, id: string, x: number, y: number}} asked
 */
function drawThing({ ctx: context, id, x, y }) {
  const thing = thingOf(id);
  const { kind, radius } = thing;
  const outline = OUTLINES[kind];
  const [colour, hollow] = [colours[sideColour(thing.side)], isHollow(thing)];
  const drawNode = () => {
    const change = picture.changed.get(id);
    context.globalAlpha = (isHot(id) ? 1 : 0.16) * presence(change);
    trace(context, outline, x, y, radius + 2.5);
    context.fillStyle = colours.bg;
    context.fill();
    trace(context, outline, x, y, radius);
    context.fillStyle = hollow ? colours.panel : colour;
    context.fill();
    if (hollow) {
      Object.assign(context, { lineWidth: 1.6, strokeStyle: colour });
      context.stroke();
    }
    const scale = (radius * 1.16) / 24;
    context.save();
    context.translate(x - 12 * scale, y - 12 * scale);
    context.scale(scale, scale);
    context.fillStyle = hollow ? colour : colours.panel;
    context.fill(iconPaths[kind], 'evenodd');
    context.restore();
    if (id === choices.node || id === picture.hoveredNode || choices.path.split('~').includes(id)) {
      trace(context, outline, x, y, radius + 5);
      Object.assign(context, { lineWidth: 2.6, strokeStyle: colours.acc });
      context.stroke();
    }
    if (change === 'new' || change === 'gone') drawRing(context, outline, x, y, radius, change);
    if (choices.pins[id]) {
      context.beginPath();
      context.arc(x + radius * 0.8, y - radius * 0.8, 4, 0, 7);
      context.fillStyle = colours.acc;
      context.fill();
    }
    context.globalAlpha = 1;
  };
  return { drawNode, nodeDimensions: { width: 2 * radius + 4, height: 2 * radius + 4 } };
}

/**
 * Around what only one of two sides speaks of: the stroke and the sign of its relations.
 * @param {CanvasRenderingContext2D} context
 * @param {string} outline
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} change
 */
function drawRing(context, outline, x, y, radius, change) {
  const { ink, dashes } = CHANGE_LOOKS[change];
  trace(context, outline, x, y, radius + 4);
  context.setLineDash(dashes || []);
  Object.assign(context, { lineWidth: 2.4, strokeStyle: colours[ink] });
  context.stroke();
  context.setLineDash([]);
  const [left, top] = [x + radius * 0.82, y - radius * 0.82];
  context.beginPath();
  context.arc(left, top, 7, 0, 7);
  context.fillStyle = colours[ink];
  context.fill();
  Object.assign(context, { font: `800 12px ${FONT}`, textAlign: 'center', textBaseline: 'middle' });
  context.fillStyle = colours.panel;
  context.fillText(changeSign(change), left, top + 0.5);
}

/** @param {CanvasRenderingContext2D} context */
function drawZones(context) {
  const found = zones();
  for (const { box, colour } of found) {
    if (!box || !colour) continue;
    context.beginPath();
    context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], 16);
    context.fillStyle = colours[colour];
    context.fill();
  }
  context.textBaseline = 'middle';
  context.font = `650 ${Math.max(12.5, 11 / visNetwork().getScale())}px ${FONT}`;
  for (const { text, x, y, align, ink } of found) {
    Object.assign(context, { textAlign: align, fillStyle: colours[ink] });
    context.fillText(text, x, y);
  }
}

/**
 * A point of the curve that vis draws for a relation; null when it draws none.
 * @param {string} id
 */
function curveOf(id) {
  const drawn = drawing?.network.body.edges[id];
  return drawn ? drawn : null;
}
/** @param {string} id */
function middleOf(id) {
  const drawn = curveOf(id);
  return drawn?.connected ? drawn.edgeType.getPoint(0.5) : null;
}

const CURVE_STEPS = 16;
/**
 * Points along a relation as it is drawn: the overview draws straight lines.
 * @param {Relation} relation
 * @returns {Point[]}
 */
export function pointsOf(relation) {
  const drawn = curveOf(relation.id);
  if (!drawn) return [positionOf(relation.source), positionOf(relation.target)];
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const { x, y } = drawn.edgeType.getPoint(step / CURVE_STEPS);
    return [x, y];
  });
}

/**
 * A band is drawn by itself; what two sides differ in stands out from what both say.
 * @param {Relation} relation
 * @param {boolean} isLit
 */
function opacityOf({ id, ghost, alone, change }, isLit) {
  if (isBand(id)) return 0;
  if (!isLit) return 0.07;
  if (ghost) return 0.16;
  if (alone || (change && change !== 'same')) return 1;
  return change ? 0.45 : 0.62;
}

/**
 * How vis draws a relation.
 * @param {Relation} relation
 */
export function styleOf(relation) {
  const { id, alone, mutual, confirmation, certainty, change } = relation;
  const isLit = !picture.hotNodes || picture.hotRelations.has(id);
  const compared = change ? CHANGE_LOOKS[change] : null;
  const factor = alone ? 1.6 : picture.hotNodes && isLit ? 1.35 : 1;
  return {
    id,
    hidden: !picture.relations.has(id) || !isDrawn(relation.source) || !isDrawn(relation.target),
    color: { color: relationColour(relation), opacity: opacityOf(relation, isLit) * presence(change), inherit: false },
    width: (compared?.width || STROKES[confirmation] || 1) * factor,
    dashes: compared ? compared.dashes : DASHES[certainty],
    arrows: { to: { enabled: !mutual, scaleFactor: 0.42 } },
  };
}

/** Bring the picture up to what is visible now. */
export function paintGraph() {
  if (data.large) {
    showOverview(isOverview());
    if (surrounded !== choices.focus) enterSurroundings();
    if (isOverview()) return refreshOverview();
  }
  const taken = takePlaces();
  if (taken !== places) measureExtent();
  const points = held().map(({ id }) => {
    const [x, y] = positionOf(id);
    return { id, hidden: !isDrawn(id), x, y };
  });
  drawing?.nodes.update(points);
  drawing?.edges.update(heldRelations().map(styleOf));
  drawing?.network.redraw();
  if (taken !== places) fitGraph(places !== null);
  places = taken;
}
/** What is drawn, by which one sees that it is something else. @type {string | null} */
let places = null;
/** The things that vis holds: all, or the surroundings of one thing of a large picture. */
const held = () => (data.large ? placed() : [...things.values()]);
const heldRelations = () =>
  data.large
    ? [...relations.values()].filter(({ source, target }) => isPlaced(source) && isPlaced(target))
    : [...relations.values()];

let surrounded = '';
/** Of one thing in a large picture; leaving it gives the overview back. */
function enterSurroundings() {
  surrounded = choices.focus;
  drawing?.network.destroy();
  if (drawing) find('#network .fill').remove();
  drawing = null;
  if (!surround(surrounded)) return;
  startVis();
  fitGraph(false);
}

/** A finger scrolls the page past the picture, and moves the picture only while it is held. */
const isTouched = matchMedia('(pointer: coarse)');
let isHeld = false;
/** @returns whether the picture is held now */
export function holdPicture() {
  isHeld = !isHeld;
  find('#network').classList.toggle('held', isHeld);
  drawing?.network.setOptions({ interaction: { dragView: isHeld, dragNodes: isHeld } });
  return isHeld;
}

/** Draw again what is under the pointer or the keyboard. */
export function repaint() {
  if (isOverview()) askFrame();
  else visNetwork().redraw();
}

/** Whoever asked their system for less motion gets none. */
export const calm = matchMedia('(prefers-reduced-motion: reduce)');
/** @param {number} duration */
const moving = (duration) => (calm.matches ? false : { duration, easingFunction: 'easeInOutQuad' });

/** @param {boolean} slowly */
export function fitGraph(slowly) {
  if (isOverview()) return fitOverview();
  const { width, height } = find('#network').getBoundingClientRect();
  const [left, top, right, bottom] = wholeExtent();
  if (!width || !height) return;
  const scale = Math.min(width / (right - left + 20), height / (bottom - top + 20), 1.4);
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
  visNetwork().moveTo({ position, scale, animation: slowly ? moving(220) : false });
}

/** @param {number} factor */
export function zoomBy(factor) {
  if (isOverview()) return zoomOverview(factor);
  const scale = Math.max(0.05, Math.min(6, visNetwork().getScale() * factor));
  visNetwork().moveTo({ scale, animation: moving(160) });
}

/**
 * Move the picture on by a step.
 * @param {string} key an arrow key
 */
export function pan(key) {
  const [right, down] = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[key] || [
    0, 0,
  ];
  if (isOverview()) return panOverview(right, down);
  const { x, y } = visNetwork().getViewPosition();
  const scale = visNetwork().getScale();
  visNetwork().moveTo({ position: { x: x + right / scale, y: y + down / scale } });
}

/**
 * Bring a thing into sight; a small picture shows everything anyway.
 * @param {string} id
 */
export function reveal(id) {
  if (!data.free) return;
  const [x, y] = positionOf(id);
  if (isOverview()) centreOverview(x, y);
  else visNetwork().moveTo({ position: { x, y }, animation: moving(260) });
}

/**
 * Lay labels out for another size than the window's, until the next painting.
 * @param {number} scale
 */
export function layLabels(scale) {
  const context = document.createElement('canvas').getContext('2d');
  if (context && !isOverview()) drawLabels(context, scale, middleOf);
}

/** The labels of a fresh painting, in pixels. */
export function paintedLabels() {
  if (isOverview()) paintOverview(true);
  else visNetwork().redraw();
  const scale = isOverview() ? eye.scale : visNetwork().getScale();
  return [...labels].map(([id, { size, box }]) => ({ id, px: size * scale, box: box.map((value) => value * scale) }));
}

/**
 * Where a thing is on the screen.
 * @param {string} id
 * @returns {[number, number]}
 */
export function screenPosition(id) {
  const [x, y] = positionOf(id);
  const { left, top } = find('#network').getBoundingClientRect();
  const at = isOverview() ? null : visNetwork().canvasToDOM({ x, y });
  const [right, down] = at ? [at.x, at.y] : toScreen(x, y);
  return [right + left, down + top];
}
