// One banner over the picture: a path, a focus, a voice, or that nothing is left.

import { choices, choose, nothingHidden } from './choices.js';
import { across, relationOf } from './data.js';
import { announce, button, element, find, refill } from './dom.js';
import { picture } from './picture.js';
import { isPickingEnd, pickEnd } from './picking.js';
import { changeText } from './sides.js';
import { named, plural, word } from './words.js';

/** The sentence, and what takes its cause away. @returns {[text: string, clear: () => void]} */
function message() {
  const { path, focus, voice } = choices;
  if (isPickingEnd()) return [word('path-hint'), () => askForEnd(false)];
  if (path) return [pathText(), () => choose({ path: '' })];
  if (focus) return [`${word('focus-is')} ${named(focus)}`, () => choose({ focus: '' })];
  if (changeText() && picture.relations.size && choices.view !== 'change') {
    return [changeText(), () => choose({ with: 'none', at: '' })];
  }
  if (voice) return [voiceText(), () => choose({ voice: '' })];
  const everything = { with: 'none', at: '', asof: '', known: '', undated: '1', ...nothingHidden() };
  return [picture.relations.size ? '' : word('nothing-shown'), () => choose(everything)];
}

function pathText() {
  if (!picture.path.length) return word('no-path');
  let [at] = choices.path.split('~');
  const stops = [at];
  for (const relation of picture.path) stops.push((at = across(relation, at)));
  return `${word('path-is')} ${stops.map(named).join(' → ')}`;
}

function voiceText() {
  const { relations, ghosts } = picture;
  const name = /** @type {HTMLSelectElement} */ (find('#voice')).selectedOptions[0].textContent;
  const alone = [...relations].filter((id) => relationOf(id).alone).length;
  const told = plural(relations.size - ghosts.size, 'n-relations');
  return `${word('according-to')} ${name}: ${told}; ${ghosts.size} ${word('ghosts')}; ${alone} ${word('alone')}`;
}

export function banner() {
  const [text, clear] = message();
  find('#banner').hidden = !text;
  refill(find('#banner'), text && [element('span', null, text), button(word('clear'), clear)]);
}

/**
 * Ask the reader for the other end of a path, or no longer.
 * @param {boolean} isOn
 */
export function askForEnd(isOn) {
  pickEnd(isOn);
  banner();
  if (isOn) announce(word('path-hint'));
}
