// How to read the picture: what its colours, shapes and lines mean.

import { scene } from './data.js';
import { element } from './dom.js';
import { icon, strokeIcon } from './look.js';
import { word } from './words.js';

/** @import { Child } from './dom.js' */

export function howToRead() {
  /** @type {[Child, string][]} */
  const lines = [
    [icon({ kind: 'event', side: 'joint' }), 'how-shape'],
    [strokeIcon('several'), 'how-several'],
    [strokeIcon('third'), 'how-one'],
    [strokeIcon('third', 'outlook'), 'how-outlook'],
    [strokeIcon('third', 'analysis'), 'how-analysis'],
    [strokeIcon('disputed'), 'how-disputed'],
  ];
  if (scene.poles.length === 2) lines.unshift([icon({ kind: 'state', side: 'a' }), 'how-side']);
  return element(
    'div',
    { class: 'how' },
    lines.map(([mark, key]) => element('div', null, mark, element('span', null, word(key)))),
  );
}
