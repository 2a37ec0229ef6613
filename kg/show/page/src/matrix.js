// Who says what: a row for each relation, first those that somebody disputes or that several say; a column a speaker.

import { scene, speaksFor } from './data.js';
import { element, find, refill } from './dom.js';
import { relationLink } from './evidence.js';
import { shownRelations } from './picture.js';
import { lead, portion } from './portions.js';
import { inLanguage, telling, word } from './words.js';

/** @import { Claim, Relation } from './types.js' */

/** @param {Relation} relation */
const allMentions = ({ own, others }) => [...own, ...others];
/** @param {Relation} relation */
const speakersOf = (relation) => new Set(allMentions(relation).flatMap((mention) => mention.claim.speakers));

/**
 * For which pole a speaker speaks.
 * @param {string} speaker
 */
function groupOf(speaker) {
  const voices = [speaker, ...(speaksFor.get(speaker) || [])];
  const sides = ['a', 'b'].filter((_, at) => voices.includes(scene.poles[at]));
  return sides.length === 1 ? sides[0] : 'third';
}

export function matrix() {
  const shown = shownRelations();
  const rank = (/** @type {string} */ speaker) => ['a', 'b', 'third'].indexOf(groupOf(speaker));
  const name = (/** @type {string} */ speaker) => inLanguage(scene.speakers[speaker]);
  const speakers = [...new Set(shown.flatMap((relation) => [...speakersOf(relation)]))];
  speakers.sort((one, other) => rank(one) - rank(other) || (name(one) < name(other) ? -1 : 1));
  const isDisputed = (/** @type {Relation} */ relation) => Number(relation.confirmation === 'disputed');
  const ordered = shown
    .map((relation) => ({ relation, rank: [isDisputed(relation), speakersOf(relation).size] }))
    .sort((one, other) => other.rank[0] - one.rank[0] || other.rank[1] - one.rank[1])
    .map(({ relation }) => relation);
  const { rows, more } = portion('matrix', ordered, matrix);
  const column = (/** @type {string} */ speaker) =>
    element('th', { scope: 'col', class: `c ${groupOf(speaker)}` }, element('span', null, name(speaker)));
  const head = element('tr', null, element('th', { scope: 'col' }, word('statement')), speakers.map(column));
  const body = rows.map((relation) => row(relation, speakers));
  const table = element('table', { class: 'mx' }, element('thead', null, head), element('tbody', null, body));
  refill(find('#matrix'), lead('matrix', 'matrix-lead'), table, more);
}

/**
 * @param {Relation} relation
 * @param {string[]} speakers
 */
function row(relation, speakers) {
  const said = allMentions(relation).map((mention) => mention.claim);
  const cell = (/** @type {string} */ speaker) =>
    element('td', { class: 'c' }, said.filter((claim) => claim.speakers.includes(speaker)).map(mark));
  return element(
    'tr',
    { class: 'row' },
    element('th', { scope: 'row' }, relationLink(relation), element('small', null, word(relation.confirmation))),
    speakers.map(cell),
  );
}

/** @param {Claim} claim */
function mark(claim) {
  const { denied, group, view, stance } = claim;
  const { text } = telling(claim);
  const how = denied ? word('denies') : inLanguage(scene.stances[stance]);
  const kind = `mk ${group} ${denied ? 'denied' : view}`;
  return element('span', { class: kind, role: 'img', 'aria-label': `${how}: ${text}`, title: text }, denied ? '✕' : '');
}
