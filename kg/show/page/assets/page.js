// Made by npm run build: do not edit. Sources sha256:4a6b16e76af3dcd756c421e64635f4c87e818a2eca285f1ef089e1f27a1bf7e5, code sha256:9be44c402944f62c25486f901eabe6177e8098716cd02af6669b7b69d0b2280b
// kg/show/page/src/columns.js
function unpacked(value) {
  if (Array.isArray(value)) return value.map(unpacked);
  if (value === null || typeof value !== "object") return value;
  if (Object.hasOwn(value, "~")) return rowsOf(value);
  for (const key2 of Object.keys(value)) value[key2] = unpacked(value[key2]);
  return value;
}
function rowsOf({ "~": size, ...columns2 }) {
  const names = Object.keys(columns2);
  const blank = Object.fromEntries(names.map((name) => [name, null]));
  const rows = Array.from({ length: size }, () => ({ ...blank }));
  for (const name of names) {
    const values2 = valuesOf(columns2[name], size);
    for (let at = 0; at < size; at++) rows[at][name] = values2[at];
  }
  return rows;
}
function valuesOf(column, size) {
  if (Array.isArray(column)) return column.map(valueOf);
  if ("of" in column) {
    const shared = column.of.map((value) => Object.freeze(valueOf(value)));
    return column.at.length ? column.at.map((number) => shared[number]) : new Array(size).fill(shared[0]);
  }
  const rows = unpacked(column.rows);
  let from = 0;
  return valuesOf(column.each, size).map((length) => rows.slice(from, from += length));
}
function valueOf(value) {
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, "=")) return unpacked(value);
  return Object.fromEntries(value.keys.map((key2) => [key2, value["="]]));
}

// kg/show/page/src/dom.js
var find = (selector, root = document) => (
  /** @type {HTMLElement} */
  root.querySelector(selector)
);
var findAll = (selector) => (
  /** @type {HTMLElement[]} */
  [...document.querySelectorAll(selector)]
);
function fill(holder, ...children) {
  for (
    const child of
    /** @type {Child[]} */
    children.flat(9)
  ) {
    if (child == null || child === false) continue;
    holder.append(child instanceof Node ? child : String(child));
  }
  return holder;
}
function dress(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value == null || value === false) continue;
    if (name === "on") for (const event in value) made.addEventListener(event, value[event]);
    else made.setAttribute(name, value === true ? "" : value);
  }
  return fill(made, ...children);
}
var element = (tag, attributes = null, ...children) => dress(document.createElement(tag), attributes, children);
var shape = (tag, attributes = null, ...children) => dress(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
var button = (text, action, more = {}) => element("button", { type: "button", on: { click: action }, ...more }, text);
var FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
var focusable = (holder) => (
  /** @type {HTMLElement[]} */
  [...holder.querySelectorAll(FOCUSABLE)]
);
var nameOf = (control) => [control.tagName, control.id || control.getAttribute("aria-label") || control.textContent].join(" ");
function placeIn(holder) {
  const here = (
    /** @type {HTMLElement} */
    document.activeElement
  );
  if (here === holder || !holder.contains(here)) return null;
  const controls = focusable(holder);
  const [at, name] = [controls.indexOf(here), nameOf(here)];
  const nth = controls.slice(0, at).filter((control) => nameOf(control) === name).length;
  return { holder: (
    /** @type {HTMLElement} */
    holder
  ), name, nth, at };
}
function focusPlace({ holder, name, nth, at }) {
  const controls = focusable(holder);
  const same = controls.filter((control) => nameOf(control) === name);
  const found2 = same[nth] || same[0] || controls[Math.min(at, controls.length - 1)] || holder;
  found2.focus({ preventScroll: true });
}
function refill(holder, ...children) {
  const place = placeIn(holder);
  const unfolded2 = new Set([...holder.querySelectorAll("details[open] > summary")].map(nameOf));
  holder.replaceChildren();
  fill(holder, ...children);
  for (const summary of holder.querySelectorAll("details:not([open]) > summary")) {
    if (unfolded2.has(nameOf(summary))) summary.parentElement?.setAttribute("open", "");
  }
  if (place) focusPlace(place);
}
function announce(text) {
  find("#live").textContent = text;
}
var isWebAddress = (address) => /^https?:\/\//i.test(address || "");

// kg/show/page/src/data.js
var RADIUS = new Map(
  Object.entries({ state: 24, project: 18, structure: 17, agreement: 17, event: 15, person: 16, org: 15 })
);
var OTHER_RADIUS = 13;
function giveUp(id, cause) {
  const sentence2 = find(id);
  sentence2.hidden = false;
  document.body.replaceChildren(sentence2);
  throw new Error(sentence2.textContent || id, { cause });
}
async function readData() {
  if (!("DecompressionStream" in window)) giveUp("#too-old");
  try {
    const packed = atob(find("#kg-data").textContent || "");
    const bytes = new Uint8Array(packed.length);
    for (let at = 0; at < packed.length; at++) bytes[at] = packed.charCodeAt(at);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return unpacked(await new Response(stream).json());
  } catch (cause) {
    return giveUp("#damaged", cause);
  }
}
var data = await readData();
var scene = data.scene;
var claims = new Map(scene.statements.map((claim) => [claim.id, withBuild(claim)]));
var sources = new Map(scene.sources.map((source) => [source.id, source]));
var speaksFor = new Map(Object.entries(scene.speaks_for));
var things = /* @__PURE__ */ new Map();
for (const [at, node] of scene.nodes.entries()) {
  for (const detail of node.details) detail.claims = detail.claims.map(claimOf);
  const { x, y } = data.network.nodes[at];
  things.set(node.id, Object.assign(node, { x, y, radius: 0, relations: [] }));
}
var relations = /* @__PURE__ */ new Map();
var UNWEIGHED = {
  ...{ own: [], others: [], current: [], ghost: false, alone: false, confirmation: "", certainty: "" },
  ...{ before: [], after: [], change: "" }
};
for (const relation of scene.relations) {
  for (const mention of relation.mentions) mention.claim = claimOf(mention.claim);
  relation.id = `${relation.source}~${relation.relation}~${relation.target}`;
  relations.set(relation.id, Object.assign(relation, UNWEIGHED));
}
for (const relation of relations.values()) {
  for (const id of /* @__PURE__ */ new Set([relation.source, relation.target])) thingOf(id).relations.push(relation);
}
var beside = {
  things: (
    /** @type {Map<string, Thing>} */
    /* @__PURE__ */ new Map()
  ),
  relations: (
    /** @type {Map<string, Relation>} */
    /* @__PURE__ */ new Map()
  )
};
if (scene.beside) {
  const told = new Map(scene.beside.statements.map((claim) => [claim.id, withBuild(claim)]));
  for (const [id, claim] of told) if (!claims.has(id)) claims.set(id, claim);
  for (const node of scene.beside.nodes) beside.things.set(node.id, Object.assign(node, { relations: [] }));
  for (const relation of scene.beside.relations) {
    for (const mention of relation.mentions) mention.claim = told.get(mention.claim);
    relation.id = `${relation.source}~${relation.relation}~${relation.target}@2`;
    beside.relations.set(relation.id, Object.assign(relation, UNWEIGHED));
  }
}
for (const thing of things.values()) {
  const loops = thing.relations.filter((relation) => relation.source === relation.target).length;
  const more = Math.min(8, 1.1 * Math.max(0, thing.relations.length + loops - 3));
  thing.radius = Math.round((RADIUS.get(thing.kind) ?? OTHER_RADIUS) + more);
}
function withBuild(claim) {
  return Object.assign(claim, { build: scene.since?.only[claim.id] || "" });
}
function claimOf(id) {
  return (
    /** @type {Claim} */
    claims.get(id)
  );
}
function thingOf(id) {
  return (
    /** @type {Thing} */
    things.get(id) || beside.things.get(id)
  );
}
function relationOf(id) {
  return (
    /** @type {Relation} */
    relations.get(id) || beside.relations.get(id)
  );
}
var across = (relation, end) => relation.source === end ? relation.target : relation.source;
var ALL_KINDS = ["state", "person", "org", "agreement", "project", "structure", "event", "place", "topic"];
var KINDS = ALL_KINDS.filter((kind) => scene.nodes.some((node) => node.kind === kind));
var CONFIRMATIONS = ["both", "corrob", "several", "a", "b", "third", "disputed"];
var STANCES = Object.keys(scene.stances);
var FAMILIES = Object.keys(scene.families).sort();

// kg/show/page/src/comparison.js
var CHANGES = ["contested", "new", "gone", "changed", "same"];
var APART = ["contested", "gone", "new", "same"];
var changesBy = (by) => by === "voice" ? APART : CHANGES;
var isVoice = (voice) => ["a", "b", "third"].includes(voice) || Object.hasOwn(scene.speakers, voice);
var isDate = (date) => /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/.test(date);
var SIDES = { known: isDate, true: isDate, voice: isVoice };
function readComparison(text) {
  const [by, first = "", second = ""] = text.split("~");
  if (by === "build") return scene.since ? { by, sides: ["a", "b"] } : null;
  if (!Object.hasOwn(SIDES, by) || first === second) return null;
  return SIDES[by](first) && SIDES[by](second) ? { by: (
    /** @type {Way} */
    by
  ), sides: [first, second] } : null;
}
var writeComparison = ({ by, sides }) => by === "build" ? by : [by, ...sides].join("~");
function sorter(by, [first, second]) {
  const isOpposed = (claim, own, other) => !other.has(claim.id) && claim.against.some((id) => other.has(id) && !own.has(id));
  return (before, after) => {
    if (!before.length && !after.length) return "";
    const isDenied = (some, others) => some.some((claim) => !claim.denied) && others.some((claim) => claim.denied);
    if (isDenied(before, after) || isDenied(after, before)) return "contested";
    if (before.some((claim) => isOpposed(claim, first, second))) return "contested";
    if (after.some((claim) => isOpposed(claim, second, first))) return "contested";
    if (!before.length) return "new";
    if (!after.length) return "gone";
    return by === "build" && [...before, ...after].some((claim) => claim.build) ? "changed" : "same";
  };
}

// kg/show/page/src/choices.js
var LANGUAGES = ["en", "ru", "ko"];
var VIEWS = ["graph", "timeline", "matrix", "table", "figures", "change", "beside"];
var DEFAULTS = {
  lang: data.lang,
  theme: "auto",
  view: scene.beside ? "beside" : "graph",
  node: "",
  edge: "",
  claim: "",
  path: "",
  focus: "",
  asof: "",
  known: "",
  undated: "1",
  voice: "",
  with: scene.since ? "build" : "none",
  at: "",
  step: "",
  embed: ""
};
var nothingHidden = () => ({
  hiddenKinds: (
    /** @type {Set<string>} */
    /* @__PURE__ */ new Set()
  ),
  hiddenConfirmations: (
    /** @type {Set<string>} */
    /* @__PURE__ */ new Set()
  ),
  hiddenFamilies: (
    /** @type {Set<string>} */
    /* @__PURE__ */ new Set()
  ),
  hiddenStances: (
    /** @type {Set<string>} */
    /* @__PURE__ */ new Set()
  ),
  hiddenChanges: (
    /** @type {Set<string>} */
    /* @__PURE__ */ new Set()
  ),
  hiddenNodes: (
    /** @type {Set<string>} */
    /* @__PURE__ */ new Set()
  )
});
var HIDDEN = (
  /** @type {const} */
  {
    hide: "hiddenKinds",
    hideev: "hiddenConfirmations",
    hidefam: "hiddenFamilies",
    hidestance: "hiddenStances",
    hidechange: "hiddenChanges",
    gone: "hiddenNodes"
  }
);
var NOTHING_OPEN = { node: "", edge: "", claim: "", path: "" };
var choices = { ...DEFAULTS, ...nothingHidden(), pins: (
  /** @type {Record<string, Point>} */
  {}
) };
var TEXTS = (
  /** @type {(keyof typeof DEFAULTS)[]} */
  Object.keys(DEFAULTS)
);
var HIDDEN_PAIRS = (
  /** @type {[string, (typeof HIDDEN)[keyof typeof HIDDEN]][]} */
  Object.entries(HIDDEN)
);
function readAddress(address = location.hash) {
  const given = new URLSearchParams(address.slice(1));
  const listed = (key2) => (given.get(key2) || "").split(",").filter(Boolean);
  for (const key2 of TEXTS) choices[key2] = given.get(key2) || DEFAULTS[key2];
  for (const [key2, name] of HIDDEN_PAIRS) choices[name] = new Set(listed(key2));
  choices.hiddenNodes = new Set([...choices.hiddenNodes].filter((id) => things.has(id)));
  choices.pins = /* @__PURE__ */ Object.create(null);
  for (const pin of listed("pin")) {
    const found2 = /^(.+)@(-?\d+):(-?\d+)$/.exec(pin);
    if (found2 && things.has(found2[1])) choices.pins[found2[1]] = [+found2[2], +found2[3]];
  }
  sanitise();
}
function sanitise() {
  if (!LANGUAGES.includes(choices.lang)) choices.lang = data.lang;
  if (!VIEWS.includes(choices.view)) choices.view = DEFAULTS.view;
  if (!["auto", "light", "dark"].includes(choices.theme)) choices.theme = "auto";
  if (!things.has(choices.node)) choices.node = "";
  if (!relationOf(choices.edge)) choices.edge = "";
  if (!claims.has(choices.claim)) choices.claim = "";
  if (!things.has(choices.focus)) choices.focus = "";
  const ends = choices.path.split("~");
  if (ends.length !== 2 || !ends.every((id) => things.has(id))) choices.path = "";
  if (!/^\d{4}-\d\d$/.test(choices.asof)) choices.asof = "";
  if (!isVoice(choices.voice)) choices.voice = "";
  if (choices.with !== "none" && !readComparison(choices.with)) choices.with = DEFAULTS.with;
  if (!["a", "b"].includes(choices.at) || choices.with === "none") choices.at = "";
  if (!/^\d{0,3}$/.test(choices.step) || +choices.step > scene.story.length) choices.step = "";
}
function currentAddress() {
  const given = new URLSearchParams();
  for (const key2 of TEXTS) if (choices[key2] && choices[key2] !== DEFAULTS[key2]) given.set(key2, choices[key2]);
  if (choices.undated === "") given.set("undated", "0");
  for (const [key2, name] of HIDDEN_PAIRS) if (choices[name].size) given.set(key2, [...choices[name]].join(","));
  const pins = Object.entries(choices.pins).map(([id, [x, y]]) => `${id}@${Math.round(x)}:${Math.round(y)}`);
  if (pins.length) given.set("pin", pins.join(","));
  return "#" + given.toString();
}
var lastAddress = null;
var isAlone = window.parent === window;
function setAddress(address, { isStep = false } = {}) {
  lastAddress = address;
  try {
    if (isStep && isAlone) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  } catch {
  }
}
function writeAddress() {
  const now = currentAddress();
  if (now !== lastAddress) setAddress(now);
}
var listener = () => {
};
function whenChosen(action) {
  listener = action;
  const follow = () => {
    const given = location.hash || "#";
    if (given === lastAddress) return;
    lastAddress = given;
    readAddress();
    action();
  };
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
}
var past = [];
var REMEMBERED = 100;
var hasPast = () => past.length > 0;
function choose(changes, { remember = true } = {}) {
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
function undo() {
  const before = past.pop();
  if (before === void 0) return;
  readAddress(before);
  setAddress(before, { isStep: true });
  listener();
}
function toggled(values2, value) {
  const copy = new Set(values2);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}
var openNode = (id) => choose({ ...NOTHING_OPEN, node: id });
var openRelation = (id) => choose({ ...NOTHING_OPEN, edge: id });
var openClaim = (id) => choose({ ...NOTHING_OPEN, claim: id });

// kg/show/page/src/filter.js
var firstDay = (date) => date + "-01-01".slice(date.length - 4);
var lastDay = (date) => date + "-12-31".slice(date.length - 4);
var Sieve = class {
  /** @type {Set<string>} */
  undated = /* @__PURE__ */ new Set();
  /** @type {Set<string>} */
  unpublished = /* @__PURE__ */ new Set();
  /**
   * @param {Rules} rules
   * @param {Map<string, string[]>} speaksFor whom each speaker speaks for, besides itself
   */
  constructor(rules, speaksFor2) {
    this.rules = rules;
    this.speaksFor = speaksFor2;
  }
  /**
   * Whether one of its speakers is, or speaks for, one of those asked for, and for none of the others.
   * @param {Sifted} claim
   */
  hears(claim) {
    const { speakers = [], others = [] } = this.rules;
    return claim.speakers.some((speaker) => {
      const voices2 = [speaker, ...this.speaksFor.get(speaker) || []];
      const asked = !speakers.length || voices2.some((voice) => speakers.includes(voice));
      return asked && !voices2.some((voice) => others.includes(voice));
    });
  }
  /**
   * Whether what a claim says of a period counts, whoever says so: by its stance, its publication and its time.
   * @param {Sifted} claim
   * @param {Period} period
   */
  counts(claim, period) {
    const { stances = null, knownAt, build } = this.rules;
    if (build && claim.build && claim.build !== build) return false;
    if (stances && !stances.includes(claim.stance)) return false;
    if (knownAt && !(claim.known && claim.known <= lastDay(knownAt))) {
      this.unpublished.add(claim.id);
      return false;
    }
    return this.#holds(claim, period);
  }
  /**
   * @param {Sifted} claim
   * @param {Period} period an open end reaches everywhere
   */
  #holds(claim, { begins, ends }) {
    const { asOf, undated = false } = this.rules;
    if (!asOf) return true;
    if (begins || ends) return !(begins && begins > lastDay(asOf)) && !(ends && ends < firstDay(asOf));
    if (!undated) this.undated.add(claim.id);
    return undated;
  }
};
function sift(claims2, rules, speaksFor2) {
  const sieve = new Sieve(rules, new Map(Object.entries(speaksFor2)));
  const passing = claims2.filter((claim) => sieve.hears(claim) && sieve.counts(claim, claim));
  return {
    passes: passing.map((claim) => claim.id),
    undated: sieve.undated.size,
    unpublished: sieve.unpublished.size
  };
}

// kg/show/page/src/paths.js
var HUB = 0.15;
var EQUAL = 1e-9;
function costs(ties) {
  const partners = /* @__PURE__ */ new Map();
  for (const { source, target, evidence } of ties) {
    if (source === target) continue;
    if (!partners.has(source)) partners.set(source, /* @__PURE__ */ new Map());
    if (!partners.has(target)) partners.set(target, /* @__PURE__ */ new Map());
    const known = partners.get(source)?.get(target) || { claims: /* @__PURE__ */ new Set(), documents: /* @__PURE__ */ new Set() };
    for (const { claim, document: document2 } of evidence) {
      known.claims.add(claim);
      known.documents.add(document2);
    }
    partners.get(source)?.set(target, known);
    partners.get(target)?.set(source, known);
  }
  const price = (id) => HUB / 2 * Math.log2(partners.get(id)?.size || 1);
  const hops = /* @__PURE__ */ new Map();
  for (const [one, around2] of partners) {
    const costOf = (other) => {
      const { claims: claims2, documents } = (
        /** @type {{claims: Set<string>, documents: Set<string>}} */
        around2.get(other)
      );
      return 1 + 1 / (1 + documents.size) + 1 / (1 + claims2.size) + price(one) + price(other);
    };
    hops.set(
      one,
      [...around2.keys()].map((other) => [other, costOf(other)])
    );
  }
  return hops;
}
function isStronger(one, other) {
  if (!other || Math.abs(one.cost - other.cost) > EQUAL) return !other || one.cost < other.cost;
  const at = one.nodes.findIndex((id, step) => id !== other.nodes[step]);
  return at >= 0 && (other.nodes[at] === void 0 || one.nodes[at] < other.nodes[at]);
}
function strongestRoute(ties, from, to) {
  const hops = costs(ties);
  const open2 = /* @__PURE__ */ new Map([[from, { nodes: [from], cost: 0 }]]);
  const done = /* @__PURE__ */ new Set();
  while (open2.size) {
    const [at, route] = [...open2].reduce((best, next) => isStronger(next[1], best[1]) ? next : best);
    if (at === to) return route;
    open2.delete(at);
    done.add(at);
    for (const [next, cost] of hops.get(at) || []) {
      const longer = { nodes: [...route.nodes, next], cost: route.cost + cost };
      if (!done.has(next) && isStronger(longer, open2.get(next))) open2.set(next, longer);
    }
  }
  return null;
}

// kg/show/page/src/picture.js
var picture = {
  /** @type {Set<string>} */
  nodes: /* @__PURE__ */ new Set(),
  /** @type {Set<string>} */
  relations: /* @__PURE__ */ new Set(),
  /** Relations that only others than the chosen voice speak of. @type {Set<string>} */
  ghosts: /* @__PURE__ */ new Set(),
  /** What stands out, where something does. @type {Set<string> | null} */
  hotNodes: null,
  /** @type {Set<string>} */
  hotRelations: /* @__PURE__ */ new Set(),
  /** @type {Relation[]} */
  path: [],
  /** Claims left out for want of a date, and of a day of publication. */
  leftOut: { undated: 0, unpublished: 0 },
  /** The same of each side, where two are compared. @type {{undated: number, unpublished: number}[]} */
  leftOutOfSides: [],
  /** How many relations are shown of each class of a comparison. @type {Map<string, number>} */
  changes: /* @__PURE__ */ new Map(),
  /** Things by what became of all that is shown of them, where that is one. @type {Map<string, string>} */
  changed: /* @__PURE__ */ new Map(),
  /** Under the pointer. @type {string | null} */
  hoveredNode: null,
  /** @type {string | null} */
  hoveredRelation: null
};
function rulesOfChoices() {
  const { asof, known, undated, voice, hiddenStances } = choices;
  return {
    asOf: asof,
    knownAt: known ? asof : "",
    undated: undated === "1",
    stances: hiddenStances.size ? STANCES.filter((stance) => !hiddenStances.has(stance)) : null,
    build: "b",
    ...rulesOfVoice(voice)
  };
}
function rulesOfVoice(voice) {
  const [poles, isSide] = [scene.poles, { a: 0, b: 1 }];
  return {
    speakers: voice in isSide ? [poles[isSide[
      /** @type {'a' | 'b'} */
      voice
    ]]] : voice !== "third" && voice ? [voice] : [],
    others: voice === "third" ? poles : []
  };
}
function rulesOfSide({ by }, side) {
  const rules = rulesOfChoices();
  if (by === "known") return { ...rules, knownAt: side };
  if (by === "true") return { ...rules, asOf: side, knownAt: choices.known ? side : "" };
  return by === "voice" ? { ...rules, ...rulesOfVoice(side) } : { ...rules, build: side === "a" ? "a" : "b" };
}
var compared = () => readComparison(choices.with);
function chosenSieves() {
  const comparison = compared();
  const rules = comparison?.sides.map((side) => rulesOfSide(comparison, side)) || [rulesOfChoices()];
  return rules.map((some) => new Sieve(some, speaksFor));
}
var countsAlone = (sieve, claim) => sieve.hears(claim) && sieve.counts(claim, {});
function confirmation(claims2) {
  if (claims2.some((claim) => claim.denied || claim.against.length)) return "disputed";
  const groups = new Set(claims2.flatMap(({ group: group2 }) => group2 === "joint" ? ["a", "b"] : [group2]));
  if (groups.has("a") && groups.has("b")) return "both";
  if (groups.size > 1) return "corrob";
  const [group] = groups;
  return group === "third" && new Set(claims2.map((claim) => claim.origin)).size > 1 ? "several" : group;
}
function certainty(claims2) {
  const views = new Set(claims2.map((claim) => claim.view));
  return ["asserted", "outlook"].find((view) => views.has(view)) || "analysis";
}
function weigh(relation, [sieve, other]) {
  if (other) Object.assign(relation, { before: saidTo(sieve, relation), after: saidTo(other, relation) });
  else weighAlone(relation, sieve);
  if (other) {
    const { before, after } = relation;
    const current = relation.mentions.filter((mention) => before.includes(mention) || after.includes(mention));
    Object.assign(relation, { own: current, others: [], current, ghost: false, alone: false });
  }
  const claims2 = relation.current.map((mention) => mention.claim);
  relation.confirmation = claims2.length ? confirmation(claims2) : "";
  relation.certainty = certainty(claims2);
}
var saidTo = (sieve, { mentions: mentions3 }) => mentions3.filter((mention) => sieve.hears(mention.claim) && sieve.counts(mention.claim, mention));
function weighAlone(relation, sieve) {
  Object.assign(relation, { before: [], after: [], change: "" });
  const living = relation.mentions.filter((mention) => sieve.counts(mention.claim, mention));
  relation.own = living.filter((mention) => sieve.hears(mention.claim));
  relation.others = living.filter((mention) => !sieve.hears(mention.claim));
  relation.current = relation.own.length ? relation.own : relation.others;
  relation.ghost = !relation.own.length && relation.others.length > 0;
  relation.alone = choices.voice !== "" && relation.own.length > 0 && !relation.others.length;
}
function heardOn(sieves) {
  const [first, second] = sieves.map((sieve) => {
    const values2 = [...things.values()].flatMap((thing) => thing.details.flatMap((detail) => detail.claims));
    return new Set(values2.filter((claim) => countsAlone(sieve, claim)).map((claim) => claim.id));
  });
  for (const { before, after } of relations.values()) {
    for (const { claim } of before) first.add(claim.id);
    for (const { claim } of after) second.add(claim.id);
  }
  return (
    /** @type {[Set<string>, Set<string>]} */
    [first, second]
  );
}
var sort = sorter("known", [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()]);
function sortRelations({ by }, sieves) {
  sort = sorter(by, heardOn(sieves));
  const claimsOf2 = (mentions3) => mentions3.map((mention) => mention.claim);
  for (const relation of relations.values()) {
    relation.change = sort(claimsOf2(relation.before), claimsOf2(relation.after));
  }
}
function changedThings() {
  const others = [...picture.nodes].filter((id) => !scene.poles.includes(id));
  const changes = others.map((id) => [id, new Set(shownOf(id).map((relation) => relation.change))]);
  const alone = (
    /** @type {[string, Set<string>][]} */
    changes.filter(([, found2]) => found2.size === 1)
  );
  return new Map(alone.map(([id, [change2]]) => [id, change2]));
}
var isOnSide = ({ change: change2 }) => !choices.hiddenChanges.has(change2) && change2 !== { a: "new", b: "gone", "": "" }[choices.at || ""];
function compute() {
  const [comparison, sieves] = [compared(), chosenSieves()];
  const { focus, hiddenNodes, hiddenKinds, hiddenFamilies, hiddenConfirmations } = choices;
  const near = focus ? /* @__PURE__ */ new Set([focus, ...thingOf(focus).relations.map((relation) => across(relation, focus))]) : null;
  const isHidden = (id) => hiddenKinds.has(thingOf(id).kind) || hiddenNodes.has(id) || near && !near.has(id);
  Object.assign(picture, { nodes: /* @__PURE__ */ new Set(), relations: /* @__PURE__ */ new Set(), ghosts: /* @__PURE__ */ new Set(), changes: /* @__PURE__ */ new Map() });
  for (const relation of [...relations.values(), ...beside.relations.values()]) weigh(relation, sieves);
  if (comparison) sortRelations(comparison, sieves);
  for (const relation of relations.values()) {
    if (comparison && !isOnSide(relation)) continue;
    if (!relation.current.length || hiddenFamilies.has(relation.family)) continue;
    if (hiddenConfirmations.has(relation.confirmation)) continue;
    if (isHidden(relation.source) || isHidden(relation.target)) continue;
    picture.relations.add(relation.id);
    if (relation.ghost) picture.ghosts.add(relation.id);
    if (relation.change) picture.changes.set(relation.change, (picture.changes.get(relation.change) || 0) + 1);
    picture.nodes.add(relation.source).add(relation.target);
  }
  if (choices.node && !hiddenNodes.has(choices.node)) picture.nodes.add(choices.node);
  const leftOut2 = sieves.map(({ undated, unpublished }) => ({ undated: undated.size, unpublished: unpublished.size }));
  [picture.leftOut] = leftOut2;
  picture.leftOutOfSides = comparison ? leftOut2 : [];
  picture.changed = comparison ? changedThings() : /* @__PURE__ */ new Map();
  highlight();
}
function highlight() {
  const { path, edge, claim, node } = choices;
  Object.assign(picture, { hotNodes: null, hotRelations: /* @__PURE__ */ new Set(), path: [] });
  if (path) {
    const [from, to] = path.split("~");
    picture.path = strongestPath(from, to);
    light([from, to], picture.path);
  } else if (relations.has(edge)) {
    light([], [relationOf(edge)]);
  } else if (claim) {
    const told = shownRelations().filter((relation) => isToldBy(relation, claim));
    light([...picture.nodes].filter(isDetailedBy(claim)), told);
    if (!picture.hotNodes?.size) picture.hotNodes = null;
  } else if (node) {
    light([node], shownOf(node));
  }
}
var isDetailedBy = (claim) => (id) => thingOf(id).details.some((detail) => detail.claims.some((said) => said.id === claim));
function light(nodes, lit) {
  picture.hotNodes = /* @__PURE__ */ new Set([...nodes, ...lit.flatMap((relation) => [relation.source, relation.target])]);
  picture.hotRelations = new Set(lit.map((relation) => relation.id));
}
function strongestPath(from, to) {
  const usable = shownRelations().filter((relation) => !relation.ghost);
  const evidence = ({ claim }) => ({ claim: claim.id, document: claim.document });
  const ties = usable.map(({ source, target, current }) => ({ source, target, evidence: current.map(evidence) }));
  const nodes = strongestRoute(ties, from, to)?.nodes || [];
  return nodes.slice(1).map((next, step) => {
    const between = thingOf(next).relations.filter((relation) => across(relation, next) === nodes[step]);
    const shown = between.filter((relation) => picture.relations.has(relation.id) && !relation.ghost);
    return shown.reduce((best, relation) => relation.current.length > best.current.length ? relation : best);
  });
}
var isToldBy = (relation, id) => relation.current.some((mention) => mention.claim.id === id);
var shownRelations = () => [...relations.values()].filter((relation) => picture.relations.has(relation.id));
var shownOf = (id) => thingOf(id).relations.filter((relation) => picture.relations.has(relation.id));
var neighbours = (id) => [...new Set(shownOf(id).map((relation) => across(relation, id)))].filter((other) => other !== id);
var shownClaims = () => new Set(shownRelations().flatMap((relation) => relation.current.map((mention) => mention.claim)));
var isHot = (id) => !picture.hotNodes || picture.hotNodes.has(id);

// kg/show/page/src/picking.js
var isPicking = false;
var isPickingEnd = () => isPicking;
function pickEnd(isOn) {
  isPicking = isOn;
}
function takeEnd(node, more = {}) {
  const isEnd = isPicking && choices.node !== "" && node !== choices.node;
  isPicking = false;
  if (isEnd) choose({ path: `${choices.node}~${node}`, ...more });
  return isEnd;
}
function pick(node, relation) {
  if (node && takeEnd(node, { edge: "", claim: "" })) return;
  isPicking = false;
  if (node) openNode(node);
  else if (relation && relations.has(relation)) openRelation(relation);
  else choose(NOTHING_OPEN);
}

// kg/show/page/src/look.js
var ICONS = {
  person: "M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2zM12 14c-4.2 0-7.6 2.2-7.6 5v1.2h15.2V19c0-2.8-3.4-5-7.6-5z",
  state: "M6 3v18h2.1v-7h4.4l1 2H20V5.4h-5.2l-1-2.4z",
  org: "M12 3 3 7.6v1.9h18V7.6zM5 11.2v6.3h2.6v-6.3zm5.7 0v6.3h2.6v-6.3zm5.7 0v6.3H19v-6.3zM3 19.2v2h18v-2z",
  agreement: "M6 2.5h8.2L19 7.3v14.2H6zm7.4 1.8v3.8h3.8zM8.6 11v1.7h7.8V11zm0 3.6v1.7h7.8v-1.7z",
  project: "M4 20h16v-2H4zM6.5 16h3V9h-3zm4.6 0h3V4h-3zm4.6 0h3v-5h-3z",
  structure: "M2 8h20v2.6h-1.4v7.9H18v-1.9a6 6 0 0 0-12 0v1.9H3.4v-7.9H2z",
  event: "M7 2.6v2H4.4v16.2h15.2V4.6H17v-2h-2v2H9v-2zM6.4 9.2h11.2v9.6H6.4zm2.2 2.4v3.2h3.2v-3.2z",
  place: "M12 2.4a7 7 0 0 0-7 7c0 5.2 7 12.4 7 12.4s7-7.2 7-12.4a7 7 0 0 0-7-7zm0 9.6a2.7 2.7 0 1 1 0-5.4 2.7 2.7 0 0 1 0 5.4z",
  topic: "M4 6.2h16v2.4H4zm0 4.6h16v2.4H4zm0 4.6h10v2.4H4z"
};
var iconPaths = Object.fromEntries(Object.entries(ICONS).map(([kind, path]) => [kind, new Path2D(path)]));
var OUTLINES = {
  person: "circle",
  state: "circle",
  org: "circle",
  place: "circle",
  agreement: "square",
  project: "square",
  structure: "square",
  event: "diamond",
  topic: "pill"
};
var isHollow = (thing) => thing.kind === "place" || thing.kind === "topic";
var FONT = 'Inter, "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';
var STROKES = { both: 2.4, corrob: 2, several: 1.7, a: 1.2, b: 1.2, third: 1.2, disputed: 2.2 };
var DASHES = { asserted: false, outlook: [7, 5], analysis: [2, 4] };
var INKS = { both: "joint", corrob: "joint", several: "mut", disputed: "warn" };
var inkName = (confirmation2) => INKS[confirmation2] || confirmation2;
var CHANGE_LOOKS = {
  contested: { ink: "warn", width: 2.8, dashes: false, sign: "≠" },
  new: { ink: "new", width: 2.8, dashes: false, sign: "+" },
  gone: { ink: "gone", width: 2.2, dashes: [5, 4], sign: "−" },
  changed: { ink: "acc", width: 2.2, dashes: [12, 3], sign: "~" },
  same: { ink: "third", width: 1, dashes: false, sign: "=" }
};
var colours = {};
var COLOUR_NAMES = "bg panel ink mut line a b joint third warn acc new gone zone-a zone-b zone-third".split(" ");
function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of COLOUR_NAMES) colours[name] = style.getPropertyValue("--" + name).trim();
}
var changeSign = (change2) => choices.with.startsWith("voice") && { gone: "1", new: "2" }[change2] || CHANGE_LOOKS[change2].sign;
var relationColour = ({ confirmation: confirmation2, change: change2 }) => colours[change2 ? CHANGE_LOOKS[change2].ink : INKS[confirmation2] || confirmation2];
var sideColour = (side) => side && side !== "none" ? side : "third";
function labelColour({ side }) {
  if (side === "a" || side === "b") return colours[side];
  return side === "third" || side === "none" ? colours.mut : colours.ink;
}
function importance(id) {
  const thing = thingOf(id);
  return (id === choices.node ? 1e6 : 0) + (id === picture.hoveredNode ? 5e5 : 0) + (picture.hotNodes?.has(id) ? 1e5 : 0) + (scene.poles.includes(id) ? 5e3 : 0) + (thing.kind === "state" ? 500 : 0) + thing.relations.length;
}
var byImportance = (ids) => [...ids].sort((one, other) => importance(other) - importance(one));
function outlineShape(outline) {
  if (outline === "circle") return shape("circle", { cx: 12, cy: 12, r: 11 });
  if (outline === "square") return shape("rect", { x: 1.5, y: 1.5, width: 21, height: 21, rx: 5 });
  if (outline === "diamond") return shape("path", { d: "M12 0 24 12 12 24 0 12z" });
  return shape("rect", { x: 0, y: 4, width: 24, height: 16, rx: 8 });
}
function icon(thing, size = 18) {
  const hollow = isHollow(thing);
  const colour = `var(--${sideColour(thing.side)})`;
  const outline = outlineShape(OUTLINES[thing.kind]);
  outline.setAttribute("fill", hollow ? "none" : colour);
  outline.setAttribute("stroke", hollow ? colour : "none");
  outline.setAttribute("stroke-width", "2");
  const ink = { fill: hollow ? colour : "var(--panel)", "fill-rule": "evenodd" };
  const sign = shape("path", { d: ICONS[thing.kind], transform: "translate(6 6) scale(.5)", ...ink });
  return shape("svg", { viewBox: "-1 -1 26 26", width: size, height: size, "aria-hidden": "true" }, outline, sign);
}
function strokeIcon(confirmation2, certainty2 = "asserted") {
  const line2 = shape("line", {
    ...{ x1: 1, y1: 5, x2: 25, y2: 5, stroke: `var(--${INKS[confirmation2] || confirmation2})` },
    "stroke-width": STROKES[confirmation2] * 1.1,
    "stroke-dasharray": (DASHES[certainty2] || []).join(" ") || null
  });
  return shape("svg", { viewBox: "0 0 26 10", width: 26, height: 10, "aria-hidden": "true" }, line2);
}
function changeIcon(change2) {
  const { ink, width, dashes } = CHANGE_LOOKS[change2];
  const colour = `var(--${ink})`;
  const line2 = { x1: 1, y1: 8, x2: 31, y2: 8, stroke: colour, "stroke-width": width };
  const text = { x: 16, y: 12, "text-anchor": "middle", "font-size": 12, "font-weight": 800, fill: "var(--panel)" };
  return shape(
    "svg",
    { viewBox: "0 0 32 16", width: 32, height: 16, "aria-hidden": "true" },
    shape("line", { ...line2, "stroke-dasharray": (dashes || []).join(" ") || null }),
    shape("rect", { x: 9, y: 1, width: 14, height: 14, rx: 7, fill: colour }),
    shape("text", text, changeSign(change2))
  );
}

// kg/show/page/src/words.js
function word(key2) {
  const texts = Object.hasOwn(data.words, key2) ? data.words[key2] : {};
  return texts[choices.lang] || texts.en || key2;
}
var inLanguage = (texts) => texts && (texts[choices.lang] || texts.en || Object.values(texts)[0]) || "";
var nameOf2 = (thing) => inLanguage(thing.name) || thing.id;
var named = (id) => nameOf2(thingOf(id));
var PLURAL_RULES = { en: new Intl.PluralRules("en"), ru: new Intl.PluralRules("ru"), ko: new Intl.PluralRules("ko") };
var PLURAL_FORMS = { en: ["one", "other"], ru: ["one", "few", "many"], ko: ["other"] };
var numeral = (count) => count.toLocaleString(choices.lang);
function plural(count, key2) {
  const forms = word(key2).split("|");
  const at = PLURAL_FORMS[choices.lang].indexOf(PLURAL_RULES[choices.lang].select(count));
  return (forms[at] || forms[forms.length - 1]).replace("{n}", numeral(count));
}
var sentence = ({ source, target, label, mutual }) => `${named(source)} — ${inLanguage(label)} ${mutual ? "↔" : "→"} ${named(target)}`;
var speakerNames = (claim) => claim.speakers.map((id) => inLanguage(scene.speakers[id])).join(", ");
var telling = (claim) => claim.told?.[choices.lang] ?? claim;
function dateText({ begins, ends }) {
  if (begins && ends) {
    for (const length of [10, 7, 4]) {
      const shared = begins.slice(0, length) === ends.slice(0, length);
      if (shared) return begins.slice(0, length);
    }
    return `${begins} – ${ends}`;
  }
  return begins ? `${word("since")} ${begins}` : ends ? `${word("until")} ${ends}` : "";
}

// kg/show/page/src/places.js
var extent = { all: [-100, -100, 100, 100], sides: { a: null, b: null, third: null, joint: null, none: null } };
var around = null;
var wholeExtent = () => extent.all;
var placed = () => around ? [...around.keys()].map(thingOf) : [...things.values()];
var isPlaced = (id) => !around || around.has(id);
function positionOf(id) {
  const { x, y } = thingOf(id);
  return choices.pins[id] || around?.get(id) || [x, y];
}
function boxOf(side) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const thing of placed()) {
    if (side && thing.side !== side) continue;
    const [x, y] = around?.get(thing.id) || [thing.x, thing.y];
    box[0] = Math.min(box[0], x - 78);
    box[1] = Math.min(box[1], y - 58);
    box[2] = Math.max(box[2], x + 78);
    box[3] = Math.max(box[3], y + 72);
  }
  return box[0] < box[2] ? box : null;
}
function measureExtent() {
  const sides = { a: boxOf("a"), b: boxOf("b"), third: boxOf("third"), joint: boxOf("joint"), none: boxOf("none") };
  extent = { all: boxOf() || [-100, -100, 100, 100], sides };
}
var MAX_AROUND = 150;
function surround(middle) {
  around = middle ? /* @__PURE__ */ new Map([[
    middle,
    /** @type {Point} */
    [0, 0]
  ]]) : null;
  if (around) {
    const near = byImportance(neighbours(middle)).slice(0, MAX_AROUND);
    for (const [at, id] of near.entries()) {
      const ring = Math.floor(Math.sqrt(at / 3));
      const first = 3 * ring * ring;
      const inRing = Math.min(near.length, 3 * (ring + 1) ** 2) - first;
      const angle = 2 * Math.PI * (at - first) / inRing + ring;
      const far = [220 * 1.25 * (ring + 1), 170 * (ring + 1)];
      around.set(id, [Math.round(far[0] * Math.cos(angle)), Math.round(far[1] * Math.sin(angle))]);
    }
  }
  measureExtent();
  return around !== null;
}
var poleName = (at) => things.has(scene.poles[at]) ? nameOf2(thingOf(scene.poles[at])) : scene.poles[at];
function zones() {
  const { all, sides } = extent;
  const { a: first, b: second, third, joint, none } = sides;
  if (scene.poles.length !== 2 || !first || !second || data.free) return [];
  const top = third ? third[3] + 6 : all[1];
  const bottom = none ? none[1] - 6 : all[3];
  const text = (at) => poleName(at).toUpperCase();
  const found2 = [
    {
      ...{ box: [all[0], top, first[2], bottom], colour: "zone-a", text: text(0), ink: "a" },
      ...{ x: all[0] + 14, y: top + 18, align: "left" }
    },
    {
      ...{ box: [second[0], top, all[2], bottom], colour: "zone-b", text: text(1), ink: "b" },
      ...{ x: all[2] - 14, y: top + 18, align: "right" }
    }
  ];
  const middle = (first[2] + second[0]) / 2;
  if (joint) found2.push({ text: word("shared").toUpperCase(), x: middle, y: top + 18, align: "center", ink: "mut" });
  if (third) {
    found2.push({
      ...{ box: [all[0], all[1], all[2], third[3] - 4], colour: "zone-third", ink: "mut" },
      ...{ text: word("third-parties").toUpperCase(), x: all[0] + 14, y: all[1] + 18, align: "left" }
    });
  }
  if (none) {
    found2.push({
      ...{ box: [all[0], none[1] + 4, all[2], all[3]], colour: "zone-third", ink: "mut" },
      ...{ text: word("no-side").toUpperCase(), x: all[0] + 14, y: none[1] + 22, align: "left" }
    });
  }
  return found2;
}

// kg/show/page/src/sides.js
function voiceName(voice) {
  if (voice === "third") return word("third-parties");
  const pole = { a: 0, b: 1 }[voice];
  return pole === void 0 ? inLanguage(scene.speakers[voice]) : `${word("side-of")} ${poleName(pole)}`;
}
function sideName(by, side) {
  if (by === "voice") return voiceName(side);
  if (by !== "build") return side || word("all-dates");
  const { name, day, commit } = (
    /** @type {NonNullable<typeof scene.since>} */
    scene.since
  );
  const known = commit.startsWith(name) ? [day] : [commit.slice(0, 9), day].filter((one) => one !== name);
  return side === "b" ? word("this-build") : `${name} (${known.join(", ")})`;
}
function changeName(change2) {
  const comparison = compared();
  if (comparison?.by !== "voice" || change2 === "contested") return word("c-" + change2);
  if (change2 === "same") return word("c-both");
  const voice = comparison.sides[change2 === "new" ? 1 : 0];
  const pole = { a: 0, b: 1 }[voice];
  return `${word("only")} ${pole === void 0 ? voiceName(voice) : poleName(pole)}`;
}
function comparisonText({ by, sides }) {
  const [first, second] = sides.map((side) => sideName(by, side));
  return `${word("cmp-" + by)}: ${first} ${by === "voice" ? "|" : "→"} ${second}`;
}
function countText(what, counts) {
  const told = changesBy(compared()?.by).filter((one) => counts.get(one)).map((one) => `${changeName(one)} ${counts.get(one)}`);
  return `${word(what)}: ${told.join(" · ") || 0}`;
}
function changeText() {
  const comparison = compared();
  return comparison ? `${comparisonText(comparison)}. ${countText("cmp-relations", picture.changes)}` : "";
}

// kg/show/page/src/banner.js
function message() {
  const { path, focus, voice } = choices;
  if (isPickingEnd()) return [word("path-hint"), () => askForEnd(false)];
  if (path) return [pathText(), () => choose({ path: "" })];
  if (focus) return [`${word("focus-is")} ${named(focus)}`, () => choose({ focus: "" })];
  if (changeText() && picture.relations.size && choices.view !== "change") {
    return [changeText(), () => choose({ with: "none", at: "" })];
  }
  if (voice) return [voiceText(), () => choose({ voice: "" })];
  const everything = { with: "none", at: "", asof: "", known: "", undated: "1", ...nothingHidden() };
  return [picture.relations.size ? "" : word("nothing-shown"), () => choose(everything)];
}
function pathText() {
  if (!picture.path.length) return word("no-path");
  let [at] = choices.path.split("~");
  const stops = [at];
  for (const relation of picture.path) stops.push(at = across(relation, at));
  return `${word("path-is")} ${stops.map(named).join(" → ")}`;
}
function voiceText() {
  const { relations: relations2, ghosts } = picture;
  const name = (
    /** @type {HTMLSelectElement} */
    find("#voice").selectedOptions[0].textContent
  );
  const alone = [...relations2].filter((id) => relationOf(id).alone).length;
  const told = plural(relations2.size - ghosts.size, "n-relations");
  return `${word("according-to")} ${name}: ${told}; ${ghosts.size} ${word("ghosts")}; ${alone} ${word("alone")}`;
}
function banner() {
  const [text, clear2] = message();
  find("#banner").hidden = !text;
  refill(find("#banner"), text && [element("span", null, text), button(word("clear"), clear2)]);
}
function askForEnd(isOn) {
  pickEnd(isOn);
  banner();
  if (isOn) announce(word("path-hint"));
}

// kg/show/page/src/evidence.js
var heading = (text, count) => element("h3", null, element("span", null, text), count != null && element("span", null, count));
var claimLink = (id, more = {}) => button(id, () => openClaim(id), { class: "link", ...more });
var relationLink = (relation, text = sentence(relation)) => button(text, () => openRelation(relation.id), { class: "link" });
var sourceLine = ({ address, title: title2, who, issued }) => [
  isWebAddress(address) ? element("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, title2) : title2,
  element("span", { class: "by" }, ` ${who}, ${issued || word("undated-document")}`)
];
var stamp = (claim) => {
  const kind = `stance ${claim.view} ${claim.denied ? "denied" : ""}`;
  return element("span", { class: kind }, inLanguage(scene.stances[claim.stance]));
};
function buildMark({ id, build }) {
  const { since } = scene;
  if (!build || !since) return null;
  const isEdited = Object.hasOwn(since.was, id) || Object.values(since.was).includes(id);
  const key2 = build === "a" ? isEdited ? "as-it-was" : "gone-since" : isEdited ? "changed-since" : "new-since";
  return element("span", { class: `when ${build}` }, `${word(key2)} ${since.day}`);
}
function editsOf({ id }) {
  const lines2 = inLanguage(scene.since?.edits[id]).split("\n").filter(Boolean);
  if (!lines2.length) return null;
  const list = lines2.map((line2) => element("li", null, line2));
  return element("div", { class: "edits" }, element("b", null, word("edits")), element("ul", null, list));
}
function claimCard(mention) {
  const { claim } = mention;
  const title2 = sources.get(claim.document)?.title;
  const isDisputed = claim.denied || claim.against.length > 0;
  const { text, place } = telling(claim);
  const where = [speakerNames(claim), title2, place, dateText(mention), inLanguage(claim.limits)];
  return element(
    "div",
    { class: `claim ${claim.group} ${isDisputed ? "disputed" : ""}`, "data-claim": claim.id },
    element(
      "p",
      null,
      stamp(claim),
      buildMark(claim),
      claim.denied && element("b", { class: "no" }, word("denies"), " "),
      text
    ),
    element("p", { class: "by" }, where.filter(Boolean).join(" · ")),
    element(
      "p",
      { class: "by" },
      claimLink(claim.id, { "aria-label": `${word("claim")} ${claim.id}` }),
      claim.against.length > 0 && element("span", { class: "no" }, " ≠ ", claim.against.join(", "))
    )
  );
}
function relationLine(relation, from) {
  const name = (id) => element("span", { class: "other" }, nameOf2(thingOf(id)));
  const label = (...parts) => element("span", { class: "lb" }, ...parts);
  const { source, target, mutual } = relation;
  const [text, isOut] = [inLanguage(relation.label), !from || source === from];
  const arrow = mutual ? "↔" : isOut ? "→" : "←";
  if (from) return [label(text, " ", arrow, " "), name(isOut ? target : source)];
  return [name(source), label(" — ", text, " ", arrow, " "), name(target)];
}
var isOf = (claim, group) => claim.group === group || claim.group === "joint" && group !== "third";
function relationCard(relation, { from, open: open2 = false } = {}) {
  const { id, current, confirmation: confirmation2, ghost } = relation;
  const saidBy = (group) => current.some((mention) => isOf(mention.claim, group));
  const dots = ["a", "b", "third"].map((group) => element("i", { class: saidBy(group) ? group : "none" }));
  const sign = confirmation2 === "disputed" && element("b", null, "≠");
  return element(
    "details",
    { class: `rel ${ghost ? "ghost" : ""}`, open: open2, "data-edge": id },
    element(
      "summary",
      null,
      element("span", null, relationLine(relation, from)),
      element("span", { class: "dots", title: word(confirmation2) }, sign, dots, " ", current.length)
    ),
    element(
      "div",
      null,
      current.map(claimCard),
      element("p", { class: "by pad" }, relationLink(relation, word("show-relation")))
    )
  );
}

// kg/show/page/src/pairs.js
var LANES = ["a", "between", "b"];
function shownOf2(there, some) {
  const isShown = (id) => !choices.hiddenNodes.has(id) && !choices.hiddenKinds.has(
    /** @type {Thing} */
    there.get(id).kind
  );
  return [...some.values()].filter(
    ({ current, ghost, family, confirmation: confirmation2, source, target }) => current.length > 0 && !ghost && !choices.hiddenFamilies.has(family) && !choices.hiddenConfirmations.has(confirmation2) && isShown(source) && isShown(target)
  );
}
var pairOf = (there, some) => ({ things: there, all: [...some.values()], told: shownOf2(there, some) });
function pairs() {
  const second = (
    /** @type {NonNullable<typeof scene.beside>} */
    scene.beside
  );
  return [
    { ...pairOf(things, relations), title: scene.title, poles: scene.poles, notes: scene.notes },
    { ...pairOf(beside.things, beside.relations), title: second.title, poles: second.poles, notes: second.notes }
  ];
}
function laneOf(pair, { source, mutual }) {
  const side = pair.things.get(source)?.side;
  return !mutual && (side === "a" || side === "b") ? side : "between";
}
var claimsOf = (told) => new Set(told.flatMap((relation) => relation.current.map((mention) => mention.claim)));
var SORTED = ["agreement", "project", "structure", "event"];
function kindsOf(both) {
  const found2 = /* @__PURE__ */ new Map();
  const take = (group, key2, label) => {
    const name = `${group} ${key2}`;
    if (!found2.has(name)) found2.set(name, { group, key: key2, label, told: [[], []], things: [[], []] });
    return (
      /** @type {Kind} */
      found2.get(name)
    );
  };
  for (const [at, pair] of both.entries()) {
    for (const relation of pair.told) take(relation.family, relation.relation, relation.label).told[at].push(relation);
    for (const id of new Set(pair.told.flatMap(({ source, target }) => [source, target]))) {
      const thing = (
        /** @type {Thing} */
        pair.things.get(id)
      );
      if (SORTED.includes(thing.kind)) take(thing.kind, thing.sort.en || thing.kind, thing.sort).things[at].push(thing);
    }
  }
  return [...found2.values()];
}
var countOf = ({ told, things: some }, at) => told[at].length + some[at].length;

// kg/show/page/src/beside.js
function besides() {
  const both = pairs();
  const families = FAMILIES.filter((family) => both.some((pair) => pair.told.some((one) => one.family === family)));
  const size = (family) => both.flatMap(({ told }) => told).filter(isOf2(family)).length;
  families.sort((one, other) => size(other) - size(one) || (one < other ? -1 : 1));
  const title2 = both.map((pair) => inLanguage(pair.title)).join(" | ");
  const head = [element("h2", null, title2), element("p", { class: "lead" }, word("beside-lead"))];
  refill(find("#beside"), head, key(), pictures(both, families), differences(both), cuts(both));
}
var isOf2 = (family) => (relation) => relation.family === family;
function key() {
  const dot2 = (look) => shape("svg", { viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" }, dotOf(look, 7, 7));
  const both = { confirmation: "both", certainty: "asserted", sign: 1 };
  const looks = [
    [both, "both"],
    [{ ...both, confirmation: "a" }, "bs-own"],
    [{ ...both, confirmation: "several" }, "several"],
    [{ ...both, confirmation: "third" }, "third"],
    [{ ...both, confirmation: "disputed" }, "disputed"],
    [{ ...both, certainty: "outlook" }, "bs-outlook"],
    [{ ...both, certainty: "analysis" }, "bs-analysis"],
    [{ ...both, sign: -1 }, "bs-conflict"]
  ];
  const line2 = ([look, name]) => element("li", null, dot2(look), " ", word(name));
  return element("ul", { class: "pair-key" }, element("li", null, word("bs-dot")), looks.map(line2));
}
function pictures(both, families) {
  const corner = element("td", null);
  const heads = both.map((pair) => element("th", { scope: "col" }, headOf(pair)));
  const rows = families.map((family) => {
    const some = both.map((pair) => pair.told.filter(isOf2(family)));
    const deepest = Math.max(...both.flatMap((pair, at) => lanesOf(pair, some[at]).map((lane) => lane.length)));
    const cells = both.map((pair, at) => element("td", null, cellOf(pair, family, some[at], deepest)));
    return element("tr", null, element("th", { scope: "row" }, word("f-" + family)), cells);
  });
  return element(
    "table",
    { class: "pairs" },
    element("thead", null, element("tr", null, corner, heads)),
    element("tbody", null, rows)
  );
}
function headOf(pair) {
  const pole = (at) => {
    const thing = pair.things.get(pair.poles[at]);
    return thing && element("span", { class: `pole ${"ab"[at]}` }, icon(thing, 22), " ", nameOf2(thing));
  };
  const counts = [plural(pair.told.length, "n-relations"), plural(claimsOf(pair.told).size, "n-claims")];
  return [
    element("span", { class: "poles" }, pole(0), element("span", { class: "lb" }, word("bs-between")), pole(1)),
    element("small", null, [...counts, ...leftOut(pair)].join(" · "))
  ];
}
function leftOut({ all }) {
  const [sieve] = chosenSieves();
  for (const relation of all) {
    for (const mention of relation.mentions) sieve.counts(mention.claim, mention);
  }
  const { undated, unpublished } = sieve;
  return [
    undated.size > 0 && `${word("left-out-undated")} ${undated.size}`,
    unpublished.size > 0 && `${word("left-out-unpublished")} ${unpublished.size}`
  ].filter(Boolean);
}
var lanesOf = (pair, told) => LANES.map((lane) => told.filter((relation) => laneOf(pair, relation) === lane));
var [PITCH, COLUMNS, GAP] = [14, 8, 12];
var LANE = PITCH * COLUMNS;
var WIDTH = 3 * LANE + 2 * GAP;
function cellOf(pair, family, told, deepest) {
  const lanes2 = lanesOf(pair, told);
  const height = Math.max(1, Math.ceil(deepest / COLUMNS)) * PITCH;
  const dots = lanes2.flatMap((lane, at) => {
    const first = at === 1 ? (LANE - Math.min(COLUMNS, lane.length) * PITCH) / 2 : 0;
    return lane.map((relation, nth) => {
      const across2 = PITCH * (nth % COLUMNS) + PITCH / 2 + first;
      const x = at * (LANE + GAP) + (at === 2 ? LANE - across2 : across2);
      const dot2 = dotOf(relation, x, PITCH * Math.floor(nth / COLUMNS) + PITCH / 2);
      dot2.append(shape("title", null, sentence(relation)));
      dot2.addEventListener("click", () => openRelation(relation.id));
      dot2.setAttribute("data-edge", relation.id);
      return dot2;
    });
  });
  const names = [nameOfPole(pair, 0), word("bs-between"), nameOfPole(pair, 1)];
  const said = lanes2.map((lane, at) => `${names[at]} ${lane.length}`).join(", ");
  const label = `${inLanguage(pair.title)}, ${word("f-" + family)}: ${said}`;
  const picture2 = { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label, class: "dots-of" };
  return [
    element("span", { class: "pair-name" }, inLanguage(pair.title)),
    shape("svg", { ...picture2, style: `max-width:${WIDTH}px` }, dots),
    element("small", null, countText2(told))
  ];
}
function nameOfPole({ things: things2, poles }, at) {
  const thing = things2.get(poles[at]);
  return thing ? nameOf2(thing) : poles[at];
}
function countText2(told) {
  if (!told.length) return word("bs-none");
  const [good, bad] = [1, -1].map((sign) => told.filter((relation) => relation.sign === sign).length);
  const records = [...claimsOf(told)].reduce((sum, claim) => sum + (claim.records || 0), 0);
  const signs = [good && `+${good}`, bad && `−${bad}`].filter(Boolean).join(" ");
  return [plural(told.length, "n-relations"), signs, records > 0 && `${word("bs-records")} ${records}`].filter(Boolean).join(" · ");
}
var SEVERAL = ["both", "corrob", "several", "disputed"];
function dotOf({ confirmation: confirmation2 = "third", certainty: certainty2 = "asserted", sign = 0 }, x, y) {
  const colour = `var(--${inkName(confirmation2)})`;
  const isFull = certainty2 === "asserted";
  const dashes = certainty2 === "analysis" ? "2 2" : null;
  const outline = { stroke: colour, "stroke-width": 1.8, "stroke-dasharray": dashes };
  const bar = { x1: x - 5, y1: y, x2: x + 5, y2: y, stroke: isFull ? "var(--bg)" : colour, "stroke-width": 2 };
  return shape(
    "g",
    { class: "dot" },
    shape("circle", {
      cx: x,
      cy: y,
      r: SEVERAL.includes(confirmation2) ? 5.6 : 4,
      fill: isFull ? colour : "var(--bg)",
      ...outline
    }),
    sign < 0 && shape("line", bar)
  );
}
function differences(both) {
  const kinds = kindsOf(both);
  const has = (kind, at) => countOf(kind, at) > 0;
  const column = (title2, some) => element("section", null, element("h3", null, title2, element("span", null, some.length)), grouped(both, some));
  const only = both.map((pair, at) => {
    const title2 = `${word("only")} ${inLanguage(pair.title)}`;
    return column(
      title2,
      kinds.filter((kind) => has(kind, at) && !has(kind, 1 - at))
    );
  });
  const shared = kinds.filter((kind) => has(kind, 0) && has(kind, 1));
  return [
    element("h2", null, word("bs-differences")),
    element("p", { class: "lead" }, word("bs-differences-lead")),
    element("div", { class: "pair-kinds" }, only[0], only[1], column(word("bs-both"), shared))
  ];
}
var FIRST = ["agreement", "project", "structure", "event"];
function grouped(both, kinds) {
  if (!kinds.length) return element("p", { class: "lb" }, word("bs-none"));
  const rank = (group) => FIRST.includes(group) ? FIRST.indexOf(group) : FIRST.length;
  const groups = [...new Set(kinds.map((kind) => kind.group))];
  groups.sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  return groups.map((group) => [
    element("h4", null, word(FIRST.includes(group) ? group : "f-" + group)),
    kinds.filter((kind) => kind.group === group).map((kind) => kindOf(both, kind))
  ]);
}
function kindOf(both, kind) {
  const counts = [0, 1].map((at) => countOf(kind, at));
  const text = counts.every(Boolean) ? counts.join(" | ") : Math.max(...counts);
  const part = (at) => counts[at] > 0 && [
    counts.every(Boolean) && element("p", { class: "by pad" }, inLanguage(both[at].title)),
    kind.told[at].map((relation) => relationCard(relation)),
    kind.things[at].map((thing) => thingLine(both[at], thing))
  ];
  return element(
    "details",
    { class: "rel" },
    element(
      "summary",
      null,
      element("span", null, inLanguage(kind.label) || word(kind.group)),
      element("span", { class: "dots" }, text)
    ),
    element("div", { class: "pad" }, part(0), part(1))
  );
}
function thingLine(pair, thing) {
  const told = pair.told.filter(({ source, target }) => source === thing.id || target === thing.id);
  const links = [...claimsOf(told)].map(({ id }) => [" ", claimLink(id)]);
  return element("p", null, element("b", null, nameOf2(thing)), element("span", { class: "by" }, links));
}
function cuts(both) {
  const list = ({ title: title2, notes }) => [
    element("p", null, element("b", null, inLanguage(title2))),
    element(
      "ul",
      null,
      notes.map((note) => element("li", null, inLanguage(note)))
    )
  ];
  const some = both.filter((pair) => pair.notes.length);
  return some.length > 0 && element("details", { class: "cuts" }, element("summary", null, word("bs-cuts")), some.map(list));
}

// kg/show/page/src/portions.js
var PORTION = 500;
var taken = /* @__PURE__ */ new Map();
function portion(list, rows, again) {
  const most = taken.get(list) || PORTION;
  const take = () => {
    taken.set(list, most + PORTION);
    again();
  };
  const more = rows.length > most && element("p", { class: "more" }, `${most} / ${rows.length} `, button(word("show-more"), take, { class: "link" }));
  return { rows: rows.slice(0, most), more };
}
var lead = (title2, text) => [element("h2", null, word(title2)), element("p", { class: "lead" }, word(text))];

// kg/show/page/src/presets.js
var months = (days) => [...new Set(days.map((day) => day?.slice(0, 7) || "").filter(Boolean))].sort();
var mentions = [...relations.values()].flatMap((relation) => relation.mentions);
var KNOWN = months([...claims.values()].map((claim) => claim.known));
var TRUE = months(mentions.map(({ begins }) => begins));
var SPEAKERS = (() => {
  const counts = new Map(Object.keys(scene.speakers).map((id) => [id, 0]));
  for (const { speakers } of claims.values()) for (const id of speakers) counts.set(id, (counts.get(id) || 0) + 1);
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).map(([id]) => id);
})();
function preset(by) {
  if (by === "build") return scene.since && { by, sides: ["a", "b"] };
  if (by === "known") return KNOWN.length > 1 ? { by, sides: [KNOWN[KNOWN.length - 2], ""] } : null;
  if (by === "true") return TRUE.length > 1 ? { by, sides: [TRUE[TRUE.length >> 1], ""] } : null;
  if (scene.poles.length === 2) return { by, sides: ["a", "b"] };
  return SPEAKERS.length > 1 ? { by, sides: [SPEAKERS[0], SPEAKERS[1]] } : null;
}
var WAYS = (
  /** @type {Way[]} */
  ["build", "voice", "known", "true"]
);
var ways = () => WAYS.filter(preset);
var presets = () => ways().map((by) => {
  const comparison = (
    /** @type {Comparison} */
    preset(by)
  );
  return { comparison, text: comparisonText(comparison) };
});

// kg/show/page/src/values.js
function values() {
  const [first, second] = chosenSieves();
  const shown = [...things.values()].filter(({ id, kind }) => {
    return !choices.hiddenNodes.has(id) && !choices.hiddenKinds.has(kind) && (!choices.focus || choices.focus === id);
  });
  const found2 = shown.flatMap(
    (thing) => thing.details.map((detail) => {
      const before = detail.claims.filter((claim) => countsAlone(first, claim));
      const after = detail.claims.filter((claim) => countsAlone(second, claim));
      return { thing, detail, before, after, change: sort(before, after) };
    })
  );
  return paired(found2).filter((value) => value.change && !choices.hiddenChanges.has(value.change));
}
function paired(found2) {
  const was = new Map(Object.entries(scene.since?.was || {}));
  const gone = new Set(found2.filter(({ change: change2 }) => change2 === "gone"));
  const joined = found2.map((value) => {
    if (value.change !== "new") return value;
    const names = new Set(value.after.map((claim) => was.get(claim.id)));
    const isEarlier = ({ thing, detail, before }) => thing === value.thing && detail.property.en === value.detail.property.en && before.some((claim) => names.has(claim.id));
    const earlier = [...gone].find(isEarlier);
    if (!earlier) return value;
    gone.delete(earlier);
    return { ...value, before: earlier.before, change: "changed", earlier: earlier.detail };
  });
  return joined.filter((value) => value.change !== "gone" || gone.has(value));
}

// kg/show/page/src/change.js
function change() {
  const comparison = compared();
  const holder = find("#change");
  if (!comparison) {
    const line2 = ({ text, comparison: offered }) => element(
      "li",
      null,
      button(text, () => choose({ with: writeComparison(offered) }), { class: "tool" })
    );
    const offers = element("ul", { class: "offers" }, presets().map(line2));
    refill(holder, lead("change", "change-lead"), element("p", null, word("change-choose")), offers);
    return;
  }
  const [told, alone] = [shownRelations(), values()];
  const sections = changesBy(comparison.by).map((one) => {
    const some = told.filter((relation) => relation.change === one);
    return section(
      comparison,
      one,
      some,
      alone.filter((value) => value.change === one)
    );
  });
  const nothing = !told.length && !alone.length && element("p", null, word("change-nothing"));
  const counts = /* @__PURE__ */ new Map();
  for (const value of alone) counts.set(value.change, (counts.get(value.change) || 0) + 1);
  const parts = [changeText(), alone.length > 0 && countText("cmp-facts", counts)].filter(Boolean);
  const head = element("p", { class: "change-head" }, parts.join(". "));
  refill(holder, lead("change", "change-lead"), head, sidesTable(comparison), sections, nothing);
}
function sidesTable({ by, sides }) {
  const rows = sides.map((side, at) => {
    const key2 = (
      /** @type {'before' | 'after'} */
      ["before", "after"][at]
    );
    const some = shownRelations().filter((relation) => relation[key2].length);
    const claims2 = new Set(some.flatMap((relation) => relation[key2].map((mention) => mention.claim.id)));
    const { undated, unpublished } = picture.leftOutOfSides[at];
    const leftOut2 = [
      undated > 0 && `${word("left-out-undated")} ${undated}`,
      unpublished > 0 && `${word("left-out-unpublished")} ${unpublished}`
    ];
    const counts = [plural(some.length, "n-relations"), plural(claims2.size, "n-claims")];
    return element(
      "tr",
      null,
      element("th", { scope: "row" }, sideName(by, side)),
      element("td", null, counts.join(" · ")),
      element("td", { class: "lb" }, leftOut2.filter(Boolean).join(" · "))
    );
  });
  const { since } = scene;
  const cuts2 = (notes) => notes.map((note) => element("li", null, inLanguage(note)));
  const left = by === "build" && since && [since.notes, scene.notes].map((notes) => element("ul", null, cuts2(notes)));
  const lists = left && left.map((list, at) => [element("p", null, sideName(by, sides[at])), list]);
  return [
    element("table", { class: "sides" }, element("tbody", null, rows)),
    lists && element("details", { class: "cuts" }, element("summary", null, word("bs-cuts")), lists)
  ];
}
var unfolded = /* @__PURE__ */ new Map([["same", false]]);
function section(comparison, one, told, alone) {
  const count = told.length + alone.length;
  if (!count) return null;
  const isTwofold = one === "contested" || one === "changed";
  const relations2 = portion(`change-${one}`, told, change);
  const facts = portion(`change-${one}-facts`, alone, change);
  const holder = element(
    "details",
    { class: `changes ${one}`, open: unfolded.get(one) ?? true, "data-change": one },
    element("summary", null, changeIcon(one), " ", element("b", null, changeName(one)), ` ${count}`),
    relations2.rows.map((relation) => isTwofold ? twofold(comparison, relation) : relationCard(relation)),
    relations2.more,
    alone.length > 0 && heading(word("facts"), alone.length),
    facts.rows.map((value) => valueCard(comparison, value, isTwofold)),
    facts.more
  );
  holder.addEventListener("toggle", () => unfolded.set(one, holder.open));
  return holder;
}
function twofold(comparison, relation) {
  const head = element("h3", null, relationLink(relation));
  return element("div", { class: "twofold", "data-edge": relation.id }, head, columns(comparison, relation));
}
function columns({ by, sides }, { before, after }) {
  const column = (mentions3, side) => element(
    "div",
    { class: "rel" },
    element("p", { class: "by pad" }, sideName(by, side)),
    mentions3.map((mention) => [claimCard(mention), editsOf(mention.claim)])
  );
  return element("div", { class: "columns" }, column(before, sides[0]), column(after, sides[1]));
}
function valueCard(comparison, { thing, detail, before, after, earlier }, isTwofold) {
  const name = element("span", { class: "other" }, nameOf2(thing));
  const said = element("span", { class: "lb" }, ` — ${inLanguage(detail.property)}: `);
  const was = earlier && `${inLanguage(earlier.value)} → `;
  const line2 = element("span", null, name, said, was, inLanguage(detail.value));
  const mentions3 = (claims2) => claims2.map((claim) => ({ claim }));
  const all = [.../* @__PURE__ */ new Set([...before, ...after])];
  const sides = { before: mentions3(before), after: mentions3(after) };
  return element(
    "details",
    { class: "rel", open: isTwofold },
    element("summary", null, line2, element("span", { class: "dots" }, all.length)),
    isTwofold ? columns(comparison, sides) : all.map((claim) => claimCard({ claim }))
  );
}

// kg/show/page/src/motion.js
var motion = { share: null };
function presence(change2) {
  if (motion.share === null) return 1;
  if (change2 === "new") return motion.share;
  return change2 === "gone" ? 1 - motion.share : 1;
}
var LASTS = 1400;
function travel(paint, arrive) {
  let began;
  const step = (now) => {
    began ??= now;
    const way = Math.min(1, (now - began) / LASTS);
    motion.share = way < 0.5 ? 2 * way * way : 1 - 2 * (1 - way) ** 2;
    paint();
    if (way < 1) {
      requestAnimationFrame(step);
    } else {
      motion.share = null;
      arrive();
    }
  };
  motion.share = 0;
  requestAnimationFrame(step);
}

// kg/show/page/src/labels.js
var labels = /* @__PURE__ */ new Map();
var overlaps = (one, boxes) => boxes.some((other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1]);
var MOST_LINES = 3;
function wrap(text, width) {
  const lines2 = [];
  let line2 = "";
  for (const next of text.split(/\s+/)) {
    const longer = line2 ? `${line2} ${next}` : next;
    if (line2 && longer.length > width) lines2.push(line2);
    line2 = line2 && longer.length > width ? next : longer;
  }
  lines2.push(line2);
  return lines2.length > MOST_LINES ? [...lines2.slice(0, 2), lines2[2] + "…"] : lines2;
}
var cut = (line2, length) => (line2.length > length ? line2.slice(0, length - 1).trimEnd() : line2) + "…";
function shorter([first, ...more]) {
  const ways2 = more.length > 1 ? [[first, cut(more[0], 16)]] : [];
  if (more.length) ways2.push([cut(first, 16)]);
  return [...ways2, [cut(first, 10)]];
}
var lettersInLine = (name) => /[\u3040-\u9fff\uac00-\ud7af]/.test(name) ? 12 : 19;
function writeLabel(context, { lines: lines2, x, top, size, leading }, colour, halo) {
  context.lineWidth = size * halo;
  context.strokeStyle = colours.bg;
  lines2.forEach((line2, at) => context.strokeText(line2, x, top + at * leading));
  context.fillStyle = colour;
  lines2.forEach((line2, at) => context.fillText(line2, x, top + at * leading));
}
function drawLabels(context, scale, middleOf2) {
  const size = Math.max(11.5 / scale, Math.min(13, 15 / scale));
  const wanted = byImportance(picture.nodes).filter(
    (id) => isPlaced(id) && isHot(id) && presence(picture.changed.get(id)) > 0.4
  );
  const shapes = wanted.map((id) => {
    const [[x, y], radius] = [positionOf(id), thingOf(id).radius];
    return [x - radius, y - radius, x + radius, y + radius];
  });
  const written = [];
  labels.clear();
  Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round" });
  for (const id of wanted) {
    const thing = thingOf(id);
    const isChosen = id === choices.node;
    context.font = `${thing.kind === "state" || isChosen ? 650 : 500} ${size}px ${FONT}`;
    const label = fit(context, thing, size, scale, isChosen ? written : [...shapes, ...written]);
    if (!label) continue;
    written.push(label.box);
    labels.set(id, label);
    writeLabel(context, label, labelColour(thing), 0.42);
  }
  drawRelationLabels(context, size * 0.92, written, shapes, middleOf2);
}
function fit(context, thing, size, scale, boxes) {
  const [x, y] = positionOf(thing.id);
  const leading = size * 1.16;
  const top = y + thing.radius * (OUTLINES[thing.kind] === "diamond" ? 1.18 : 1) + 4 / Math.max(0.8, scale);
  const name = nameOf2(thing);
  const whole = wrap(name, lettersInLine(name));
  for (const lines2 of [whole, ...shorter(whole)]) {
    const width = Math.max(...lines2.map((line2) => context.measureText(line2).width));
    const box = [x - width / 2 - 2, top - 1, x + width / 2 + 2, top + lines2.length * leading];
    if (!overlaps(box, boxes)) return { lines: lines2, x, top, size, leading, box };
  }
  return null;
}
function signOf({ change: change2, confirmation: confirmation2 }) {
  if (presence(change2) < 0.4 || change2 === "same") return "";
  return change2 ? changeSign(change2) : confirmation2 === "disputed" ? "≠" : "";
}
var FEW = 14;
function drawRelationLabels(context, size, boxes, shapes, middleOf2) {
  const { hotNodes, hotRelations, hoveredRelation, relations: relations2 } = picture;
  const wanted = new Set(hotRelations.size <= FEW || choices.edge ? hotRelations : []);
  if (hoveredRelation) wanted.add(hoveredRelation);
  context.textBaseline = "middle";
  for (const id of relations2) {
    const relation = relationOf(id);
    const isWanted = wanted.has(id);
    if (!isPlaced(relation.source) || !isPlaced(relation.target)) continue;
    const sign = signOf(relation);
    if (!isWanted && (!sign || hotNodes && !hotRelations.has(id))) continue;
    const at = middleOf2(id);
    if (!at) continue;
    const text = isWanted ? inLanguage(relation.label) : sign;
    context.font = `${isWanted ? 500 : 800} ${size}px ${FONT}`;
    const half = Math.max(context.measureText(text).width, size * 0.5) / 2 + 5;
    const box = [at.x - half, at.y - size * 0.75, at.x + half, at.y + size * 0.75];
    if ((isWanted || sign !== "≠") && overlaps(box, boxes)) continue;
    if (!isWanted && sign !== "≠" && overlaps(box, shapes)) continue;
    boxes.push(box);
    context.beginPath();
    context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], size * 0.5);
    context.fillStyle = isWanted ? colours.panel : relationColour(relation);
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = relationColour(relation);
    context.stroke();
    context.fillStyle = isWanted ? colours.ink : colours.panel;
    context.fillText(text, at.x, at.y + size * 0.05);
  }
}

// kg/show/page/src/overview.js
var MAX_LABELS = 60;
var MANY = 15e3;
var eye = { x: 0, y: 0, scale: 1 };
var isOverview = () => data.large && !choices.focus;
var paper = element("canvas", { id: "overview" });
var isFrameAsked = false;
var resting;
var ranked = [];
function startOverview() {
  find("#network").append(paper);
  measureExtent();
  ranked = [...things.values()].sort((one, other) => other.relations.length - one.relations.length).map(({ id }) => id);
  let from = null;
  let isMoved = false;
  paper.addEventListener("pointerdown", (event) => {
    from = [event.clientX, event.clientY];
    isMoved = false;
    paper.setPointerCapture(event.pointerId);
  });
  paper.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [right, down] = [event.clientX - from[0], event.clientY - from[1]];
    if (Math.abs(right) + Math.abs(down) > 3) isMoved = true;
    from = [event.clientX, event.clientY];
    panOverview(-right, -down);
  });
  paper.addEventListener("pointerup", (event) => {
    from = null;
    if (!isMoved) pick(thingAt(event.clientX, event.clientY));
  });
  paper.addEventListener("dblclick", (event) => {
    const id = thingAt(event.clientX, event.clientY);
    if (id) choose({ focus: id, node: id });
  });
  const zoom = (event) => {
    event.preventDefault();
    zoomOverview(Math.exp(-event.deltaY * 12e-4), event.clientX, event.clientY);
  };
  paper.addEventListener("wheel", zoom, { passive: false });
}
function showOverview(isShown) {
  paper.hidden = !isShown;
}
var frame = () => paper.getBoundingClientRect();
function toScreen(x, y) {
  const { width, height } = frame();
  return [(x - eye.x) * eye.scale + width / 2, (y - eye.y) * eye.scale + height / 2];
}
function thingAt(clientX, clientY) {
  const { left, top, width, height } = frame();
  const x = (clientX - left - width / 2) / eye.scale + eye.x;
  const y = (clientY - top - height / 2) / eye.scale + eye.y;
  let best;
  let near = 10 / eye.scale;
  for (const id of picture.nodes) {
    const [nodeX, nodeY] = positionOf(id);
    const far = Math.hypot(nodeX - x, nodeY - y) - dotRadius(thingOf(id));
    if (far < near) [near, best] = [far, id];
  }
  return best;
}
function fitOverview() {
  const { width, height } = frame();
  const [left, top, right, bottom] = wholeExtent();
  const scale = Math.min(width / (right - left), height / (bottom - top));
  Object.assign(eye, { x: (left + right) / 2, y: (top + bottom) / 2, scale });
  askFrame();
}
function zoomOverview(factor, clientX, clientY) {
  const { left, top, width, height } = frame();
  const fromMiddleX = clientX === void 0 ? 0 : clientX - left - width / 2;
  const fromMiddleY = clientY === void 0 ? 0 : clientY - top - height / 2;
  const scale = Math.max(5e-3, Math.min(8, eye.scale * factor));
  eye.x += fromMiddleX / eye.scale - fromMiddleX / scale;
  eye.y += fromMiddleY / eye.scale - fromMiddleY / scale;
  eye.scale = scale;
  askFrame();
}
function panOverview(right, down) {
  eye.x += right / eye.scale;
  eye.y += down / eye.scale;
  askFrame();
}
function centreOverview(x, y) {
  Object.assign(eye, { x, y, scale: Math.max(eye.scale, 0.6) });
  askFrame();
}
function askFrame() {
  const isMuch = picture.relations.size > MANY;
  clearTimeout(resting);
  if (isMuch) resting = setTimeout(() => paintOverview(true), 140);
  if (isFrameAsked) return;
  isFrameAsked = true;
  requestAnimationFrame(() => {
    isFrameAsked = false;
    paintOverview(!isMuch);
  });
}
var dotRadius = (thing) => Math.max(thing.radius * 0.55, 1.6 / eye.scale);
function paintOverview(withRelations) {
  const { width, height } = frame();
  const ratio = window.devicePixelRatio || 1;
  const context = (
    /** @type {CanvasRenderingContext2D} */
    paper.getContext("2d")
  );
  const [pixelsX, pixelsY] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (paper.width !== pixelsX || paper.height !== pixelsY) Object.assign(paper, { width: pixelsX, height: pixelsY });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.bg;
  context.fillRect(0, 0, width, height);
  const zoom = ratio * eye.scale;
  context.setTransform(
    zoom,
    0,
    0,
    zoom,
    ratio * (width / 2 - eye.x * eye.scale),
    ratio * (height / 2 - eye.y * eye.scale)
  );
  const [halfX, halfY] = [width / 2 / eye.scale, height / 2 / eye.scale];
  const isInside = (id) => {
    const [x, y] = positionOf(id);
    return Math.abs(x - eye.x) < halfX && Math.abs(y - eye.y) < halfY;
  };
  if (withRelations) paintRelations(context);
  paintDots(context, isInside);
  paintLabels(context, isInside);
}
function paintRelations(context) {
  const { hotNodes, hotRelations } = picture;
  const found2 = /* @__PURE__ */ new Map();
  for (const id of picture.relations) {
    const colour = relationColour(relationOf(id));
    const opacity = !hotNodes ? 0.22 : hotRelations.has(id) ? 0.9 : 0.04;
    const key2 = `${colour}|${opacity}`;
    if (!found2.has(key2)) found2.set(key2, { colour, opacity, ids: [] });
    found2.get(key2)?.ids.push(id);
  }
  for (const { colour, opacity, ids } of found2.values()) {
    context.beginPath();
    for (const id of ids) {
      const { source, target } = relationOf(id);
      context.moveTo(...positionOf(source));
      context.lineTo(...positionOf(target));
    }
    Object.assign(context, { globalAlpha: opacity, strokeStyle: colour, lineWidth: 1 / eye.scale });
    context.stroke();
  }
  context.globalAlpha = 1;
}
function paintDots(context, isInside) {
  const found2 = /* @__PURE__ */ new Map();
  for (const id of picture.nodes) {
    if (!isInside(id)) continue;
    const { side } = thingOf(id);
    const opacity = isHot(id) ? 1 : 0.2;
    const key2 = `${side}|${opacity}`;
    if (!found2.has(key2)) found2.set(key2, { side, opacity, ids: [] });
    found2.get(key2)?.ids.push(id);
  }
  for (const { side, opacity, ids } of found2.values()) {
    context.beginPath();
    for (const id of ids) {
      const [[x, y], radius] = [positionOf(id), dotRadius(thingOf(id))];
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 7);
    }
    Object.assign(context, { globalAlpha: opacity, fillStyle: colours[side] });
    context.fill();
  }
  context.globalAlpha = 1;
  if (!choices.node) return;
  context.beginPath();
  context.arc(...positionOf(choices.node), dotRadius(thingOf(choices.node)) + 4 / eye.scale, 0, 7);
  Object.assign(context, { lineWidth: 2.5 / eye.scale, strokeStyle: colours.acc });
  context.stroke();
}
function paintLabels(context, isInside) {
  const size = 12 / eye.scale;
  const leading = size * 1.2;
  const boxes = [];
  labels.clear();
  const font = `550 ${size}px ${FONT}`;
  Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", font });
  for (const id of picture.hotNodes ? byImportance(picture.hotNodes) : ranked) {
    if (labels.size >= MAX_LABELS) break;
    if (!picture.nodes.has(id) || !isInside(id)) continue;
    const [x, y] = positionOf(id);
    const [line2] = wrap(named(id), 28);
    const half = context.measureText(line2).width / 2;
    const top = y + dotRadius(thingOf(id)) + 2 / eye.scale;
    const box = [x - half, top, x + half, top + leading];
    if (overlaps(box, boxes)) continue;
    boxes.push(box);
    const label = { lines: [line2], x, top, size, leading, box };
    labels.set(id, label);
    writeLabel(context, label, labelColour(thingOf(id)), 0.35);
  }
}

// kg/show/page/src/graph.js
var drawing = null;
var visNetwork = () => (
  /** @type {{network: VisNetwork}} */
  drawing.network
);
function startGraph() {
  if (data.large) return startOverview();
  startVis(data.network);
  measureExtent();
}
function startVis(given) {
  const holder = element("div", { class: "fill" });
  find("#network").append(holder);
  const options = { ...data.network.options };
  options.nodes = { ...options.nodes, shape: "custom", ctxRenderer: drawThing };
  const nodes = new vis.DataSet(given.nodes);
  const edges = new vis.DataSet(bent(given.edges));
  const network = new vis.Network(holder, { nodes, edges }, options);
  drawing = { network, nodes, edges };
  network.on("beforeDrawing", drawZones);
  network.on("afterDrawing", (context) => drawLabels(context, network.getScale(), middleOf));
  network.on("click", (at) => pick(at.nodes[0], at.edges[0]));
  network.on("doubleClick", (at) => at.nodes[0] && choose({ focus: at.nodes[0], node: at.nodes[0] }));
  const hover = (changes) => {
    Object.assign(picture, changes);
    network.redraw();
  };
  network.on("hoverNode", ({ node }) => hover({ hoveredNode: node }));
  network.on("blurNode", () => hover({ hoveredNode: null }));
  network.on("hoverEdge", ({ edge }) => hover({ hoveredRelation: edge }));
  network.on("blurEdge", () => hover({ hoveredRelation: null }));
  network.on("dragEnd", (at) => {
    if (!at.nodes.length) return;
    const points = Object.entries(network.getPositions(at.nodes));
    const pins = points.map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]]);
    choose({ pins: { ...choices.pins, ...Object.fromEntries(pins) } });
  });
}
function bent(edges) {
  const parallel = /* @__PURE__ */ new Map();
  return edges.map((edge) => {
    const pair = [edge.from, edge.to].sort().join("~");
    const nth = (parallel.get(pair) || 0) + 1;
    parallel.set(pair, nth);
    const type = nth % 2 === 1 === edge.from < edge.to ? "curvedCW" : "curvedCCW";
    return { ...edge, smooth: { enabled: true, type, roundness: 0.07 + 0.09 * Math.floor(nth / 2) } };
  });
}
function trace(context, outline, x, y, radius) {
  context.beginPath();
  if (outline === "circle") context.arc(x, y, radius, 0, 7);
  else if (outline === "diamond") {
    const half = radius * 1.18;
    context.moveTo(x, y - half);
    context.lineTo(x + half, y);
    context.lineTo(x, y + half);
    context.lineTo(x - half, y);
    context.closePath();
  } else {
    const [halfX, halfY, corner] = outline === "square" ? [0.92, 0.92, 0.3] : [1.15, 0.78, 0.78];
    context.roundRect(x - radius * halfX, y - radius * halfY, 2 * radius * halfX, 2 * radius * halfY, radius * corner);
  }
}
function drawThing({ ctx: context, id, x, y }) {
  const thing = thingOf(id);
  const { kind, radius } = thing;
  const outline = OUTLINES[kind];
  const [colour, hollow] = [colours[sideColour(thing.side)], isHollow(thing)];
  const drawNode = () => {
    const change2 = picture.changed.get(id);
    context.globalAlpha = (isHot(id) ? 1 : 0.16) * presence(change2);
    trace(context, outline, x, y, radius + 2.5);
    context.fillStyle = colours.bg;
    context.fill();
    trace(context, outline, x, y, radius);
    context.fillStyle = hollow ? colours.panel : colour;
    context.fill();
    if (hollow) {
      Object.assign(context, { lineWidth: 1.6, strokeStyle: colour });
      context.stroke();
    }
    const scale = radius * 1.16 / 24;
    context.save();
    context.translate(x - 12 * scale, y - 12 * scale);
    context.scale(scale, scale);
    context.fillStyle = hollow ? colour : colours.panel;
    context.fill(iconPaths[kind], "evenodd");
    context.restore();
    if (id === choices.node || id === picture.hoveredNode || choices.path.split("~").includes(id)) {
      trace(context, outline, x, y, radius + 5);
      Object.assign(context, { lineWidth: 2.6, strokeStyle: colours.acc });
      context.stroke();
    }
    if (change2 === "new" || change2 === "gone") drawRing(context, outline, x, y, radius, change2);
    if (choices.pins[id]) {
      context.beginPath();
      context.arc(x + radius * 0.8, y - radius * 0.8, 4, 0, 7);
      context.fillStyle = colours.acc;
      context.fill();
    }
    context.globalAlpha = 1;
  };
  return { drawNode, nodeDimensions: { width: 2 * radius + 4, height: 2 * radius + 4 } };
}
function drawRing(context, outline, x, y, radius, change2) {
  const { ink, dashes } = CHANGE_LOOKS[change2];
  trace(context, outline, x, y, radius + 4);
  context.setLineDash(dashes || []);
  Object.assign(context, { lineWidth: 2.4, strokeStyle: colours[ink] });
  context.stroke();
  context.setLineDash([]);
  const [left, top] = [x + radius * 0.82, y - radius * 0.82];
  context.beginPath();
  context.arc(left, top, 7, 0, 7);
  context.fillStyle = colours[ink];
  context.fill();
  Object.assign(context, { font: `800 12px ${FONT}`, textAlign: "center", textBaseline: "middle" });
  context.fillStyle = colours.panel;
  context.fillText(changeSign(change2), left, top + 0.5);
}
function drawZones(context) {
  const found2 = zones();
  for (const { box, colour } of found2) {
    if (!box || !colour) continue;
    context.beginPath();
    context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], 16);
    context.fillStyle = colours[colour];
    context.fill();
  }
  context.textBaseline = "middle";
  context.font = `650 ${Math.max(12.5, 11 / visNetwork().getScale())}px ${FONT}`;
  for (const { text, x, y, align, ink } of found2) {
    Object.assign(context, { textAlign: align, fillStyle: colours[ink] });
    context.fillText(text, x, y);
  }
}
function curveOf(id) {
  const drawn = drawing?.network.body.edges[id];
  return drawn ? drawn : null;
}
function middleOf(id) {
  const drawn = curveOf(id);
  return drawn?.connected ? drawn.edgeType.getPoint(0.5) : null;
}
var CURVE_STEPS = 16;
function pointsOf(relation) {
  const drawn = curveOf(relation.id);
  if (!drawn) return [positionOf(relation.source), positionOf(relation.target)];
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const { x, y } = drawn.edgeType.getPoint(step / CURVE_STEPS);
    return [x, y];
  });
}
function styleOf(relation) {
  const { id, ghost, alone, mutual, confirmation: confirmation2, certainty: certainty2, change: change2 } = relation;
  const isLit = !picture.hotNodes || picture.hotRelations.has(id);
  const compared2 = change2 ? CHANGE_LOOKS[change2] : null;
  const opacity = !isLit ? 0.07 : ghost ? 0.16 : alone || compared2 && change2 !== "same" ? 1 : compared2 ? 0.45 : 0.62;
  const factor = alone ? 1.6 : picture.hotNodes && isLit ? 1.35 : 1;
  return {
    id,
    hidden: !picture.relations.has(id),
    color: { color: relationColour(relation), opacity: opacity * presence(change2), inherit: false },
    width: (compared2?.width || STROKES[confirmation2] || 1) * factor,
    dashes: compared2 ? compared2.dashes : DASHES[certainty2],
    arrows: { to: { enabled: !mutual, scaleFactor: 0.42 } }
  };
}
function paintGraph() {
  if (data.large) {
    showOverview(isOverview());
    if (surrounded !== choices.focus) enterSurroundings();
    if (isOverview()) return askFrame();
  }
  const points = placed().map(({ id }) => {
    const [x, y] = positionOf(id);
    return { id, hidden: !picture.nodes.has(id), x, y };
  });
  drawing?.nodes.update(points);
  drawing?.edges.update(placedRelations().map(styleOf));
  drawing?.network.redraw();
}
var placedRelations = () => [...relations.values()].filter(({ source, target }) => isPlaced(source) && isPlaced(target));
var surrounded = "";
function enterSurroundings() {
  surrounded = choices.focus;
  drawing?.network.destroy();
  if (drawing) find("#network .fill").remove();
  drawing = null;
  if (!surround(surrounded)) return;
  const nodes = placed().map(({ id }) => ({ id, x: positionOf(id)[0], y: positionOf(id)[1] }));
  startVis({ nodes, edges: placedRelations().map(({ id, source, target }) => ({ id, from: source, to: target })) });
  fitGraph(false);
}
var calm = matchMedia("(prefers-reduced-motion: reduce)");
var moving = (duration) => calm.matches ? false : { duration, easingFunction: "easeInOutQuad" };
function fitGraph(slowly) {
  if (isOverview()) return fitOverview();
  const { width, height } = find("#network").getBoundingClientRect();
  const [left, top, right, bottom] = wholeExtent();
  if (!width || !height) return;
  const scale = Math.min(width / (right - left + 20), height / (bottom - top + 20), 1.4);
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
  visNetwork().moveTo({ position, scale, animation: slowly ? moving(220) : false });
}
function zoomBy(factor) {
  if (isOverview()) return zoomOverview(factor);
  const scale = Math.max(0.05, Math.min(6, visNetwork().getScale() * factor));
  visNetwork().moveTo({ scale, animation: moving(160) });
}
function pan(key2) {
  const [right, down] = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[key2] || [
    0,
    0
  ];
  if (isOverview()) return panOverview(right, down);
  const { x, y } = visNetwork().getViewPosition();
  const scale = visNetwork().getScale();
  visNetwork().moveTo({ position: { x: x + right / scale, y: y + down / scale } });
}
function reveal(id) {
  if (!data.free) return;
  const [x, y] = positionOf(id);
  if (isOverview()) centreOverview(x, y);
  else visNetwork().moveTo({ position: { x, y }, animation: moving(260) });
}
function paintedLabels() {
  if (isOverview()) paintOverview(true);
  else visNetwork().redraw();
  const scale = isOverview() ? eye.scale : visNetwork().getScale();
  return [...labels].map(([id, { size, box }]) => ({ id, px: size * scale, box: box.map((value) => value * scale) }));
}
function screenPosition(id) {
  const [x, y] = positionOf(id);
  const { left, top } = find("#network").getBoundingClientRect();
  const at = isOverview() ? null : visNetwork().canvasToDOM({ x, y });
  const [right, down] = at ? [at.x, at.y] : toScreen(x, y);
  return [right + left, down + top];
}

// kg/show/page/src/changebar.js
function changeBar() {
  const bar = find("#change-bar");
  const comparison = compared();
  bar.hidden = !comparison;
  bar.setAttribute("aria-label", word("compare"));
  if (!comparison) return refill(bar);
  const end = () => choose({ with: "none", at: "" });
  refill(
    bar,
    element("b", null, word("compare")),
    wayChoice(comparison),
    sideChoice(comparison, 0),
    element("span", { "aria-hidden": "true" }, "→"),
    sideChoice(comparison, 1),
    phases(comparison),
    button("×", end, { class: "tool", id: "cmp-end", "aria-label": word("cmp-end") })
  );
}
function selection(id, label, options, chosen, action) {
  const made = element("select", { id, "aria-label": label });
  for (const [value, text] of options) made.append(new Option(text, value, false, value === chosen));
  made.addEventListener("change", () => action(made.value));
  return made;
}
function wayChoice({ by }) {
  const options = ways().map((way) => (
    /** @type {[string, string]} */
    [way, word("cmp-" + way)]
  ));
  const take = (way) => {
    const offered = preset(
      /** @type {Way} */
      way
    );
    if (offered) choose({ with: writeComparison(offered), at: "" });
  };
  return selection("cmp-by", word("compare"), options, by, take);
}
function sideChoice({ by, sides }, at) {
  const [id, label] = [`cmp-${at}`, word(at ? "cmp-b" : "cmp-a")];
  if (by === "build") return element("span", { id }, sideName(by, sides[at]));
  const take = (side) => {
    const both = (
      /** @type {[string, string]} */
      [...sides]
    );
    both[at] = side;
    if (both[0] === both[1]) both[1 - at] = sides[at];
    choose({ with: writeComparison({ by, sides: both }) });
  };
  if (by === "voice") {
    const poles = scene.poles.length === 2 ? ["a", "b", "third"] : [];
    const voices2 = [...poles, ...Object.keys(scene.speakers)];
    const options = voices2.map((voice) => (
      /** @type {[string, string]} */
      [voice, voiceName(voice)]
    ));
    return selection(id, label, options, sides[at], take);
  }
  const made = element("input", { id, type: "month", "aria-label": label, title: word("all-dates") });
  made.value = sides[at].slice(0, 7);
  made.addEventListener("change", () => take(made.value));
  return made;
}
function phases({ by, sides }) {
  const phase = (at, text, name) => button(text, () => choose({ at }), {
    ...{ id: `cmp-at-${at || "both"}`, "aria-pressed": String(choices.at === at), "aria-label": name }
  });
  const names = sides.map((side) => sideName(by, side));
  return [
    element(
      "div",
      { class: "seg", role: "group", "aria-label": word("cmp-side") },
      phase("a", "1", names[0]),
      phase("", word("cmp-together"), word("cmp-together")),
      phase("b", "2", names[1])
    ),
    !calm.matches && button("1 ▸ 2", play, { class: "tool", id: "cmp-play", "aria-label": word("cmp-play") })
  ];
}
function play() {
  if (motion.share !== null) return;
  choose({ at: "", view: "graph" });
  travel(paintGraph, () => choose({ at: "b" }));
  paintGraph();
}

// kg/show/page/src/clock.js
var mentions2 = [...relations.values()].flatMap((relation) => relation.mentions);
var MANY_MONTHS = 2400;
var MONTHS = (() => {
  const dates = mentions2.flatMap(({ begins, ends }) => [begins, ends]);
  const days = [...dates, ...[...claims.values()].map((claim) => claim.known)].filter((day) => day != null).sort();
  const number = (day) => +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1;
  const [first, last2] = days.length ? [number(days[0]), number(days[days.length - 1])] : [0, -1];
  const step = last2 - first > MANY_MONTHS ? 12 : 1;
  const months2 = [];
  for (let month = first; month <= last2 + step - 1; month += step) {
    months2.push(`${String(Math.floor(month / 12)).padStart(4, "0")}-${String(month % 12 + 1).padStart(2, "0")}`);
  }
  return months2;
})();
var dayOf = ({ claim, begins, ends }) => choices.known ? claim.known : begins || ends;
var WIDTH2 = 1e3;
function histogram(at) {
  const counts = /* @__PURE__ */ new Map();
  for (const mention of mentions2) {
    const month = dayOf(mention)?.slice(0, 7);
    if (month) counts.set(month, (counts.get(month) || 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  const step = WIDTH2 / MONTHS.length;
  const bar = (month, nth) => {
    const height = 24 * (counts.get(month) || 0) / most;
    const box = { x: nth * step, y: 26 - height, width: Math.max(2, step - 1), height };
    return height > 0 && shape("rect", { ...box, class: nth <= at ? "on" : "off" });
  };
  const line2 = (month, nth) => month.endsWith("-01") && shape("line", { x1: nth * step, y1: 0, x2: nth * step, y2: 28, class: "grid" });
  const frame2 = { viewBox: `0 0 ${WIDTH2} 30`, preserveAspectRatio: "none", "aria-hidden": "true" };
  return shape("svg", frame2, MONTHS.map(line2), MONTHS.map(bar));
}
var MOST_YEARS = 8;
function yearMarks() {
  const years = [...new Set(MONTHS.map((month) => month.slice(0, 4)))];
  const every = Math.ceil(years.length / MOST_YEARS);
  const left = (year2) => 100 * Math.max(0, MONTHS.indexOf(`${year2}-01`)) / MONTHS.length;
  const marked = years.filter((_, nth) => nth % every === 0);
  return marked.map((year2) => element("span", { style: `left:${left(year2)}%` }, year2));
}
function slider(at) {
  const made = element("input", {
    ...{ type: "range", min: 0, max: MONTHS.length, step: 1, "aria-label": word("as-of") },
    "aria-valuetext": choices.asof || word("all-dates")
  });
  made.value = String(at);
  made.addEventListener("input", () => choose({ asof: MONTHS[+made.value] || "" }, { remember: false }));
  return made;
}
function check(key2, label) {
  const box = element("input", { type: "checkbox", id: `box-${key2}` });
  box.checked = choices[key2] === "1";
  box.addEventListener("change", () => choose({ [key2]: box.checked ? "1" : "" }));
  return element("label", { class: "check", for: box.id }, box, word(label));
}
function output() {
  const { undated, unpublished } = picture.leftOut;
  const shown = [plural(picture.nodes.size, "n-entities"), plural(picture.relations.size, "n-relations")];
  const leftOut2 = [
    undated > 0 && `${word("left-out-undated")} ${undated}`,
    unpublished > 0 && `${word("left-out-unpublished")} ${unpublished}`
  ].filter(Boolean);
  return element(
    "output",
    { for: "time" },
    element("b", null, choices.asof || word("all-dates")),
    element("small", null, shown.join(" · ")),
    leftOut2.length > 0 && element("small", { id: "left-out" }, leftOut2.join(" · "))
  );
}
function clock() {
  const bar = find("#time");
  bar.hidden = !MONTHS.length;
  if (!MONTHS.length) return;
  const at = choices.asof ? MONTHS.findLastIndex((month) => month <= choices.asof) : MONTHS.length;
  const focused = bar.contains(document.activeElement) ? document.activeElement : null;
  const selector = focused?.id ? `#${focused.id}` : focused && "input[type=range]";
  const name = word(player ? "pause" : "play");
  refill(
    bar,
    element(
      "div",
      { class: "clocks" },
      button(player ? "❚❚" : "▶", play2, { class: "play", id: "play", "aria-label": name }),
      element("div", null, check("known", "known-then"), check("undated", "with-undated"))
    ),
    element(
      "div",
      { class: "track" },
      histogram(at),
      element("div", { class: "years", "aria-hidden": "true" }, yearMarks()),
      slider(at)
    ),
    output()
  );
  if (selector) find(selector, bar)?.focus();
}
var player;
function stop() {
  clearInterval(player);
  player = void 0;
}
var STEPS = 48;
function play2() {
  if (player) {
    stop();
    return clock();
  }
  let at = choices.asof ? MONTHS.indexOf(choices.asof) : -1;
  if (at >= MONTHS.length - 1) at = -1;
  const stride = Math.max(1, Math.ceil(MONTHS.length / STEPS));
  const tick = () => {
    at += stride;
    if (at >= MONTHS.length) stop();
    choose({ asof: MONTHS[at] || "" }, { remember: false });
  };
  player = setInterval(tick, calm.matches ? 900 : 320);
  tick();
}

// kg/show/page/src/export.js
function save(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 4e3);
}
function svgText() {
  const [left, top, right, bottom] = wholeExtent();
  const [width, height] = [right - left, bottom - top + 30];
  const viewBox = `${left} ${top} ${width} ${height}`;
  const font = "Inter, Segoe UI, Noto Sans, Noto Sans KR, sans-serif";
  const counts = `${plural(picture.nodes.size, "n-entities")}, ${plural(picture.relations.size, "n-relations")}`;
  const caption = `${inLanguage(scene.title)} · ${choices.asof || data.today} · ${counts}`;
  const svg = shape(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox, width, height, "font-family": font },
    shape("title", null, inLanguage(scene.title)),
    shape("rect", { x: left, y: top, width, height, fill: colours.bg }),
    svgZones(),
    [...picture.relations].map((id) => svgRelation(relationOf(id))),
    [...picture.nodes].map((id) => svgThing(thingOf(id))),
    svgLabels(),
    shape("text", { x: left + 14, y: bottom + 18, "font-size": 12, fill: colours.mut }, caption)
  );
  return new XMLSerializer().serializeToString(svg);
}
var ANCHORS = { left: "start", right: "end", center: "middle" };
function svgZones() {
  const found2 = zones();
  const areas = found2.map(({ box, colour }) => {
    if (!box || !colour) return null;
    const [x, y, right, bottom] = box;
    return shape("rect", { x, y, width: right - x, height: bottom - y, rx: 16, fill: colours[colour] });
  });
  const captions = found2.map(({ text, x, y, align, ink }) => {
    const look = { "text-anchor": ANCHORS[align], "font-size": 13, "font-weight": 650, fill: colours[ink] };
    return shape("text", { x, y, ...look }, text);
  });
  return [areas, captions];
}
function svgLabels() {
  return [...labels].map(([id, { lines: lines2, x, top, size, leading }]) => {
    const look = { "text-anchor": "middle", "font-size": size.toFixed(1), fill: labelColour(thingOf(id)) };
    const halo = { stroke: colours.bg, "stroke-width": size * 0.28, "paint-order": "stroke" };
    return lines2.map((line2, at) => shape("text", { x, y: top + size * 0.85 + at * leading, ...look, ...halo }, line2));
  });
}
function svgRelation(relation) {
  const { color, width, dashes } = styleOf(relation);
  const points = pointsOf(relation);
  if (points.length === 2) {
    const [[x1, y1], [x2, y2]] = points;
    return shape("line", { x1, y1, x2, y2, stroke: color.color, "stroke-opacity": 0.3 });
  }
  const [[fromX, fromY], , [x, y]] = points.slice(-3);
  const angle = Math.atan2(y - fromY, x - fromX) * 180 / Math.PI;
  const line2 = shape("polyline", {
    points: points.map((point) => point.map((value) => value.toFixed(1)).join(" ")).join(" "),
    ...{ fill: "none", stroke: color.color, "stroke-opacity": color.opacity, "stroke-width": width },
    "stroke-dasharray": dashes ? dashes.join(" ") : null
  });
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`;
  const head = { d: "M0 0L-7 3L-7 -3Z", fill: color.color, "fill-opacity": color.opacity, transform };
  return shape("g", null, shape("title", null, sentence(relation)), line2, !relation.mutual && shape("path", head));
}
function svgThing(thing) {
  const [x, y] = positionOf(thing.id);
  const drawn = icon(thing, thing.radius * 2);
  for (const part of drawn.querySelectorAll("*")) {
    for (const name of ["fill", "stroke"]) {
      const variable = /^var\(--(.+)\)$/.exec(part.getAttribute(name) || "");
      if (variable) part.setAttribute(name, colours[variable[1]] || colours.third);
    }
  }
  drawn.setAttribute("x", String(x - thing.radius));
  drawn.setAttribute("y", String(y - thing.radius));
  drawn.setAttribute("opacity", isHot(thing.id) ? "1" : "0.16");
  drawn.removeAttribute("aria-hidden");
  drawn.append(shape("title", null, nameOf2(thing)));
  return drawn;
}
function savePicture() {
  const image = new Image();
  const source = URL.createObjectURL(new Blob([svgText()], { type: "image/svg+xml" }));
  image.onload = () => {
    const canvas = element("canvas", { width: image.width * 2, height: image.height * 2 });
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      if (blob) save(blob, "kg.png");
      URL.revokeObjectURL(source);
    });
  };
  image.src = source;
}
var CONTROLS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/g;
var INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
var BEFORE = /^[\s"'`´‘’‚‛“”„«»‹›＂＇\xad\u200c\u200d]*/;
var FORMULA = /^[=+\-−@]/;
var FIGURE = /^[+\-−]?(\d[\d,]*(\.\d+)?|\.\d+)([eE][+-]?\d+)?( ?(%|\p{L}+))?$/u;
function cell(value) {
  const text = String(value ?? "").replace(CONTROLS, " ").replace(INVISIBLE, "");
  const isFormula = FORMULA.test(text.replace(BEFORE, "").slice(0, 1).normalize("NFKC")) && !FIGURE.test(text);
  return `"${(isFormula ? `'${text}` : text).replace(/"/g, '""')}"`;
}
function csvText() {
  const columns2 = "from relation to begins ends confirmed stance denied speakers document place claim text";
  const rows = [columns2.split(" ")];
  for (const relation of shownRelations()) {
    const ends = [named(relation.source), inLanguage(relation.label), named(relation.target)];
    for (const { claim, begins, ends: end } of relation.current) {
      const meant = [word(relation.confirmation), inLanguage(scene.stances[claim.stance]), claim.denied];
      const where = [speakerNames(claim), claim.document, telling(claim).place, claim.id, telling(claim).text];
      rows.push([...ends, begins, end, ...meant, ...where]);
    }
  }
  return "\uFEFF" + rows.map((row3) => row3.map(cell).join(",")).join("\r\n");
}
var EXPORTS = {
  png: savePicture,
  svg: () => save(new Blob([svgText()], { type: "image/svg+xml" }), "kg.svg"),
  csv: () => save(new Blob([csvText()], { type: "text/csv" }), "kg.csv"),
  json: async () => {
    const text = JSON.stringify(await readData(), null, 1);
    save(new Blob([text], { type: "application/json" }), "kg.json");
  },
  print: () => print()
};

// kg/show/page/src/figures.js
function figures() {
  const sieves = chosenSieves();
  const isTold = (id) => {
    const claim = claims.get(id);
    return !claim || sieves.some((sieve) => countsAlone(sieve, claim));
  };
  const told = scene.charts.map((one) => ({ ...one, bars: one.bars.filter((bar) => isTold(bar.claim)) }));
  const charts = told.filter((one) => one.bars.length).map(chart);
  const years = byYear();
  const nothing = !charts.length && !years && element("p", null, word("no-figures"));
  refill(find("#figures"), lead("figures", "figures-lead"), charts, years, nothing);
}
function chart({ title: title2, unit, bars }) {
  const most = Math.max(...bars.map((bar) => Math.abs(bar.value)));
  const rows = bars.map(({ whose, value, claim }) => {
    const width = Math.max(0.5, 100 * Math.abs(value) / most);
    return element(
      "div",
      { class: "bar" },
      element("span", null, inLanguage(whose)),
      element("span", { class: "track2" }, element("i", { style: `width:${width}%` })),
      element("b", null, `${value.toLocaleString(choices.lang)} ${unit}`),
      claimLink(claim)
    );
  });
  return element("section", null, element("h3", null, inLanguage(title2)), rows);
}
var FULL = 6;
function byYear() {
  const begun = shownRelations().flatMap(
    ({ family, current }) => current.flatMap(({ begins }) => begins ? [{ family, year: begins.slice(0, 4) }] : [])
  );
  const years = [...new Set(begun.map(({ year: year2 }) => year2))].sort();
  if (years.length < 2) return null;
  const families = FAMILIES.filter((family) => begun.some((one) => one.family === family));
  const cell2 = (family, year2) => {
    const count = begun.filter((one) => one.family === family && one.year === year2).length;
    const style = count ? `--n:${Math.min(1, count / FULL)}` : null;
    return element("td", { class: "heat", style }, count || "");
  };
  const row3 = (family) => element(
    "tr",
    null,
    element("th", { scope: "row" }, word("f-" + family)),
    years.map((year2) => cell2(family, year2))
  );
  const columns2 = years.map((year2) => element("th", { scope: "col" }, year2));
  const head = element("thead", null, element("tr", null, element("td"), columns2));
  const body = element("tbody", null, families.map(row3));
  return element(
    "section",
    null,
    element("h3", null, word("by-year")),
    element("table", { class: "heatmap" }, head, body)
  );
}

// kg/show/page/src/focus.js
var LEADING = "#panel, .sheet, .search, #walk, #lead, #banner";
var opener = null;
var mainSurface = () => find(choices.view === "graph" ? "#walk" : "#" + choices.view);
var isLost = (one) => !one || one === document.body || !one.checkVisibility({ visibilityProperty: true });
function keepFocus(draw2) {
  const panel2 = find("#panel");
  const [before, subject] = [document.activeElement, panel2.dataset.subject];
  const zone = (
    /** @type {HTMLElement | null} */
    before?.closest(LEADING) ?? null
  );
  const place = zone && placeIn(zone);
  draw2();
  const now = panel2.dataset.subject;
  if (subject !== void 0 && now !== subject) {
    if (now) {
      if (zone && zone !== panel2) opener = { place, zone };
      announce(openedText(panel2));
      if (zone) find("h2", panel2).focus();
      return;
    }
    if (zone === panel2) return goBack();
  }
  if (before !== document.body && isLost(document.activeElement)) mainSurface().focus();
}
var openedText = (panel2) => [find(".kick", panel2), find("h2", panel2)].map((part) => part?.textContent?.trim()).filter(Boolean).join(": ");
function goBack() {
  const [last2, at] = [opener, document.activeElement];
  opener = null;
  if (last2?.place) focusPlace(last2.place);
  else last2?.zone.focus();
  if (isLost(document.activeElement) || document.activeElement === at) mainSurface().focus();
}

// kg/show/page/src/fold.js
function fold(name) {
  const plain = name.normalize("NFKC").toUpperCase().toLowerCase().replace(/ς/g, "σ");
  const kept = plain.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
  return kept.normalize("NFC");
}
var foldedWords = (name) => name.normalize("NFKC").split(/[^\p{L}\p{N}\p{Mn}]+/u).map(fold).filter(Boolean);

// kg/show/page/src/header.js
var LANGUAGE_NAMES = [
  ["en", "EN", "English"],
  ["ru", "РУ", "Русский"],
  ["ko", "한", "한국어"]
];
var THEME_SIGNS = { auto: "◐", light: "☀", dark: "☾" };
var NEXT_THEME = { auto: "light", light: "dark", dark: "auto" };
var systemIsDark = matchMedia("(prefers-color-scheme: dark)");
var isDark = () => choices.theme === "auto" ? systemIsDark.matches : choices.theme === "dark";
var hasFigures = scene.charts.length > 0 || [...relations.values()].some((relation) => relation.mentions.some((mention) => mention.begins));
var HAS = { figures: () => hasFigures, change: () => ways().length > 0, beside: () => scene.beside !== null };
function header() {
  const { lang, theme, embed } = choices;
  Object.assign(document.documentElement, { lang });
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  document.documentElement.dataset.view = choices.view;
  document.body.classList.toggle("embed", embed === "1");
  readColours();
  document.title = inLanguage(scene.title);
  find("#h1").textContent = document.title;
  find("#sub").textContent = inLanguage(scene.subtitle);
  find("#skip").textContent = word("skip");
  find("#q").setAttribute("placeholder", word("search"));
  find("#q").setAttribute("aria-label", word("search"));
  find("#views").setAttribute("aria-label", word("views"));
  find("#tabs").setAttribute("aria-label", word("views"));
  refill(find("#tabs"), VIEWS.filter((view) => HAS[view]?.() ?? true).map(tab));
  find("#langs").setAttribute("aria-label", word("language"));
  refill(find("#langs"), LANGUAGE_NAMES.map(languageButton));
  find("#theme").textContent = THEME_SIGNS[theme];
  find("#theme").setAttribute("aria-label", `${word("theme")}: ${word("theme-" + theme)}`);
  find("#undo").setAttribute("aria-label", word("undo"));
  find("#undo").setAttribute("aria-disabled", String(!hasPast()));
  find("#export").textContent = word("export") + " ▾";
  refill(find("#exports"), Object.keys(EXPORTS).map(exportButton));
  voices();
}
function tab(view) {
  const isSelected = choices.view === view;
  return button(word(view), () => choose({ view }), {
    ...{ role: "tab", id: `tab-${view}`, tabindex: isSelected ? 0 : -1 },
    "aria-selected": String(isSelected),
    "aria-controls": view === "graph" ? "network" : view
  });
}
function languageButton([lang, short, name]) {
  const pressed = String(choices.lang === lang);
  const attributes = { lang, "aria-label": `${short} ${name}`, "aria-pressed": pressed, "data-lang": lang };
  return button(short, () => choose({ lang }), attributes);
}
function exportButton(format) {
  const take = () => {
    openMenu(false);
    EXPORTS[format]();
  };
  return button(word("x-" + format), take, { role: "menuitem", "data-x": format });
}
function voices() {
  const option2 = (value, text) => {
    const made = element("option", { value }, text);
    made.selected = choices.voice === value;
    return made;
  };
  const sides = ["a", "b", "third"].map((voice) => option2(voice, voiceName(voice)));
  const speakers = Object.keys(scene.speakers).map((id) => option2(id, voiceName(id)));
  find("#voice").setAttribute("aria-label", word("according-to"));
  refill(find("#voice"), option2("", word("all-voices")), scene.poles.length === 2 && sides, speakers);
}
var isMenuOpen = () => !find("#exports").hidden;
function openMenu(isOpen2) {
  const menu = find("#exports");
  if (!isOpen2 && menu.contains(document.activeElement)) find("#export").focus();
  menu.hidden = !isOpen2;
  find("#export").setAttribute("aria-expanded", String(isOpen2));
  if (isOpen2) find("button", menu).focus();
}
function startHeader(render2) {
  const voice = (
    /** @type {HTMLSelectElement} */
    find("#voice")
  );
  voice.addEventListener("change", () => choose({ voice: voice.value }));
  find("#theme").addEventListener("click", () => choose({ theme: NEXT_THEME[choices.theme] }));
  find("#undo").addEventListener("click", undo);
  find("#export").addEventListener("click", (event) => {
    event.stopPropagation();
    openMenu(find("#exports").hidden === true);
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element && event.target.closest(".menu"))) openMenu(false);
  });
  systemIsDark.addEventListener("change", render2);
}

// kg/show/page/src/legend.js
function line(hidden, value, mark2, text, count) {
  const toggle = () => {
    choose({ [hidden]: toggled(choices[hidden], value) });
    announce(`${text}: ${(find("#desc").textContent || "").split(". ")[0]}`);
  };
  const parts = [mark2, element("span", { class: "nm" }, text), element("span", { class: "ct" }, count)];
  return button(parts, toggle, { class: "tg", "aria-pressed": String(!choices[hidden].has(value)) });
}
function confirmationName(confirmation2) {
  if (confirmation2 !== "a" && confirmation2 !== "b") return word(confirmation2);
  const pole = things.get(scene.poles[confirmation2 === "a" ? 0 : 1]);
  return `${word("only")} ${pole ? nameOf2(pole) : ""}`;
}
function lines() {
  const comparison = compared();
  const shown = shownRelations();
  const kinds = [...picture.nodes].map((id) => thingOf(id).kind);
  const found2 = new Set([...relations.values()].map((relation) => relation.confirmation));
  const used = CONFIRMATIONS.filter((one) => found2.has(one) || choices.hiddenConfirmations.has(one));
  const views = new Map([...claims.values()].map((claim) => [claim.stance, claim.view]));
  const counted = (test) => shown.filter(test).length;
  const kindLine = (kind) => {
    const mark2 = icon({ kind, side: "third" });
    return line("hiddenKinds", kind, mark2, word(kind), kinds.filter((one) => one === kind).length);
  };
  const confirmationLine = (one) => {
    const count = counted((relation) => relation.confirmation === one);
    return line("hiddenConfirmations", one, comparison ? null : strokeIcon(one), confirmationName(one), count);
  };
  const stanceLine = (stance) => {
    const count = counted((relation) => relation.current.some((mention) => mention.claim.stance === stance));
    const mark2 = comparison ? null : strokeIcon("third", views.get(stance));
    return line("hiddenStances", stance, mark2, inLanguage(scene.stances[stance]), count);
  };
  const familyLine = (family) => {
    const count = counted((relation) => relation.family === family);
    return line("hiddenFamilies", family, null, word("f-" + family), count);
  };
  const changeLine = (change2) => {
    const count = counted((relation) => relation.change === change2);
    return line("hiddenChanges", change2, changeIcon(change2), changeName(change2), count);
  };
  const changes = new Set([...relations.values()].map((relation) => relation.change));
  const title2 = (key2) => element("h2", null, word(key2));
  return [
    comparison && [
      title2("change"),
      changesBy(comparison.by).filter((change2) => changes.has(change2)).map(changeLine)
    ],
    [title2("what"), KINDS.map(kindLine)],
    [title2("who-confirms"), used.map(confirmationLine)],
    [title2("how-meant"), STANCES.map(stanceLine)],
    [title2("relation-kind"), FAMILIES.map(familyLine)]
  ];
}
var roomy = matchMedia("(min-width: 1200px) and (min-height: 481px)");
var wish = null;
var isOpen = () => wish ?? roomy.matches;
function legend() {
  const hidden = Object.keys(nothingHidden());
  const count = hidden.reduce((sum, name) => sum + choices[
    /** @type {'hiddenKinds'} */
    name
  ].size, 0);
  const reset = button(word("reset"), () => choose(nothingHidden()), { class: "link", id: "reset" });
  find("#legend").setAttribute("aria-label", word("filters"));
  find("#filters").textContent = word("filters") + (count ? ` (${count})` : "");
  refill(find("#legend"), lines(), count > 0 && reset);
}
function openFilters(isShown) {
  const holder = find("#legend");
  const isInside = holder.contains(document.activeElement);
  wish = isShown;
  showFilters();
  if (!isShown && isInside) find("#filters").focus();
}
function showFilters() {
  find("#legend").hidden = !isOpen();
  find("#filters").setAttribute("aria-expanded", String(isOpen()));
}
var isDrawer = () => !roomy.matches && isOpen();
function startFilters() {
  showFilters();
  find("#filters").addEventListener("click", () => openFilters(!isOpen()));
  roomy.addEventListener("change", () => {
    wish = null;
    showFilters();
  });
}

// kg/show/page/src/search.js
var NAMES = [...things.values()].map(({ id, name, aliases }) => {
  const texts = /* @__PURE__ */ new Set([...Object.values(name), ...aliases, id.replace(/^\w+:/, "")]);
  return { id, keys: [...texts].map((text) => ({ text, key: fold(text), words: foldedWords(text) })) };
});
var MOST = 12;
var input = (
  /** @type {HTMLInputElement} */
  find("#q")
);
var selected = 0;
var found = [];
function scoreOf({ key: key2, words }, asked) {
  if (key2 === asked) return 4;
  if (words.includes(asked)) return 3;
  if (key2.startsWith(asked)) return 2;
  return key2.includes(asked) ? 1 : 0;
}
function search(text) {
  const asked = fold(text);
  if (!asked) return [];
  const hits = [];
  for (const { id, keys } of NAMES) {
    const score = Math.max(...keys.map((name) => scoreOf(name, asked)));
    if (score) hits.push({ id, score, by: keys.find((name) => scoreOf(name, asked) > 0)?.text || "" });
  }
  const degree = (hit) => thingOf(hit.id).relations.length;
  return hits.sort((one, other) => other.score - one.score || degree(other) - degree(one)).slice(0, MOST);
}
function showHits(text) {
  const list = find("#hits");
  found = search(text);
  selected = 0;
  list.hidden = !text;
  input.setAttribute("aria-expanded", String(!!text));
  const none = { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" };
  refill(list, found.length || !text ? found.map(option) : element("li", none, word("no-hit")));
  if (text) announce(plural(found.length, "n-hits"));
  if (found.length) input.setAttribute("aria-activedescendant", "hit0");
  else input.removeAttribute("aria-activedescendant");
}
function option({ id, by }, at) {
  const mousedown = (event) => {
    event.preventDefault();
    open(id);
  };
  const about = [inLanguage(thingOf(id).sort), by !== named(id) && by].filter(Boolean).join(" · ");
  return element(
    "li",
    { role: "option", id: `hit${at}`, "aria-selected": String(at === selected), on: { mousedown } },
    icon(thingOf(id)),
    element("span", null, named(id), element("small", null, about))
  );
}
function move(by) {
  if (!found.length) return;
  selected = (selected + by + found.length) % found.length;
  findAll("#hits li").forEach((line2, at) => line2.setAttribute("aria-selected", String(at === selected)));
  input.setAttribute("aria-activedescendant", `hit${selected}`);
  find(`#hit${selected}`).scrollIntoView({ block: "nearest" });
}
function open(id) {
  const [hiddenKinds, hiddenNodes] = [new Set(choices.hiddenKinds), new Set(choices.hiddenNodes)];
  hiddenKinds.delete(thingOf(id).kind);
  hiddenNodes.delete(id);
  clear();
  if (takeEnd(id, { hiddenKinds, hiddenNodes })) return;
  choose({ ...NOTHING_OPEN, node: id, hiddenKinds, hiddenNodes });
  if (choices.view === "graph") reveal(id);
  find("#panel").focus({ preventScroll: true });
}
function clear() {
  input.value = "";
  showHits("");
}
function onSearchKey(event) {
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => found.length && open(found[selected].id),
    Escape: () => {
      clear();
      input.blur();
    }
  };
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
}
function startSearch() {
  input.addEventListener("input", () => showHits(input.value));
  input.addEventListener("blur", () => setTimeout(() => showHits(""), 120));
}

// kg/show/page/src/story.js
var last = scene.story.length;
var isStory = last > 0;
var currentStep = () => +choices.step || 1;
function story() {
  const bar = find("#story");
  bar.hidden = !isStory;
  if (!isStory) return;
  const at = currentStep();
  refill(
    bar,
    button("←", () => tell(-1), { "aria-label": word("previous"), "aria-disabled": String(at <= 1) }),
    element("p", null, element("b", null, `${at}/${last} `), scene.story[at - 1].text),
    button("→", () => tell(1), { "aria-label": word("next"), "aria-disabled": String(at >= last) })
  );
  document.documentElement.style.setProperty("--dock", `${bar.offsetHeight}px`);
}
function tell(by) {
  const at = currentStep() + by;
  if (at < 1 || at > last) return;
  const { lang, theme, embed } = choices;
  const { text, view } = scene.story[at - 1];
  readAddress("#" + view);
  choose({ step: String(at), lang, theme, embed });
  announce(text);
  if (choices.node) reveal(choices.node);
  else fitGraph(true);
}
function startStory() {
  if (!isStory || choices.step) return;
  const { node, edge, claim, embed } = choices;
  if (!node && !edge && !claim) readAddress("#" + scene.story[0].view);
  Object.assign(choices, { embed, step: "1" });
}

// kg/show/page/src/keyboard.js
var KEYS = {
  "/": () => find("#q").focus(),
  Escape: () => {
    if (isMenuOpen()) return openMenu(false);
    if (isDrawer()) return openFilters(false);
    askForEnd(false);
    choose({ ...NOTHING_OPEN, focus: "" });
  },
  "+": () => zoomBy(1.25),
  "=": () => zoomBy(1.25),
  "-": () => zoomBy(0.8),
  0: () => fitGraph(true),
  n: () => walk(1),
  p: () => walk(-1),
  u: undo,
  h: () => choices.node && choose({ hiddenNodes: toggled(choices.hiddenNodes, choices.node), node: "" }),
  f: () => choices.node && choose({ focus: choices.focus ? "" : choices.node })
};
function onKey(event) {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (target.id === "q") return onSearchKey(event);
  const isTyping = ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName);
  const isCommand = event.ctrlKey || event.metaKey;
  const act = actionOf(event, target, isTyping, isCommand);
  if (!act) return;
  event.preventDefault();
  act();
}
function actionOf({ key: key2, altKey }, target, isTyping, isCommand) {
  if (isCommand && key2 === "z" && !isTyping) return undo;
  if (isCommand || altKey || isTyping && key2 !== "Escape") return void 0;
  if (target.getAttribute("role") === "tab" && key2.startsWith("Arrow")) return () => moveTab(target, key2);
  if (target.closest("#network") && key2.startsWith("Arrow")) return () => pan(key2);
  if (isStory && key2 === "ArrowLeft") return () => tell(-1);
  if (isStory && key2 === "ArrowRight") return () => tell(1);
  return Object.hasOwn(KEYS, key2) ? KEYS[key2] : void 0;
}
function moveTab(tab2, key2) {
  const tabs = findAll("#tabs [role=tab]");
  const by = key2 === "ArrowRight" ? 1 : key2 === "ArrowLeft" ? -1 : 0;
  const { id } = tabs[(tabs.indexOf(tab2) + by + tabs.length) % tabs.length];
  find(`#${id}`).click();
  find(`#${id}`).focus();
}
var walkedTo = -1;
function walk(by) {
  const ring = choices.node ? neighbours(choices.node) : byImportance(picture.nodes);
  if (!ring.length) return;
  walkedTo = (walkedTo + by + ring.length) % ring.length;
  openNode(ring[choices.node ? walkedTo : 0]);
  announce(`${named(choices.node)}, ${plural(shownOf(choices.node).length, "n-relations")}`);
  reveal(choices.node);
}

// kg/show/page/src/matrix.js
var allMentions = ({ own, others }) => [...own, ...others];
var speakersOf = (relation) => new Set(allMentions(relation).flatMap((mention) => mention.claim.speakers));
function groupsOfSpeakers() {
  const groups = /* @__PURE__ */ new Map();
  for (const { speakers, group } of claims.values()) {
    for (const speaker of speakers) if (!groups.has(speaker)) groups.set(speaker, group);
  }
  return groups;
}
function matrix() {
  const shown = shownRelations();
  const groups = groupsOfSpeakers();
  const rank = (speaker) => ["a", "b", "third"].indexOf(groups.get(speaker) || "third");
  const name = (speaker) => inLanguage(scene.speakers[speaker]);
  const speakers = [...new Set(shown.flatMap((relation) => [...speakersOf(relation)]))];
  speakers.sort((one, other) => rank(one) - rank(other) || (name(one) < name(other) ? -1 : 1));
  const isDisputed = (relation) => Number(relation.confirmation === "disputed");
  const ordered = shown.map((relation) => ({ relation, rank: [isDisputed(relation), speakersOf(relation).size] })).sort((one, other) => other.rank[0] - one.rank[0] || other.rank[1] - one.rank[1]).map(({ relation }) => relation);
  const { rows, more } = portion("matrix", ordered, matrix);
  const column = (speaker) => element("th", { scope: "col", class: `c ${groups.get(speaker)}` }, element("span", null, name(speaker)));
  const head = element("tr", null, element("th", { scope: "col" }, word("statement")), speakers.map(column));
  const body = rows.map((relation) => row(relation, speakers));
  const table2 = element("table", { class: "mx" }, element("thead", null, head), element("tbody", null, body));
  refill(find("#matrix"), lead("matrix", "matrix-lead"), table2, more);
}
function row(relation, speakers) {
  const said = allMentions(relation).map((mention) => mention.claim);
  const cell2 = (speaker) => element("td", { class: "c" }, said.filter((claim) => claim.speakers.includes(speaker)).map(mark));
  return element(
    "tr",
    { class: "row" },
    element("th", { scope: "row" }, relationLink(relation), element("small", null, word(relation.confirmation))),
    speakers.map(cell2)
  );
}
function mark({ denied, group, view, stance, text }) {
  const how = denied ? word("denies") : inLanguage(scene.stances[stance]);
  const kind = `mk ${group} ${denied ? "denied" : view}`;
  return element("span", { class: kind, role: "img", "aria-label": `${how}: ${text}`, title: text }, denied ? "✕" : "");
}

// kg/show/page/src/panel.js
var stats = (...pairs2) => element(
  "div",
  { class: "stats" },
  pairs2.map(([count, key2]) => element("div", null, element("b", null, count), element("span", null, word(key2))))
);
var kicker = (...children) => element("p", { class: "kick" }, ...children);
var title = (...children) => element("h2", { class: "name", tabindex: -1 }, ...children);
var actions = (...children) => element("div", { class: "acts" }, ...children);
var copyLinkButton = () => button(word("copy-link"), copyLink);
var MOST2 = 8;
function overviewPanel() {
  const told = shownClaims();
  const cited = new Set([...told].map((claim) => claim.document));
  const degrees = new Map([...picture.nodes].map((id) => [id, shownOf(id).length]));
  const most = [...degrees].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).slice(0, MOST2);
  const topLine = ([id, degree]) => element(
    "li",
    null,
    button(named(id), () => openNode(id), { class: "link" }),
    element("span", null, degree)
  );
  const docs = [...sources.values()].filter((source) => cited.has(source.id));
  return [
    kicker(word("overview")),
    title(inLanguage(scene.title)),
    inLanguage(scene.subtitle) && element("p", null, inLanguage(scene.subtitle)),
    stats([picture.nodes.size, "entities"], [picture.relations.size, "relations"], [told.size, "claims"]),
    heading(word("how")),
    howToRead(),
    heading(word("most")),
    element("ol", { class: "top" }, most.map(topLine)),
    heading(word("sources")),
    element(
      "ul",
      { class: "docs" },
      docs.map((source) => element("li", null, sourceLine(source)))
    )
  ];
}
function howToRead() {
  const lines2 = [
    [icon({ kind: "event", side: "joint" }), "how-shape"],
    [strokeIcon("several"), "how-several"],
    [strokeIcon("third"), "how-one"],
    [strokeIcon("third", "outlook"), "how-outlook"],
    [strokeIcon("third", "analysis"), "how-analysis"],
    [strokeIcon("disputed"), "how-disputed"]
  ];
  if (scene.poles.length === 2) lines2.unshift([icon({ kind: "state", side: "a" }), "how-side"]);
  return element(
    "div",
    { class: "how" },
    lines2.map(([mark2, key2]) => element("div", null, mark2, element("span", null, word(key2))))
  );
}
function nodePanel(thing) {
  const { id, name } = thing;
  const shown = shownOf(id);
  const told = new Set(shown.flatMap((relation) => relation.current.map((mention) => mention.claim)));
  const cited = new Set([...told].map((claim) => claim.document));
  const others = LANGUAGES.filter((lang) => lang !== choices.lang).map((lang) => name[lang]);
  const otherNames = new Set(others.filter((other) => other && other !== nameOf2(thing)));
  const families = [...new Set(shown.map((relation) => relation.family))];
  const section2 = (family) => {
    const some = shown.filter((relation) => relation.family === family);
    return [heading(word("f-" + family), some.length), some.map((relation) => relationCard(relation, { from: id }))];
  };
  return [
    kicker(icon(thing, 16), " ", inLanguage(thing.sort) || word(thing.kind)),
    title(nameOf2(thing)),
    element("p", { class: "alias" }, [...otherNames, ...thing.aliases].join(" · ")),
    nodeActions(id),
    stats([shown.length, "relations"], [told.size, "claims"], [cited.size, "documents"]),
    detailSections(thing),
    families.map(section2)
  ];
}
var askForEnd2 = () => {
};
function whenPathIsAsked(action) {
  askForEnd2 = action;
}
function nodeActions(id) {
  const isFocus = choices.focus === id;
  const unpin = () => {
    const pins = { ...choices.pins };
    delete pins[id];
    choose({ pins });
  };
  return actions(
    button(word("find-path"), () => askForEnd2()),
    button(word("focus"), () => choose({ focus: isFocus ? "" : id }), { "aria-pressed": String(isFocus) }),
    button(word("hide"), () => choose({ hiddenNodes: toggled(choices.hiddenNodes, id), node: "" })),
    choices.pins[id] && button(word("unpin"), unpin),
    copyLinkButton()
  );
}
function detailSections(thing) {
  const sieves = chosenSieves();
  const details = thing.details.map((detail) => ({
    ...detail,
    claims: detail.claims.filter((claim) => sieves.some((sieve) => countsAlone(sieve, claim)))
  }));
  const told = details.filter((detail) => detail.claims.length);
  const card = (detail) => {
    const isDisputed = detail.claims.some((claim) => claim.against.length || claim.denied);
    const property = element("span", { class: "lb" }, inLanguage(detail.property), ": ");
    const value = element("span", { class: "other" }, inLanguage(detail.value));
    const dots = element("span", { class: "dots" }, isDisputed && element("b", null, "≠"), detail.claims.length);
    return element(
      "details",
      { class: "rel" },
      element("summary", null, element("span", null, property, value), dots),
      element(
        "div",
        null,
        detail.claims.map((claim) => claimCard({ claim }))
      )
    );
  };
  return told.length > 0 && [heading(word("facts"), told.length), told.map(card)];
}
function relationPanel({ source, target, mutual, family, label, ...relation }) {
  const side = (id) => button(named(id), () => openNode(id), { class: "link" });
  const cards = (mentions3) => element("div", { class: "rel" }, mentions3.map(claimCard));
  const mark2 = strokeIcon(relation.confirmation || "third", relation.certainty);
  return [
    kicker(mark2, " ", word("f-" + family), " · ", word(relation.confirmation)),
    title(inLanguage(label)),
    element("p", null, side(source), mutual ? " ↔ " : " → ", side(target)),
    actions(copyLinkButton()),
    heading(word("claims"), relation.current.length),
    cards(relation.current),
    relation.others.length > 0 && !relation.ghost && [heading(word("others-say"), relation.others.length), cards(relation.others)]
  ];
}
function claimPanel(claim) {
  const { text, place, facts, citation } = telling(claim);
  const told = shownRelations().filter((relation) => isToldBy(relation, claim.id));
  const row3 = (key2, ...value) => value.flat(9).some(Boolean) && [element("dt", null, word(key2)), element("dd", null, value)];
  const link = (id) => claims.has(id) ? claimLink(id) : id;
  const listed = (items) => items.map((item, at) => [at ? ", " : "", item]);
  const was = scene.since?.was[claim.id];
  const links = claim.links.map((one) => [`${word("l-" + one.relation)} `, link(one.claim)]);
  return [
    kicker(word("claim"), " ", claim.id, " ", buildMark(claim)),
    title(claim.denied && `${word("denies")} `, text),
    actions(
      button(word("copy-citation"), () => copyText(citation, "copied-citation")),
      copyLinkButton()
    ),
    element(
      "dl",
      { class: "facts" },
      row3("stance", stamp(claim), " ", inLanguage(claim.limits)),
      row3("said-by", speakerNames(claim)),
      row3("document", sourceLine(
        /** @type {Source} */
        sources.get(claim.document)
      )),
      row3("where", place),
      row3("known", claim.known),
      row3(
        "content",
        facts.map((fact) => element("p", null, fact))
      ),
      row3("disagrees", listed(claim.against.map(link))),
      row3("links", listed(links)),
      row3("citation", citation),
      was && row3("earlier", claimLink(was))
    ),
    editsOf(claim),
    heading(word("relations"), told.length),
    told.map((relation) => relationCard(relation))
  ];
}
function pathPanel() {
  const [from, to] = choices.path.split("~");
  const cards = picture.path.map((relation) => relationCard(relation, { open: true }));
  return [
    kicker(word("path")),
    title(`${named(from)} → ${named(to)}`),
    actions(
      copyLinkButton(),
      button(word("clear"), () => choose({ path: "" }))
    ),
    cards.length ? cards : element("p", null, word("no-path"))
  ];
}
function shownPanel() {
  const { path, claim, edge, node } = choices;
  if (path) return pathPanel();
  if (claim) return claimPanel(claimOf(claim));
  if (edge) return relationPanel(relationOf(edge));
  return node ? nodePanel(thingOf(node)) : overviewPanel();
}
function panel() {
  const { path, claim, edge, node } = choices;
  const subject = path || claim || edge || node;
  const side = find("#panel");
  refill(side, subject && opened(side), ...shownPanel());
  if (side.dataset.subject !== subject) side.scrollTop = 0;
  side.dataset.subject = subject;
  document.documentElement.toggleAttribute("data-open", subject !== "");
}
function opened(side) {
  const stretch = () => {
    const isTall = side.classList.toggle("tall");
    find(".taller", side).setAttribute("aria-pressed", String(isTall));
  };
  const pressed = String(side.classList.contains("tall"));
  const taller = { class: "taller", "aria-label": word("taller"), "aria-pressed": pressed };
  return element(
    "div",
    { class: "opened" },
    button("⇕", stretch, taller),
    button("×", () => choose(NOTHING_OPEN), { "aria-label": word("close") })
  );
}
function copyText(text, key2) {
  const done = () => announce(word(key2));
  if (navigator.clipboard && window.isSecureContext) {
    navigator.clipboard.writeText(text).then(done, () => copyByHand(text, done));
  } else copyByHand(text, done);
}
function copyByHand(text, done) {
  const area = element("textarea", { class: "sr", readonly: true });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  done();
}
function copyLink() {
  writeAddress();
  copyText(location.href, "copied-link");
}

// kg/show/page/src/table.js
var distinct = (texts) => [...new Set(texts)];
var COLUMNS2 = [
  ["from", ({ source }) => named(source)],
  ["relation", ({ label }) => inLanguage(label)],
  ["to", ({ target }) => named(target)],
  ["when", ({ current }) => current.map(dateText).find(Boolean) || ""],
  ["confirmed", ({ confirmation: confirmation2 }) => word(confirmation2)],
  ["stance", ({ current }) => distinct(current.map(({ claim }) => inLanguage(scene.stances[claim.stance]))).join(", ")],
  ["said-by", ({ current }) => distinct(current.map(({ claim }) => speakerNames(claim))).join("; ")],
  ["claims", ({ current }) => current.map(({ claim }) => claim.id).join(" ")]
];
var sorting = { column: 0, isDown: false };
function table() {
  const [, textOf] = COLUMNS2[sorting.column];
  const order = new Intl.Collator(choices.lang);
  const sign = sorting.isDown ? -1 : 1;
  const keyed = shownRelations().map((relation) => ({ relation, text: textOf(relation) }));
  keyed.sort((one, other) => sign * order.compare(one.text, other.text));
  const sorted = keyed.map(({ relation }) => relation);
  const { rows, more } = portion("table", sorted, table);
  const head = element("thead", null, element("tr", null, COLUMNS2.map(headCell)));
  const body = element("tbody", null, rows.map(row2));
  refill(find("#table"), lead("table", "table-lead"), element("table", { id: "relations" }, head, body), more);
}
function headCell([key2], at) {
  const isSorted = sorting.column === at;
  const direction = sorting.isDown ? "descending" : "ascending";
  const arrow = sorting.isDown ? " ▾" : " ▴";
  const sort2 = () => {
    Object.assign(sorting, { column: at, isDown: isSorted && !sorting.isDown });
    table();
    findAll("#table th button")[at].focus();
  };
  const attributes = { scope: "col", "aria-sort": isSorted ? direction : "none" };
  return element("th", attributes, button([word(key2), isSorted ? arrow : ""], sort2));
}
function row2(relation) {
  const { id, current } = relation;
  const linked = {
    relation: relationLink(relation, inLanguage(relation.label)),
    claims: current.map(({ claim }, at) => [at ? " " : "", claimLink(claim.id)])
  };
  return element(
    "tr",
    { class: "row", "data-edge": id, "aria-current": choices.edge === id ? "true" : null },
    COLUMNS2.map(([key2, textOf]) => element("td", null, linked[key2] || textOf(relation)))
  );
}

// kg/show/page/src/timeline.js
var ROW = 62;
var TOP = 40;
var year = (day) => +day.slice(0, 4);
var yearAndPart = (day) => year(day) + ((+day.slice(5, 7) || 1) - 1) / 12 + ((+day.slice(8, 10) || 1) - 1) / 365;
function timeline() {
  const dated = [];
  const undated = [];
  for (const relation of shownRelations()) {
    const mention = relation.current.find((one) => one.begins || one.ends);
    const day = mention?.begins || mention?.ends;
    if (mention && day) dated.push({ relation, mention, day });
    else undated.push(relation);
  }
  const below = portion("undated", undated, timeline);
  const dots = portion("dots", dated, timeline);
  refill(
    find("#timeline"),
    lead("timeline", "timeline-lead"),
    dated.length ? lanes(scaleOf(dated), dots.rows) : element("p", null, word("nothing-dated")),
    dots.more,
    element("h3", null, element("span", null, word("no-date")), element("span", null, undated.length)),
    element(
      "ul",
      { class: "undated" },
      below.rows.map((relation) => element("li", null, relationLink(relation)))
    ),
    below.more
  );
}
function scaleOf(dated) {
  let [first, last2] = [Infinity, -Infinity];
  for (const { day, mention } of dated) {
    first = Math.min(first, year(day));
    last2 = Math.max(last2, year(mention.ends || day) + 1);
  }
  const width = Math.max(420, find("#timeline").clientWidth - 44);
  const told = new Set(dated.map(({ relation }) => relation.family));
  const at = (day) => 150 + (width - 180) * (yearAndPart(day) - first) / Math.max(1, last2 - first);
  return { families: FAMILIES.filter((family) => told.has(family)), first, last: last2, width, at };
}
function lanes(scale, dots) {
  const { families, width } = scale;
  const height = families.length * ROW;
  const lines2 = families.map((family, lane) => [
    shape("line", { x1: 0, y1: TOP + (lane + 1) * ROW, x2: width, y2: TOP + (lane + 1) * ROW, class: "grid" }),
    shape("text", { x: 0, y: TOP + 4 + lane * ROW + ROW / 2 }, word("f-" + family))
  ]);
  const piled = /* @__PURE__ */ new Map();
  return shape(
    "svg",
    { class: "tl", width, height: TOP + 20 + height, role: "group", "aria-label": word("timeline") },
    yearLines(scale, TOP + height),
    lines2,
    dots.map((one) => dot(scale, one, piled))
  );
}
var MOST_YEARS2 = 12;
function yearLines({ first, last: last2, at }, bottom) {
  const found2 = [];
  for (let shown = first; shown <= last2; shown += Math.max(1, Math.ceil((last2 - first) / MOST_YEARS2))) {
    const text = String(shown).padStart(4, "0");
    const x = at(`${text}-01-01`);
    const line2 = shape("line", { x1: x, y1: 24, x2: x, y2: bottom, class: "grid" });
    found2.push(line2, shape("text", { x: x + 4, y: 20 }, text));
  }
  return found2;
}
function dot({ families, at }, { relation, mention, day }, piled) {
  const lane = families.indexOf(relation.family);
  const x = at(day);
  const place = `${lane}:${Math.round(x / 9)}`;
  const nth = (piled.get(place) || 0) + 1;
  piled.set(place, nth);
  const y = TOP + lane * ROW + ROW / 2 + (nth % 2 ? -1 : 1) * Math.floor(nth / 2) * 10;
  const label = `${sentence(relation)}, ${dateText(mention)}`;
  const click = () => openRelation(relation.id);
  const keydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    click();
  };
  const { ends } = mention;
  const span = { x1: x, y1: y, x2: ends && at(ends), y2: y, class: `span ${relation.confirmation}` };
  const radius = 4 + Math.min(5, relation.current.length);
  return shape(
    "g",
    { class: "pt", tabindex: 0, role: "button", "aria-label": label, on: { click, keydown } },
    ends && ends !== day && shape("line", span),
    shape("circle", { cx: x, cy: y, r: radius, class: relation.confirmation }),
    shape("title", null, label)
  );
}

// kg/show/page/src/main.js
var SHEETS = { timeline, matrix, table, figures, change, beside: besides };
var render = () => keepFocus(draw);
function draw() {
  header();
  compute();
  legend();
  panel();
  clock();
  changeBar();
  banner();
  story();
  for (const view of VIEWS.slice(1)) find("#" + view).hidden = choices.view !== view;
  SHEETS[choices.view]?.();
  find("#network").setAttribute("aria-label", `${inLanguage(scene.title)}: ${word("graph")}`);
  const { nodes, relations: shown } = picture;
  const counts = [plural(nodes.size, "n-entities"), plural(shown.size, "n-relations")];
  find("#desc").textContent = `${counts.join(", ")}. ${word("keys")}`;
  paintGraph();
  writeAddress();
}
function listen() {
  whenChosen(render);
  whenPathIsAsked(() => askForEnd(true));
  startHeader(render);
  startFilters();
  startSearch();
  document.addEventListener("keydown", onKey);
  find("#zoom-in").addEventListener("click", () => zoomBy(1.25));
  find("#zoom-out").addEventListener("click", () => zoomBy(0.8));
  find("#zoom-fit").addEventListener("click", () => fitGraph(true));
  find("#skip").addEventListener("click", (event) => {
    event.preventDefault();
    choose({ view: "table" });
    find("#table").focus();
  });
  let resizing;
  addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => {
      fitGraph(false);
      if (choices.view === "timeline") timeline();
    }, 120);
  });
}
readAddress();
startStory();
listen();
header();
compute();
startGraph();
render();
fitGraph(false);
if (choices.node) reveal(choices.node);
var idsOf = (mentions3) => mentions3.map(({ claim }) => claim.id);
window.kg = Object.freeze({
  shown: () => [...picture.relations],
  edges: () => [...relations.values()].map(({ id, source, target, relation }) => ({ id, source, target, relation })),
  visible: () => [...picture.nodes],
  ghosts: () => [...picture.ghosts],
  changes: () => shownRelations().map(({ id, change: one, before, after }) => [id, one, idsOf(before), idsOf(after)]),
  path: () => picture.path.map((relation) => relation.id),
  labels: paintedLabels,
  at: screenPosition,
  svg: svgText,
  csv: csvText,
  sift,
  fold,
  foldedWords,
  route: strongestRoute
});
document.documentElement.dataset.ready = String(Math.round(performance.now()));
