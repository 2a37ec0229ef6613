// The header: title, views, voices, language, theme, undo and exports.

import { choices, choose, hasPast, undo, VIEWS } from './choices.js';
import { data, relations, scene } from './data.js';
import { button, element, find, refill } from './dom.js';
import { hasEvents } from './events.js';
import { EXPORTS } from './export.js';
import { hasFlows } from './flow.js';
import { readColours } from './look.js';
import { ways } from './presets.js';
import { voiceName } from './sides.js';
import { hasStates } from './states.js';
import { inLanguage, word } from './words.js';

const LANGUAGE_NAMES = [
  ['en', 'EN', 'English'],
  ['ru', 'РУ', 'Русский'],
  ['ko', '한', '한국어'],
];
const ZOOM = [
  ['#zoom-in', 'zoom-in'],
  ['#zoom-out', 'zoom-out'],
  ['#zoom-fit', 'zoom-fit'],
  ['#grip', 'grip'],
];
/** @type {Record<string, string>} */
const THEME_SIGNS = { auto: '◐', light: '☀', dark: '☾' };
/** @type {Record<string, string>} */
const NEXT_THEME = { auto: 'light', light: 'dark', dark: 'auto' };

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (choices.theme === 'auto' ? systemIsDark.matches : choices.theme === 'dark');

const hasFigures =
  scene.charts.length > 0 ||
  [...relations.values()].some((relation) => relation.mentions.some((mention) => mention.begins));

/** Whether a view has something to show, of those that need not. @type {Record<string, boolean>} */
const HAS = {
  figures: hasFigures,
  flow: hasFlows,
  events: hasEvents,
  states: hasStates,
  map: data.ground !== null,
  disputes: scene.disputes.length > 0,
  beside: scene.beside !== null,
};

export function header() {
  const { lang, theme, embed } = choices;
  Object.assign(document.documentElement, { lang });
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  document.documentElement.dataset.view = choices.view;
  document.body.classList.toggle('embed', embed === '1');
  readColours();
  document.title = inLanguage(scene.title);
  find('#h1').textContent = document.title;
  find('#sub').textContent = inLanguage(scene.subtitle);
  find('#skip').textContent = word('skip');
  find('#q').setAttribute('placeholder', word('search'));
  find('#q').setAttribute('aria-label', word('search'));
  find('#views').setAttribute('aria-label', word('views'));
  find('#tabs').setAttribute('aria-label', word('views'));
  const has = (/** @type {string} */ view) => (view === 'change' ? ways().length > 0 : (HAS[view] ?? true));
  refill(find('#tabs'), VIEWS.filter(has).map(tab));
  find('#langs').setAttribute('aria-label', word('language'));
  refill(find('#langs'), LANGUAGE_NAMES.map(languageButton));
  find('#theme').textContent = THEME_SIGNS[theme];
  find('#theme').setAttribute('aria-label', `${word('theme')}: ${word('theme-' + theme)}`);
  find('#undo').setAttribute('aria-label', word('undo'));
  find('#undo').setAttribute('aria-disabled', String(!hasPast())); // not disabled, which would lose the keyboard
  find('#export').textContent = word('export') + ' ▾';
  refill(find('#exports'), Object.keys(EXPORTS).map(exportButton));
  find('#ask').setAttribute('aria-label', word('help'));
  for (const [id, key] of ZOOM) find(id).setAttribute('aria-label', word(key));
  voices();
}

/** @param {string} view */
function tab(view) {
  const isSelected = choices.view === view;
  return button(word(view), () => choose({ view }), {
    ...{ role: 'tab', id: `tab-${view}`, tabindex: isSelected ? 0 : -1 },
    'aria-selected': String(isSelected),
    'aria-controls': view === 'graph' ? 'network' : view,
  });
}

/** @param {string[]} language */
function languageButton([lang, short, name]) {
  const pressed = String(choices.lang === lang);
  const attributes = { lang, 'aria-label': `${short} ${name}`, 'aria-pressed': pressed, 'data-lang': lang };
  return button(short, () => choose({ lang }), attributes);
}

/** @param {string} format */
function exportButton(format) {
  const take = () => {
    openMenu(false);
    EXPORTS[format]();
  };
  return button(word('x-' + format), take, { role: 'menuitem', 'data-x': format });
}

function voices() {
  const option = (/** @type {string} */ value, /** @type {string} */ text) => {
    const made = element('option', { value }, text);
    made.selected = choices.voice === value;
    return made;
  };
  const sides = ['a', 'b', 'third'].map((voice) => option(voice, voiceName(voice)));
  const speakers = Object.keys(scene.speakers).map((id) => option(id, voiceName(id)));
  find('#voice').setAttribute('aria-label', word('according-to'));
  refill(find('#voice'), option('', word('all-voices')), scene.poles.length === 2 && sides, speakers);
}

export const isMenuOpen = () => !find('#exports').hidden;

/** @param {boolean} isOpen */
export function openMenu(isOpen) {
  const menu = find('#exports');
  if (!isOpen && menu.contains(document.activeElement)) find('#export').focus();
  menu.hidden = !isOpen;
  find('#export').setAttribute('aria-expanded', String(isOpen));
  if (isOpen) find('button', menu).focus();
}

/** @param {() => void} render what follows when the system turns dark or light */
export function startHeader(render) {
  const voice = /** @type {HTMLSelectElement} */ (find('#voice'));
  voice.addEventListener('change', () => choose({ voice: voice.value }));
  find('#theme').addEventListener('click', () => choose({ theme: NEXT_THEME[choices.theme] }));
  find('#undo').addEventListener('click', undo);
  find('#export').addEventListener('click', (event) => {
    event.stopPropagation();
    openMenu(find('#exports').hidden === true);
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element && event.target.closest('.menu'))) openMenu(false);
  });
  systemIsDark.addEventListener('change', render);
}
