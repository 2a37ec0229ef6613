// What a reader sees first: a headline, a few sentences and the numbers that matter, each said by claims that count.

import { choices, choose, openClaim } from './choices.js';
import { claimOf, relations, scene } from './data.js';
import { button, element, find, refill } from './dom.js';
import { stamp } from './evidence.js';
import { chosenSieve, countsAlone, picture } from './picture.js';
import { disagreements } from './standing.js';
import { foreign, inLanguage, plural, speakerNames, telling, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Claim, LeadFigure, LeadLine, Mention, Relation } from './types.js' */

/** Sentences below the headline, and figures beside them. */
const [SENTENCES, FIGURES] = [4, 4];
/** What may stand as a headline: no plan, no judgement. */
const SAYS_SO = ['stated', 'reported'];

/** By claim, what it says of which relations. @type {Map<string, Relation[]>} */
const told = new Map();
for (const relation of relations.values()) {
  for (const { claim } of relation.mentions) told.set(claim.id, [...(told.get(claim.id) || []), relation]);
}

/** Whether the reader's choices leave a claim: in a relation that is shown, or alone. */
function sieve() {
  const alone = chosenSieve();
  const isOwn = (/** @type {Claim} */ claim) => (/** @type {Relation} */ relation) =>
    picture.relations.has(relation.id) && relation.own.some((/** @type {Mention} */ said) => said.claim === claim);
  return (/** @type {Claim} */ claim) =>
    told.has(claim.id) ? /** @type {Relation[]} */ (told.get(claim.id)).some(isOwn(claim)) : countsAlone(alone, claim);
}

/**
 * The claims behind a line that count now; none where a line sums up what does not all count.
 * @template {{claims: string[], says?: import('./types.js').Texts}} Part
 * @param {Part[]} parts
 * @param {(claim: Claim) => boolean} counts
 */
function kept(parts, counts) {
  return parts.map((part) => {
    const claims = part.claims.map(claimOf).filter(counts);
    const isSum = claims.some((claim) => claim.records > 0);
    const isWhole = claims.length === part.claims.length && !choices.asof;
    return { ...part, said: isSum && !isWhole ? [] : claims };
  });
}
/** @typedef {LeadLine & {said: Claim[]}} Line */
/** @typedef {LeadFigure & {said: Claim[]}} Figure */

/** A comparison has a head of its own: there the summary waits until somebody asks for it. */
const isUnrolled = () => choices.lead === '1' || (choices.lead === '' && choices.with === 'none');

export function lead() {
  const block = find('#lead');
  const counts = sieve();
  const lines = /** @type {Line[]} */ (kept(scene.lead.lines, counts));
  const figures = /** @type {Figure[]} */ (kept(scene.lead.figures, counts)).filter(({ said }) => said.length);
  const passing = lines.filter(({ said }) => said.length);
  const first = passing.find(({ said }) => said.every((claim) => SAYS_SO.includes(claim.stance) && !claim.denied));
  const more = passing.filter((line) => line !== first).slice(0, SENTENCES);
  const last = lines.lastIndexOf(/** @type {Line} */ (more.at(-1) || first));
  const skipped = lines.filter((line, at) => !line.said.length && (last < 0 || at < last || more.length < SENTENCES));
  block.hidden = !lines.length;
  block.setAttribute('aria-label', word('lead'));
  block.classList.toggle('closed', !isUnrolled());
  refill(
    block,
    element(
      'div',
      { class: 'summary' },
      headline(first),
      foldButton(),
      isUnrolled() && [
        element(
          'ul',
          null,
          more.map((line) => element('li', null, sentenceOf(line))),
        ),
        disputesLine(),
        skipped.length > 0 && element('p', { class: 'by' }, plural(skipped.length, 'n-lead-left-out')),
      ],
    ),
    isUnrolled() &&
      figures.length > 0 &&
      element('dl', { class: 'numbers', 'aria-label': word('lead-figures') }, figures.slice(0, FIGURES).map(numberOf)),
  );
}

/** In one line where claims disagree, by kind; it leads to them. */
function disputesLine() {
  const found = disagreements();
  if (!found.length) return null;
  /** @type {Map<string, number>} */
  const kinds = new Map();
  for (const { dispute } of found) kinds.set(dispute.kind, (kinds.get(dispute.kind) || 0) + 1);
  const parts = [...kinds].map(([kind, count]) => `${inLanguage(scene.dispute_kinds[kind].name)} ${count}`);
  const text = `${plural(found.length, 'n-disagreements')}: ${parts.join(', ')}`;
  return element(
    'p',
    { class: 'by' },
    button(text, () => choose({ view: 'disputes', kind: '' }), { class: 'link' }),
  );
}

/** @param {Line | undefined} line */
const headline = (line) => element('h2', null, line ? sayings(line) : word('lead-none'), line && marks(line));

/** @param {Line} line */
const sentenceOf = (line) => [sayings(line), marks(line)];

/**
 * What a line says: its first claim's own words, or what several claims sum up to; it opens the claim.
 * @param {Line} line
 */
function sayings({ said, says }) {
  const [claim] = said;
  const summed = inLanguage(says);
  const { text, language } = telling(claim);
  const lang = summed ? null : foreign(language);
  const words = [claim.denied && `${word('denies')} `, element('span', { lang }, summed || text)];
  return button(words, () => openClaim(claim.id), { class: 'say' });
}

/**
 * How it is meant and who says it. What more than one says is no sentence of both: each has its own claim to open.
 * @param {Line} line
 */
function marks({ said, says }) {
  const some = inLanguage(says) ? said.slice(0, 1) : said;
  const also = (/** @type {Claim} */ claim) => [
    ` · ${word('lead-also')} `,
    button(speakerNames(claim), () => openClaim(claim.id), { class: 'link', title: claim.id }),
  ];
  return element('span', { class: 'marks' }, mark(some[0]), some.slice(1).map(also));
}

/** @param {Claim} claim */
const mark = (claim) => element('span', { title: inLanguage(claim.limits) || null }, stamp(claim), speakerNames(claim));

/** @param {Figure} figure */
function numberOf({ value, what, said }) {
  const [claim] = said;
  const [number, ...rest] = inLanguage(value).split(/ (?=[(/])/);
  const text = [element('b', null, number), rest.length > 0 && element('small', null, ' ', rest.join(' '))];
  return element(
    'div',
    { class: claim.denied ? 'denied' : claim.view },
    element('dt', { title: inLanguage(what) }, inLanguage(what)),
    element(
      'dd',
      { title: speakerNames(claim) },
      button(text, () => openClaim(claim.id), { class: 'say' }),
      ' ',
      stamp(claim),
    ),
  );
}

/** @returns {Child} */
function foldButton() {
  const isOpen = isUnrolled();
  const name = word(isOpen ? 'lead-close' : 'lead-open');
  const toggle = () => choose({ lead: isOpen ? '0' : '1' });
  return button(isOpen ? '▴' : '▾', toggle, {
    class: 'tool',
    'aria-expanded': String(isOpen),
    'aria-label': name,
    title: name,
  });
}
