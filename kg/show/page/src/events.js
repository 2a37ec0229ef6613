// What happened by month, in small multiples: one strip for each group of kinds, all on one scale, with totals.

import { familyOf, summed, total } from './bands.js';
import { scene } from './data.js';
import { element, find, refill } from './dom.js';
import { apart, countText, unfoldButton } from './bandpanel.js';
import { extremes, strip } from './months.js';
import { chosenSieve } from './picture.js';
import { lead } from './portions.js';
import { familyName, inWords } from './strands.js';
import { actsByMonth, monthsOf } from './tally.js';

/** @import { Series } from './types.js' */
/** @import { Sum } from './bands.js' */

export const hasEvents = scene.months.length > 0;

/** What of some series counts in the time that is looked at. @param {Series[]} series */
function counted(series) {
  const sieve = chosenSieve();
  const heard = series.filter((one) => sieve.hears({ id: '', ...one }));
  return total(heard.map((one) => summed({ id: '', ...one }, one.months, sieve)));
}

export function events() {
  const names = [...new Set(scene.months.map((series) => familyOf(series.kind)))];
  const rows = names.map((family) => {
    const series = scene.months.filter((one) => familyOf(one.kind) === family);
    return { family, series, sums: actsByMonth(series) || new Map(), sum: counted(series) };
  });
  rows.sort((one, other) => other.sum.n - one.sum.n || (one.family < other.family ? -1 : 1));
  const most = extremes(rows.flatMap((row) => [...row.sums.values()]));
  const sum = counted(scene.months);
  refill(
    find('#events'),
    lead('events', 'events-lead'),
    element('p', { class: 'all-acts' }, inWords(sum)),
    element('div', { class: 'acts' }, unfoldButton()),
    element(
      'div',
      { class: 'multiples' },
      rows.map((row) => multiple(row, most)),
    ),
    apart(),
  );
}

/**
 * @param {{family: string, sums: Map<string, Sum>, sum: Sum}} row
 * @param {{up: number, down: number}} most
 */
function multiple({ family, sums, sum }, most) {
  const months = monthsOf();
  const name = familyName(family);
  return element(
    'figure',
    { class: 'strip', 'data-family': family },
    element('h3', null, element('span', null, name), countText(sum)),
    strip(months, sums, most, 64),
    element('figcaption', null, element('span', null, months[0]), element('span', null, months[months.length - 1])),
    monthTable(months, sums, name),
  );
}

/**
 * The same for who hears the page.
 * @param {string[]} months
 * @param {Map<string, Sum>} sums
 * @param {string} name
 */
function monthTable(months, sums, name) {
  const rows = months.filter((month) => sums.has(month)).map((month) => [month, /** @type {Sum} */ (sums.get(month))]);
  return element(
    'table',
    { class: 'sr' },
    element('caption', null, name),
    rows.map(([month, sum]) =>
      element(
        'tr',
        null,
        element('th', { scope: 'row' }, /** @type {string} */ (month)),
        element('td', null, inWords(/** @type {Sum} */ (sum))),
      ),
    ),
  );
}
