// What several claims count, as bars; and the relations by kind and year of their beginning.

import { claims, FAMILIES, scene } from './data.js';
import { element, find, refill } from './dom.js';
import { claimLink, stamp } from './evidence.js';
import { chosenSieves, countsAlone, shownRelations } from './picture.js';
import { lead } from './portions.js';
import { inLanguage, word } from './words.js';

/** @import { Bar, Chart } from './types.js' */

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
function chart({ title, bars }) {
  const most = Math.max(...bars.map((bar) => Math.abs(bar.value ?? 0)));
  return element(
    'section',
    null,
    element('h3', null, inLanguage(title)),
    bars.map((bar) => line(bar, most)),
  );
}

/**
 * A figure: whose it is, its length, what its claim says word by word, how that is meant, and the claim.
 * @param {Bar} bar
 * @param {number} most the longest of its chart
 */
function line({ whose, value, low, text, when, claim }, most) {
  const said = claims.get(claim);
  const part = (/** @type {number} */ one) => `width:${Math.max(0.5, (100 * Math.abs(one)) / most)}%`;
  const lengths = [
    low != null && element('i', { style: part(low) }),
    value != null &&
      element('i', {
        class: low != null && 'range',
        style: part(low == null ? value : Math.abs(value) - Math.abs(low)),
      }),
  ];
  return element(
    'div',
    { class: `bar ${said?.denied ? 'denied' : ''}` },
    element('span', null, inLanguage(whose), when && ` (${when})`),
    element('span', { class: 'track2' }, lengths),
    element('b', null, inLanguage(text)),
    element('span', null, said && stamp(said), ' ', claimLink(claim)),
  );
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
