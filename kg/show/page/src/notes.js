// What the page leaves out, sums up or cannot tell, in the words of the command line; and what must be known first.

import { choose, NOTHING_OPEN } from './choices.js';
import { scene } from './data.js';
import { button, element, find, refill } from './dom.js';
import { heading } from './evidence.js';
import { inLanguage, plural, word } from './words.js';

/** The remarks, as a part of the overview. */
export const remarks = () =>
  scene.notes.length > 0 && [
    heading(element('span', { id: 'not-here', tabindex: -1 }, word('not-here')), scene.notes.length),
    element(
      'ul',
      { class: 'notes', id: 'notes' },
      scene.notes.map((note) => element('li', null, inLanguage(note))),
    ),
  ];

/** A line near the counts, which leads to the remarks. */
export function remarksLink() {
  const open = () => {
    choose(NOTHING_OPEN);
    find('#not-here').scrollIntoView();
    find('#not-here').focus();
  };
  const text = plural(scene.notes.length, 'n-notes');
  return scene.notes.length > 0 && button(text, open, { class: 'link', id: 'to-notes' });
}

/** What stands over everything: that a graph is invented. */
export function warnings() {
  const place = find('#warnings');
  place.hidden = !scene.warnings.length;
  const lines = scene.warnings.map((warning) => element('p', null, inLanguage(warning)));
  refill(place, lines);
}
