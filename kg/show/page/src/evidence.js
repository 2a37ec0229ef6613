// Who says so, and where: claims, relations and sources as the panel tells them.

import { openClaim, openDocument, openRelation } from './choices.js';
import { scene, sources } from './data.js';
import { button, element, isWebAddress } from './dom.js';
import { dateText, foreign, inLanguage, sentence, speakerNames, telling, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Claim, Mention, Relation, Source } from './types.js' */

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

/** @param {Source} source */
export const sourceLine = ({ address, title, who, issued }) => [
  isWebAddress(address) ? element('a', { href: address, rel: 'noreferrer noopener', target: '_blank' }, title) : title,
  element('span', { class: 'by' }, ` ${who}, ${issued || word('undated-document')}`),
];

/** @param {Claim} claim */
export const stamp = (claim) => {
  const kind = `stance ${claim.view} ${claim.denied ? 'denied' : ''}`;
  return element('span', { class: kind }, inLanguage(scene.stances[claim.stance]));
};

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
  const sign = confirmation === 'disputed' && element('b', null, '≠');
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
