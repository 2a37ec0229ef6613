// The page: what is visible follows the choices, and everything that is drawn follows what is visible.

import { askForEnd, banner } from './banner.js';
import { besides } from './beside.js';
import { choices, choose, readAddress, VIEWS, whenChosen, writeAddress } from './choices.js';
import { change } from './change.js';
import { changeBar } from './changebar.js';
import { clock } from './clock.js';
import { relations, scene } from './data.js';
import { counter, disputes } from './disputes.js';
import { announce, find } from './dom.js';
import { events } from './events.js';
import { embedCode } from './export.js';
import { figures } from './figures.js';
import { flow } from './flow.js';
import { sift } from './filter.js';
import { keepFocus } from './focus.js';
import { foldAway, foldControl, isDrawn } from './first.js';
import { fold, foldedWords } from './fold.js';
import {
  holdPicture,
  fitGraph,
  paintedLabels,
  paintGraph,
  reveal,
  screenPosition,
  startGraph,
  zoomBy,
} from './graph.js';
import { header, startHeader } from './header.js';
import { onKey } from './keyboard.js';
import { legend, startFilters } from './legend.js';
import { lead } from './lead.js';
import { map, resizeMap } from './map.js';
import { matrix } from './matrix.js';
import { warnings } from './notes.js';
import { panel, whenPathIsAsked } from './panel.js';
import { startPaper } from './paper.js';
import { strongestRoute } from './paths.js';
import { compute, picture, shownRelations } from './picture.js';
import { posterText } from './poster.js';
import { csvText } from './relations.js';
import { startSearch } from './search.js';
import { whenSearching } from './seek.js';
import { states } from './states.js';
import { startStory, story } from './story.js';
import { table } from './table.js';
import { startTips } from './tip.js';
import { startWalk, walk } from './walk.js';
import { startHelp } from './help.js';
import { find as lookUp, finish } from './lookup.js';
import { timeline } from './timeline.js';
import { inLanguage, plural, word } from './words.js';

/** @import { Mention } from './types.js' */

/** What is drawn beside the graph, by view. @type {Record<string, () => void>} */
const SHEETS = { flow, events, states, map, timeline, matrix, table, disputes, figures, change, beside: besides };

const render = () => keepFocus(draw);

function draw() {
  header();
  warnings();
  compute();
  foldAway();
  lead();
  foldControl();
  counter();
  legend();
  panel();
  clock();
  changeBar();
  banner();
  story();
  for (const view of VIEWS.slice(1)) find('#' + view).hidden = choices.view !== view;
  SHEETS[choices.view]?.();
  find('#network').setAttribute('aria-label', `${inLanguage(scene.title)}: ${word('graph')}`);
  const { nodes, relations: shown } = picture;
  const counts = [plural(nodes.size, 'n-entities'), plural(shown.size, 'n-relations')];
  find('#desc').textContent = `${counts.join(', ')}. ${word('keys')}`;
  paintGraph();
  walk();
  writeAddress();
}

function listen() {
  whenChosen(render);
  whenPathIsAsked(() => askForEnd(true));
  whenSearching(banner);
  startHeader(render);
  startFilters();
  startSearch();
  startHelp();
  startTips();
  startWalk();
  startPaper();
  document.addEventListener('keydown', onKey);
  find('#zoom-in').addEventListener('click', () => zoomBy(1.25));
  find('#zoom-out').addEventListener('click', () => zoomBy(0.8));
  find('#zoom-fit').addEventListener('click', () => fitGraph(true));
  find('#grip').addEventListener('click', grip);
  find('#skip').addEventListener('click', (event) => {
    event.preventDefault();
    choose({ view: 'table' });
    find('#table').focus();
  });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resizing;
  addEventListener('resize', () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => {
      fitGraph(false);
      if (choices.view === 'timeline') timeline();
      if (choices.view === 'map') resizeMap();
    }, 120);
  });
}

function grip() {
  const isHeld = holdPicture();
  find('#grip').setAttribute('aria-pressed', String(isHeld));
  announce(word(isHeld ? 'grip-on' : 'grip-off'));
}

readAddress();
startStory();
listen();
header();
compute();
foldAway();
startGraph();
render();
fitGraph(false);
if (choices.node) reveal(choices.node);

/** What a search finds. @param {string} text */
function look(text) {
  finish();
  return lookUp(text).map(({ entry }) => ({ group: entry.group, id: entry.id }));
}

/** @param {Mention[]} mentions */
const idsOf = (mentions) => mentions.map(({ claim }) => claim.id);

// What an embedding page, or a test, may ask for; nothing here changes the picture.
window.kg = Object.freeze({
  shown: () => [...picture.relations],
  edges: () => [...relations.values()].map(({ id, source, target, relation }) => ({ id, source, target, relation })),
  visible: () => [...picture.nodes],
  drawn: () => [...picture.nodes].filter(isDrawn),
  ghosts: () => [...picture.ghosts],
  changes: () => shownRelations().map(({ id, change: one, before, after }) => [id, one, idsOf(before), idsOf(after)]),
  path: () => picture.path.map((relation) => relation.id),
  labels: paintedLabels,
  at: screenPosition,
  svg: (/** @type {'wide' | 'square'} */ format = 'wide') => posterText(format),
  embed: embedCode,
  csv: csvText,
  sift,
  fold,
  foldedWords,
  route: strongestRoute,
  look,
  plural,
});
document.documentElement.dataset.ready = String(Math.round(performance.now()));
