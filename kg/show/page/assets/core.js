// Data, state and words. Everything else reads `K` (the scene) and `S` (what the reader has chosen; all of it in the hash).
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const K = JSON.parse($('#kg-data').textContent);

// ---- the DOM is built from text nodes only: data can never become markup
function h(tag, attributes, ...children) {
  const svg = tag[0] === '$';
  const element = svg ? document.createElementNS('http://www.w3.org/2000/svg', tag.slice(1)) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value == null || value === false) continue;
    if (name === 'on') for (const event in value) element.addEventListener(event, value[event]);
    else element.setAttribute(name, value === true ? '' : value);
  }
  return fill(element, ...children);
}
function fill(element, ...children) {
  for (const child of children.flat(9)) if (child != null && child !== false) element.append(child.nodeType ? child : String(child));
  return element;
}
const safeUrl = url => (/^https?:\/\//i.test(url || '') ? url : null);

// ---- words: the interface from K.words, names from the data
const LANGS = ['en', 'ru', 'ko'];
const t = key => (K.words[key] || {})[S.lang] || (K.words[key] || {}).en || key;
const inLang = texts => (typeof texts === 'string' ? texts : (texts && (texts[S.lang] || texts.en || Object.values(texts)[0])) || '');
const nameOf = node => inLang(node.name) || node.id;

// ---- the data comes packed (see pack.py); here it becomes what the rest of the page speaks of
const N = Object.create(null), E = Object.create(null), C = Object.create(null);
K.claims = K.claims.map(([id, text, manner, voice, known, paper, place, denied, against, links, facts, cite, limits]) => (C[id] = {
  id, text, stance: K.manners[manner][0], view: K.manners[manner][1], by: K.voices[voice || 0][0], grp: K.voices[voice || 0][1], known: K.days[known || 0], doc: K.papers[paper || 0],
  place: place || '', denied: !!denied, against: against || [], links: links || [], facts: facts || [], cite: cite || '', limits: typeof limits === 'number' ? K.limits[limits] : '',
}));
K.nodes = K.nodes.map(([id, kind, side, name, sort, x, y, r, alias, details]) => (N[id] = {
  id, kind: K.kinds[kind], side: K.sides[side], name, sort: K.sorts[sort || 0], x: x || 0, y: y || 0, r, alias: alias || [], edges: [],
  facts: (details || []).map(([property, value, claims]) => ({ property, value, claims: claims.map(i => K.claims[i]) })),
}));
K.edges = K.edges.map(([source, target, relation, mutual, mentions], i) => {
  const [rel, label, fam] = K.relations[relation], s = K.nodes[source].id, t = K.nodes[target].id;
  const edge = (E[`r${i}`] = { id: `r${i}`, s, t, rel, label, fam, mutual: !!mutual, mentions: mentions.map(m => (Array.isArray(m) ? { claim: K.claims[m[0]], begins: K.days[m[1]], ends: K.days[m[2]] } : { claim: K.claims[m], begins: null, ends: null })) });
  N[s].edges.push(edge);
  if (t !== s) N[t].edges.push(edge);
  return edge;
});
const KINDS = ['state', 'person', 'org', 'agreement', 'project', 'structure', 'event', 'place', 'topic'].filter(k => K.nodes.some(n => n.kind === k));
const CONFIRMED = ['both', 'corrob', 'several', 'a', 'b', 'third', 'disputed'];
const STANCES = Object.keys(K.stances);

// ---- state <-> hash
const DEFAULTS = { lang: K.lang, theme: 'auto', view: 'graph', node: '', edge: '', claim: '', path: '', focus: '', asof: '', known: '', undated: '1', voice: '', step: '', embed: '' };
const SETS = { hide: 'kinds', hideev: 'confirmed', hidefam: 'families', hidestance: 'stances', gone: 'nodes', pin: 'pins' };
const S = { ...DEFAULTS, kinds: new Set(), confirmed: new Set(), families: new Set(), stances: new Set(), nodes: new Set(), pins: {} };
const VIEWS = ['graph', 'timeline', 'matrix', 'table', 'figures'];

function readHash(hash = location.hash) {
  const given = new URLSearchParams(hash.slice(1));
  for (const key in DEFAULTS) S[key] = given.get(key) || DEFAULTS[key];
  const list = key => new Set((given.get(key) || '').split(',').filter(Boolean));
  S.kinds = list('hide'); S.confirmed = list('hideev'); S.families = list('hidefam'); S.stances = list('hidestance');
  S.nodes = new Set([...list('gone')].filter(id => id in N));
  S.pins = {};
  for (const pin of list('pin')) {
    const found = /^(.+)@(-?\d+):(-?\d+)$/.exec(pin);
    if (found && found[1] in N) S.pins[found[1]] = [+found[2], +found[3]];
  }
  sanitise();
}
function sanitise() { // a link may be old, mistyped or hostile
  const known = (key, index) => { if (S[key] && !(S[key] in index)) S[key] = ''; };
  if (!LANGS.includes(S.lang)) S.lang = K.lang;
  if (!VIEWS.includes(S.view)) S.view = 'graph';
  if (!['auto', 'light', 'dark'].includes(S.theme)) S.theme = 'auto';
  known('node', N); known('edge', E); known('claim', C); known('focus', N);
  const ends = S.path.split('~');
  if (S.path && !(ends.length === 2 && ends.every(id => id in N))) S.path = '';
  if (!/^\d{4}-\d\d$/.test(S.asof)) S.asof = '';
  if (S.voice && !['a', 'b', 'third'].includes(S.voice) && !Object.hasOwn(K.speakers, S.voice)) S.voice = '';
  if (!/^\d{0,3}$/.test(S.step) || +S.step > K.story.length) S.step = '';
}
function hashOf(state) {
  const given = new URLSearchParams();
  for (const key in DEFAULTS) if (state[key] && state[key] !== DEFAULTS[key]) given.set(key, state[key]);
  if (state.undated === '') given.set('undated', '0');
  const sets = { hide: state.kinds, hideev: state.confirmed, hidefam: state.families, hidestance: state.stances, gone: state.nodes };
  for (const key in sets) if (sets[key].size) given.set(key, [...sets[key]].join(','));
  const pins = Object.entries(state.pins).map(([id, [x, y]]) => `${id}@${Math.round(x)}:${Math.round(y)}`);
  if (pins.length) given.set('pin', pins.join(','));
  return '#' + given.toString();
}
let lastHash = null;
function replaceHash(hash) {
  try { history.replaceState(null, '', hash); } catch { /* in a notebook's frame the address is not ours to change */ }
}
function writeHash() {
  const now = hashOf(S);
  if (now === lastHash) return;
  lastHash = now;
  replaceHash(now);
}

// ---- undo: every choice can be taken back
const PAST = [];
function set(changes, { remember = true } = {}) {
  if (remember && hashOf(S) !== PAST[PAST.length - 1]) PAST.push(hashOf(S));
  if (PAST.length > 100) PAST.shift();
  Object.assign(S, changes);
  render();
}
function undo() {
  const before = PAST.pop();
  if (before == null) return;
  replaceHash(before);
  lastHash = before;
  readHash(before);
  render();
}
function toggled(values, value) {
  const copy = new Set(values);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}
function announce(text) { $('#live').textContent = text; }
