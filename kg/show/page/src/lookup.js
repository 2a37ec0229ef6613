// What the search looks through: things, claims, documents and figures, by their words folded. Words are found whole, by
// their beginning, by a part, and where none of these fits, with a typing error or two.

import { claims, scene, sources, things } from './data.js';
import { fold, foldedWords } from './fold.js';
import { byWeight } from './look.js';

/** @import { Texts } from './types.js' */

/** @typedef {'things' | 'claims' | 'documents' | 'figures'} Group */
/** @typedef {{group: Group, id: string, by: string, about: string, names: string[], weight: number}} Entry */
/** @typedef {{entry: Entry, score: number}} Hit `by` of its entry is the text that is shown where it has no name */

/** @type {Entry[]} */
const entries = [];
/** In which entries a word stands. @type {Map<string, number[]>} */
const postings = new Map();

/** Numbers are written with and without signs between thousands. @param {string} text */
const unspaced = (text) => text.replace(/(\d)[ ,.\u00a0\u202f](?=\d{3}(?!\d))/g, '$1');
/** @param {string} text */
const wordsOf = (text) => foldedWords(unspaced(text));

/**
 * @param {Entry} entry
 * @param {string[]} texts
 */
function add(entry, texts) {
  const at = entries.push(entry) - 1;
  for (const word of new Set(texts.flatMap(wordsOf))) {
    const found = postings.get(word);
    if (found) found.push(at);
    else postings.set(word, [at]);
  }
}

/** @param {string} id without the sign of its kind */
const local = (id) => id.replace(/^\w+:/, '');
/** @param {Texts | undefined} texts */
const all = (texts) => Object.values(texts || {});

/** Adds everything, things first and of these the weightiest, and pauses after each. */
function* adding() {
  for (const id of byWeight(things.keys())) {
    const { name, aliases, relations } = /** @type {import('./types.js').Thing} */ (things.get(id));
    const names = [...new Set([...all(name), ...aliases, local(id)])];
    add({ group: 'things', id, by: '', about: '', names, weight: relations.length }, names);
    yield;
  }
  for (const { id, title, who } of sources.values()) {
    const entry = {
      group: /** @type {Group} */ ('documents'),
      id,
      by: title,
      about: who,
      names: [title, local(id)],
      weight: 0,
    };
    add(entry, [title, who, id]);
    yield;
  }
  yield* addingFigures();
  for (const { id, text, facts, speakers } of claims.values()) {
    const who = speakers.flatMap((speaker) => all(scene.speakers[speaker]));
    const about = [id, all(scene.speakers[speakers[0]])[0]].filter(Boolean).join(' · ');
    add({ group: 'claims', id, by: text, about, names: [id], weight: 0 }, [id, text, ...facts, ...who]);
    yield;
  }
}

/** Figures in charts, and values with a number of what is said of a thing alone. */
function* addingFigures() {
  for (const { title, unit, bars } of scene.charts) {
    for (const { whose, value, claim } of bars) {
      const by = `${all(whose)[0] || ''}: ${value} ${unit}`;
      const about = `${all(title)[0] || ''} · ${claim}`;
      add({ group: 'figures', id: claim, by, about, names: [], weight: 0 }, [...all(title), ...all(whose), by]);
      yield;
    }
  }
  for (const { name, details } of things.values()) {
    for (const { property, value, claims: told } of details) {
      const first = told[0];
      if (!first || !/\p{N}/u.test(all(value)[0] || '')) continue;
      const by = `${all(property)[0]}: ${all(value)[0]}`;
      const about = `${all(name)[0]} · ${first.id}`;
      add({ group: 'figures', id: first.id, by, about, names: [], weight: 0 }, [
        ...all(name),
        ...all(property),
        ...all(value),
      ]);
      yield;
    }
  }
}

/** How long the page may stand still, in milliseconds. */
const SLICE = 12;
/** @type {Generator<undefined, void> | null} */
let work = null;
export let isComplete = false;
/**
 * Make the index, a slice at a time, from the first moment it may be needed.
 * @param {() => void} progressed after each slice
 */
export function prepare(progressed) {
  if (work) return;
  work = adding();
  const step = () => {
    const end = performance.now() + SLICE;
    while (!isComplete && performance.now() < end) isComplete = work?.next().done === true;
    progressed();
    if (!isComplete) setTimeout(step);
  };
  step();
}

/** How many typing errors a word may have. @param {string} word */
const errors = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * Whether two words differ by few letters: one more, one less, another one, or two that changed places.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function isNear(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let [before, last] = [/** @type {number[]} */ ([]), Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      let cost = Math.min(last[at] + 1, line[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1));
      const isSwap = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (isSwap) cost = Math.min(cost, before[at - 2] + 1);
      line.push(cost);
    }
    if (Math.min(...line) > most) return false;
    [before, last] = [last, line];
  }
  return last[other.length] <= most;
}

/**
 * How well a word fits one that was asked for.
 * @param {string} word
 * @param {string} asked
 */
function fit(word, asked) {
  if (word === asked) return 4;
  if (word.startsWith(asked)) return 3;
  return asked.length > 1 && word.includes(asked) ? 1 : 0;
}

/**
 * The entries that a word leads to, with the best score of each.
 * @param {string} asked
 */
function entriesOf(asked) {
  /** @type {Map<number, number>} */
  const found = new Map();
  const take = (/** @type {string} */ word, /** @type {number} */ score) => {
    for (const at of postings.get(word) || []) if ((found.get(at) || 0) < score) found.set(at, score);
  };
  for (const word of postings.keys()) {
    const score = fit(word, asked);
    if (score) take(word, score);
  }
  if (found.size || !errors(asked)) return found;
  for (const word of postings.keys()) if (isNear(word, asked, errors(asked))) take(word, 0.5);
  return found;
}

/** How well the names of an entry fit all that was asked, written as one. @param {Entry} entry @param {string} asked */
function wholeFit({ names }, asked) {
  const folded = names.map(fold);
  if (folded.includes(asked)) return 40;
  if (folded.some((name) => name.startsWith(asked))) return 10;
  return folded.some((name) => name.includes(asked)) ? 5 : 0;
}

/**
 * What fits all words, the best first.
 * @param {string} text
 * @returns {Hit[]}
 */
export function find(text) {
  const asked = fold(unspaced(text));
  if (!asked) return [];
  const words = [...new Set(wordsOf(text))].map(entriesOf);
  /** @type {Map<number, number>} */
  const scores = new Map();
  const [first, ...rest] = words.sort((one, other) => one.size - other.size);
  for (const [at, score] of first) {
    if (rest.every((found) => found.has(at))) {
      scores.set(at, score + rest.reduce((sum, found) => sum + (found.get(at) || 0), 0));
    }
  }
  for (const at of joined(asked)) if (!scores.has(at)) scores.set(at, 0);
  const hits = [...scores].map(([at, score]) => ({ entry: entries[at], score: score + wholeFit(entries[at], asked) }));
  return hits.sort((one, other) => other.score - one.score || other.entry.weight - one.entry.weight);
}

/** Names of things that hold what was asked over the bounds of words. @param {string} asked */
function* joined(asked) {
  for (const [at, { group, names }] of entries.entries()) {
    if (group !== 'things') return; // they come first
    if (names.some((name) => name.length >= asked.length && fold(name).includes(asked))) yield at;
  }
}
