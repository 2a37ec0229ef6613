// What became of everything between the two sides of a comparison, class by class, each line open to its claims.

import { choose } from './choices.js';
import { changesBy, writeComparison } from './comparison.js';
import { scene } from './data.js';
import { button, element, find, refill } from './dom.js';
import { claimCard, editsOf, heading, relationCard, relationLink } from './evidence.js';
import { changeIcon } from './look.js';
import { compared, picture, shownRelations } from './picture.js';
import { lead, portion } from './portions.js';
import { presets } from './presets.js';
import { changeName, changeText, countText, sideName } from './sides.js';
import { values } from './values.js';
import { inLanguage, nameOf, plural, word } from './words.js';

/** @import { Comparison } from './comparison.js' */
/** @import { Claim, Mention, Relation, Texts } from './types.js' */
/** @import { Value } from './values.js' */

export function change() {
  const comparison = compared();
  const holder = find('#change');
  if (!comparison) {
    const line = (/** @type {ReturnType<typeof presets>[0]} */ { text, comparison: offered }) =>
      element(
        'li',
        null,
        button(text, () => choose({ with: writeComparison(offered) }), { class: 'tool' }),
      );
    const offers = element('ul', { class: 'offers' }, presets().map(line));
    refill(holder, lead('change', 'change-lead'), element('p', null, word('change-choose')), offers);
    return;
  }
  const [told, alone] = [shownRelations(), values()];
  const sections = changesBy(comparison.by).map((one) => {
    const some = told.filter((relation) => relation.change === one);
    return section(
      comparison,
      one,
      some,
      alone.filter((value) => value.change === one),
    );
  });
  const nothing = !told.length && !alone.length && element('p', null, word('change-nothing'));
  const counts = new Map();
  for (const value of alone) counts.set(value.change, (counts.get(value.change) || 0) + 1);
  const parts = [changeText(), alone.length > 0 && countText('cmp-facts', counts)].filter(Boolean);
  const head = element('p', { class: 'change-head' }, parts.join('. '));
  refill(holder, lead('change', 'change-lead'), head, sidesTable(comparison), sections, nothing);
}

/**
 * How much each side has, and what it leaves out.
 * @param {Comparison} comparison
 */
function sidesTable({ by, sides }) {
  const rows = sides.map((side, at) => {
    const key = /** @type {'before' | 'after'} */ (['before', 'after'][at]);
    const some = shownRelations().filter((relation) => relation[key].length);
    const claims = new Set(some.flatMap((relation) => relation[key].map((mention) => mention.claim.id)));
    const { undated, unpublished } = picture.leftOutOfSides[at];
    const leftOut = [
      undated > 0 && `${word('left-out-undated')} ${undated}`,
      unpublished > 0 && `${word('left-out-unpublished')} ${unpublished}`,
    ];
    const counts = [plural(some.length, 'n-relations'), plural(claims.size, 'n-claims')];
    return element(
      'tr',
      null,
      element('th', { scope: 'row' }, sideName(by, side)),
      element('td', null, counts.join(' · ')),
      element('td', { class: 'lb' }, leftOut.filter(Boolean).join(' · ')),
    );
  });
  const { since } = scene;
  const cuts = (/** @type {Texts[]} */ notes) => notes.map((note) => element('li', null, inLanguage(note)));
  const left = by === 'build' && since && [since.notes, scene.notes].map((notes) => element('ul', null, cuts(notes)));
  const lists = left && left.map((list, at) => [element('p', null, sideName(by, sides[at])), list]);
  return [
    element('table', { class: 'sides' }, element('tbody', null, rows)),
    lists && element('details', { class: 'cuts' }, element('summary', null, word('bs-cuts')), lists),
  ];
}

/** Which classes the reader has unfolded or folded. @type {Map<string, boolean>} */
const unfolded = new Map([['same', false]]);

/**
 * One class: what joins two things, then what is said of one alone.
 * @param {Comparison} comparison
 * @param {string} one
 * @param {Relation[]} told
 * @param {Value[]} alone
 */
function section(comparison, one, told, alone) {
  const count = told.length + alone.length;
  if (!count) return null;
  const isTwofold = one === 'contested' || one === 'changed';
  const relations = portion(`change-${one}`, told, change);
  const facts = portion(`change-${one}-facts`, alone, change);
  const holder = element(
    'details',
    { class: `changes ${one}`, open: unfolded.get(one) ?? true, 'data-change': one },
    element('summary', null, changeIcon(one), ' ', element('b', null, changeName(one)), ` ${count}`),
    relations.rows.map((relation) => (isTwofold ? twofold(comparison, relation) : relationCard(relation))),
    relations.more,
    alone.length > 0 && heading(word('facts'), alone.length),
    facts.rows.map((value) => valueCard(comparison, value, isTwofold)),
    facts.more,
  );
  holder.addEventListener('toggle', () => unfolded.set(one, holder.open));
  return holder;
}

/**
 * Both sides' claims of a relation, side by side.
 * @param {Comparison} comparison
 * @param {Relation} relation
 */
function twofold(comparison, relation) {
  const head = element('h3', null, relationLink(relation));
  return element('div', { class: 'twofold', 'data-edge': relation.id }, head, columns(comparison, relation));
}

/**
 * @param {Comparison} comparison
 * @param {{before: Mention[], after: Mention[]}} told
 */
function columns({ by, sides }, { before, after }) {
  const column = (/** @type {Mention[]} */ mentions, /** @type {string} */ side) =>
    element(
      'div',
      { class: 'rel' },
      element('p', { class: 'by pad' }, sideName(by, side)),
      mentions.map((mention) => [claimCard(mention), editsOf(mention.claim)]),
    );
  return element('div', { class: 'columns' }, column(before, sides[0]), column(after, sides[1]));
}

/**
 * A value of one thing, and who gives it on either side.
 * @param {Comparison} comparison
 * @param {Value} value
 * @param {boolean} isTwofold
 */
function valueCard(comparison, { thing, detail, before, after, earlier }, isTwofold) {
  const name = element('span', { class: 'other' }, nameOf(thing));
  const said = element('span', { class: 'lb' }, ` — ${inLanguage(detail.property)}: `);
  const was = earlier && `${inLanguage(earlier.value)} → `;
  const line = element('span', null, name, said, was, inLanguage(detail.value));
  const mentions = (/** @type {Claim[]} */ claims) => claims.map((claim) => ({ claim }));
  const all = [...new Set([...before, ...after])];
  const sides = { before: mentions(before), after: mentions(after) };
  return element(
    'details',
    { class: 'rel', open: isTwofold },
    element('summary', null, line, element('span', { class: 'dots' }, all.length)),
    isTwofold ? columns(comparison, sides) : all.map((claim) => claimCard({ claim })),
  );
}
