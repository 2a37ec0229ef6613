// Where claims disagree: each dispute as a card, its sides beside each other with who says so, how it is meant, when and
// where; figures and dates on one scale.

import { choices, choose, NOTHING_OPEN } from './choices.js';
import { disputeOf, scene, sources } from './data.js';
import { button, element, find, refill } from './dom.js';
import { claimLink, disputeName, placeOf, stamp } from './evidence.js';
import { poleName } from './places.js';
import { portion } from './portions.js';
import { chosenScale } from './scale.js';
import { disagreements, isAgainst, isAlike, signOf, stands } from './standing.js';
import { dateText, inLanguage, plural, speakerNames, telling, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Claim, Dispute } from './types.js' */
/** @import { Standing } from './standing.js' */

/** The number of disagreements, in the head of the page; it opens them. */
export function counter() {
  const found = disagreements();
  const text = found.length ? plural(found.length, 'n-disagreements') : word('no-disagreements');
  const open = () => choose({ view: 'disputes', kind: '' });
  const parts = [found.length > 0 && mark(found[0].dispute.kind), ' ', text];
  const attributes = { id: 'disagreements', class: 'counter' };
  const { brief } = scene;
  refill(
    find('#counters'),
    scene.disputes.length ? button(parts, open, attributes) : element('p', attributes, text),
    brief && element('a', { class: 'counter', href: brief.address }, word('brief')),
  );
}

export function disputes() {
  const { kind } = choices;
  const asked = kind ? stands.all.filter(({ dispute }) => dispute.kind === kind) : disagreements();
  const { rows, more } = portion('disputes', asked, disputes);
  const cards = rows.map(card);
  refill(
    find('#disputes'),
    element('h2', null, word('disputes')),
    element('p', { class: 'lead' }, word('disputes-lead')),
    tools(),
    leftOut(),
    cards.length ? cards : element('p', null, word(scene.disputes.length ? 'disputes-none' : 'no-disagreements')),
    more,
  );
  reveal();
}

let revealed = '';
/** Bring the open dispute into sight, once. */
function reveal() {
  if (choices.dispute === revealed) return;
  revealed = choices.dispute;
  find('#disputes [aria-current]')?.scrollIntoView({ block: 'nearest' });
}

/** Which kinds there are, and who takes part: both are filters. */
function tools() {
  const counts = new Map();
  for (const { dispute } of stands.all) counts.set(dispute.kind, (counts.get(dispute.kind) || 0) + 1);
  if (choices.kind && !counts.has(choices.kind)) counts.set(choices.kind, 0);
  const chip = (/** @type {string} */ kind) => {
    const { name, definition } = scene.dispute_kinds[kind];
    const parts = [mark(kind), ' ', inLanguage(name), ' ', element('span', { class: 'ct' }, counts.get(kind))];
    return kindButton(kind, parts, inLanguage(definition));
  };
  const kinds = [...counts.keys()];
  const agreeing = kinds.filter(isAlike);
  const all = [word('all-kinds'), ' ', element('span', { class: 'ct' }, disagreements().length)];
  return element(
    'div',
    { class: 'dispute-tools' },
    element(
      'div',
      { class: 'chips', role: 'group', 'aria-label': word('disputes') },
      kindButton('', all),
      kinds.filter((kind) => !isAlike(kind)).map(chip),
    ),
    agreeing.length > 0 &&
      element(
        'div',
        { class: 'chips', role: 'group', 'aria-label': word('agreements-too') },
        element('span', { class: 'by' }, word('agreements-too')),
        agreeing.map(chip),
      ),
    participants(),
  );
}

/**
 * @param {string} kind
 * @param {Child} text
 * @param {string} [title]
 */
const kindButton = (kind, text, title) =>
  button(
    text,
    () => {
      choose({ kind });
      find(`#disputes [data-kind="${kind}"]`).focus();
    },
    { class: 'chip', 'data-kind': kind, 'aria-pressed': String(choices.kind === kind), title },
  );

/** Who takes part: the voice that the whole page follows. */
function participants() {
  const claims = scene.disputes.flatMap(({ sides }) => sides.flatMap((side) => side.mentions.map((one) => one.claim)));
  const heard = new Set(claims.flatMap((claim) => claim.speakers));
  const option = (/** @type {string} */ value, /** @type {string} */ text) => {
    const made = element('option', { value }, text);
    made.selected = choices.voice === value;
    return made;
  };
  const speakers = Object.keys(scene.speakers).filter((id) => heard.has(id) || id === choices.voice);
  const select = element(
    'select',
    { id: 'participant', on: { change: () => choose({ voice: select.value }) } },
    option('', word('all-voices')),
    scene.poles.length === 2 && [
      option('a', `${word('side-of')} ${poleName(0)}`),
      option('b', `${word('side-of')} ${poleName(1)}`),
      option('third', word('third-parties')),
    ],
    speakers.map((id) => option(id, inLanguage(scene.speakers[id]))),
  );
  return element('label', { class: 'who' }, element('span', { class: 'by' }, word('who-takes-part'), ' '), select);
}

/** What is not here, counted. */
function leftOut() {
  const said = [
    stands.hidden && plural(stands.hidden, 'n-disputes-left-out'),
    stands.silent && plural(stands.silent, 'n-disputes-silent'),
    scene.more_disputes && plural(scene.more_disputes, 'n-disputes-more'),
  ].filter(Boolean);
  return said.length > 0 && element('p', { class: 'left-out' }, said.join(' '));
}

/** @param {string} kind */
const mark = (kind) =>
  element('b', { class: `sign ${isAgainst(kind) ? 'grave' : ''}`, 'aria-hidden': 'true' }, signOf(kind));

/**
 * @param {Standing} standing
 * @param {number} at
 */
function card(standing, at) {
  const { dispute } = standing;
  const show = () => choose({ ...NOTHING_OPEN, view: 'graph', dispute: dispute.id });
  return element(
    'article',
    {
      class: 'dispute',
      'data-dispute': dispute.id,
      'aria-labelledby': `dispute-${at}`,
      'aria-current': choices.dispute === dispute.id ? 'true' : null,
    },
    kindLine(dispute),
    element('h3', { id: `dispute-${at}` }, disputeName(dispute)),
    body(standing),
    element('div', { class: 'acts' }, button(word('show-in-graph'), show)),
  );
}

/** @param {Dispute} dispute */
function kindLine({ kind }) {
  const { name, definition } = scene.dispute_kinds[kind];
  return element(
    'p',
    { class: 'kick' },
    mark(kind),
    element('b', null, inLanguage(name)),
    element('span', null, inLanguage(definition)),
  );
}

/** @param {Standing} standing */
function body(standing) {
  const { dispute, sides, absent } = standing;
  const who = inLanguage(dispute.judges);
  const about = inLanguage(dispute.about);
  const [first, second = ''] = dispute.id.split('+'); // what is written is named by who writes it and of whom
  const way = word(`way-${dispute.way}`).replace('{who}', who).replace('{first}', first).replace('{second}', second);
  return [
    element('p', { class: 'why' }, inLanguage(dispute.reason)),
    about && about !== disputeName(dispute) && element('p', { class: 'by' }, about),
    chosenScale(standing),
    element('div', { class: 'sides' }, sides.map(sideColumn)),
    element(
      'p',
      { class: 'by' },
      [way, plural(dispute.origins, 'n-origins'), absent && plural(absent, 'n-claims-absent')]
        .filter(Boolean)
        .join(' '),
    ),
  ];
}

/** Letters of a value that are large. */
const SHORT = 24;
/** @param {Standing['sides'][0]} told */
function sideColumn({ side, claims }) {
  const value = inLanguage(side.value);
  return element(
    'div',
    { class: 'side' },
    value && element('p', { class: value.length > SHORT ? 'value long' : 'value' }, value),
    claims.map((claim) => quoted(claim, side)),
  );
}

/**
 * What a claim says, with who says so, how it is meant, when and where.
 * @param {Claim} claim
 * @param {Standing['sides'][0]['side']} side
 */
function quoted(claim, side) {
  const source = sources.get(claim.document);
  const held = side.mentions.filter((one) => one.claim === claim).map(dateText);
  const when = [...new Set(held)].filter(Boolean).join('; ');
  const document = `${source?.title} · ${source?.issued || word('undated-document')} · `;
  return element(
    'figure',
    { class: `words ${claim.group}`, 'data-claim': claim.id },
    element('figcaption', null, speakerNames(claim)),
    element('blockquote', null, telling(claim).text),
    element('p', { class: 'by' }, stamp(claim), [inLanguage(claim.limits), when].filter(Boolean).join(' · ')),
    element('p', { class: 'by' }, document, placeOf(claim)),
    element('p', { class: 'by' }, claimLink(claim.id, { 'aria-label': `${word('claim')} ${claim.id}` })),
  );
}

/**
 * A dispute in the panel.
 * @param {string} id
 * @param {Child[]} actions what else can be done with it
 */
export function disputePanel(id, actions) {
  const dispute = disputeOf(id);
  const standing = stands.whoever.find((one) => one.dispute === dispute);
  const kind = isAlike(dispute.kind) ? dispute.kind : '';
  const beside = button(word('side-by-side'), () => choose({ view: 'disputes', kind }));
  return [
    kindLine(dispute),
    element('h2', { class: 'name' }, disputeName(dispute)),
    element('div', { class: 'acts' }, choices.view !== 'disputes' && beside, actions),
    element('div', { class: 'dispute' }, standing ? body(standing) : element('p', null, word('dispute-hidden'))),
  ];
}
