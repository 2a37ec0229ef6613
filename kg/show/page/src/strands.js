// Bands on the canvas: as wide as there are acts, striped by how many are cooperative, neither, and conflictual; one
// that is open parts into its kinds.

import { bands, familyOf, grouped, hasBands, ofTwo, strandsOf, total, widthOf } from './bands.js';
import { choices } from './choices.js';
import { relationOf, scene, thingOf } from './data.js';
import { labels, overlaps } from './labels.js';
import { colours, FONT } from './look.js';
import { chosenSieve, picture } from './picture.js';
import { isPlaced, placed, positionOf } from './places.js';
import { inLanguage, numeral, word } from './words.js';

/** @import { Box, Thing } from './types.js' */
/** @import { Sum } from './bands.js' */
/** @typedef {{sum: Sum, text: string, bow: number, id: string}} Ribbon */

/** Most kinds that an open band parts into; the rest is one more. */
const STRANDS = 8;

const shownBands = () => [...picture.relations].filter((id) => bands.has(id) && isDrawn(id));
/** @param {string} id */
const isDrawn = (id) => [relationOf(id).source, relationOf(id).target].every(isPlaced);
/**
 * Whether a band is parted: it was opened, or there is nothing else to see.
 * @param {string} id
 */
const isOpen = (id) => ofTwo && !bands.get(id)?.named && (choices.edge === id || picture.relations.size === 1);

/** @param {Thing} thing @returns {Box} */
function shapeBox({ id, radius }) {
  const [x, y] = positionOf(id);
  return [x - radius, y - radius, x + radius, y + radius];
}

/** @param {Sum} sum */
export const signs = ({ up, down }) => `▲ ${numeral(up)}  ▼ ${numeral(down)}`;

/**
 * What is drawn of a band: itself, or its kinds side by side.
 * @param {string} id
 * @returns {Ribbon[]}
 */
function ribbonsOf(id) {
  const rows = strandsOf(relationOf(id), chosenSieve());
  const sum = total(rows.map((row) => row.sum));
  if (!isOpen(id)) return [{ id, sum, bow: 0, text: `${numeral(sum.n)}  ${signs(sum)}` }];
  const kinds = grouped(rows, (row) => familyOf(row.strand.kind)).filter((group) => group.sum.n);
  const rest = total(kinds.slice(STRANDS).map((group) => group.sum));
  const named = kinds.slice(0, STRANDS).map(({ key, sum: some }) => ({ text: familyName(key), sum: some }));
  if (rest.n) named.push({ text: word('other-kinds'), sum: rest });
  const ordered = byBalance(named);
  const room = ordered.reduce((all, one) => all + widthOf(one.sum.n) + GAP, -GAP);
  let at = -room / 2;
  return ordered.map(({ text, sum: some }) => {
    const width = widthOf(some.n);
    const bow = at + width / 2;
    at += width + GAP;
    return { id, sum: some, bow, text: `${text} ${numeral(some.n)}` };
  });
}
const GAP = 34;
/** From so many bands on only the widest few have their numbers beside them; the rest when they stand out. */
const [MANY, FEW] = [24, 6];

/**
 * Cooperation above, conflict below: where a kind stands says it too.
 * @param {{text: string, sum: Sum}[]} kinds
 */
const byBalance = (kinds) => [...kinds].sort((one, other) => balance(other.sum) - balance(one.sum));
/** @param {Sum} sum */
export const balance = ({ up, down, n }) => (n ? (up - down) / n : 0);

/** @param {string} family */
export const familyName = (family) => (family ? inLanguage(scene.kind_families[family]) : word('no-group'));

/**
 * Along a ribbon from its first end to its second; it bows to a side.
 * @param {string} id
 * @param {number} bow
 */
function curve(id, bow) {
  const { source, target } = relationOf(id);
  const ends = [source, target].sort((one, other) => positionOf(one)[0] - positionOf(other)[0]);
  const [[x1, y1], [x2, y2]] = ends.map(positionOf);
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [acrossX, acrossY] = [-(y2 - y1) / length, (x2 - x1) / length];
  return { x1, y1, x2, y2, acrossX, acrossY, bow };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {ReturnType<typeof curve>} along
 * @param {number} shift from the middle of the ribbon
 */
function line(context, { x1, y1, x2, y2, acrossX, acrossY, bow }, shift) {
  const [near, far] = [shift, bow * 1.33 + shift];
  context.beginPath();
  context.moveTo(x1 + acrossX * near, y1 + acrossY * near);
  const bend = (/** @type {number} */ part) => [
    x1 + (x2 - x1) * part + acrossX * far,
    y1 + (y2 - y1) * part + acrossY * far,
  ];
  const [[ax, ay], [bx, by]] = [bend(0.22), bend(0.78)];
  context.bezierCurveTo(ax, ay, bx, by, x2 + acrossX * near, y2 + acrossY * near);
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context */
export function drawBands(context) {
  if (!hasBands) return;
  context.lineCap = 'butt';
  for (const id of shownBands()) {
    const isLit = !picture.hotNodes || picture.hotRelations.has(id);
    context.globalAlpha = isLit ? (picture.hoveredRelation === id ? 1 : 0.86) : 0.13;
    for (const ribbon of ribbonsOf(id)) stripes(context, ribbon);
  }
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Ribbon} ribbon
 */
function stripes(context, { id, sum, bow }) {
  const width = widthOf(sum.n);
  const along = curve(id, bow);
  /** @type {[string, number][]} */
  const parts = [
    ['coop', sum.up],
    ['even', sum.n - sum.up - sum.down],
    ['conf', sum.down],
  ];
  let at = -width / 2;
  for (const [colour, count] of parts) {
    const part = (width * count) / (sum.n || 1);
    if (!part) continue;
    Object.assign(context, { strokeStyle: colours[colour], lineWidth: part + 0.4 });
    line(context, along, at + part / 2);
    at += part;
  }
}

/**
 * What stands on the bands, where nothing else is written: the widest first.
 * @param {CanvasRenderingContext2D} context
 * @param {number} scale
 */
export function writeBands(context, scale) {
  if (!hasBands) return;
  const written = [...labels.values()].map((label) => label.box);
  for (const thing of placed()) written.push(shapeBox(thing)); // no number covers a thing
  const size = Math.max(11.5 / scale, Math.min(13, 15 / scale));
  Object.assign(context, { textAlign: 'center', textBaseline: 'middle', font: `600 ${size}px ${FONT}` });
  const ribbons = shownBands()
    .filter((id) => !picture.hotNodes || picture.hotRelations.has(id))
    .flatMap(ribbonsOf);
  const most = choices.edge || choices.node || ribbons.length <= MANY ? ribbons.length : FEW;
  for (const ribbon of ribbons.sort((one, other) => other.sum.n - one.sum.n).slice(0, most)) {
    const { x1, y1, x2, y2, acrossX, acrossY, bow } = curve(ribbon.id, ribbon.bow);
    const [x, y] = [(x1 + x2) / 2 + acrossX * bow, (y1 + y2) / 2 + acrossY * bow];
    const half = context.measureText(ribbon.text).width / 2 + 6 / scale;
    /** @type {Box} */
    const box = [x - half, y - size * 0.78, x + half, y + size * 0.78];
    if (overlaps(box, written)) continue;
    written.push(box);
    context.beginPath();
    context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], size * 0.5);
    context.fillStyle = colours.panel;
    context.fill();
    Object.assign(context, { lineWidth: 1 / scale, strokeStyle: colours.line, fillStyle: colours.ink });
    context.stroke();
    context.fillText(ribbon.text, x, y + size * 0.04);
  }
}

/**
 * A band in words: for who hears the page, and for its tooltip.
 * @param {string} id
 */
export function bandSentence(id) {
  const sum = total(strandsOf(relationOf(id), chosenSieve()).map((row) => row.sum));
  const names = [relationOf(id).source, relationOf(id).target].map((end) => inLanguage(thingOf(end).name));
  return `${names.join(' ↔ ')}. ${inWords(sum)}`;
}
/** @param {Sum} sum */
export const inWords = ({ up, down, n }) =>
  [
    `${word('acts')}: ${numeral(n)}`,
    `▲ ${word('cooperative')}: ${numeral(up)}`,
    `▼ ${word('conflictual')}: ${numeral(down)}`,
    n - up - down > 0 && `${word('neither')}: ${numeral(n - up - down)}`,
  ]
    .filter(Boolean)
    .join(' · ');
