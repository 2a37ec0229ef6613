// The picture with all that a reader elsewhere needs: title, what was chosen, signs, what is left out, sources, credit.

import { choices } from './choices.js';
import { CONFIRMATIONS, KINDS, scene, sources, thingOf, things } from './data.js';
import { shape } from './dom.js';
import { graphDrawing, inked } from './drawing.js';
import { mapSigns, outlinesOf } from './gazetteer.js';
import { located } from './located.js';
import { colours, FONT, icon, strokeIcon } from './look.js';
import { mapShape } from './map.js';
import { picture, countedClaims, shownRelations } from './picture.js';
import { poleName } from './places.js';
import { inLanguage, nameOf, plural, word } from './words.js';

/** @typedef {'wide' | 'square'} Format */
/** @typedef {{x: number, y: number, width: number, height: number}} Room */
/** @typedef {{mark: SVGElement | null, text: string}} Sign */

/** Where things stand in each format. @type {Record<Format, {size: [number, number], picture: Room, columns: Room[]}>} */
const FORMATS = {
  wide: {
    size: [1600, 900],
    picture: { x: 40, y: 124, width: 1130, height: 716 },
    columns: [{ x: 1210, y: 124, width: 350, height: 716 }],
  },
  square: {
    size: [1200, 1200],
    picture: { x: 40, y: 124, width: 1120, height: 660 },
    columns: [
      { x: 40, y: 812, width: 540, height: 330 },
      { x: 620, y: 812, width: 540, height: 330 },
    ],
  },
};

/** What the reader has chosen, and how much that shows: each a sentence of its own. */
export function chosen() {
  const { asof, known, voice, focus, undated } = choices;
  const hidden = [choices.hiddenKinds, choices.hiddenConfirmations, choices.hiddenFamilies, choices.hiddenStances];
  const prefixes = ['', '', 'f-', 's-'];
  const names = hidden.flatMap((values, at) => [...values].map((value) => hiddenName(prefixes[at], value)));
  names.push(...[...choices.hiddenNodes].map((id) => nameOf(thingOf(id))));
  return [
    [plural(picture.nodes.size, 'n-entities'), plural(picture.relations.size, 'n-relations')].join(', '),
    `${word('as-of')}: ${asof || word('all-dates')}`,
    asof && known ? word('known-then') : '',
    asof && undated !== '1' ? word('without-undated') : '',
    voice ? `${word('according-to')} ${voiceName(voice)}` : '',
    focus ? `${word('focus-is')} ${nameOf(thingOf(focus))}` : '',
    names.length ? `${word('hidden')} ${names.join(', ')}` : '',
  ].filter(Boolean);
}
/**
 * @param {string} prefix of the word
 * @param {string} value
 */
const hiddenName = (prefix, value) => (prefix === 's-' ? inLanguage(scene.stances[value]) : word(prefix + value));

/** @param {string} voice */
function voiceName(voice) {
  if (voice === 'a' || voice === 'b') return poleName(voice === 'a' ? 0 : 1);
  return voice === 'third' ? word('third-parties') : inLanguage(scene.speakers[voice]);
}

/** What the page leaves out, by its own notes and by the clocks. */
export function leftOut() {
  const { undated, unpublished } = picture.leftOut;
  return [
    undated ? `${word('left-out-undated')} ${undated}` : '',
    unpublished ? `${word('left-out-unpublished')} ${unpublished}` : '',
    ...(scene.notes || []).map(inLanguage),
  ].filter(Boolean);
}

/** The documents behind what is shown. */
export function citedSources() {
  const cited = new Set([...countedClaims()].map((claim) => claim.document));
  return [...sources.values()]
    .filter((source) => cited.has(source.id))
    .map(({ title, who, issued }) => [title, who, issued || word('undated-document')].filter(Boolean).join(', '));
}

/** What the lines of a map's key look like, by their signs. @type {Record<string, object>} */
const MAP_LINES = {
  link: { 'stroke-width': 2.8 },
  schematic: { 'stroke-width': 3.5, 'stroke-dasharray': '0.1 6.5', 'stroke-linecap': 'round' },
  hatched: { 'stroke-width': 10, 'stroke-dasharray': '2 3', stroke: 'var(--shore)' },
};
/** @param {string} sign */
function mapMark(sign) {
  const line = { x1: 2, y1: 6, x2: 24, y2: 6, stroke: 'var(--joint)', ...MAP_LINES[sign] };
  const mark = sign === 'spot' ? { cx: 13, cy: 6, r: 5, fill: 'var(--third)' } : null;
  const drawn = mark ? shape('circle', mark) : shape('line', line);
  return shape('svg', { viewBox: '0 0 26 12', width: 26, height: 12, 'aria-hidden': 'true' }, drawn);
}

/** The signs of the picture that is shown. @returns {Sign[]} */
export function signs() {
  if (choices.view === 'map') return mapSigns(located()).map(([sign, text]) => ({ mark: mapMark(sign), text }));
  const shown = shownRelations();
  const kinds = new Set([...picture.nodes].map((id) => thingOf(id).kind));
  const sides = scene.poles.filter((id) => things.has(id));
  const confirmed = new Set(shown.map((relation) => relation.confirmation));
  const certain = new Set(shown.map((relation) => relation.certainty));
  return [
    ...sides.map((id) => ({ mark: icon(thingOf(id)), text: nameOf(thingOf(id)) })),
    ...CONFIRMATIONS.filter((one) => confirmed.has(one)).map((one) => ({ mark: strokeIcon(one), text: word(one) })),
    ...['outlook', 'analysis']
      .filter((one) => certain.has(one))
      .map((one) => ({ mark: strokeIcon('third', one), text: word('how-' + one) })),
    ...KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
      mark: icon({ kind, side: 'third' }),
      text: word(kind),
    })),
  ];
}

export const credit = () => `kg · ${word('made-on')} ${new Date().toISOString().slice(0, 10)}`;

/** The graph or the map, as it is looked at. */
export function pictureShape() {
  const drawn = choices.view === 'map' ? mapShape() : graphDrawing();
  for (const name of ['tabindex', 'class', 'role', 'aria-label']) drawn.removeAttribute(name);
  return drawn;
}

const measuring = document.createElement('canvas').getContext('2d');
/**
 * A text in lines of at most some width.
 * @param {string} text
 * @param {number} width
 * @param {number} px
 */
function broken(text, width, px) {
  const context = /** @type {CanvasRenderingContext2D} */ (measuring);
  context.font = `${px}px ${FONT}`;
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const part of text.split(/(?<=\s)/)) {
    if (line && context.measureText(line + part).width > width) {
      lines.push(line.trim());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trim()];
}

/** Fills columns from above; what finds no room is counted at the end. @param {Room[]} columns */
function column(columns) {
  const [px, leading] = [14, 19];
  let at = 0;
  let { y } = columns[0];
  let missed = 0;
  /** @type {SVGElement[]} */
  const made = [];
  const put = (/** @type {string} */ text, /** @type {SVGElement | null} */ mark, /** @type {object} */ look = {}) => {
    const inset = mark ? 34 : 0;
    const lines = broken(text, columns[at].width - inset, px);
    if (y + lines.length * leading > columns[at].y + columns[at].height - leading && at + 1 < columns.length) {
      at += 1;
      y = columns[at].y;
    }
    if (y + lines.length * leading > columns[at].y + columns[at].height - leading) {
      missed += 1;
      return;
    }
    if (mark) {
      mark.setAttribute('x', String(columns[at].x));
      mark.setAttribute('y', String(y - 5 - Number(mark.getAttribute('height')) / 2));
      made.push(inked(mark));
    }
    for (const [nth, line] of lines.entries()) {
      const place = { x: columns[at].x + inset, y: y + nth * leading, 'font-size': px, fill: colours.ink };
      made.push(shape('text', { ...place, ...look }, line));
    }
    y += lines.length * leading + 4;
  };
  const head = (/** @type {string} */ key) => {
    y += 8;
    put(word(key), null, { 'font-weight': 650, fill: colours.mut });
  };
  const rest = () => {
    if (!missed) return;
    const place = { x: columns[at].x, y: columns[at].y + columns[at].height - 2, 'font-size': px, fill: colours.mut };
    made.push(shape('text', place, plural(missed, 'n-more-lines')));
  };
  return { made, put, head, rest };
}

/** @param {Format} format */
export function poster(format) {
  const { size, picture: room, columns } = FORMATS[format];
  const [width, height] = size;
  const drawn = pictureShape();
  for (const [name, value] of Object.entries(room)) drawn.setAttribute(name, String(value));
  const side = column(columns.map((one) => ({ ...one, y: one.y + 12 })));
  for (const { mark, text } of signs()) side.put(text, mark);
  if (choices.view === 'map') side.put(outlinesOf(), null, { fill: colours.mut });
  for (const [key, lines] of /** @type {[string, string[]][]} */ ([
    ['sources', citedSources()],
    ['not-shown', leftOut()],
  ])) {
    if (lines.length) side.head(key);
    for (const line of lines) side.put(line, null);
  }
  side.rest();
  const title = inLanguage(scene.title);
  const told = broken(chosen().join(' · '), width - 80, 16).slice(0, 2);
  return shape(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': FONT },
    shape('title', null, title),
    shape('rect', { width, height, fill: colours.bg }),
    shape('text', { x: 40, y: 62, 'font-size': 34, 'font-weight': 650, fill: colours.ink }, title),
    told.map((line, at) => shape('text', { x: 40, y: 92 + at * 20, 'font-size': 16, fill: colours.mut }, line)),
    drawn,
    side.made,
    shape(
      'text',
      { x: width - 40, y: height - 18, ...{ 'font-size': 14, 'text-anchor': 'end' }, fill: colours.mut },
      credit(),
    ),
  );
}

/** @param {Format} format */
export const posterText = (format) => new XMLSerializer().serializeToString(poster(format));
