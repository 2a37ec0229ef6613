// One voice: all that it says here, what only others say, and how much of what it says is not on this page.

import { choices } from './choices.js';
import { claims, relationOf, relations, scene, things } from './data.js';
import { element, find } from './dom.js';
import { claimCard, heading } from './evidence.js';
import { countedClaims, picture } from './picture.js';
import { portion } from './portions.js';
import { numeral, plural, word } from './words.js';

/** @import { Child } from './dom.js' */

/** How much of what the chosen voice says the page holds. */
function chosenVoice() {
  const id = choices.voice === 'a' ? scene.poles[0] : choices.voice === 'b' ? scene.poles[1] : choices.voice;
  return scene.voices.find((voice) => voice.id === id);
}

/** How many of its claims are not on this page, and why. */
function notHere() {
  const reasons = Object.entries(chosenVoice()?.left_out || {});
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  if (!total) return '';
  const why = reasons.map(([reason, count]) => `${word('why-' + reason)} ${numeral(count)}`);
  return `; ${word('not-here-of-voice')} ${plural(total, 'n-claims')} (${why.join(', ')})`;
}

/** What the voice says, in one sentence. */
export function voiceText() {
  const { relations: shown, ghosts } = picture;
  const name = /** @type {HTMLSelectElement} */ (find('#voice')).selectedOptions[0].textContent;
  const alone = [...shown].filter((id) => relationOf(id).alone).length;
  const told = [plural(countedClaims().size, 'n-claims'), plural(shown.size - ghosts.size, 'n-relations')].join(', ');
  const others = `${ghosts.size} ${word('ghosts')}; ${alone} ${word('alone')}`;
  return `${word('according-to')} ${name}: ${told}; ${others}${notHere()}`;
}

const inRelation = new Set([...relations.values()].flatMap(({ mentions }) => mentions.map(({ claim }) => claim.id)));
const details = [...things.values()].flatMap((thing) => thing.details);
const inDetail = new Set(details.flatMap((detail) => detail.claims.map(({ id }) => id)));

/**
 * The claims of the voice that was chosen; of all voices those that no line and no thing of the picture leads to.
 * @param {() => void} again draws the list anew
 * @returns {Child}
 */
export function claimList(again) {
  const told = [...claims.values()].filter((claim) => countedClaims().has(claim));
  const listed = choices.voice ? told : told.filter(({ id }) => !inRelation.has(id) && !inDetail.has(id));
  if (!listed.length) return null;
  const { rows, more } = portion('claims', listed, again);
  const cards = element(
    'div',
    { class: 'rel', id: 'voice-claims' },
    rows.map((claim) => claimCard({ claim })),
  );
  return [heading(word(choices.voice ? 'it-says' : 'in-no-line'), listed.length), cards, more];
}
