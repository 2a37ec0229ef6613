// Unpacks the page's scripts, which stand in it as gzip'd text, and runs them. The page's policy names their hashes.
// What cannot be unpacked is said in the place of everything: see also data.js.

/** @param {string} id of the sentence that says why */
function giveUp(id) {
  const sentence = document.getElementById(id);
  sentence.hidden = false;
  document.body.replaceChildren(sentence);
}

async function run(packed) {
  const text = await window.unpacked(packed).text();
  const script = document.createElement('script');
  if (packed.dataset.module !== undefined) script.type = 'module';
  script.textContent = text;
  document.body.append(script);
  packed.remove();
}

try {
  if (!('DecompressionStream' in window)) giveUp('too-old');
  else for (const packed of document.querySelectorAll('script.packed')) await run(packed);
} catch (cause) {
  giveUp('damaged');
  throw cause;
}
