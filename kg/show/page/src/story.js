// A story: views with a sentence each, walked with the arrow keys.

import { choices, choose, readAddress } from './choices.js';
import { scene } from './data.js';
import { announce, button, element, find, refill } from './dom.js';
import { fitGraph, reveal } from './graph.js';
import { word } from './words.js';

const last = scene.story.length;
export const isStory = last > 0;
const currentStep = () => +choices.step || 1;

export function story() {
  const bar = find('#story');
  bar.hidden = !isStory;
  if (!isStory) return;
  const at = currentStep();
  refill(
    bar,
    button('←', () => tell(-1), { 'aria-label': word('previous'), 'aria-disabled': String(at <= 1) }),
    element('p', null, element('b', null, `${at}/${last} `), scene.story[at - 1].text),
    button('→', () => tell(1), { 'aria-label': word('next'), 'aria-disabled': String(at >= last) }),
  );
  document.documentElement.style.setProperty('--dock', `${bar.offsetHeight}px`); // what is open stands above it
}

/**
 * Go on, or back.
 * @param {number} by
 */
export function tell(by) {
  const at = currentStep() + by;
  if (at < 1 || at > last) return;
  const { lang, theme, embed } = choices;
  const { text, view } = scene.story[at - 1];
  readAddress('#' + view);
  choose({ step: String(at), lang, theme, embed });
  announce(text);
  if (choices.node) reveal(choices.node);
  else fitGraph(true);
}

/** A story begins with its first step, unless the address asks for something. */
export function startStory() {
  if (!isStory || choices.step) return;
  const { node, edge, claim, embed } = choices;
  if (!node && !edge && !claim) readAddress('#' + scene.story[0].view);
  Object.assign(choices, { embed, step: '1' });
}
