// Who says so, and where: claims, relations and sources as the panel tells them.

import { openClaim, openDispute, openDocument, openRelation } from './choices.js';
import { relations, scene, sources } from './data.js';
import { button, element, isWebAddress } from './dom.js';
import { contention, disputesOf, isAgainst, isAlike, signOf } from './standing.js';
import { dateText, foreign, inLanguage, sentence, speakerNames, telling, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Claim, Dispute, Mention, Relation, Source } from './types.js' */
/** @import { Standing } from './standing.js' */

/**
 * @param {Child} text
 * @param {Child} [count]
 */
export const heading = (text, count) =>
  element('h3', null, element('span', null, text), count != null && element('span', null, count));

/**
 * A claim by its name, to open it.
 * @param {string} id
 * @param {object} [more]
 */
export const claimLink = (id, more = {}) => button(id, () => openClaim(id), { class: 'link', ...more });

/**
 * @param {Relation} relation
 * @param {string} [text]
 */
export const relationLink = (relation, text = sentence(relation)) =>
  button(text, () => openRelation(relation.id), { class: 'link' });

/** What a claim says, in the language in which it is written. @param {Claim} claim */
export function claimText(claim) {
  const { text, language } = telling(claim);
  return element('span', { lang: foreign(language) }, text);
}

/** A document by its title, to see what is taken of it. @param {Source} source */
export const documentLink = ({ id, title, who, issued, language }) => [
  button(title, () => openDocument(id), { class: 'link', lang: foreign(language) }),
  element('span', { class: 'by' }, ` ${who}, ${issued || word('undated-document')}`),
];

/**
 * What a dispute is called: as its judges do, by what its values are of, or by a relation that its claims tell.
 * @param {Dispute} dispute
 */
export function disputeName({ title, about, sides }) {
  const given = inLanguage(title) || inLanguage(about);
  if (given) return given;
  const ids = new Set(sides.flatMap(({ mentions }) => mentions.map(({ claim }) => claim.id)));
  const relation = [...relations.values()].find(({ mentions }) => mentions.some(({ claim }) => ids.has(claim.id)));
  return relation ? sentence(relation) : [...ids].join(' / ');
}

/**
 * A dispute by its sign and name, to open it.
 * @param {Standing} standing
 */
export const disputeLink = ({ dispute }) => [
  element(
    'b',
    { class: `sign ${isAgainst(dispute.kind) ? 'grave' : ''}`, 'aria-hidden': 'true' },
    signOf(dispute.kind),
  ),
  element(
    'span',
    null,
    button(disputeName(dispute), () => openDispute(dispute.id), { class: 'link' }),
    element('span', { class: 'by' }, ' ', inLanguage(scene.dispute_kinds[dispute.kind].name)),
  ),
];

/**
 * The disputes that a claim takes part in, each by its sign.
 * @param {Claim} claim
 */
function contested(claim) {
  const found = disputesOf(claim).filter(({ dispute }) => !isAlike(dispute.kind));
  const badge = (/** @type {Standing} */ { dispute }) => {
    const kind = inLanguage(scene.dispute_kinds[dispute.kind].name);
    const attributes = { class: 'link', title: disputeName(dispute), 'aria-label': `${kind}: ${disputeName(dispute)}` };
    return button(`${signOf(dispute.kind)} ${kind}`, () => openDispute(dispute.id), attributes);
  };
  return found.length > 0 && element('span', { class: 'contested by' }, found.map(badge));
}

/** @param {Source} source */
export const sourceLine = ({ address, title, who, issued }) => [
  isWebAddress(address) ? element('a', { href: address, rel: 'noreferrer noopener', target: '_blank' }, title) : title,
  element('span', { class: 'by' }, ` ${who}, ${issued || word('undated-document')}`),
];

/**
 * Where a claim is found, with what opens it there: the reader's own copy, and the page of the web.
 * @param {Claim} claim
 */
export function placeOf(claim) {
  const { document, quoted } = claim;
  const { copy = '', address = '' } = sources.get(document) || {};
  const at = (/** @type {string} */ file) =>
    quoted ? `${file}${file.includes('#') ? '' : '#'}:~:text=${quoted}` : file;
  const link = (/** @type {string} */ href, /** @type {string} */ key) => [
    ' ',
    element('a', { href, rel: 'noreferrer noopener', target: '_blank' }, word(key)),
  ];
  return [
    telling(claim).place,
    copy && link(at(copy), 'in-your-copy'),
    quoted && isWebAddress(address) && link(at(/** @type {string} */ (address)), 'on-its-page'),
  ];
}

const briefed = new Set(scene.brief?.claims);
/**
 * A claim's place in the brief beside the page.
 * @param {Claim} claim
 */
export const briefLink = ({ id }) =>
  briefed.has(id) &&
  element('a', { class: 'button', href: `${scene.brief?.address}#c-${encodeURIComponent(id)}` }, word('in-brief'));

/** @param {Claim} claim */
export const stamp = (claim) => {
  const kind = `stance ${claim.view} ${claim.denied ? 'denied' : ''}`;
  return element('span', { class: kind }, inLanguage(scene.stances[claim.stance]));
};

/**
 * That a claim is not in both of two builds: as it was before, or as it is since.
 * @param {Claim} claim
 */
export function buildMark({ id, build }) {
  const { since } = scene;
  if (!build || !since) return null;
  const isEdited = Object.hasOwn(since.was, id) || Object.values(since.was).includes(id);
  const key = build === 'a' ? (isEdited ? 'as-it-was' : 'gone-since') : isEdited ? 'changed-since' : 'new-since';
  return element('span', { class: `when ${build}` }, `${word(key)} ${since.day}`);
}

/**
 * What was changed of a claim between two builds, in words.
 * @param {Claim} claim
 */
export function editsOf({ id }) {
  const lines = inLanguage(scene.since?.edits[id]).split('\n').filter(Boolean);
  if (!lines.length) return null;
  const list = lines.map((line) => element('li', null, line));
  return element('div', { class: 'edits' }, element('b', null, word('edits')), element('ul', null, list));
}

/** @param {Pick<Mention, 'claim'> & Partial<Mention>} mention */
export function claimCard(mention) {
  const { claim } = mention;
  const title = sources.get(claim.document)?.title;
  const isDisputed = claim.denied || claim.against.length > 0;
  const { place } = telling(claim);
  const where = [speakerNames(claim), title, place, dateText(mention), inLanguage(claim.limits)];
  return element(
    'div',
    { class: `claim ${claim.group} ${isDisputed ? 'disputed' : ''}`, 'data-claim': claim.id },
    element(
      'p',
      null,
      stamp(claim),
      buildMark(claim),
      claim.denied && element('b', { class: 'no' }, word('denies'), ' '),
      claimText(claim),
    ),
    element('p', { class: 'by' }, where.filter(Boolean).join(' · ')),
    element(
      'p',
      { class: 'by' },
      claimLink(claim.id, { 'aria-label': `${word('claim')} ${claim.id}` }),
      claim.against.length > 0 && element('span', { class: 'no' }, ' ≠ ', claim.against.join(', ')),
    ),
    contested(claim),
  );
}

/**
 * Whether a claim speaks for a pole, or for third parties; a joint one speaks for both poles.
 * @param {Claim} claim
 * @param {string} group
 */
const isOf = (claim, group) => claim.group === group || (claim.group === 'joint' && group !== 'third');

/**
 * A relation that unfolds into its claims.
 * @param {Relation} relation
 * @param {{open?: boolean}} [how]
 */
export function relationCard(relation, { open = false } = {}) {
  const { id, current, confirmation, ghost } = relation;
  const saidBy = (/** @type {string} */ group) => current.some((mention) => isOf(mention.claim, group));
  const dots = ['a', 'b', 'third'].map((group) => element('i', { class: saidBy(group) ? group : 'none' }));
  const kind = contention(relation);
  const sign = (kind || confirmation === 'disputed') && element('b', null, signOf(kind || 'contradicts'));
  return element(
    'details',
    { class: `rel ${ghost ? 'ghost' : ''}`, open, 'data-edge': id },
    element(
      'summary',
      null,
      element('span', null, sentence(relation)),
      element('span', { class: 'dots', title: word(confirmation) }, sign, dots, ' ', current.length),
    ),
    element(
      'div',
      null,
      current.map(claimCard),
      element('p', { class: 'by pad' }, relationLink(relation, word('show-relation'))),
    ),
  );
}
