// The legend is the filter: press to hide, press again to show.

import { choices, choose, nothingHidden, toggled } from './choices.js';
import { changesBy } from './comparison.js';
import { claims, CONFIRMATIONS, FAMILIES, KINDS, relations, scene, STANCES, thingOf, things } from './data.js';
import { announce, button, element, find, refill } from './dom.js';
import { changeIcon, icon, strokeIcon } from './look.js';
import { compared, picture, shownRelations } from './picture.js';
import { changeName } from './sides.js';
import { isAgainst, isAlike, signOf, stands } from './standing.js';
import { inLanguage, nameOf, word } from './words.js';

/** @import { Child } from './dom.js' */

/**
 * A line of the legend.
 * @param {'hiddenKinds' | 'hiddenConfirmations' | 'hiddenStances' | 'hiddenFamilies' | 'hiddenChanges'} hidden
 * @param {string} value
 * @param {Child} mark
 * @param {string} text
 * @param {number} count
 */
function line(hidden, value, mark, text, count) {
  const toggle = () => {
    choose({ [hidden]: toggled(choices[hidden], value) });
    announce(`${text}: ${(find('#desc').textContent || '').split('. ')[0]}`);
  };
  const parts = [mark, element('span', { class: 'nm' }, text), element('span', { class: 'ct' }, count)];
  return button(parts, toggle, { class: 'tg', 'aria-pressed': String(!choices[hidden].has(value)) });
}

/** @param {string} confirmation */
function confirmationName(confirmation) {
  if (confirmation !== 'a' && confirmation !== 'b') return word(confirmation);
  const pole = things.get(scene.poles[confirmation === 'a' ? 0 : 1]);
  return `${word('only')} ${pole ? nameOf(pole) : ''}`;
}

/** What the signs on relations mean; each opens the disagreements of its kind. */
function disputeLines() {
  const kinds = new Set(stands.all.map(({ dispute }) => dispute.kind).filter((kind) => !isAlike(kind)));
  const kindLine = (/** @type {string} */ kind) => {
    const count = stands.all.filter(({ dispute }) => dispute.kind === kind).length;
    const { name, definition } = scene.dispute_kinds[kind];
    const sign = element('b', { class: `sign ${isAgainst(kind) ? 'grave' : ''}`, 'aria-hidden': 'true' }, signOf(kind));
    const parts = [sign, element('span', { class: 'nm' }, inLanguage(name)), element('span', { class: 'ct' }, count)];
    return button(parts, () => choose({ view: 'disputes', kind }), { class: 'tg', title: inLanguage(definition) });
  };
  return kinds.size > 0 && [element('h2', null, word('disputes')), [...kinds].map(kindLine)];
}

function lines() {
  const comparison = compared();
  const shown = shownRelations();
  const kinds = [...picture.nodes].map((id) => thingOf(id).kind);
  const found = new Set([...relations.values()].map((relation) => relation.confirmation));
  const used = CONFIRMATIONS.filter((one) => found.has(one) || choices.hiddenConfirmations.has(one));
  const views = new Map([...claims.values()].map((claim) => [claim.stance, claim.view]));
  const counted = (/** @type {(relation: typeof shown[0]) => boolean} */ test) => shown.filter(test).length;
  const kindLine = (/** @type {string} */ kind) => {
    const mark = icon({ kind, side: 'third' });
    return line('hiddenKinds', kind, mark, word(kind), kinds.filter((one) => one === kind).length);
  };
  const confirmationLine = (/** @type {string} */ one) => {
    const count = counted((relation) => relation.confirmation === one);
    return line('hiddenConfirmations', one, comparison ? null : strokeIcon(one), confirmationName(one), count);
  };
  const stanceLine = (/** @type {string} */ stance) => {
    const count = counted((relation) => relation.current.some((mention) => mention.claim.stance === stance));
    const mark = comparison ? null : strokeIcon('third', views.get(stance)); // a stroke tells one thing at a time
    return line('hiddenStances', stance, mark, inLanguage(scene.stances[stance]), count);
  };
  const familyLine = (/** @type {string} */ family) => {
    const count = counted((relation) => relation.family === family);
    return line('hiddenFamilies', family, null, word('f-' + family), count);
  };
  const changeLine = (/** @type {string} */ change) => {
    const count = counted((relation) => relation.change === change);
    return line('hiddenChanges', change, changeIcon(change), changeName(change), count);
  };
  const changes = new Set([...relations.values()].map((relation) => relation.change));
  const title = (/** @type {string} */ key) => element('h2', null, word(key));
  return [
    comparison && [
      title('change'),
      changesBy(comparison.by)
        .filter((change) => changes.has(change))
        .map(changeLine),
    ],
    [title('what'), KINDS.map(kindLine)],
    [title('who-confirms'), used.map(confirmationLine)],
    [title('how-meant'), STANCES.map(stanceLine)],
    [title('relation-kind'), FAMILIES.map(familyLine)],
    disputeLines(),
  ];
}

/** Where there is room the filters stand beside the picture. */
const roomy = matchMedia('(min-width: 1200px) and (min-height: 481px)');
/** What the reader wants instead. @type {boolean | null} */
let wish = null;
const isOpen = () => wish ?? roomy.matches;

export function legend() {
  const hidden = Object.keys(nothingHidden());
  const count = hidden.reduce((sum, name) => sum + choices[/** @type {'hiddenKinds'} */ (name)].size, 0);
  const reset = button(word('reset'), () => choose(nothingHidden()), { class: 'link', id: 'reset' });
  find('#legend').setAttribute('aria-label', word('filters'));
  find('#filters').textContent = word('filters') + (count ? ` (${count})` : '');
  refill(find('#legend'), lines(), count > 0 && reset);
}

/**
 * Open the filters, or close them; the keyboard goes back to what opens them.
 * @param {boolean} isShown
 */
export function openFilters(isShown) {
  const holder = find('#legend');
  const isInside = holder.contains(document.activeElement);
  wish = isShown;
  showFilters();
  if (!isShown && isInside) find('#filters').focus();
}
function showFilters() {
  find('#legend').hidden = !isOpen();
  find('#filters').setAttribute('aria-expanded', String(isOpen()));
}
/** Whether the filters lie over the picture, and can be put away. */
export const isDrawer = () => !roomy.matches && isOpen();

export function startFilters() {
  showFilters();
  find('#filters').addEventListener('click', () => openFilters(!isOpen()));
  roomy.addEventListener('change', () => {
    wish = null;
    showFilters();
  });
}
