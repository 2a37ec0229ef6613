// What can be taken away: the picture as SVG or PNG, the relations as CSV, the data as JSON, the page on paper.

import { choices } from './choices.js';
import { data, readData, relationOf, scene, thingOf } from './data.js';
import { element, shape } from './dom.js';
import { pointsOf, styleOf } from './graph.js';
import { labels } from './labels.js';
import { colours, icon, labelColour } from './look.js';
import { isHot, picture, shownRelations } from './picture.js';
import { positionOf, wholeExtent, zones } from './places.js';
import { inLanguage, named, nameOf, plural, sentence, speakerNames, telling, word } from './words.js';

/** @import { Relation, Thing } from './types.js' */

/**
 * @param {Blob} blob
 * @param {string} name
 */
function save(blob, name) {
  const link = element('a', { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 4000);
}

// ---- the picture

export function svgText() {
  const [left, top, right, bottom] = wholeExtent();
  const [width, height] = [right - left, bottom - top + 30];
  const viewBox = `${left} ${top} ${width} ${height}`;
  const font = 'Inter, Segoe UI, Noto Sans, Noto Sans KR, sans-serif';
  const counts = `${plural(picture.nodes.size, 'n-entities')}, ${plural(picture.relations.size, 'n-relations')}`;
  const caption = `${inLanguage(scene.title)} · ${choices.asof || data.today} · ${counts}`;
  const svg = shape(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox, width, height, 'font-family': font },
    shape('title', null, inLanguage(scene.title)),
    shape('rect', { x: left, y: top, width, height, fill: colours.bg }),
    svgZones(),
    [...picture.relations].map((id) => svgRelation(relationOf(id))),
    [...picture.nodes].map((id) => svgThing(thingOf(id))),
    svgLabels(),
    shape('text', { x: left + 14, y: bottom + 18, 'font-size': 12, fill: colours.mut }, caption),
  );
  return new XMLSerializer().serializeToString(svg);
}

/** @type {Record<string, string>} */
const ANCHORS = { left: 'start', right: 'end', center: 'middle' };
function svgZones() {
  const found = zones();
  const areas = found.map(({ box, colour }) => {
    if (!box || !colour) return null;
    const [x, y, right, bottom] = box;
    return shape('rect', { x, y, width: right - x, height: bottom - y, rx: 16, fill: colours[colour] });
  });
  const captions = found.map(({ text, x, y, align, ink }) => {
    const look = { 'text-anchor': ANCHORS[align], 'font-size': 13, 'font-weight': 650, fill: colours[ink] };
    return shape('text', { x, y, ...look }, text);
  });
  return [areas, captions];
}

function svgLabels() {
  return [...labels].map(([id, { lines, x, top, size, leading }]) => {
    const look = { 'text-anchor': 'middle', 'font-size': size.toFixed(1), fill: labelColour(thingOf(id)) };
    const halo = { stroke: colours.bg, 'stroke-width': size * 0.28, 'paint-order': 'stroke' };
    return lines.map((line, at) => shape('text', { x, y: top + size * 0.85 + at * leading, ...look, ...halo }, line));
  });
}

/** @param {Relation} relation */
function svgRelation(relation) {
  const { color, width, dashes } = styleOf(relation);
  const points = pointsOf(relation);
  if (points.length === 2) {
    const [[x1, y1], [x2, y2]] = points;
    return shape('line', { x1, y1, x2, y2, stroke: color.color, 'stroke-opacity': 0.3 });
  }
  const [[fromX, fromY], , [x, y]] = points.slice(-3);
  const angle = (Math.atan2(y - fromY, x - fromX) * 180) / Math.PI;
  const line = shape('polyline', {
    points: points.map((point) => point.map((value) => value.toFixed(1)).join(' ')).join(' '),
    ...{ fill: 'none', stroke: color.color, 'stroke-opacity': color.opacity, 'stroke-width': width },
    'stroke-dasharray': dashes ? dashes.join(' ') : null,
  });
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`;
  const head = { d: 'M0 0L-7 3L-7 -3Z', fill: color.color, 'fill-opacity': color.opacity, transform };
  return shape('g', null, shape('title', null, sentence(relation)), line, !relation.mutual && shape('path', head));
}

/** @param {Thing} thing */
function svgThing(thing) {
  const [x, y] = positionOf(thing.id);
  const drawn = icon(thing, thing.radius * 2);
  for (const part of drawn.querySelectorAll('*')) {
    for (const name of ['fill', 'stroke']) {
      const variable = /^var\(--(.+)\)$/.exec(part.getAttribute(name) || '');
      if (variable) part.setAttribute(name, colours[variable[1]] || colours.third);
    }
  }
  drawn.setAttribute('x', String(x - thing.radius));
  drawn.setAttribute('y', String(y - thing.radius));
  drawn.setAttribute('opacity', isHot(thing.id) ? '1' : '0.16');
  drawn.removeAttribute('aria-hidden');
  drawn.append(shape('title', null, nameOf(thing)));
  return drawn;
}

function savePicture() {
  const image = new Image();
  const source = URL.createObjectURL(new Blob([svgText()], { type: 'image/svg+xml' }));
  image.onload = () => {
    const canvas = element('canvas', { width: image.width * 2, height: image.height * 2 });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      if (blob) save(blob, 'kg.png');
      URL.revokeObjectURL(source);
    });
  };
  image.src = source;
}

// ---- the relations, by the rules of escapes.cell: no cell can start a formula

/** Controls, and marks that reorder or hide text. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/g;
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
/** What a spreadsheet passes over before it looks for a formula. */
const BEFORE = /^[\s"'`´‘’‚‛“”„«»‹›＂＇\xad\u200c\u200d]*/;
const FORMULA = /^[=+\-−@]/;
/** A figure alone, or with its unit in letters: a minus before it starts no formula. */
const FIGURE = /^[+\-−]?(\d[\d,]*(\.\d+)?|\.\d+)([eE][+-]?\d+)?( ?(%|\p{L}+))?$/u;

/** @param {unknown} value */
function cell(value) {
  const text = String(value ?? '')
    .replace(CONTROLS, ' ')
    .replace(INVISIBLE, '');
  const isFormula = FORMULA.test(text.replace(BEFORE, '').slice(0, 1).normalize('NFKC')) && !FIGURE.test(text);
  return `"${(isFormula ? `'${text}` : text).replace(/"/g, '""')}"`;
}

export function csvText() {
  const columns = 'from relation to begins ends confirmed stance denied speakers document place claim text';
  /** @type {unknown[][]} */
  const rows = [columns.split(' ')];
  for (const relation of shownRelations()) {
    const ends = [named(relation.source), inLanguage(relation.label), named(relation.target)];
    for (const { claim, begins, ends: end } of relation.current) {
      const meant = [word(relation.confirmation), inLanguage(scene.stances[claim.stance]), claim.denied];
      const where = [speakerNames(claim), claim.document, telling(claim).place, claim.id, telling(claim).text];
      rows.push([...ends, begins, end, ...meant, ...where]);
    }
  }
  return '\ufeff' + rows.map((row) => row.map(cell).join(',')).join('\r\n');
}

/** @type {Record<string, () => void>} */
export const EXPORTS = {
  png: savePicture,
  svg: () => save(new Blob([svgText()], { type: 'image/svg+xml' }), 'kg.svg'),
  csv: () => save(new Blob([csvText()], { type: 'text/csv' }), 'kg.csv'),
  json: async () => {
    const text = JSON.stringify(await readData(), null, 1);
    save(new Blob([text], { type: 'application/json' }), 'kg.json');
  },
  print: () => print(),
};
