// The bar of a comparison, beside the clock: what is compared, its two sides, and which of them the picture shows.

import { choices, choose } from './choices.js';
import { writeComparison } from './comparison.js';
import { scene } from './data.js';
import { button, element, find, refill } from './dom.js';
import { calm, paintGraph } from './graph.js';
import { motion, travel } from './motion.js';
import { compared } from './picture.js';
import { preset, ways } from './presets.js';
import { sideName, voiceName } from './sides.js';
import { word } from './words.js';

/** @import { Comparison, Way } from './comparison.js' */

export function changeBar() {
  const bar = find('#change-bar');
  const comparison = compared();
  bar.hidden = !comparison;
  bar.setAttribute('aria-label', word('compare'));
  if (!comparison) return refill(bar);
  const end = () => choose({ with: 'none', at: '' });
  refill(
    bar,
    element('b', null, word('compare')),
    wayChoice(comparison),
    sideChoice(comparison, 0),
    element('span', { 'aria-hidden': 'true' }, '→'),
    sideChoice(comparison, 1),
    phases(comparison),
    button('×', end, { class: 'tool', id: 'cmp-end', 'aria-label': word('cmp-end') }),
  );
}

/**
 * @param {string} id
 * @param {string} label
 * @param {[value: string, text: string][]} options
 * @param {string} chosen
 * @param {(value: string) => void} action
 */
function selection(id, label, options, chosen, action) {
  const made = element('select', { id, 'aria-label': label });
  for (const [value, text] of options) made.append(new Option(text, value, false, value === chosen));
  made.addEventListener('change', () => action(made.value));
  return made;
}

/** @param {Comparison} comparison */
function wayChoice({ by }) {
  const options = ways().map((way) => /** @type {[string, string]} */ ([way, word('cmp-' + way)]));
  const take = (/** @type {string} */ way) => {
    const offered = preset(/** @type {Way} */ (way));
    if (offered) choose({ with: writeComparison(offered), at: '' });
  };
  return selection('cmp-by', word('compare'), options, by, take);
}

/**
 * @param {Comparison} comparison
 * @param {0 | 1} at
 */
function sideChoice({ by, sides }, at) {
  const [id, label] = [`cmp-${at}`, word(at ? 'cmp-b' : 'cmp-a')];
  if (by === 'build') return element('span', { id }, sideName(by, sides[at]));
  const take = (/** @type {string} */ side) => {
    const both = /** @type {[string, string]} */ ([...sides]);
    both[at] = side;
    if (both[0] === both[1]) both[1 - at] = sides[at]; // the same twice is nothing to compare: the two change places
    choose({ with: writeComparison({ by, sides: both }) });
  };
  if (by === 'voice') {
    const poles = scene.poles.length === 2 ? ['a', 'b', 'third'] : [];
    const voices = [...poles, ...Object.keys(scene.speakers)];
    const options = voices.map((voice) => /** @type {[string, string]} */ ([voice, voiceName(voice)]));
    return selection(id, label, options, sides[at], take);
  }
  const made = element('input', { id, type: 'month', 'aria-label': label, title: word('all-dates') });
  made.value = sides[at].slice(0, 7);
  made.addEventListener('change', () => take(made.value));
  return made;
}

/** Which side the picture shows, and the way from one to the other where motion is welcome. @param {Comparison} comparison */
function phases({ by, sides }) {
  const phase = (/** @type {string} */ at, /** @type {string} */ text, /** @type {string} */ name) =>
    button(text, () => choose({ at }), {
      ...{ id: `cmp-at-${at || 'both'}`, 'aria-pressed': String(choices.at === at), 'aria-label': name },
    });
  const names = sides.map((side) => sideName(by, side));
  return [
    element(
      'div',
      { class: 'seg', role: 'group', 'aria-label': word('cmp-side') },
      phase('a', '1', names[0]),
      phase('', word('cmp-together'), word('cmp-together')),
      phase('b', '2', names[1]),
    ),
    !calm.matches && button('1 ▸ 2', play, { class: 'tool', id: 'cmp-play', 'aria-label': word('cmp-play') }),
  ];
}

/** From the first side to the second; the way is not kept in the address. */
function play() {
  if (motion.share !== null) return;
  choose({ at: '', view: 'graph' });
  travel(paintGraph, () => choose({ at: 'b' }));
  paintGraph();
}
