// The first picture: which of the visible things are drawn. The others are folded, counted, and unfold on demand.

import { choices, choose } from './choices.js';
import { data, scene } from './data.js';
import { button, element, find, refill } from './dom.js';
import { neighbours, picture, shownRelations } from './picture.js';
import { numeral, plural, word } from './words.js';

/** What one look takes in, and what it takes in on a phone. */
const [FEW, FEWER] = [22, 12];
/** Folding away less than this would help nobody. */
const WORTH = 6;

/** Small screens, which are higher than wide. */
const narrow = matchMedia('(max-width: 720px)');
export const isUpright = () => narrow.matches;

const canFold = () => scene.order.length > 0 && !data.large;
/** Where a thing comes, by what is said of it. @type {Map<string, number>} */
const places = new Map(scene.order.map((id, at) => [id, at]));
const comesFirst = (/** @type {string} */ one, /** @type {string} */ other) =>
  (places.get(one) ?? Infinity) - (places.get(other) ?? Infinity);

/** The things that are drawn. @type {Set<string>} */
let drawn = new Set();

/** @param {string} id */
export const isDrawn = (id) => picture.nodes.has(id) && (drawn.has(id) || !isFolding());

/** Things that are visible, but folded. */
export const folded = () => [...picture.nodes].filter((id) => !isDrawn(id));

/**
 * What of a thing's surroundings is folded.
 * @param {string} id
 */
export const foldedAround = (id) => (isFolding() ? neighbours(id).filter((other) => !isDrawn(other)) : []);

let folding = false;
/** Whether something is folded. */
export const isFolding = () => folding;

/** Fold what the first picture has no room for: all but what comes first, what was unfolded, and what is open. */
export function foldAway() {
  const most = narrow.matches ? FEWER : FEW;
  const visible = [...picture.nodes].sort(comesFirst);
  folding =
    canFold() && choices.all === '' && choices.unfold === '' && choices.focus === '' && visible.length >= most + WORTH;
  drawn = new Set(folding ? visible.slice(0, most) : visible);
  if (!folding) return;
  for (const id of choices.unfolded) {
    if (picture.nodes.has(id)) for (const near of [id, ...neighbours(id)]) drawn.add(near);
  }
  for (const { change, source, target } of shownRelations()) {
    if (change && change !== 'same') drawn.add(source).add(target); // a comparison shows all that differs
  }
  for (const id of opened()) join(id);
}

/** What is open in the panel, or on the path. */
function opened() {
  const { node, edge, claim, path } = choices;
  if (node && !edge && !claim && !path) return [node];
  return edge || claim || path ? [...(picture.hotNodes || [])] : [];
}

/**
 * Draw a thing, and with it what joins it to the picture.
 * @param {string} id
 */
function join(id) {
  if (drawn.has(id) || !picture.nodes.has(id)) return;
  const near = neighbours(id).sort(comesFirst);
  drawn.add(id);
  if (near.length && !near.some((other) => drawn.has(other))) join(near[0]);
}

/** @param {string} id */
export function unfold(id) {
  choose({ unfolded: new Set([...choices.unfolded, id]) });
}

/** How much is folded, and the way to see it. */
export function foldControl() {
  const hidden = folded().length;
  const isOpen = choices.all !== '' || choices.unfolded.size > 0;
  const holder = find('#more');
  holder.hidden = !hidden && !isOpen;
  const more = button(`+ ${plural(hidden, 'n-more-things')}`, () => choose({ all: '1' }), { class: 'unfold' });
  const less = button(word('fold'), () => choose({ all: '', unfolded: new Set() }), { class: 'unfold' });
  refill(
    holder,
    hidden > 0 && element('span', null, `${numeral(picture.nodes.size - hidden)} / ${numeral(picture.nodes.size)}`),
    hidden > 0 && more,
    isOpen && less,
  );
}

/** What is drawn now, in the order in which it came in. */
export const drawnThings = () => [...drawn];
