// Answers one question about paths beside the page, which goes on meanwhile: build.js puts it into the bundle as a text.

import { search } from './paths.js';

/** @import { Question } from './paths.js' */

addEventListener('message', (/** @type {MessageEvent<Question>} */ { data }) => {
  const searching = search(data);
  for (;;) {
    const { done, value } = searching.next();
    postMessage(done ? { answer: value } : { settled: value });
    if (done) return;
  }
});
