// Help: how to read the page, its keys, its two clocks, and how to cite. The browser's own dialog holds the keyboard
// inside, closes with Escape and gives the keyboard back.

import { button, element, find, refill } from './dom.js';
import { howToRead } from './reading.js';
import { word } from './words.js';

/** The keys, and the word for what each does. */
const KEYS = [
  ['/', 'k-search'],
  ['↑ ↓ → ←', 'k-walk'],
  ['Enter', 'k-open'],
  ['Esc', 'k-back'],
  ['Alt ←', 'k-history'],
  ['u', 'undo'],
  ['n p', 'k-neighbours'],
  ['+ − 0', 'k-zoom'],
  ['Shift ↑ ↓ → ←', 'k-pan'],
  ['f', 'focus'],
  ['h', 'hide'],
  ['?', 'help'],
];

const dialog = /** @type {HTMLDialogElement} */ (find('#help'));

export function openHelp() {
  const part = (/** @type {string} */ key) => [element('h3', null, word(key)), element('p', null, word(`${key}-text`))];
  const keys = KEYS.map(([signs, key]) => [
    element(
      'dt',
      null,
      signs.split(' ').map((sign) => element('kbd', null, sign)),
    ),
    element('dd', null, word(key)),
  ]);
  refill(
    dialog,
    button('×', () => dialog.close(), { class: 'tool', 'aria-label': word('close') }),
    element('h2', { id: 'help-title' }, word('help')),
    element('h3', null, word('how')),
    howToRead(),
    ['help-clocks', 'help-cite', 'help-phone'].map(part),
    element('h3', null, word('help-keys')),
    element('dl', { class: 'keys' }, keys),
  );
  dialog.showModal();
}

export const isHelp = () => dialog.open;

export function startHelp() {
  find('#ask').addEventListener('click', openHelp);
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close()); // beside it
}
