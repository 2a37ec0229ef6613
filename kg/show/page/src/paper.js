// The page on paper: one document from the headline to the citations, whatever was open on the screen.

import { choices } from './choices.js';
import { scene } from './data.js';
import { element, find, refill } from './dom.js';
import { stamp } from './evidence.js';
import { header } from './header.js';
import { readColours } from './look.js';
import { inked } from './drawing.js';
import { countedClaims } from './picture.js';
import { chosen, citedSources, credit, leftOut, pictureShape, signs } from './poster.js';
import { inLanguage, telling, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Claim } from './types.js' */

const DRAWN = ['graph', 'map'];

/** Fill the paper, in the colours of light. */
function lay() {
  document.documentElement.dataset.theme = 'light';
  readColours();
  const title = inLanguage(scene.title);
  refill(
    find('#paper'),
    element('h1', null, title),
    element('p', { class: 'by' }, chosen().join(' · ')),
    story(),
    DRAWN.includes(choices.view) && element('figure', null, pictureShape(), key()),
    told(),
    listed('sources', citedSources()),
    listed('not-shown', leftOut()),
    element('p', { class: 'by' }, credit()),
  );
}
function clear() {
  refill(find('#paper'));
  header(); // gives the theme back
}

/** What the page tells first, as it stands on the screen. */
function story() {
  const lead = document.querySelector('#lead');
  return lead ? [...lead.querySelectorAll('p, li, h2')].map((part) => element('p', null, part.textContent)) : null;
}

const key = () =>
  element(
    'figcaption',
    null,
    signs().map(({ mark, text }) => element('span', { class: 'key' }, mark && inked(mark), text)),
  );

/** Claims with their citations, those that others contradict first. */
function told() {
  const claims = [...countedClaims()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const disputed = claims.filter((claim) => claim.denied || claim.against.length > 0);
  const rest = claims.filter((claim) => !disputed.includes(claim));
  return [section('disputed', disputed), section('claims', rest)];
}

/**
 * @param {string} title
 * @param {Claim[]} claims
 */
const section = (title, claims) =>
  claims.length > 0 && [element('h2', null, word(title)), element('ol', { class: 'claims' }, claims.map(line))];

/** @param {Claim} claim */
function line(claim) {
  const { text, citation } = telling(claim);
  const against = claim.against.length > 0 && element('b', null, ` ≠ ${claim.against.join(', ')}`);
  /** @type {Child[]} */
  const said = [stamp(claim), claim.denied && element('b', null, word('denies'), ' '), text, against];
  return element('li', null, element('p', null, said), element('p', { class: 'by' }, citation));
}

/**
 * @param {string} title
 * @param {string[]} lines
 */
const listed = (title, lines) =>
  lines.length > 0 && [
    element('h2', null, word(title)),
    element(
      'ul',
      null,
      lines.map((text) => element('li', null, text)),
    ),
  ];

export function startPaper() {
  addEventListener('beforeprint', lay);
  addEventListener('afterprint', clear);
}
