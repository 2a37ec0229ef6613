// One banner over the picture: a path, a focus, a voice, or that nothing is left.

import { choices, choose, nothingHidden } from './choices.js';
import { across } from './data.js';
import { announce, button, element, find, refill } from './dom.js';
import { picture } from './picture.js';
import { isPickingEnd, pickEnd } from './picking.js';
import { progress } from './seek.js';
import { changeText } from './sides.js';
import { voiceText } from './voice.js';
import { named, word } from './words.js';

/** The sentence, and what takes its cause away. @returns {[text: string, clear: () => void]} */
function message() {
  const { path, focus, voice } = choices;
  if (choices.missing) return [`${word('missing')} ${choices.missing}`, () => choose({ missing: '' })];
  if (isPickingEnd()) return [word('path-hint'), () => askForEnd(false)];
  if (path) return [pathText(), () => choose({ path: '' })];
  if (focus) return [`${word('focus-is')} ${named(focus)}`, () => choose({ focus: '' })];
  if (changeText() && picture.relations.size && choices.view !== 'change') {
    return [changeText(), () => choose({ with: 'none', at: '' })];
  }
  if (voice) return [voiceText(), () => choose({ voice: '' })];
  const everything = { with: 'none', at: '', from: '', asof: '', known: '', undated: '1', ...nothingHidden() };
  return [picture.relations.size ? '' : word('nothing-shown'), () => choose(everything)];
}

function pathText() {
  if (progress) return `${word('seeking')} ${progress.settled} / ${progress.of}`;
  if (!picture.path.length) return word('no-path');
  let [at] = choices.path.split('~');
  const stops = [at];
  for (const relation of picture.path) stops.push((at = across(relation, at)));
  return `${word('path-is')} ${stops.map(named).join(' → ')}`;
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
