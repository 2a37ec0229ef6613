// What goes from one side to the other and back: each ribbon is one thing, with its amount where a claim gives one.

import { openClaim, openNode } from './choices.js';
import { claims, scene, things } from './data.js';
import { button, element, find, refill } from './dom.js';
import { claimLink, stamp } from './evidence.js';
import { sideColour } from './look.js';
import { chosenSieve, countsAlone } from './picture.js';
import { poleName } from './places.js';
import { lead } from './portions.js';
import { inLanguage, speakerNames, word } from './words.js';

/** @import { Claim, Flow } from './types.js' */

export const hasFlows = scene.flows.length > 0;

/** @param {string[]} ids */
function counting(ids) {
  const sieve = chosenSieve();
  const said = ids.map((id) => claims.get(id)).filter((claim) => claim !== undefined);
  return said.filter((claim) => countsAlone(sieve, claim));
}

export function flow() {
  const shown = scene.flows.map((one) => ({ one, said: counting(one.claims) })).filter(({ said }) => said.length);
  const [left, right] = scene.poles;
  const rows = (/** @type {(one: Flow) => boolean} */ test) => shown.filter(({ one }) => test(one)).map(ribbon);
  /** @type {[string, string, (one: Flow) => boolean][]} */
  const parts = [
    ['out', `${poleName(0)} → ${poleName(1)}`, (one) => !one.both && one.source === left],
    ['back', `${poleName(1)} → ${poleName(0)}`, (one) => !one.both && one.source === right],
    ['both', `${poleName(0)} ↔ ${poleName(1)}`, (one) => one.both],
  ];
  const section = (/** @type {typeof parts[0]} */ [way, title, test]) => {
    const found = rows(test);
    return (
      found.length > 0 &&
      element(
        'section',
        { class: `ways ${way}` },
        element('h3', null, title),
        element('div', { class: 'ribbons' }, found),
      )
    );
  };
  const hidden = scene.flows.length - shown.length;
  refill(
    find('#flow'),
    lead('flow', 'flow-lead'),
    element(
      'div',
      { class: 'exchange' },
      element('div', { class: 'pole a', 'aria-hidden': 'true' }, poleName(0)),
      element(
        'div',
        { class: 'between' },
        parts.map(section),
        !shown.length && element('p', null, word('nothing-shown')),
      ),
      element('div', { class: 'pole b', 'aria-hidden': 'true' }, poleName(1)),
    ),
    hidden > 0 && element('p', { class: 'by' }, `${word('flows-hidden')} ${hidden}`),
  );
}

/** @param {{one: Flow, said: Claim[]}} shown */
function ribbon({ one, said }) {
  const way = one.both ? 'both' : one.source === scene.poles[0] ? 'out' : 'back';
  const colour = one.both ? 'joint' : sideColour(way === 'out' ? 'a' : 'b');
  const denied = said.some((claim) => claim.denied || claim.against.length);
  const open = () => (things.has(one.id) ? openNode(one.id) : openClaim(said[0].id));
  const title = [element('small', null, inLanguage(one.sort)), element('b', null, inLanguage(one.name))];
  return element(
    'article',
    { class: `ribbon ${way}`, 'data-flow': one.id, style: `--c:var(--${colour})` },
    button([...title, items(one), denied && element('b', { class: 'no' }, ' ≠')], open, { class: 'shaft' }),
    amounts(one),
    one.returns.length > 0 &&
      element('p', { class: 'return' }, `${word('in-return')} `, one.returns.map((id) => flowName(id)).join(', ')),
    element('ul', { class: 'docs' }, said.map(claimLine)),
  );
}

/** @param {Flow} one */
const items = (one) =>
  one.items.length > 0 && element('span', { class: 'items' }, one.items.map(inLanguage).join(', '));
/** @param {string} id */
const flowName = (id) => inLanguage(scene.flows.find((one) => one.id === id)?.name) || id;

/** Figures as their claims word them: about, at most, thousands. @param {Flow} one */
function amounts(one) {
  const told = one.amounts
    .map((amount) => ({ amount, said: counting(amount.claims) }))
    .filter(({ said }) => said.length);
  return told.map(({ amount, said }) =>
    element(
      'p',
      { class: 'amount' },
      element('b', null, inLanguage(amount.value)),
      ` ${inLanguage(amount.property)} `,
      said.map((claim) => [claimLink(claim.id), ' ', element('span', { class: 'by' }, `${speakerNames(claim)} `)]),
    ),
  );
}

/** @param {Claim} claim */
const claimLine = (claim) =>
  element(
    'li',
    null,
    stamp(claim),
    claim.denied && element('b', { class: 'no' }, word('denies'), ' '),
    claim.text,
    ' ',
    element('span', { class: 'by' }, speakerNames(claim), ' '),
    claimLink(claim.id),
  );
