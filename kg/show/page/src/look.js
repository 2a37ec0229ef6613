// How things and relations look: shapes, icons, strokes and colours, the same on canvas, in the legend and as SVG.

import { choices } from './choices.js';
import { scene, thingOf } from './data.js';
import { shape } from './dom.js';
import { picture } from './picture.js';

/** @import { Relation, Thing } from './types.js' */

/** @type {Record<string, string>} */
const ICONS = {
  person: 'M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2zM12 14c-4.2 0-7.6 2.2-7.6 5v1.2h15.2V19c0-2.8-3.4-5-7.6-5z',
  state: 'M6 3v18h2.1v-7h4.4l1 2H20V5.4h-5.2l-1-2.4z',
  org: 'M12 3 3 7.6v1.9h18V7.6zM5 11.2v6.3h2.6v-6.3zm5.7 0v6.3h2.6v-6.3zm5.7 0v6.3H19v-6.3zM3 19.2v2h18v-2z',
  agreement: 'M6 2.5h8.2L19 7.3v14.2H6zm7.4 1.8v3.8h3.8zM8.6 11v1.7h7.8V11zm0 3.6v1.7h7.8v-1.7z',
  project: 'M4 20h16v-2H4zM6.5 16h3V9h-3zm4.6 0h3V4h-3zm4.6 0h3v-5h-3z',
  structure: 'M2 8h20v2.6h-1.4v7.9H18v-1.9a6 6 0 0 0-12 0v1.9H3.4v-7.9H2z',
  event: 'M7 2.6v2H4.4v16.2h15.2V4.6H17v-2h-2v2H9v-2zM6.4 9.2h11.2v9.6H6.4zm2.2 2.4v3.2h3.2v-3.2z',
  place:
    'M12 2.4a7 7 0 0 0-7 7c0 5.2 7 12.4 7 12.4s7-7.2 7-12.4a7 7 0 0 0-7-7zm0 9.6a2.7 2.7 0 1 1 0-5.4 2.7 2.7 0 0 1 0 5.4z',
  topic: 'M4 6.2h16v2.4H4zm0 4.6h16v2.4H4zm0 4.6h10v2.4H4z',
};
export const iconPaths = Object.fromEntries(Object.entries(ICONS).map(([kind, path]) => [kind, new Path2D(path)]));
/** @type {Record<string, 'circle' | 'square' | 'diamond' | 'pill'>} */
export const OUTLINES = {
  person: 'circle',
  state: 'circle',
  org: 'circle',
  place: 'circle',
  agreement: 'square',
  project: 'square',
  structure: 'square',
  event: 'diamond',
  topic: 'pill',
};
/** @param {{kind: string}} thing */
export const isHollow = (thing) => thing.kind === 'place' || thing.kind === 'topic';

export const FONT =
  'Inter, "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';

/** @type {Record<string, number>} */
export const STROKES = { both: 2.4, corrob: 2, several: 1.7, a: 1.2, b: 1.2, third: 1.2, disputed: 2.2 };
/** @type {Record<string, number[] | false>} */
export const DASHES = { asserted: false, outlook: [7, 5], analysis: [2, 4] };
/** The name of the colour of each confirmation; the rest have their own. @type {Record<string, string>} */
const INKS = { both: 'joint', corrob: 'joint', several: 'mut', disputed: 'warn' };
/** @param {string} confirmation */
export const inkName = (confirmation) => INKS[confirmation] || confirmation;
/** What became of a relation between two sides: its colour by name, its stroke, and the sign on it. */
/** @type {Record<string, {ink: string, width: number, dashes: number[] | false, sign: string}>} */
export const CHANGE_LOOKS = {
  contested: { ink: 'warn', width: 2.8, dashes: false, sign: '≠' },
  new: { ink: 'new', width: 2.8, dashes: false, sign: '+' },
  gone: { ink: 'gone', width: 2.2, dashes: [5, 4], sign: '−' },
  changed: { ink: 'acc', width: 2.2, dashes: [12, 3], sign: '~' },
  same: { ink: 'third', width: 1, dashes: false, sign: '=' },
};

/** The theme's colours by name, as page.css gives them. @type {Record<string, string>} */
export const colours = {};
const COLOUR_NAMES =
  'bg panel ink mut line a b joint third warn acc new gone zone-a zone-b zone-third water land shore coop conf even'.split(
    ' ',
  );

export function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of COLOUR_NAMES) colours[name] = style.getPropertyValue('--' + name).trim();
}

/**
 * The sign of a class: of two voices none is before the other, so that they have numbers.
 * @param {string} change
 */
export const changeSign = (change) =>
  (choices.with.startsWith('voice') && { gone: '1', new: '2' }[change]) || CHANGE_LOOKS[change].sign;

/** @param {Relation} relation */
export const relationColour = ({ confirmation, change }) =>
  colours[change ? CHANGE_LOOKS[change].ink : INKS[confirmation] || confirmation];

/**
 * The colour of a side; what nobody says the side of looks like third parties.
 * @param {string} [side]
 */
export const sideColour = (side) => (side && side !== 'none' ? side : 'third');

/** @param {Thing} thing */
export function labelColour({ side }) {
  if (side === 'a' || side === 'b') return colours[side];
  return side === 'third' || side === 'none' ? colours.mut : colours.ink;
}

/**
 * What a thing weighs whatever the reader is doing.
 * @param {string} id
 */
const weight = (id) =>
  (scene.poles.includes(id) ? 5000 : 0) + (thingOf(id).kind === 'state' ? 500 : 0) + thingOf(id).relations.length;
/** @param {Iterable<string>} ids */
export const byWeight = (ids) => {
  const weighed = [...ids].map((id) => ({ id, weight: weight(id) }));
  return weighed.sort((one, other) => other.weight - one.weight).map(({ id }) => id);
};

/**
 * Which of the things comes first where not all can be shown.
 * @param {string} id
 */
const importance = (id) =>
  (id === choices.node ? 1e6 : 0) +
  (id === picture.hoveredNode ? 5e5 : 0) +
  (picture.hotNodes?.has(id) ? 1e5 : 0) +
  weight(id);
/** @param {Iterable<string>} ids */
export function byImportance(ids) {
  const weighed = Array.from(ids, (id) => ({ id, weight: importance(id) }));
  return weighed.sort((one, other) => other.weight - one.weight).map(({ id }) => id);
}

/** @param {string} outline */
function outlineShape(outline) {
  if (outline === 'circle') return shape('circle', { cx: 12, cy: 12, r: 11 });
  if (outline === 'square') return shape('rect', { x: 1.5, y: 1.5, width: 21, height: 21, rx: 5 });
  if (outline === 'diamond') return shape('path', { d: 'M12 0 24 12 12 24 0 12z' });
  return shape('rect', { x: 0, y: 4, width: 24, height: 16, rx: 8 });
}

/**
 * A thing as a small picture.
 * @param {{kind: string, side: string}} thing
 * @param {number} [size]
 */
export function icon(thing, size = 18) {
  const hollow = isHollow(thing);
  const colour = `var(--${sideColour(thing.side)})`;
  const outline = outlineShape(OUTLINES[thing.kind]);
  outline.setAttribute('fill', hollow ? 'none' : colour);
  outline.setAttribute('stroke', hollow ? colour : 'none');
  outline.setAttribute('stroke-width', '2');
  const ink = { fill: hollow ? colour : 'var(--panel)', 'fill-rule': 'evenodd' };
  const sign = shape('path', { d: ICONS[thing.kind], transform: 'translate(6 6) scale(.5)', ...ink });
  return shape('svg', { viewBox: '-1 -1 26 26', width: size, height: size, 'aria-hidden': 'true' }, outline, sign);
}

/**
 * A relation as a small picture.
 * @param {string} confirmation
 * @param {string} [certainty]
 */
export function strokeIcon(confirmation, certainty = 'asserted') {
  const line = shape('line', {
    ...{ x1: 1, y1: 5, x2: 25, y2: 5, stroke: `var(--${INKS[confirmation] || confirmation})` },
    'stroke-width': STROKES[confirmation] * 1.1,
    'stroke-dasharray': (DASHES[certainty] || []).join(' ') || null,
  });
  return shape('svg', { viewBox: '0 0 26 10', width: 26, height: 10, 'aria-hidden': 'true' }, line);
}

/**
 * What became of a relation as a small picture: its stroke, and its sign.
 * @param {string} change
 */
export function changeIcon(change) {
  const { ink, width, dashes } = CHANGE_LOOKS[change];
  const colour = `var(--${ink})`;
  const line = { x1: 1, y1: 8, x2: 31, y2: 8, stroke: colour, 'stroke-width': width };
  const text = { x: 16, y: 12, 'text-anchor': 'middle', 'font-size': 12, 'font-weight': 800, fill: 'var(--panel)' };
  return shape(
    'svg',
    { viewBox: '0 0 32 16', width: 32, height: 16, 'aria-hidden': 'true' },
    shape('line', { ...line, 'stroke-dasharray': (dashes || []).join(' ') || null }),
    shape('rect', { x: 9, y: 1, width: 14, height: 14, rx: 7, fill: colour }),
    shape('text', text, changeSign(change)),
  );
}
