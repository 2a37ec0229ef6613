// What several claims count, as bars; and the relations by kind and year of their beginning.

import { choices } from './choices.js';
import { claims, FAMILIES, scene } from './data.js';
import { element, find, refill } from './dom.js';
import { claimLink } from './evidence.js';
import { chosenSieves, countsAlone, shownRelations } from './picture.js';
import { lead } from './portions.js';
import { inLanguage, word } from './words.js';

/** @import { Chart } from './types.js' */

export function figures() {
  const sieves = chosenSieves();
  const isTold = (/** @type {string} */ id) => {
    const claim = claims.get(id);
    return !claim || sieves.some((sieve) => countsAlone(sieve, claim));
  };
  const told = scene.charts.map((one) => ({ ...one, bars: one.bars.filter((bar) => isTold(bar.claim)) }));
  const charts = told.filter((one) => one.bars.length).map(chart);
  const years = byYear();
  const nothing = !charts.length && !years && element('p', null, word('no-figures'));
  refill(find('#figures'), lead('figures', 'figures-lead'), charts, years, nothing);
}

/** @param {Chart} given */
function chart({ title, unit, bars }) {
  const most = Math.max(...bars.map((bar) => Math.abs(bar.value)));
  const rows = bars.map(({ whose, value, claim }) => {
    const width = Math.max(0.5, (100 * Math.abs(value)) / most);
    return element(
      'div',
      { class: 'bar' },
      element('span', null, inLanguage(whose)),
      element('span', { class: 'track2' }, element('i', { style: `width:${width}%` })),
      element('b', null, `${value.toLocaleString(choices.lang)} ${unit}`),
      claimLink(claim),
    );
  });
  return element('section', null, element('h3', null, inLanguage(title)), rows);
}

const FULL = 6;
function byYear() {
  const begun = shownRelations().flatMap(({ family, current }) =>
    current.flatMap(({ begins }) => (begins ? [{ family, year: begins.slice(0, 4) }] : [])),
  );
  const years = [...new Set(begun.map(({ year }) => year))].sort();
  if (years.length < 2) return null;
  const families = FAMILIES.filter((family) => begun.some((one) => one.family === family));
  const cell = (/** @type {string} */ family, /** @type {string} */ year) => {
    const count = begun.filter((one) => one.family === family && one.year === year).length;
    const style = count ? `--n:${Math.min(1, count / FULL)}` : null;
    return element('td', { class: 'heat', style }, count || '');
  };
  const row = (/** @type {string} */ family) =>
    element(
      'tr',
      null,
      element('th', { scope: 'row' }, word('f-' + family)),
      years.map((year) => cell(family, year)),
    );
  const columns = years.map((year) => element('th', { scope: 'col' }, year));
  const head = element('thead', null, element('tr', null, element('td'), columns));
  const body = element('tbody', null, families.map(row));
  return element(
    'section',
    null,
    element('h3', null, word('by-year')),
    element('table', { class: 'heatmap' }, head, body),
  );
}
