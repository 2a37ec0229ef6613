// What the reader has chosen. All of it stands in the page's address, so a link shows what its sender saw.

import { isVoice, readComparison } from './comparison.js';
import { claims, data, disputes, relationOf, relations, scene, sources, things } from './data.js';

/** @import { Point } from './types.js' */

export const LANGUAGES = ['en', 'ru', 'ko'];
export const VIEWS = [
  'graph',
  'flow',
  'events',
  'states',
  'map',
  'timeline',
  'matrix',
  'table',
  'disputes',
  'figures',
  'change',
  'beside',
];

/** Choices that are one text each; the names are those of the address. */
const DEFAULTS = {
  lang: data.lang,
  theme: 'auto',
  view: scene.beside ? 'beside' : 'graph',
  node: '',
  edge: '',
  claim: '',
  doc: '',
  dispute: '',
  path: '',
  kind: '',
  focus: '',
  from: '',
  asof: '',
  known: '',
  undated: '1',
  unfold: '',
  order: '',
  voice: '',
  with: scene.since ? 'build' : 'none',
  at: '',
  step: '',
  embed: '',
  all: '',
  lead: '',
  missing: '',
};
/** Nothing is hidden. */
export const nothingHidden = () => ({
  hiddenKinds: /** @type {Set<string>} */ (new Set()),
  hiddenConfirmations: /** @type {Set<string>} */ (new Set()),
  hiddenFamilies: /** @type {Set<string>} */ (new Set()),
  hiddenStances: /** @type {Set<string>} */ (new Set()),
  hiddenChanges: /** @type {Set<string>} */ (new Set()),
  hiddenNodes: /** @type {Set<string>} */ (new Set()),
  unfolded: /** @type {Set<string>} */ (new Set()),
});
/** What is hidden, by its name in the address. */
const HIDDEN = /** @type {const} */ ({
  hide: 'hiddenKinds',
  hideev: 'hiddenConfirmations',
  hidefam: 'hiddenFamilies',
  hidestance: 'hiddenStances',
  hidechange: 'hiddenChanges',
  gone: 'hiddenNodes',
  open: 'unfolded',
});
/** Nothing is open in the panel. */
export const NOTHING_OPEN = { node: '', edge: '', claim: '', doc: '', dispute: '', path: '', missing: '' };

export const choices = { ...DEFAULTS, ...nothingHidden(), pins: /** @type {Record<string, Point>} */ ({}) };
/** @typedef {typeof choices} Choices */

/** What is missing is no choice, and stands in no address. */
const TEXTS = /** @type {(keyof typeof DEFAULTS)[]} */ (Object.keys(DEFAULTS).filter((key) => key !== 'missing'));
const HIDDEN_PAIRS = /** @type {[string, (typeof HIDDEN)[keyof typeof HIDDEN]][]} */ (Object.entries(HIDDEN));

/** @param {string} [address] what begins with # */
export function readAddress(address = location.hash) {
  const given = new URLSearchParams(address.slice(1));
  const listed = (/** @type {string} */ key) => (given.get(key) || '').split(',').filter(Boolean);
  for (const key of TEXTS) choices[key] = given.get(key) || DEFAULTS[key];
  for (const [key, name] of HIDDEN_PAIRS) choices[name] = new Set(listed(key));
  for (const name of /** @type {const} */ (['hiddenNodes', 'unfolded'])) {
    choices[name] = new Set([...choices[name]].filter((id) => things.has(id)));
  }
  choices.pins = Object.create(null);
  for (const pin of listed('pin')) {
    const found = /^(.+)@(-?\d+):(-?\d+)$/.exec(pin);
    if (found && things.has(found[1])) choices.pins[found[1]] = [+found[2], +found[3]];
  }
  sanitise();
}

/** A link may be old, mistyped or hostile. What it names and the page has not is said, never something else shown. */
function sanitise() {
  if (!LANGUAGES.includes(choices.lang)) choices.lang = data.lang;
  if (!VIEWS.includes(choices.view) || (choices.view === 'map' && !data.ground)) choices.view = DEFAULTS.view;
  if (!['auto', 'light', 'dark'].includes(choices.theme)) choices.theme = 'auto';
  choices.edge = relationNamed(choices.edge);
  const ends = choices.path.split('~');
  const found = {
    node: things.has(choices.node),
    edge: Boolean(relationOf(choices.edge)),
    claim: claims.has(choices.claim),
    doc: sources.has(choices.doc),
    dispute: disputes.has(choices.dispute),
    kind: Object.hasOwn(scene.dispute_kinds, choices.kind),
    focus: things.has(choices.focus),
    path: ends.length === 2 && ends.every((id) => things.has(id)),
    voice: isVoice(choices.voice),
  };
  const named = /** @type {(keyof typeof found)[]} */ (Object.keys(found)).filter((key) => choices[key] && !found[key]);
  choices.missing = named.map((key) => choices[key]).join(', ');
  for (const key of named) choices[key] = '';
  if (!/^\d{4}-\d\d$/.test(choices.asof)) choices.asof = '';
  if (!/^\d{4}-\d\d$/.test(choices.from) || !choices.asof || choices.from > choices.asof) choices.from = '';
  if (choices.unfold !== '1') choices.unfold = '';
  if (!['number', 'name'].includes(choices.order)) choices.order = '';
  if (choices.with !== 'none' && !readComparison(choices.with)) choices.with = DEFAULTS.with;
  if (!['a', 'b'].includes(choices.at) || choices.with === 'none') choices.at = '';
  if (!/^\d{0,3}$/.test(choices.step) || +choices.step > scene.story.length) choices.step = '';
}

/**
 * The relation of an address. One that held both ways, or does since, stands under its first end.
 * @param {string} id
 */
function relationNamed(id) {
  if (relations.has(id)) return id;
  const [source, relation, target] = id.split('~');
  const turned = `${target}~${relation}~${source}`;
  return relations.get(turned)?.mutual ? turned : id;
}

function currentAddress() {
  const given = new URLSearchParams();
  for (const key of TEXTS) if (choices[key] && choices[key] !== DEFAULTS[key]) given.set(key, choices[key]);
  if (choices.undated === '') given.set('undated', '0');
  for (const [key, name] of HIDDEN_PAIRS) if (choices[name].size) given.set(key, [...choices[name]].join(','));
  const pins = Object.entries(choices.pins).map(([id, [x, y]]) => `${id}@${Math.round(x)}:${Math.round(y)}`);
  if (pins.length) given.set('pin', pins.join(','));
  return '#' + given.toString();
}

/** What stands in the address, or would where a frame has none of its own. @type {string | null} */
let lastAddress = null;

/**
 * Whether Back leads through the steps of this page: in a frame it belongs to the page around it.
 */
const isAlone = window.parent === window;

/**
 * @param {string} address
 * @param {{isStep?: boolean}} [how] a step can be gone back; else the last one is set right
 */
function setAddress(address, { isStep = false } = {}) {
  lastAddress = address;
  try {
    if (isStep && isAlone) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // in a notebook's frame the address is not ours to change, and some browsers stop who changes it too often
  }
}
export function writeAddress() {
  const now = currentAddress();
  if (now !== lastAddress) setAddress(now);
}

let listener = () => {};
/**
 * What follows every choice, and every address that comes from outside: Back, Forward, a link, the reader's typing.
 * @param {() => void} action
 */
export function whenChosen(action) {
  listener = action;
  const follow = () => {
    const given = location.hash || '#';
    if (given === lastAddress) return;
    lastAddress = given;
    readAddress();
    action();
  };
  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
}

/** @type {string[]} */
const past = [];
const REMEMBERED = 100;
export const hasPast = () => past.length > 0;

/**
 * Every choice passes here, and can be taken back. One that is remembered is a step of its own, for Back as for undo;
 * the others, such as each place of a slider that is dragged, only set the last step right.
 * @param {Partial<Choices>} changes
 * @param {{remember?: boolean}} [how]
 */
export function choose(changes, { remember = true } = {}) {
  const before = lastAddress ?? currentAddress();
  Object.assign(choices, changes);
  const now = currentAddress();
  if (remember && now !== before) {
    if (before !== past.at(-1)) past.push(before);
    if (past.length > REMEMBERED) past.shift();
    setAddress(now, { isStep: true });
  }
  listener();
}
export function undo() {
  const before = past.pop();
  if (before === undefined) return;
  readAddress(before);
  setAddress(before, { isStep: true });
  listener();
}

/**
 * A copy of a set with one value put in, or taken out when it was there.
 * @param {Set<string>} values
 * @param {string} value
 */
export function toggled(values, value) {
  const copy = new Set(values);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}

/** @param {string} id */
export const openNode = (id) => choose({ ...NOTHING_OPEN, node: id });
/** @param {string} id */
export const openRelation = (id) => choose({ ...NOTHING_OPEN, edge: id });
/** @param {string} id */
export const openClaim = (id) => choose({ ...NOTHING_OPEN, claim: id });
/** @param {string} id */
export const openDocument = (id) => choose({ ...NOTHING_OPEN, doc: id });
/** @param {string} id */
export const openDispute = (id) => choose({ ...NOTHING_OPEN, dispute: id });
