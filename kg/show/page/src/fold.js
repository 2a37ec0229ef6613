// Folding of names, so that one search finds all their spellings: as kg/text/names.py, held to the same cases:
// tests/data/fold-cases.json.

/**
 * Case, accents, spaces and punctuation taken away; letters of any script stay.
 * @param {string} name
 */
export function fold(name) {
  // JavaScript has no case folding: up and down again comes to the same, but for a sigma at the end of a word
  const plain = name.normalize('NFKC').toUpperCase().toLowerCase().replace(/ς/g, 'σ');
  const kept = plain.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
  return kept.normalize('NFC');
}

/**
 * The words of a name, each folded.
 * @param {string} name
 */
export const foldedWords = (name) =>
  name
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}\p{Mn}]+/u)
    .map(fold)
    .filter(Boolean);
