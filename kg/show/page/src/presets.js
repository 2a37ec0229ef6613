// Comparisons that suggest themselves: between what was known before the last documents and what is known since, between
// the two sides, and between two builds where the page holds both.

import { claims, relations, scene } from './data.js';
import { comparisonText } from './sides.js';

/** @import { Comparison, Way } from './comparison.js' */

/** @param {(string | null | undefined)[]} days */
const months = (days) => [...new Set(days.map((day) => day?.slice(0, 7) || '').filter(Boolean))].sort();

const mentions = [...relations.values()].flatMap((relation) => relation.mentions);
const KNOWN = months([...claims.values()].map((claim) => claim.known));
const TRUE = months(mentions.map(({ begins }) => begins));

/** Speakers by how many claims they make, most first. */
const SPEAKERS = (() => {
  const counts = new Map(Object.keys(scene.speakers).map((id) => [id, 0]));
  for (const { speakers } of claims.values()) for (const id of speakers) counts.set(id, (counts.get(id) || 0) + 1);
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).map(([id]) => id);
})();

/**
 * The first comparison of each way that the page can show; null when it can show none.
 * @param {Way} by
 * @returns {Comparison | null}
 */
export function preset(by) {
  if (by === 'build') return scene.since && { by, sides: ['a', 'b'] };
  if (by === 'known') return KNOWN.length > 1 ? { by, sides: [KNOWN[KNOWN.length - 2], ''] } : null;
  if (by === 'true') return TRUE.length > 1 ? { by, sides: [TRUE[TRUE.length >> 1], ''] } : null;
  if (scene.poles.length === 2) return { by, sides: ['a', 'b'] };
  return SPEAKERS.length > 1 ? { by, sides: [SPEAKERS[0], SPEAKERS[1]] } : null;
}

const WAYS = /** @type {Way[]} */ (['build', 'voice', 'known', 'true']);
export const ways = () => WAYS.filter(preset);

/** The same in words. */
export const presets = () =>
  ways().map((by) => {
    const comparison = /** @type {Comparison} */ (preset(by));
    return { comparison, text: comparisonText(comparison) };
  });
