// Looking for a path through a large picture while the page goes on: in a worker, or where a page may have none, a little
// at a time.

import { asked, routeOf, search } from './paths.js';

/** @import { Answer, Question, Route, Tie } from './paths.js' */

/** How far the search is; null when there is none. @type {{settled: number, of: number} | null} */
export let progress = null;
let cancel = () => {};
let tell = () => {};

/**
 * What follows when a search goes on.
 * @param {() => void} action
 */
export function whenSearching(action) {
  tell = action;
}

export function stopSearch() {
  cancel();
  cancel = () => {};
  progress = null;
}

/**
 * @param {Iterable<Tie>} ties
 * @param {string} from
 * @param {string} to
 * @param {(route: Route | null) => void} found
 */
export function startSearch(ties, from, to, found) {
  stopSearch();
  const { question, names } = asked(ties, from, to);
  progress = { settled: 0, of: names.length };
  const goOn = (/** @type {number} */ settled) => {
    progress = { settled, of: names.length };
    tell();
  };
  const finish = (/** @type {Answer} */ answer) => {
    stopSearch();
    found(routeOf(answer, names));
  };
  const worker = workerOf();
  cancel = worker ? inWorker(worker, question, goOn, finish) : inTurns(question, goOn, finish);
}

/** A worker, where the page may have one: some frames allow none. */
function workerOf() {
  const address = URL.createObjectURL(new Blob([ROUTE_WORKER], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * @param {Worker} worker
 * @param {Question} question
 * @param {(settled: number) => void} goOn
 * @param {(answer: Answer) => void} finish
 */
function inWorker(worker, question, goOn, finish) {
  let stop = () => worker.terminate();
  worker.addEventListener('message', ({ data }) => ('answer' in data ? finish(data.answer) : goOn(data.settled)));
  worker.addEventListener('error', (event) => {
    event.preventDefault(); // it was refused after all
    worker.terminate();
    stop = inTurns(question, goOn, finish);
  });
  worker.postMessage(question);
  return () => stop();
}

/** Milliseconds of each turn: the page answers in between. */
const TURN = 12;
/**
 * @param {Question} question
 * @param {(settled: number) => void} goOn
 * @param {(answer: Answer) => void} finish
 */
function inTurns(question, goOn, finish) {
  const searching = search(question);
  /** @type {ReturnType<typeof setTimeout>} */
  let next;
  const turn = () => {
    const until = performance.now() + TURN;
    for (;;) {
      const { done, value } = searching.next();
      if (done) return finish(value);
      if (performance.now() < until) continue;
      goOn(value);
      next = setTimeout(turn);
      return undefined;
    }
  };
  next = setTimeout(turn);
  return () => clearTimeout(next);
}
