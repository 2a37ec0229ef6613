// The relations that are shown as CSV.

import { scene } from './data.js';
import { shownRelations } from './picture.js';
import { inLanguage, named, speakerNames, telling, word } from './words.js';

// By the rules of escapes.cell: no cell can start a formula.

/** Controls, and marks that reorder or hide text. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/g;
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
/** What a spreadsheet passes over before it looks for a formula. */
const BEFORE = /^[\s"'`´‘’‚‛“”„«»‹›＂＇\xad\u200c\u200d]*/;
const FORMULA = /^[=+\-−@]/;
/** A figure alone, or with its unit in letters: a minus before it starts no formula. */
const FIGURE = /^[+\-−]?(\d[\d,]*(\.\d+)?|\.\d+)([eE][+-]?\d+)?( ?(%|\p{L}+))?$/u;

/** @param {unknown} value */
function cell(value) {
  const text = String(value ?? '')
    .replace(CONTROLS, ' ')
    .replace(INVISIBLE, '');
  const isFormula = FORMULA.test(text.replace(BEFORE, '').slice(0, 1).normalize('NFKC')) && !FIGURE.test(text);
  return `"${(isFormula ? `'${text}` : text).replace(/"/g, '""')}"`;
}

export function csvText() {
  const columns = 'from relation to begins ends confirmed stance denied speakers document place claim text';
  /** @type {unknown[][]} */
  const rows = [columns.split(' ')];
  for (const relation of shownRelations()) {
    const ends = [named(relation.source), inLanguage(relation.label), named(relation.target)];
    for (const { claim, begins, ends: end } of relation.current) {
      const meant = [word(relation.confirmation), inLanguage(scene.stances[claim.stance]), claim.denied];
      const where = [speakerNames(claim), claim.document, telling(claim).place, claim.id, telling(claim).text];
      rows.push([...ends, begins, end, ...meant, ...where]);
    }
  }
  return '\ufeff' + rows.map((row) => row.map(cell).join(',')).join('\r\n');
}
