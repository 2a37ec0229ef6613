// Everything can be reached by keyboard.

import { askForEnd } from './banner.js';
import { choices, choose, NOTHING_OPEN, openNode, toggled, undo } from './choices.js';
import { announce, find, findAll } from './dom.js';
import { fitGraph, pan, reveal, zoomBy } from './graph.js';
import { isMenuOpen, openMenu } from './header.js';
import { isDrawer, openFilters } from './legend.js';
import { byImportance } from './look.js';
import { neighbours, picture, shownOf } from './picture.js';
import { onSearchKey } from './search.js';
import { isStory, tell } from './story.js';
import { named, plural } from './words.js';

/** @type {Record<string, () => void>} */
const KEYS = {
  '/': () => find('#q').focus(),
  Escape: () => {
    if (isMenuOpen()) return openMenu(false);
    if (isDrawer()) return openFilters(false);
    askForEnd(false);
    choose({ ...NOTHING_OPEN, focus: '' });
  },
  '+': () => zoomBy(1.25),
  '=': () => zoomBy(1.25),
  '-': () => zoomBy(0.8),
  0: () => fitGraph(true),
  n: () => walk(1),
  p: () => walk(-1),
  u: undo,
  h: () => choices.node && choose({ hiddenNodes: toggled(choices.hiddenNodes, choices.node), node: '' }),
  f: () => choices.node && choose({ focus: choices.focus ? '' : choices.node }),
};

/** @param {KeyboardEvent} event */
export function onKey(event) {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (target.id === 'q') return onSearchKey(event);
  const isTyping = ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName);
  const isCommand = event.ctrlKey || event.metaKey;
  const act = actionOf(event, target, isTyping, isCommand);
  if (!act) return;
  event.preventDefault();
  act();
}

/**
 * What a key does where it was pressed.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} target
 * @param {boolean} isTyping
 * @param {boolean} isCommand
 * @returns {(() => void) | undefined}
 */
function actionOf({ key, altKey }, target, isTyping, isCommand) {
  if (isCommand && key === 'z' && !isTyping) return undo;
  if (isCommand || altKey || (isTyping && key !== 'Escape')) return undefined;
  if (target.getAttribute('role') === 'tab' && key.startsWith('Arrow')) return () => moveTab(target, key);
  if (target.closest('#network') && key.startsWith('Arrow')) return () => pan(key);
  if (isStory && key === 'ArrowLeft') return () => tell(-1);
  if (isStory && key === 'ArrowRight') return () => tell(1);
  return Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
}

/**
 * @param {HTMLElement} tab
 * @param {string} key
 */
function moveTab(tab, key) {
  const tabs = findAll('#tabs [role=tab]');
  const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  const { id } = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length];
  find(`#${id}`).click(); // the tabs are made anew
  find(`#${id}`).focus();
}

let walkedTo = -1;
/**
 * Walk through the neighbours of what is open, or through all things when nothing is.
 * @param {number} by
 */
function walk(by) {
  const ring = choices.node ? neighbours(choices.node) : byImportance(picture.nodes);
  if (!ring.length) return;
  walkedTo = (walkedTo + by + ring.length) % ring.length;
  openNode(ring[choices.node ? walkedTo : 0]);
  announce(`${named(choices.node)}, ${plural(shownOf(choices.node).length, 'n-relations')}`);
  reveal(choices.node);
}
