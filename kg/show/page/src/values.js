// What is said of one thing alone, on the two sides of a comparison.

import { choices } from './choices.js';
import { scene, things } from './data.js';
import { chosenSieves, countsAlone, sort } from './picture.js';

/** @import { Claim, Thing } from './types.js' */

/** @typedef {Thing['details'][0]} Detail */
/**
 * @typedef {object} Value
 * @property {Thing} thing
 * @property {Detail} detail
 * @property {Claim[]} before who gives it on the first side
 * @property {Claim[]} after
 * @property {string} change
 * @property {Detail} [earlier] what the claims gave instead in the earlier build
 */

/** @returns {Value[]} */
export function values() {
  const [first, second] = chosenSieves();
  const shown = [...things.values()].filter(({ id, kind }) => {
    return !choices.hiddenNodes.has(id) && !choices.hiddenKinds.has(kind) && (!choices.focus || choices.focus === id);
  });
  const found = shown.flatMap((thing) =>
    thing.details.map((detail) => {
      const before = detail.claims.filter((claim) => countsAlone(first, claim));
      const after = detail.claims.filter((claim) => countsAlone(second, claim));
      return { thing, detail, before, after, change: sort(before, after) };
    }),
  );
  return paired(found).filter((value) => value.change && !choices.hiddenChanges.has(value.change));
}

/**
 * A value that is gone and a new one are one that was changed, where a claim gives the one before and the other since.
 * @param {Value[]} found
 * @returns {Value[]}
 */
function paired(found) {
  const was = new Map(Object.entries(scene.since?.was || {}));
  const gone = new Set(found.filter(({ change }) => change === 'gone'));
  const joined = found.map((value) => {
    if (value.change !== 'new') return value;
    const names = new Set(value.after.map((claim) => was.get(claim.id)));
    const isEarlier = (/** @type {Value} */ { thing, detail, before }) =>
      thing === value.thing &&
      detail.property.en === value.detail.property.en &&
      before.some((claim) => names.has(claim.id));
    const earlier = [...gone].find(isEarlier);
    if (!earlier) return value;
    gone.delete(earlier);
    return { ...value, before: earlier.before, change: 'changed', earlier: earlier.detail };
  });
  return joined.filter((value) => value.change !== 'gone' || gone.has(value));
}
