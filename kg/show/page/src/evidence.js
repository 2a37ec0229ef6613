// Who says so, and where: claims, relations and sources as the panel tells them.

import { openClaim, openRelation } from './choices.js';
import { scene, sources, thingOf } from './data.js';
import { button, element, isWebAddress } from './dom.js';
import { dateText, inLanguage, nameOf, sentence, speakerNames, telling, word } from './words.js';

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
  const { text, place } = telling(claim);
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
      text,
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
 * @param {Relation} relation
 * @param {string} [from] the end that needs no name here
 */
function relationLine(relation, from) {
  const name = (/** @type {string} */ id) => element('span', { class: 'other' }, nameOf(thingOf(id)));
  const label = (/** @type {string[]} */ ...parts) => element('span', { class: 'lb' }, ...parts);
  const { source, target, mutual } = relation;
  const [text, isOut] = [inLanguage(relation.label), !from || source === from];
  const arrow = mutual ? '↔' : isOut ? '→' : '←';
  if (from) return [label(text, ' ', arrow, ' '), name(isOut ? target : source)];
  return [name(source), label(' — ', text, ' ', arrow, ' '), name(target)];
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
 * @param {{from?: string, open?: boolean}} [how]
 */
export function relationCard(relation, { from, open = false } = {}) {
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
      element('span', null, relationLine(relation, from)),
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
