// The graph as a drawing of its own: shapes and texts as they stand in the window, with the colours written in.

import { relationOf, thingOf } from './data.js';
import { shape } from './dom.js';
import { layLabels, pointsOf, styleOf } from './graph.js';
import { labels } from './labels.js';
import { colours, icon, labelColour } from './look.js';
import { isHot, picture } from './picture.js';
import { positionOf, wholeExtent, zones } from './places.js';
import { nameOf, sentence } from './words.js';

/** @import { Relation, Thing } from './types.js' */

/** All that is shown of the graph. */
export function graphDrawing() {
  const [left, top, right, bottom] = wholeExtent();
  layLabels(0.85); // a little larger than on a screen that shows all
  return shape(
    'svg',
    { viewBox: `${left} ${top} ${right - left} ${bottom - top}` },
    svgZones(),
    [...picture.relations].map((id) => svgRelation(relationOf(id))),
    [...picture.nodes].map((id) => svgThing(thingOf(id))),
    svgLabels(),
  );
}

/**
 * A shape with the theme's colours in the place of their names, which no other page knows.
 * @template {Element} Drawn
 * @param {Drawn} drawn
 * @returns {Drawn}
 */
export function inked(drawn) {
  for (const part of [drawn, ...drawn.querySelectorAll('*')]) {
    for (const name of ['fill', 'stroke']) {
      const variable = /^var\(--(.+)\)$/.exec(part.getAttribute(name) || '');
      if (variable) part.setAttribute(name, colours[variable[1]] || colours.third);
    }
  }
  return drawn;
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
  const drawn = inked(icon(thing, thing.radius * 2));
  drawn.setAttribute('x', String(x - thing.radius));
  drawn.setAttribute('y', String(y - thing.radius));
  drawn.setAttribute('opacity', isHot(thing.id) ? '1' : '0.16');
  drawn.removeAttribute('aria-hidden');
  drawn.append(shape('title', null, nameOf(thing)));
  return drawn;
}
