// Made by npm run build: do not edit. Sources sha256:5443a9c3edae71190ffb040d72039b69409e90cd6df6d6ae102644b9625b32a7, code sha256:381733983fe15ef4c30662f4a2b27c9a0a14532edbd16c6bc87abbb7fc0a3f58
// kg/show/page/src/columns.js
function unpacked(value) {
  if (Array.isArray(value)) return value.map(unpacked);
  if (value === null || typeof value !== "object") return value;
  if (Object.hasOwn(value, "~")) return rowsOf(value);
  for (const key of Object.keys(value)) value[key] = unpacked(value[key]);
  return value;
}
function rowsOf({ "~": size, ...columns }) {
  const names = Object.keys(columns);
  const blank = Object.fromEntries(names.map((name) => [name, null]));
  const rows = Array.from({ length: size }, () => ({ ...blank }));
  for (const name of names) {
    const values = valuesOf(columns[name], size);
    for (let at = 0; at < size; at++) rows[at][name] = values[at];
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
  return Object.fromEntries(value.keys.map((key) => [key, value["="]]));
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
function fill(holder2, ...children) {
  for (
    const child of
    /** @type {Child[]} */
    children.flat(9)
  ) {
    if (child == null || child === false) continue;
    holder2.append(child instanceof Node ? child : String(child));
  }
  return holder2;
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
var focusable = (holder2) => (
  /** @type {HTMLElement[]} */
  [...holder2.querySelectorAll(FOCUSABLE)]
);
var nameOf = (control) => [control.tagName, control.id || control.getAttribute("aria-label") || control.textContent].join(" ");
function placeIn(holder2) {
  const here = (
    /** @type {HTMLElement} */
    document.activeElement
  );
  if (here === holder2 || !holder2.contains(here)) return null;
  const controls = focusable(holder2);
  const [at, name] = [controls.indexOf(here), nameOf(here)];
  const nth = controls.slice(0, at).filter((control) => nameOf(control) === name).length;
  return { holder: (
    /** @type {HTMLElement} */
    holder2
  ), name, nth, at };
}
function focusPlace({ holder: holder2, name, nth, at }) {
  const controls = focusable(holder2);
  const same = controls.filter((control) => nameOf(control) === name);
  const found = same[nth] || same[0] || controls[Math.min(at, controls.length - 1)] || holder2;
  found.focus({ preventScroll: true });
}
function refill(holder2, ...children) {
  const place = placeIn(holder2);
  const unfolded = new Set([...holder2.querySelectorAll("details[open] > summary")].map(nameOf));
  holder2.replaceChildren();
  fill(holder2, ...children);
  for (const summary of holder2.querySelectorAll("details:not([open]) > summary")) {
    if (unfolded.has(nameOf(summary))) summary.parentElement?.setAttribute("open", "");
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
var claims = new Map(scene.statements.map((claim) => [claim.id, claim]));
var sources = new Map(scene.sources.map((source) => [source.id, source]));
var speaksFor = new Map(Object.entries(scene.speaks_for));
var things = /* @__PURE__ */ new Map();
for (const [at, node] of scene.nodes.entries()) {
  for (const detail of node.details) detail.claims = detail.claims.map(claimOf);
  const { x, y } = data.network.nodes[at];
  things.set(node.id, Object.assign(node, { x, y, radius: 0, relations: [] }));
}
var relations = /* @__PURE__ */ new Map();
var UNWEIGHED = { own: [], others: [], current: [], ghost: false, alone: false, confirmation: "", certainty: "" };
for (const relation of scene.relations) {
  for (const mention of relation.mentions) mention.claim = claimOf(mention.claim);
  relation.id = `${relation.source}~${relation.relation}~${relation.target}`;
  relations.set(relation.id, Object.assign(relation, UNWEIGHED));
}
for (const relation of relations.values()) {
  for (const id of /* @__PURE__ */ new Set([relation.source, relation.target])) thingOf(id).relations.push(relation);
}
for (const thing of things.values()) {
  const loops = thing.relations.filter((relation) => relation.source === relation.target).length;
  const more = Math.min(8, 1.1 * Math.max(0, thing.relations.length + loops - 3));
  thing.radius = Math.round((RADIUS.get(thing.kind) ?? OTHER_RADIUS) + more);
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
    things.get(id)
  );
}
function relationOf(id) {
  return (
    /** @type {Relation} */
    relations.get(id)
  );
}
var across = (relation, end) => relation.source === end ? relation.target : relation.source;
var ALL_KINDS = ["state", "person", "org", "agreement", "project", "structure", "event", "place", "topic"];
var KINDS = ALL_KINDS.filter((kind) => scene.nodes.some((node) => node.kind === kind));
var CONFIRMATIONS = ["both", "corrob", "several", "a", "b", "third", "disputed"];
var STANCES = Object.keys(scene.stances);
var FAMILIES = Object.keys(scene.families).sort();

// kg/show/page/src/choices.js
var LANGUAGES = ["en", "ru", "ko"];
var VIEWS = ["graph", "timeline", "matrix", "table", "figures"];
var DEFAULTS = {
  lang: data.lang,
  theme: "auto",
  view: "graph",
  node: "",
  edge: "",
  claim: "",
  doc: "",
  path: "",
  focus: "",
  asof: "",
  known: "",
  undated: "1",
  voice: "",
  step: "",
  embed: "",
  all: "",
  lead: ""
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
  hiddenNodes: (
    /** @type {Set<string>} */
    /* @__PURE__ */ new Set()
  ),
  unfolded: (
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
    gone: "hiddenNodes",
    open: "unfolded"
  }
);
var NOTHING_OPEN = { node: "", edge: "", claim: "", doc: "", path: "" };
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
  const listed3 = (key) => (given.get(key) || "").split(",").filter(Boolean);
  for (const key of TEXTS) choices[key] = given.get(key) || DEFAULTS[key];
  for (const [key, name] of HIDDEN_PAIRS) choices[name] = new Set(listed3(key));
  for (
    const name of
    /** @type {const} */
    ["hiddenNodes", "unfolded"]
  ) {
    choices[name] = new Set([...choices[name]].filter((id) => things.has(id)));
  }
  choices.pins = /* @__PURE__ */ Object.create(null);
  for (const pin of listed3("pin")) {
    const found = /^(.+)@(-?\d+):(-?\d+)$/.exec(pin);
    if (found && things.has(found[1])) choices.pins[found[1]] = [+found[2], +found[3]];
  }
  sanitise();
}
function sanitise() {
  if (!LANGUAGES.includes(choices.lang)) choices.lang = data.lang;
  if (!VIEWS.includes(choices.view)) choices.view = "graph";
  if (!["auto", "light", "dark"].includes(choices.theme)) choices.theme = "auto";
  if (!things.has(choices.node)) choices.node = "";
  if (!relations.has(choices.edge)) choices.edge = "";
  if (!claims.has(choices.claim)) choices.claim = "";
  if (!sources.has(choices.doc)) choices.doc = "";
  if (!things.has(choices.focus)) choices.focus = "";
  const ends = choices.path.split("~");
  if (ends.length !== 2 || !ends.every((id) => things.has(id))) choices.path = "";
  if (!/^\d{4}-\d\d$/.test(choices.asof)) choices.asof = "";
  if (!["a", "b", "third"].includes(choices.voice) && !Object.hasOwn(scene.speakers, choices.voice)) choices.voice = "";
  if (!/^\d{0,3}$/.test(choices.step) || +choices.step > scene.story.length) choices.step = "";
}
function currentAddress() {
  const given = new URLSearchParams();
  for (const key of TEXTS) if (choices[key] && choices[key] !== DEFAULTS[key]) given.set(key, choices[key]);
  if (choices.undated === "") given.set("undated", "0");
  for (const [key, name] of HIDDEN_PAIRS) if (choices[name].size) given.set(key, [...choices[name]].join(","));
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
function toggled(values, value) {
  const copy = new Set(values);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}
var openNode = (id) => choose({ ...NOTHING_OPEN, node: id });
var openRelation = (id) => choose({ ...NOTHING_OPEN, edge: id });
var openClaim = (id) => choose({ ...NOTHING_OPEN, claim: id });
var openDocument = (id) => choose({ ...NOTHING_OPEN, doc: id });

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
    const { stances = null, knownAt } = this.rules;
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
  const sieve2 = new Sieve(rules, new Map(Object.entries(speaksFor2)));
  const passing = claims2.filter((claim) => sieve2.hears(claim) && sieve2.counts(claim, claim));
  return {
    passes: passing.map((claim) => claim.id),
    undated: sieve2.undated.size,
    unpublished: sieve2.unpublished.size
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
  /** Under the pointer. @type {string | null} */
  hoveredNode: null,
  /** @type {string | null} */
  hoveredRelation: null
};
function rulesOfChoices() {
  const { asof, known, undated, voice, hiddenStances } = choices;
  const [poles, isSide] = [scene.poles, { a: 0, b: 1 }];
  return {
    asOf: asof,
    knownAt: known ? asof : "",
    undated: undated === "1",
    stances: hiddenStances.size ? STANCES.filter((stance) => !hiddenStances.has(stance)) : null,
    speakers: voice in isSide ? [poles[isSide[
      /** @type {'a' | 'b'} */
      voice
    ]]] : voice !== "third" && voice ? [voice] : [],
    others: voice === "third" ? poles : []
  };
}
var chosenSieve = () => new Sieve(rulesOfChoices(), speaksFor);
var countsAlone = (sieve2, claim) => sieve2.hears(claim) && sieve2.counts(claim, {});
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
function weigh(relation, sieve2) {
  const living = relation.mentions.filter((mention) => sieve2.counts(mention.claim, mention));
  relation.own = living.filter((mention) => sieve2.hears(mention.claim));
  relation.others = living.filter((mention) => !sieve2.hears(mention.claim));
  relation.current = relation.own.length ? relation.own : relation.others;
  relation.ghost = !relation.own.length && relation.others.length > 0;
  relation.alone = choices.voice !== "" && relation.own.length > 0 && !relation.others.length;
  const claims2 = relation.current.map((mention) => mention.claim);
  relation.confirmation = claims2.length ? confirmation(claims2) : "";
  relation.certainty = certainty(claims2);
}
function compute() {
  const sieve2 = chosenSieve();
  const { focus, hiddenNodes, hiddenKinds, hiddenFamilies, hiddenConfirmations } = choices;
  const near = focus ? /* @__PURE__ */ new Set([focus, ...thingOf(focus).relations.map((relation) => across(relation, focus))]) : null;
  const isHidden = (id) => hiddenKinds.has(thingOf(id).kind) || hiddenNodes.has(id) || near && !near.has(id);
  Object.assign(picture, { nodes: /* @__PURE__ */ new Set(), relations: /* @__PURE__ */ new Set(), ghosts: /* @__PURE__ */ new Set() });
  for (const relation of relations.values()) {
    weigh(relation, sieve2);
    if (!relation.current.length || hiddenFamilies.has(relation.family)) continue;
    if (hiddenConfirmations.has(relation.confirmation)) continue;
    if (isHidden(relation.source) || isHidden(relation.target)) continue;
    picture.relations.add(relation.id);
    if (relation.ghost) picture.ghosts.add(relation.id);
    picture.nodes.add(relation.source).add(relation.target);
  }
  if (choices.node && !hiddenNodes.has(choices.node)) picture.nodes.add(choices.node);
  picture.leftOut = { undated: sieve2.undated.size, unpublished: sieve2.unpublished.size };
  highlight();
}
function highlight() {
  const { path, edge, claim, doc, node } = choices;
  Object.assign(picture, { hotNodes: null, hotRelations: /* @__PURE__ */ new Set(), path: [] });
  if (path) {
    const [from, to] = path.split("~");
    picture.path = strongestPath(from, to);
    light([from, to], picture.path);
  } else if (edge) {
    light([], [relationOf(edge)]);
  } else if (claim) {
    const told2 = shownRelations().filter((relation) => isToldBy(relation, claim));
    light([...picture.nodes].filter(isDetailedBy(claim)), told2);
    if (!picture.hotNodes?.size) picture.hotNodes = null;
  } else if (doc) {
    light(
      [],
      shownRelations().filter(({ current: current2 }) => current2.some((mention) => mention.claim.document === doc))
    );
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
  const ties = usable.map(({ source, target, current: current2 }) => ({ source, target, evidence: current2.map(evidence) }));
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

// kg/show/page/src/words.js
function word(key) {
  const texts = Object.hasOwn(data.words, key) ? data.words[key] : {};
  return texts[choices.lang] || texts.en || key;
}
var inLanguage = (texts) => texts && (texts[choices.lang] || texts.en || Object.values(texts)[0]) || "";
var foreign = (language) => language && language !== choices.lang ? language : null;
var nameOf2 = (thing) => inLanguage(thing.name) || thing.id;
var named = (id) => nameOf2(thingOf(id));
var PLURAL_RULES = { en: new Intl.PluralRules("en"), ru: new Intl.PluralRules("ru"), ko: new Intl.PluralRules("ko") };
var PLURAL_FORMS = { en: ["one", "other"], ru: ["one", "few", "many"], ko: ["other"] };
var numeral = (count) => count.toLocaleString(choices.lang);
function plural(count, key) {
  const forms = word(key).split("|");
  const at = PLURAL_FORMS[choices.lang].indexOf(PLURAL_RULES[choices.lang].select(count));
  return (forms[at] || forms[forms.length - 1]).replace("{n}", numeral(count));
}
function sentence({ source, target, label, mutual, says }) {
  const text = says?.[choices.lang] || `{a} ${mutual ? "↔" : "→"} {b}: ${inLanguage(label)}`;
  return text.replace(/\{([ab])\}/g, (_, end) => named(end === "a" ? source : target));
}
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

// kg/show/page/src/banner.js
function message() {
  const { path, focus, voice } = choices;
  if (isPickingEnd()) return [word("path-hint"), () => askForEnd(false)];
  if (path) return [pathText(), () => choose({ path: "" })];
  if (focus) return [`${word("focus-is")} ${named(focus)}`, () => choose({ focus: "" })];
  if (voice) return [voiceText(), () => choose({ voice: "" })];
  const everything = { asof: "", known: "", undated: "1", ...nothingHidden() };
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
  const told2 = plural(relations2.size - ghosts.size, "n-relations");
  return `${word("according-to")} ${name}: ${told2}; ${ghosts.size} ${word("ghosts")}; ${alone} ${word("alone")}`;
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
var colours = {};
var COLOUR_NAMES = "bg panel ink mut line a b joint third warn acc zone-a zone-b zone-third".split(" ");
function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of COLOUR_NAMES) colours[name] = style.getPropertyValue("--" + name).trim();
}
var relationColour = ({ confirmation: confirmation2 }) => colours[INKS[confirmation2] || confirmation2];
var sideColour = (side) => side && side !== "none" ? side : "third";
function labelColour({ side }) {
  if (side === "a" || side === "b") return colours[side];
  return side === "third" || side === "none" ? colours.mut : colours.ink;
}
var weight = (id) => (scene.poles.includes(id) ? 5e3 : 0) + (thingOf(id).kind === "state" ? 500 : 0) + thingOf(id).relations.length;
var byWeight = (ids) => {
  const weighed = [...ids].map((id) => ({ id, weight: weight(id) }));
  return weighed.sort((one, other) => other.weight - one.weight).map(({ id }) => id);
};
var importance = (id) => (id === choices.node ? 1e6 : 0) + (id === picture.hoveredNode ? 5e5 : 0) + (picture.hotNodes?.has(id) ? 1e5 : 0) + weight(id);
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
  const line3 = shape("line", {
    ...{ x1: 1, y1: 5, x2: 25, y2: 5, stroke: `var(--${INKS[confirmation2] || confirmation2})` },
    "stroke-width": STROKES[confirmation2] * 1.1,
    "stroke-dasharray": (DASHES[certainty2] || []).join(" ") || null
  });
  return shape("svg", { viewBox: "0 0 26 10", width: 26, height: 10, "aria-hidden": "true" }, line3);
}

// kg/show/page/src/first.js
var [FEW, FEWER] = [22, 12];
var WORTH = 6;
var narrow = matchMedia("(max-width: 720px)");
var isUpright = () => narrow.matches;
var canFold = () => scene.order.length > 0 && !data.large;
var places = new Map(scene.order.map((id, at) => [id, at]));
var comesFirst = (one, other) => (places.get(one) ?? Infinity) - (places.get(other) ?? Infinity);
var drawn = /* @__PURE__ */ new Set();
var isDrawn = (id) => picture.nodes.has(id) && (drawn.has(id) || !isFolding());
var folded = () => [...picture.nodes].filter((id) => !isDrawn(id));
var foldedAround = (id) => isFolding() ? neighbours(id).filter((other) => !isDrawn(other)) : [];
var folding = false;
var isFolding = () => folding;
function foldAway() {
  const most = narrow.matches ? FEWER : FEW;
  const visible = [...picture.nodes].sort(comesFirst);
  folding = canFold() && choices.all === "" && choices.focus === "" && visible.length >= most + WORTH;
  drawn = new Set(folding ? visible.slice(0, most) : visible);
  if (!folding) return;
  for (const id of choices.unfolded) {
    if (picture.nodes.has(id)) for (const near of [id, ...neighbours(id)]) drawn.add(near);
  }
  for (const id of opened()) join(id);
}
function opened() {
  const { node, edge, claim, path } = choices;
  if (node && !edge && !claim && !path) return [node];
  return edge || claim || path ? [...picture.hotNodes || []] : [];
}
function join(id) {
  if (drawn.has(id) || !picture.nodes.has(id)) return;
  const near = neighbours(id).sort(comesFirst);
  drawn.add(id);
  if (near.length && !near.some((other) => drawn.has(other))) join(near[0]);
}
function unfold(id) {
  choose({ unfolded: /* @__PURE__ */ new Set([...choices.unfolded, id]) });
}
function foldControl() {
  const hidden = folded().length;
  const isOpen2 = choices.all !== "" || choices.unfolded.size > 0;
  const holder2 = find("#more");
  holder2.hidden = !hidden && !isOpen2;
  const more = button(`+ ${plural(hidden, "n-more-things")}`, () => choose({ all: "1" }), { class: "unfold" });
  const less = button(word("fold"), () => choose({ all: "", unfolded: /* @__PURE__ */ new Set() }), { class: "unfold" });
  refill(
    holder2,
    hidden > 0 && element("span", null, `${numeral(picture.nodes.size - hidden)} / ${numeral(picture.nodes.size)}`),
    hidden > 0 && more,
    isOpen2 && less
  );
}
var drawnThings = () => [...drawn];

// kg/show/page/src/places.js
var extent = { all: [-100, -100, 100, 100], sides: { a: null, b: null, third: null, joint: null, none: null } };
var around = null;
var wholeExtent = () => extent.all;
var spots = null;
var placed = () => [...(around || spots || things).keys()].map(thingOf);
var isPlaced = (id) => around ? around.has(id) : isDrawn(id);
function positionOf(id) {
  const { x, y } = thingOf(id);
  return choices.pins[id] || around?.get(id) || spots?.get(id) || [x, y];
}
function boxOf(side) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const thing of placed()) {
    if (side && thing.side !== side) continue;
    const [x, y] = around?.get(thing.id) || spots?.get(thing.id) || [thing.x, thing.y];
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
var APART = [150, 104];
var TURNED = [1.18, 0.62];
function takePlaces() {
  spots = isFolding() ? /* @__PURE__ */ new Map() : null;
  if (!spots) return "";
  const late = [];
  for (const id of drawnThings()) {
    const [x, y] = data.first[id] || [NaN, NaN];
    if (Number.isNaN(x)) late.push(id);
    else spots.set(id, isUpright() ? [Math.round(y * TURNED[0]), Math.round(x * TURNED[1])] : [x, y]);
  }
  for (const id of late) spots.set(id, freeSpot(id, spots));
  return [isUpright(), ...spots.keys()].join(" ");
}
function freeSpot(id, taken2) {
  const near = neighbours(id).flatMap((other) => taken2.get(other) || []);
  const middle = (axis) => {
    const values = near.filter((_, at) => at % 2 === axis);
    return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
  };
  const [x, y] = [middle(0), middle(1)];
  const isFree = ([right, down]) => [...taken2.values()].every(
    ([across2, below]) => Math.abs(across2 - right) >= APART[0] * 0.9 || Math.abs(below - down) >= APART[1] * 0.9
  );
  for (let ring = 0; ; ring++) {
    for (let turn = 0; turn < Math.max(1, 8 * ring); turn++) {
      const angle = 2 * Math.PI * turn / Math.max(1, 8 * ring);
      const spot = [
        Math.round(x + ring * APART[0] * Math.cos(angle) / 2),
        Math.round(y + ring * APART[1] * Math.sin(angle) / 2)
      ];
      if (isFree(spot)) return spot;
    }
  }
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
  const { all: all2, sides } = extent;
  const { a: first, b: second, third, joint, none } = sides;
  const isFree = spots ? isUpright() : data.free;
  if (scene.poles.length !== 2 || !first || !second || isFree || first[2] > second[0]) return [];
  const top = third ? third[3] + 6 : all2[1];
  const bottom = none ? none[1] - 6 : all2[3];
  const text = (at) => poleName(at).toUpperCase();
  const found = [
    {
      ...{ box: [all2[0], top, first[2], bottom], colour: "zone-a", text: text(0), ink: "a" },
      ...{ x: all2[0] + 14, y: top + 18, align: "left" }
    },
    {
      ...{ box: [second[0], top, all2[2], bottom], colour: "zone-b", text: text(1), ink: "b" },
      ...{ x: all2[2] - 14, y: top + 18, align: "right" }
    }
  ];
  const middle = (first[2] + second[0]) / 2;
  if (joint && !spots) {
    found.push({ text: word("shared").toUpperCase(), x: middle, y: top + 18, align: "center", ink: "mut" });
  }
  if (third) {
    found.push({
      ...{ box: [all2[0], all2[1], all2[2], third[3] - 4], colour: "zone-third", ink: "mut" },
      ...{ text: word("third-parties").toUpperCase(), x: all2[0] + 14, y: all2[1] + 18, align: "left" }
    });
  }
  if (none) {
    found.push({
      ...{ box: [all2[0], none[1] + 4, all2[2], all2[3]], colour: "zone-third", ink: "mut" },
      ...{ text: word("no-side").toUpperCase(), x: all2[0] + 14, y: none[1] + 22, align: "left" }
    });
  }
  return found;
}

// kg/show/page/src/labels.js
var labels = /* @__PURE__ */ new Map();
var overlaps = (one, boxes) => boxes.some((other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1]);
function wrap(text, width) {
  const lines2 = [];
  let line3 = "";
  for (const next of text.split(/\s+/)) {
    const longer = line3 ? `${line3} ${next}` : next;
    if (line3 && longer.length > width) lines2.push(line3);
    line3 = line3 && longer.length > width ? next : longer;
  }
  return [...lines2, line3];
}
var lettersInLine = (name) => /[\u3040-\u9fff\uac00-\ud7af]/.test(name) ? 12 : 19;
function writeLabel(context, { lines: lines2, x, top, size, leading }, colour, halo) {
  context.lineWidth = size * halo;
  context.strokeStyle = colours.bg;
  lines2.forEach((line3, at) => context.strokeText(line3, x, top + at * leading));
  context.fillStyle = colour;
  lines2.forEach((line3, at) => context.fillText(line3, x, top + at * leading));
}
function drawLabels(context, scale, middleOf2) {
  const size = Math.max(11.5 / scale, Math.min(13, 15 / scale));
  const wanted = byImportance(picture.nodes).filter((id) => isPlaced(id) && isHot(id));
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
  drawRelationLabels(context, size * 0.92, written, middleOf2);
}
function fit(context, thing, size, scale, boxes) {
  const [x, y] = positionOf(thing.id);
  const leading = size * 1.16;
  const far = thing.radius * (OUTLINES[thing.kind] === "diamond" ? 1.18 : 1) + 4 / Math.max(0.8, scale);
  const name = nameOf2(thing);
  const letters = lettersInLine(name);
  for (const width of [letters, Math.round(letters * 1.4), Math.round(letters * 0.7)]) {
    const lines2 = wrap(name, width);
    const half = Math.max(...lines2.map((line3) => context.measureText(line3).width)) / 2;
    const height = lines2.length * leading;
    const places3 = [
      [x, y + far],
      [x, y - far - height],
      [x + far + half, y - height / 2],
      [x - far - half, y - height / 2]
    ];
    for (const [middle, top] of places3) {
      const box = [middle - half - 2, top - 1, middle + half + 2, top + height];
      if (!overlaps(box, boxes)) return { lines: lines2, x: middle, top, size, leading, box };
    }
  }
  return null;
}
var FEW2 = 14;
function drawRelationLabels(context, size, boxes, middleOf2) {
  const { hotNodes, hotRelations, hoveredRelation, relations: relations2 } = picture;
  const wanted = new Set(hotRelations.size <= FEW2 || choices.edge ? hotRelations : []);
  if (hoveredRelation) wanted.add(hoveredRelation);
  context.textBaseline = "middle";
  for (const id of relations2) {
    const relation = relationOf(id);
    const isWanted = wanted.has(id);
    if (!isPlaced(relation.source) || !isPlaced(relation.target)) continue;
    if (!isWanted && (relation.confirmation !== "disputed" || hotNodes && !hotRelations.has(id))) continue;
    const at = middleOf2(id);
    if (!at) continue;
    const text = isWanted ? inLanguage(relation.label) : "≠";
    context.font = `${isWanted ? 500 : 800} ${size}px ${FONT}`;
    const half = Math.max(context.measureText(text).width, size * 0.5) / 2 + 5;
    const box = [at.x - half, at.y - size * 0.75, at.x + half, at.y + size * 0.75];
    if (isWanted && overlaps(box, boxes)) continue;
    boxes.push(box);
    context.beginPath();
    context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], size * 0.5);
    context.fillStyle = isWanted ? colours.panel : colours.warn;
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
  const found = /* @__PURE__ */ new Map();
  for (const id of picture.relations) {
    const colour = relationColour(relationOf(id));
    const opacity = !hotNodes ? 0.22 : hotRelations.has(id) ? 0.9 : 0.04;
    const key = `${colour}|${opacity}`;
    if (!found.has(key)) found.set(key, { colour, opacity, ids: [] });
    found.get(key)?.ids.push(id);
  }
  for (const { colour, opacity, ids } of found.values()) {
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
  const found = /* @__PURE__ */ new Map();
  for (const id of picture.nodes) {
    if (!isInside(id)) continue;
    const { side } = thingOf(id);
    const opacity = isHot(id) ? 1 : 0.2;
    const key = `${side}|${opacity}`;
    if (!found.has(key)) found.set(key, { side, opacity, ids: [] });
    found.get(key)?.ids.push(id);
  }
  for (const { side, opacity, ids } of found.values()) {
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
    const [line3] = wrap(named(id), 28);
    const half = context.measureText(line3).width / 2;
    const top = y + dotRadius(thingOf(id)) + 2 / eye.scale;
    const box = [x - half, top, x + half, top + leading];
    if (overlaps(box, boxes)) continue;
    boxes.push(box);
    const label = { lines: [line3], x, top, size, leading, box };
    labels.set(id, label);
    writeLabel(context, label, labelColour(thingOf(id)), 0.35);
  }
}

// kg/show/page/src/tip.js
var LINGER = 300;
var leaving;
var tip = () => find("#tip");
function sideWords({ side }) {
  if (side === "a" || side === "b") return `${word("side-of")} ${poleName(side === "a" ? 0 : 1)}`;
  return word({ joint: "shared", third: "third-parties", none: "no-side" }[side]);
}
function thingWords(thing) {
  const shown = shownOf(thing.id);
  const told2 = new Set(shown.flatMap((relation) => relation.current.map(({ claim }) => claim.id)));
  const about = [inLanguage(thing.sort) || word(thing.kind), scene.poles.length === 2 && sideWords(thing)];
  const counts = [plural(shown.length, "n-relations"), plural(told2.size, "n-claims")];
  return { title: nameOf2(thing), about: about.filter(Boolean).join(" · "), more: counts.join(", ") };
}
function relationWords(relation) {
  const { confirmation: confirmation2, current: current2 } = relation;
  const [first] = current2;
  const about = [word(confirmation2), plural(current2.length, "n-claims")].join(" · ");
  const said = first ? `${speakerNames(first.claim)}: ${first.claim.text}` : "";
  return { title: sentence(relation), about, more: said };
}
function showTip(x, y) {
  const { hoveredNode, hoveredRelation } = picture;
  clearTimeout(leaving);
  if (!hoveredNode && !hoveredRelation) return;
  const words = hoveredNode ? thingWords(thingOf(hoveredNode)) : relationWords(relationOf(String(hoveredRelation)));
  const box = tip();
  refill(box, element("b", null, words.title), element("span", null, words.about), element("span", null, words.more));
  box.hidden = false;
  const { offsetWidth: width, offsetHeight: height } = box;
  const isBelow = y + 14 + height < innerHeight;
  const left = Math.max(6, Math.min(x + 12, innerWidth - width - 6));
  Object.assign(box.style, { left: `${left}px`, top: `${Math.max(6, isBelow ? y + 14 : y - 14 - height)}px` });
}
var canHover = matchMedia("(hover: hover)");
function hoverTip(x, y) {
  if (canHover.matches) showTip(x, y);
}
function hideTip() {
  clearTimeout(leaving);
  leaving = setTimeout(dismissTip, LINGER);
}
var isTipShown = () => !tip().hidden;
function dismissTip() {
  clearTimeout(leaving);
  tip().hidden = true;
}
function startTips() {
  tip().addEventListener("pointerenter", () => clearTimeout(leaving));
  tip().addEventListener("pointerleave", hideTip);
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
  const holder2 = element("div", { class: "fill" });
  find("#network").append(holder2);
  const options = { ...data.network.options };
  options.nodes = { ...options.nodes, shape: "custom", ctxRenderer: drawThing };
  const nodes = new vis.DataSet(given.nodes);
  const edges = new vis.DataSet(bent(given.edges));
  const network = new vis.Network(holder2, { nodes, edges }, options);
  drawing = { network, nodes, edges };
  network.on("beforeDrawing", drawZones);
  network.on("afterDrawing", (context) => drawLabels(context, network.getScale(), middleOf));
  network.on("click", (at) => pick(at.nodes[0], at.edges[0]));
  network.on("doubleClick", (at) => at.nodes[0] && choose({ focus: at.nodes[0], node: at.nodes[0] }));
  const hover = (changes, at = null) => {
    Object.assign(picture, changes);
    network.redraw();
    if (at) hoverTip(...at);
    else hideTip();
  };
  network.on("hoverNode", ({ node }) => hover({ hoveredNode: node }, screenPosition(node)));
  network.on("blurNode", () => hover({ hoveredNode: null }));
  network.on("hoverEdge", ({ edge, event }) => hover({ hoveredRelation: edge }, [event.clientX, event.clientY]));
  network.on("blurEdge", () => hover({ hoveredRelation: null }));
  find(".vis-network", holder2).tabIndex = -1;
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
    context.globalAlpha = isHot(id) ? 1 : 0.16;
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
function drawZones(context) {
  const found = zones();
  for (const { box, colour } of found) {
    if (!box || !colour) continue;
    context.beginPath();
    context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], 16);
    context.fillStyle = colours[colour];
    context.fill();
  }
  context.textBaseline = "middle";
  context.font = `650 ${Math.max(12.5, 11 / visNetwork().getScale())}px ${FONT}`;
  for (const { text, x, y, align, ink } of found) {
    Object.assign(context, { textAlign: align, fillStyle: colours[ink] });
    context.fillText(text, x, y);
  }
}
function curveOf(id) {
  const drawn2 = drawing?.network.body.edges[id];
  return drawn2 ? drawn2 : null;
}
function middleOf(id) {
  const drawn2 = curveOf(id);
  return drawn2?.connected ? drawn2.edgeType.getPoint(0.5) : null;
}
var CURVE_STEPS = 16;
function pointsOf(relation) {
  const drawn2 = curveOf(relation.id);
  if (!drawn2) return [positionOf(relation.source), positionOf(relation.target)];
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const { x, y } = drawn2.edgeType.getPoint(step / CURVE_STEPS);
    return [x, y];
  });
}
function styleOf(relation) {
  const { id, ghost, alone, mutual, confirmation: confirmation2, certainty: certainty2 } = relation;
  const isLit = !picture.hotNodes || picture.hotRelations.has(id);
  const opacity = !isLit ? 0.07 : ghost ? 0.16 : alone ? 1 : 0.62;
  const factor = alone ? 1.6 : picture.hotNodes && isLit ? 1.35 : 1;
  return {
    id,
    hidden: !picture.relations.has(id) || !isDrawn(relation.source) || !isDrawn(relation.target),
    color: { color: relationColour(relation), opacity, inherit: false },
    width: (STROKES[confirmation2] || 1) * factor,
    dashes: DASHES[certainty2],
    arrows: { to: { enabled: !mutual, scaleFactor: 0.42 } }
  };
}
function paintGraph() {
  if (data.large) {
    showOverview(isOverview());
    if (surrounded !== choices.focus) enterSurroundings();
    if (isOverview()) return askFrame();
  }
  const taken2 = takePlaces();
  if (taken2 !== places2) measureExtent();
  const points = held().map(({ id }) => {
    const [x, y] = positionOf(id);
    return { id, hidden: !isDrawn(id), x, y };
  });
  drawing?.nodes.update(points);
  drawing?.edges.update(heldRelations().map(styleOf));
  drawing?.network.redraw();
  if (taken2 !== places2) fitGraph(places2 !== null);
  places2 = taken2;
}
var places2 = null;
var held = () => data.large ? placed() : [...things.values()];
var heldRelations = () => data.large ? [...relations.values()].filter(({ source, target }) => isPlaced(source) && isPlaced(target)) : [...relations.values()];
var surrounded = "";
function enterSurroundings() {
  surrounded = choices.focus;
  drawing?.network.destroy();
  if (drawing) find("#network .fill").remove();
  drawing = null;
  if (!surround(surrounded)) return;
  const nodes = placed().map(({ id }) => ({ id, x: positionOf(id)[0], y: positionOf(id)[1] }));
  startVis({ nodes, edges: heldRelations().map(({ id, source, target }) => ({ id, from: source, to: target })) });
  fitGraph(false);
}
function repaint() {
  if (isOverview()) askFrame();
  else visNetwork().redraw();
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
function pan(key) {
  const [right, down] = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[key] || [
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

// kg/show/page/src/clock.js
var mentions = [...relations.values()].flatMap((relation) => relation.mentions);
var MANY_MONTHS = 2400;
var MONTHS = (() => {
  const dates = mentions.flatMap(({ begins, ends }) => [begins, ends]);
  const days = [...dates, ...[...claims.values()].map((claim) => claim.known)].filter((day) => day != null).sort();
  const number = (day) => +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1;
  const [first, last2] = days.length ? [number(days[0]), number(days[days.length - 1])] : [0, -1];
  const step = last2 - first > MANY_MONTHS ? 12 : 1;
  const months = [];
  for (let month = first; month <= last2 + step - 1; month += step) {
    months.push(`${String(Math.floor(month / 12)).padStart(4, "0")}-${String(month % 12 + 1).padStart(2, "0")}`);
  }
  return months;
})();
var dayOf = ({ claim, begins, ends }) => choices.known ? claim.known : begins || ends;
var WIDTH = 1e3;
function histogram(at) {
  const counts = /* @__PURE__ */ new Map();
  for (const mention of mentions) {
    const month = dayOf(mention)?.slice(0, 7);
    if (month) counts.set(month, (counts.get(month) || 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  const step = WIDTH / MONTHS.length;
  const bar = (month, nth) => {
    const height = 24 * (counts.get(month) || 0) / most;
    const box = { x: nth * step, y: 26 - height, width: Math.max(2, step - 1), height };
    return height > 0 && shape("rect", { ...box, class: nth <= at ? "on" : "off" });
  };
  const line3 = (month, nth) => month.endsWith("-01") && shape("line", { x1: nth * step, y1: 0, x2: nth * step, y2: 28, class: "grid" });
  const frame2 = { viewBox: `0 0 ${WIDTH} 30`, preserveAspectRatio: "none", "aria-hidden": "true" };
  return shape("svg", frame2, MONTHS.map(line3), MONTHS.map(bar));
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
function check(key, label) {
  const box = element("input", { type: "checkbox", id: `box-${key}` });
  box.checked = choices[key] === "1";
  box.addEventListener("change", () => choose({ [key]: box.checked ? "1" : "" }));
  return element("label", { class: "check", for: box.id }, box, word(label));
}
function output() {
  const { undated, unpublished } = picture.leftOut;
  const shown = [plural(picture.nodes.size, "n-entities"), plural(picture.relations.size, "n-relations")];
  const leftOut = [
    undated > 0 && `${word("left-out-undated")} ${undated}`,
    unpublished > 0 && `${word("left-out-unpublished")} ${unpublished}`
  ].filter(Boolean);
  return element(
    "output",
    { for: "time" },
    element("b", null, choices.asof || word("all-dates")),
    element("small", null, shown.join(" · ")),
    leftOut.length > 0 && element("small", { id: "left-out" }, leftOut.join(" · "))
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
      button(player ? "❚❚" : "▶", play, { class: "play", id: "play", "aria-label": name }),
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
function play() {
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
    [...picture.nodes].filter(isPlaced).map((id) => svgThing(thingOf(id))),
    svgLabels(),
    shape("text", { x: left + 14, y: bottom + 18, "font-size": 12, fill: colours.mut }, caption)
  );
  return new XMLSerializer().serializeToString(svg);
}
var ANCHORS = { left: "start", right: "end", center: "middle" };
function svgZones() {
  const found = zones();
  const areas = found.map(({ box, colour }) => {
    if (!box || !colour) return null;
    const [x, y, right, bottom] = box;
    return shape("rect", { x, y, width: right - x, height: bottom - y, rx: 16, fill: colours[colour] });
  });
  const captions = found.map(({ text, x, y, align, ink }) => {
    const look = { "text-anchor": ANCHORS[align], "font-size": 13, "font-weight": 650, fill: colours[ink] };
    return shape("text", { x, y, ...look }, text);
  });
  return [areas, captions];
}
function svgLabels() {
  return [...labels].map(([id, { lines: lines2, x, top, size, leading }]) => {
    const look = { "text-anchor": "middle", "font-size": size.toFixed(1), fill: labelColour(thingOf(id)) };
    const halo = { stroke: colours.bg, "stroke-width": size * 0.28, "paint-order": "stroke" };
    return lines2.map((line3, at) => shape("text", { x, y: top + size * 0.85 + at * leading, ...look, ...halo }, line3));
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
  const line3 = shape("polyline", {
    points: points.map((point) => point.map((value) => value.toFixed(1)).join(" ")).join(" "),
    ...{ fill: "none", stroke: color.color, "stroke-opacity": color.opacity, "stroke-width": width },
    "stroke-dasharray": dashes ? dashes.join(" ") : null
  });
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`;
  const head = { d: "M0 0L-7 3L-7 -3Z", fill: color.color, "fill-opacity": color.opacity, transform };
  return shape("g", null, shape("title", null, sentence(relation)), line3, !relation.mutual && shape("path", head));
}
function svgThing(thing) {
  const [x, y] = positionOf(thing.id);
  const drawn2 = icon(thing, thing.radius * 2);
  for (const part of drawn2.querySelectorAll("*")) {
    for (const name of ["fill", "stroke"]) {
      const variable = /^var\(--(.+)\)$/.exec(part.getAttribute(name) || "");
      if (variable) part.setAttribute(name, colours[variable[1]] || colours.third);
    }
  }
  drawn2.setAttribute("x", String(x - thing.radius));
  drawn2.setAttribute("y", String(y - thing.radius));
  drawn2.setAttribute("opacity", isHot(thing.id) ? "1" : "0.16");
  drawn2.removeAttribute("aria-hidden");
  drawn2.append(shape("title", null, nameOf2(thing)));
  return drawn2;
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
  const columns = "from relation to begins ends confirmed stance denied speakers document place claim text";
  const rows = [columns.split(" ")];
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

// kg/show/page/src/evidence.js
var heading = (text, count) => element("h3", null, element("span", null, text), count != null && element("span", null, count));
var claimLink = (id, more = {}) => button(id, () => openClaim(id), { class: "link", ...more });
var relationLink = (relation, text = sentence(relation)) => button(text, () => openRelation(relation.id), { class: "link" });
function claimText(claim) {
  const { text, language } = telling(claim);
  return element("span", { lang: foreign(language) }, text);
}
var documentLink = ({ id, title: title2, who, issued, language }) => [
  button(title2, () => openDocument(id), { class: "link", lang: foreign(language) }),
  element("span", { class: "by" }, ` ${who}, ${issued || word("undated-document")}`)
];
var sourceLine = ({ address, title: title2, who, issued }) => [
  isWebAddress(address) ? element("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, title2) : title2,
  element("span", { class: "by" }, ` ${who}, ${issued || word("undated-document")}`)
];
var stamp = (claim) => {
  const kind = `stance ${claim.view} ${claim.denied ? "denied" : ""}`;
  return element("span", { class: kind }, inLanguage(scene.stances[claim.stance]));
};
function claimCard(mention) {
  const { claim } = mention;
  const title2 = sources.get(claim.document)?.title;
  const isDisputed = claim.denied || claim.against.length > 0;
  const { place } = telling(claim);
  const where = [speakerNames(claim), title2, place, dateText(mention), inLanguage(claim.limits)];
  return element(
    "div",
    { class: `claim ${claim.group} ${isDisputed ? "disputed" : ""}`, "data-claim": claim.id },
    element(
      "p",
      null,
      stamp(claim),
      claim.denied && element("b", { class: "no" }, word("denies"), " "),
      claimText(claim)
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
var isOf = (claim, group) => claim.group === group || claim.group === "joint" && group !== "third";
function relationCard(relation, { open: open2 = false } = {}) {
  const { id, current: current2, confirmation: confirmation2, ghost } = relation;
  const saidBy = (group) => current2.some((mention) => isOf(mention.claim, group));
  const dots = ["a", "b", "third"].map((group) => element("i", { class: saidBy(group) ? group : "none" }));
  const sign = confirmation2 === "disputed" && element("b", null, "≠");
  return element(
    "details",
    { class: `rel ${ghost ? "ghost" : ""}`, open: open2, "data-edge": id },
    element(
      "summary",
      null,
      element("span", null, sentence(relation)),
      element("span", { class: "dots", title: word(confirmation2) }, sign, dots, " ", current2.length)
    ),
    element(
      "div",
      null,
      current2.map(claimCard),
      element("p", { class: "by pad" }, relationLink(relation, word("show-relation")))
    )
  );
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

// kg/show/page/src/figures.js
function figures() {
  const sieve2 = chosenSieve();
  const isTold = (id) => {
    const claim = claims.get(id);
    return !claim || countsAlone(sieve2, claim);
  };
  const told2 = scene.charts.map((one) => ({ ...one, bars: one.bars.filter((bar) => isTold(bar.claim)) }));
  const charts = told2.filter((one) => one.bars.length).map(chart);
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
    ({ family, current: current2 }) => current2.flatMap(({ begins }) => begins ? [{ family, year: begins.slice(0, 4) }] : [])
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
  const columns = years.map((year2) => element("th", { scope: "col" }, year2));
  const head = element("thead", null, element("tr", null, element("td"), columns));
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
  const kept2 = plain.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
  return kept2.normalize("NFC");
}
var foldedWords = (name) => name.normalize("NFKC").split(/[^\p{L}\p{N}\p{Mn}]+/u).map(fold).filter(Boolean);

// kg/show/page/src/header.js
var LANGUAGE_NAMES = [
  ["en", "EN", "English"],
  ["ru", "РУ", "Русский"],
  ["ko", "한", "한국어"]
];
var ZOOM = [
  ["#zoom-in", "zoom-in"],
  ["#zoom-out", "zoom-out"],
  ["#zoom-fit", "zoom-fit"],
  ["#grip", "grip"]
];
var THEME_SIGNS = { auto: "◐", light: "☀", dark: "☾" };
var NEXT_THEME = { auto: "light", light: "dark", dark: "auto" };
var systemIsDark = matchMedia("(prefers-color-scheme: dark)");
var isDark = () => choices.theme === "auto" ? systemIsDark.matches : choices.theme === "dark";
var hasFigures = scene.charts.length > 0 || [...relations.values()].some((relation) => relation.mentions.some((mention) => mention.begins));
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
  refill(find("#tabs"), VIEWS.filter((view) => view !== "figures" || hasFigures).map(tab));
  find("#langs").setAttribute("aria-label", word("language"));
  refill(find("#langs"), LANGUAGE_NAMES.map(languageButton));
  find("#theme").textContent = THEME_SIGNS[theme];
  find("#theme").setAttribute("aria-label", `${word("theme")}: ${word("theme-" + theme)}`);
  find("#undo").setAttribute("aria-label", word("undo"));
  find("#undo").setAttribute("aria-disabled", String(!hasPast()));
  find("#export").textContent = word("export") + " ▾";
  refill(find("#exports"), Object.keys(EXPORTS).map(exportButton));
  find("#ask").setAttribute("aria-label", word("help"));
  for (const [id, key] of ZOOM) find(id).setAttribute("aria-label", word(key));
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
  const sides = [
    option2("a", `${word("side-of")} ${poleName(0)}`),
    option2("b", `${word("side-of")} ${poleName(1)}`),
    option2("third", word("third-parties"))
  ];
  const speakers = Object.entries(scene.speakers).map(([id, name]) => option2(id, inLanguage(name)));
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
function line(hidden, value, mark3, text, count) {
  const toggle = () => {
    choose({ [hidden]: toggled(choices[hidden], value) });
    announce(`${text}: ${(find("#desc").textContent || "").split(". ")[0]}`);
  };
  const parts = [mark3, element("span", { class: "nm" }, text), element("span", { class: "ct" }, count)];
  return button(parts, toggle, { class: "tg", "aria-pressed": String(!choices[hidden].has(value)) });
}
function confirmationName(confirmation2) {
  if (confirmation2 !== "a" && confirmation2 !== "b") return word(confirmation2);
  const pole = things.get(scene.poles[confirmation2 === "a" ? 0 : 1]);
  return `${word("only")} ${pole ? nameOf2(pole) : ""}`;
}
function lines() {
  const shown = shownRelations();
  const kinds = [...picture.nodes].map((id) => thingOf(id).kind);
  const found = new Set([...relations.values()].map((relation) => relation.confirmation));
  const used = CONFIRMATIONS.filter((one) => found.has(one) || choices.hiddenConfirmations.has(one));
  const views = new Map([...claims.values()].map((claim) => [claim.stance, claim.view]));
  const counted2 = (test) => shown.filter(test).length;
  const kindLine = (kind) => {
    const mark3 = icon({ kind, side: "third" });
    return line("hiddenKinds", kind, mark3, word(kind), kinds.filter((one) => one === kind).length);
  };
  const confirmationLine = (one) => {
    const count = counted2((relation) => relation.confirmation === one);
    return line("hiddenConfirmations", one, strokeIcon(one), confirmationName(one), count);
  };
  const stanceLine = (stance) => {
    const count = counted2((relation) => relation.current.some((mention) => mention.claim.stance === stance));
    const mark3 = strokeIcon("third", views.get(stance));
    return line("hiddenStances", stance, mark3, inLanguage(scene.stances[stance]), count);
  };
  const familyLine = (family) => {
    const count = counted2((relation) => relation.family === family);
    return line("hiddenFamilies", family, null, word("f-" + family), count);
  };
  const title2 = (key) => element("h2", null, word(key));
  return [
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
  const holder2 = find("#legend");
  const isInside = holder2.contains(document.activeElement);
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

// kg/show/page/src/reading.js
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
    lines2.map(([mark3, key]) => element("div", null, mark3, element("span", null, word(key))))
  );
}

// kg/show/page/src/help.js
var KEYS = [
  ["/", "k-search"],
  ["↑ ↓ → ←", "k-walk"],
  ["Enter", "k-open"],
  ["Esc", "k-back"],
  ["Alt ←", "k-history"],
  ["u", "undo"],
  ["n p", "k-neighbours"],
  ["+ − 0", "k-zoom"],
  ["Shift ↑ ↓ → ←", "k-pan"],
  ["f", "focus"],
  ["h", "hide"],
  ["?", "help"]
];
var dialog = (
  /** @type {HTMLDialogElement} */
  find("#help")
);
function openHelp() {
  const part = (key) => [element("h3", null, word(key)), element("p", null, word(`${key}-text`))];
  const keys = KEYS.map(([signs, key]) => [
    element(
      "dt",
      null,
      signs.split(" ").map((sign) => element("kbd", null, sign))
    ),
    element("dd", null, word(key))
  ]);
  refill(
    dialog,
    button("×", () => dialog.close(), { class: "tool", "aria-label": word("close") }),
    element("h2", { id: "help-title" }, word("help")),
    element("h3", null, word("how")),
    howToRead(),
    ["help-clocks", "help-cite", "help-phone"].map(part),
    element("h3", null, word("help-keys")),
    element("dl", { class: "keys" }, keys)
  );
  dialog.showModal();
}
var isHelp = () => dialog.open;
function startHelp() {
  find("#ask").addEventListener("click", openHelp);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}

// kg/show/page/src/lookup.js
var entries = [];
var postings = /* @__PURE__ */ new Map();
var unspaced = (text) => text.replace(/(\d)[ ,.\u00a0\u202f](?=\d{3}(?!\d))/g, "$1");
var wordsOf = (text) => foldedWords(unspaced(text));
function add(entry, texts) {
  const at = entries.push(entry) - 1;
  for (const word2 of new Set(texts.flatMap(wordsOf))) {
    const found = postings.get(word2);
    if (found) found.push(at);
    else postings.set(word2, [at]);
  }
}
var local = (id) => id.replace(/^\w+:/, "");
var all = (texts) => Object.values(texts || {});
function* adding() {
  for (const id of byWeight(things.keys())) {
    const { name, aliases, relations: relations2 } = (
      /** @type {import('./types.js').Thing} */
      things.get(id)
    );
    const names = [.../* @__PURE__ */ new Set([...all(name), ...aliases, local(id)])];
    add({ group: "things", id, by: "", about: "", names, weight: relations2.length }, names);
    yield;
  }
  for (const { id, title: title2, who } of sources.values()) {
    const entry = {
      group: (
        /** @type {Group} */
        "documents"
      ),
      id,
      by: title2,
      about: who,
      names: [title2, local(id)],
      weight: 0
    };
    add(entry, [title2, who, id]);
    yield;
  }
  yield* addingFigures();
  for (const { id, text, facts, speakers } of claims.values()) {
    const who = speakers.flatMap((speaker) => all(scene.speakers[speaker]));
    const about = [id, all(scene.speakers[speakers[0]])[0]].filter(Boolean).join(" · ");
    add({ group: "claims", id, by: text, about, names: [id], weight: 0 }, [id, text, ...facts, ...who]);
    yield;
  }
}
function* addingFigures() {
  for (const { title: title2, unit, bars } of scene.charts) {
    for (const { whose, value, claim } of bars) {
      const by = `${all(whose)[0] || ""}: ${value} ${unit}`;
      const about = `${all(title2)[0] || ""} · ${claim}`;
      add({ group: "figures", id: claim, by, about, names: [], weight: 0 }, [...all(title2), ...all(whose), by]);
      yield;
    }
  }
  for (const { name, details } of things.values()) {
    for (const { property, value, claims: told2 } of details) {
      const first = told2[0];
      if (!first || !/\p{N}/u.test(all(value)[0] || "")) continue;
      const by = `${all(property)[0]}: ${all(value)[0]}`;
      const about = `${all(name)[0]} · ${first.id}`;
      add({ group: "figures", id: first.id, by, about, names: [], weight: 0 }, [
        ...all(name),
        ...all(property),
        ...all(value)
      ]);
      yield;
    }
  }
}
var SLICE = 12;
var work = null;
var isComplete = false;
function prepare(progressed) {
  if (work) return;
  work = adding();
  const step = () => {
    const end = performance.now() + SLICE;
    while (!isComplete && performance.now() < end) isComplete = work?.next().done === true;
    progressed();
    if (!isComplete) setTimeout(step);
  };
  step();
}
var errors = (word2) => word2.length < 4 ? 0 : word2.length < 8 ? 1 : 2;
function isNear(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return false;
  let [before, last2] = [
    /** @type {number[]} */
    [],
    Array.from({ length: other.length + 1 }, (_, at) => at)
  ];
  for (let row3 = 1; row3 <= one.length; row3++) {
    const line3 = [row3];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row3 - 1] === other[at - 1];
      let cost = Math.min(last2[at] + 1, line3[at - 1] + 1, last2[at - 1] + (isSame ? 0 : 1));
      const isSwap = row3 > 1 && at > 1 && one[row3 - 1] === other[at - 2] && one[row3 - 2] === other[at - 1];
      if (isSwap) cost = Math.min(cost, before[at - 2] + 1);
      line3.push(cost);
    }
    if (Math.min(...line3) > most) return false;
    [before, last2] = [last2, line3];
  }
  return last2[other.length] <= most;
}
function fit2(word2, asked) {
  if (word2 === asked) return 4;
  if (word2.startsWith(asked)) return 3;
  return asked.length > 1 && word2.includes(asked) ? 1 : 0;
}
function entriesOf(asked) {
  const found = /* @__PURE__ */ new Map();
  const take = (word2, score) => {
    for (const at of postings.get(word2) || []) if ((found.get(at) || 0) < score) found.set(at, score);
  };
  for (const word2 of postings.keys()) {
    const score = fit2(word2, asked);
    if (score) take(word2, score);
  }
  if (found.size || !errors(asked)) return found;
  for (const word2 of postings.keys()) if (isNear(word2, asked, errors(asked))) take(word2, 0.5);
  return found;
}
function wholeFit({ names }, asked) {
  const folded2 = names.map(fold);
  if (folded2.includes(asked)) return 40;
  if (folded2.some((name) => name.startsWith(asked))) return 10;
  return folded2.some((name) => name.includes(asked)) ? 5 : 0;
}
function find2(text) {
  const asked = fold(unspaced(text));
  if (!asked) return [];
  const words = [...new Set(wordsOf(text))].map(entriesOf);
  const scores = /* @__PURE__ */ new Map();
  const [first, ...rest] = words.sort((one, other) => one.size - other.size);
  for (const [at, score] of first) {
    if (rest.every((found) => found.has(at))) {
      scores.set(at, score + rest.reduce((sum, found) => sum + (found.get(at) || 0), 0));
    }
  }
  for (const at of joined(asked)) if (!scores.has(at)) scores.set(at, 0);
  const hits = [...scores].map(([at, score]) => ({ entry: entries[at], score: score + wholeFit(entries[at], asked) }));
  return hits.sort((one, other) => other.score - one.score || other.entry.weight - one.entry.weight);
}
function* joined(asked) {
  for (const [at, { group, names }] of entries.entries()) {
    if (group !== "things") return;
    if (names.some((name) => name.length >= asked.length && fold(name).includes(asked))) yield at;
  }
}

// kg/show/page/src/search.js
var GROUPS = ["things", "claims", "documents", "figures"];
var MOST = 5;
var input = (
  /** @type {HTMLInputElement} */
  find("#q")
);
var selected = 0;
var listed = [];
function showHits(text) {
  const list = find("#hits");
  const hits = find2(text);
  const groups = GROUPS.map((group) => ({ group, found: hits.filter(({ entry }) => entry.group === group) }));
  const told2 = groups.filter(({ found }) => found.length);
  const best = ({ found }) => found[0].score;
  told2.sort((one, other) => best(other) - best(one));
  const bound = told2.length === 1 ? 2 * MOST : MOST;
  listed = told2.flatMap(({ found }) => found.slice(0, bound).map(({ entry }) => entry));
  selected = 0;
  list.hidden = !text;
  input.setAttribute("aria-expanded", String(!!text));
  const none = { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" };
  const nothing = text && !listed.length && element("div", none, word(isComplete ? "no-hit" : "searching"));
  const shown = told2.map(({ group, found }) => section(group, found.length, bound));
  refill(list, listed.length ? shown : nothing);
  const counts = told2.map(({ group, found }) => counted(group, found.length));
  if (text && isComplete) announce(counts.join(", ") || word("no-hit"));
  if (listed.length) input.setAttribute("aria-activedescendant", "hit0");
  else input.removeAttribute("aria-activedescendant");
}
var counted = (group, count) => plural(count, group === "things" ? "n-entities" : `n-${group}`);
function section(group, count, bound) {
  const isCut = count > bound;
  const text = isCut ? `${counted(group, count)} · ${word("first-of")} ${bound}` : counted(group, count);
  const lines2 = listed.map((entry, at) => entry.group === group && option(entry, at));
  const title2 = element("div", { class: "group", id: `hits-${group}`, role: "presentation" }, text);
  return element("div", { role: "group", "aria-labelledby": `hits-${group}` }, title2, lines2);
}
function option(entry, at) {
  const mousedown = (event) => {
    event.preventDefault();
    open(entry);
  };
  const isThing = entry.group === "things";
  const thing = isThing ? thingOf(entry.id) : null;
  const other = thing && foundName(entry);
  const about = thing ? [inLanguage(thing.sort), other !== named(entry.id) && other] : [entry.about];
  const text = thing ? named(entry.id) : entry.by;
  return element(
    "div",
    { role: "option", id: `hit${at}`, "aria-selected": String(at === selected), on: { mousedown } },
    thing && icon(thing),
    element("span", null, text, element("small", null, about.filter(Boolean).join(" · ")))
  );
}
function foundName({ names }) {
  const typed = input.value.trim().toLowerCase();
  return names.find((name) => name.toLowerCase().includes(typed)) || names[0];
}
function move(by) {
  if (!listed.length) return;
  selected = (selected + by + listed.length) % listed.length;
  const lines2 = findAll("#hits [role=option]");
  lines2.forEach((line3) => line3.setAttribute("aria-selected", String(line3.id === `hit${selected}`)));
  input.setAttribute("aria-activedescendant", `hit${selected}`);
  find(`#hit${selected}`).scrollIntoView({ block: "nearest" });
}
function open({ group, id }) {
  clear();
  if (group === "things") openThing(id);
  else if (group === "documents") openDocument(id);
  else openClaim(id);
}
function openThing(id) {
  const [hiddenKinds, hiddenNodes] = [new Set(choices.hiddenKinds), new Set(choices.hiddenNodes)];
  hiddenKinds.delete(thingOf(id).kind);
  hiddenNodes.delete(id);
  if (takeEnd(id, { hiddenKinds, hiddenNodes })) return;
  choose({ ...NOTHING_OPEN, node: id, hiddenKinds, hiddenNodes });
  if (choices.view === "graph") reveal(id);
}
function clear() {
  input.value = "";
  showHits("");
}
function onSearchKey(event) {
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => listed.length && open(listed[selected]),
    Escape: clear
  };
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
}
function startSearch() {
  const get = () => prepare(() => input.value && !listed.length && showHits(input.value));
  input.addEventListener("focus", get);
  input.addEventListener("pointerenter", get);
  input.addEventListener("input", () => {
    get();
    showHits(input.value);
  });
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

// kg/show/page/src/walk.js
var holder = find("#walk");
var trail = [];
var listed2 = null;
var claimStop = (claim) => ({
  text: `${speakerNames(claim)}: ${claim.text} (${claim.id})`,
  open: () => openClaim(claim.id),
  inside: null
});
function relationStop(relation) {
  const { title: title2, about } = relationWords(relation);
  const inside = () => [...new Set(relation.current.map(({ claim }) => claim))].map(claimStop);
  return { text: `${title2}. ${about}`, open: () => openRelation(relation.id), inside, relation: relation.id };
}
function detailStops({ id, details }) {
  const sieve2 = chosenSieve();
  return details.flatMap(({ property, value, claims: claims2 }) => {
    const told2 = claims2.filter((claim) => countsAlone(sieve2, claim));
    const text = `${inLanguage(property)}: ${inLanguage(value)}. ${plural(told2.length, "n-claims")}`;
    const stop2 = { text, open: () => openClaim(told2[0].id), inside: () => told2.map(claimStop), node: id };
    return told2.length ? [stop2] : [];
  });
}
function thingStop(id) {
  const thing = thingOf(id);
  const byClaims = (one, other) => other.current.length - one.current.length;
  const inside = () => [...shownOf(id).sort(byClaims).map(relationStop), ...detailStops(thing)];
  const text = () => Object.values(thingWords(thing)).join(". ");
  return { get text() {
    return text();
  }, open: () => openNode(id), inside, node: id };
}
function start() {
  if (listed2 === picture.nodes) return;
  const stood = trail[0]?.stops[trail[0].at]?.node;
  const things2 = byWeight(picture.nodes);
  listed2 = picture.nodes;
  const path = trail.slice(1).map(({ at }) => at);
  trail = [{ stops: things2.map(thingStop), at: Math.max(0, things2.indexOf(stood || "")) }];
  if (things2[trail[0].at] !== stood) return;
  for (const at of path) {
    const stops = current()?.inside?.() || [];
    if (at >= stops.length) break;
    trail.push({ stops, at });
  }
}
function current() {
  const last2 = trail[trail.length - 1];
  return last2?.stops[last2.at];
}
var AROUND = 2;
function walk() {
  holder.setAttribute("aria-label", word("walk"));
  if (document.activeElement !== holder) return;
  start();
  const { stops, at } = trail[trail.length - 1];
  const first = Math.max(0, at - AROUND);
  const shown = stops.slice(first, at + AROUND + 1);
  const hint = element("p", { "aria-hidden": "true" }, word(trail.length > 1 ? "walk-inside" : "walk-hint"));
  refill(
    holder,
    shown.map((stop2, nth) => line2(stop2, first + nth)),
    stops.length ? hint : word("nothing-shown")
  );
  if (stops.length) holder.setAttribute("aria-activedescendant", `walk-${at}`);
  else holder.removeAttribute("aria-activedescendant");
  light2(current());
}
function line2(stop2, nth) {
  const { stops, at } = trail[trail.length - 1];
  const place = { "aria-level": trail.length, "aria-posinset": nth + 1, "aria-setsize": stops.length };
  const state = { "aria-selected": String(nth === at), "aria-expanded": stop2.inside ? "false" : null };
  const count = element("small", { "aria-hidden": "true" }, ` ${nth + 1}/${stops.length}`);
  return element("div", { role: "treeitem", id: `walk-${nth}`, ...place, ...state }, stop2.text, nth === at && count);
}
function light2(stop2) {
  const node = stop2?.node || trail[0]?.stops[trail[0].at]?.node || null;
  Object.assign(picture, { hoveredNode: stop2?.relation ? null : node, hoveredRelation: stop2?.relation || null });
  if (node && trail.length === 1) reveal(node);
  repaint();
  if (!stop2 || !stop2.relation && !stop2.node) return dismissTip();
  const relation = stop2.relation && relationOf(stop2.relation);
  const ends = relation ? [relation.source, relation.target] : [String(node)];
  const [xs, ys] = [0, 1].map((axis) => ends.map((id) => screenPosition(id)[axis]));
  const middle = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  showTip(middle(xs), middle(ys));
}
function move2(by) {
  const last2 = trail[trail.length - 1];
  last2.at = Math.max(0, Math.min(last2.stops.length - 1, last2.at + by));
}
function enter() {
  const stops = current()?.inside?.() || [];
  if (stops.length) trail.push({ stops, at: 0 });
}
function leave() {
  if (trail.length > 1) trail.pop();
}
var KEYS2 = {
  ArrowDown: () => move2(1),
  ArrowUp: () => move2(-1),
  PageDown: () => move2(10),
  PageUp: () => move2(-10),
  Home: () => move2(-Infinity),
  End: () => move2(Infinity),
  ArrowRight: enter,
  ArrowLeft: leave
};
function walkAction(key) {
  if (key === "Enter" || key === " ") return current()?.open;
  const act = Object.hasOwn(KEYS2, key) ? KEYS2[key] : key === "Escape" && trail.length > 1 ? leave : void 0;
  return act && (() => (act(), walk()));
}
function startWalk() {
  holder.addEventListener("focus", walk);
  holder.addEventListener("blur", () => {
    Object.assign(picture, { hoveredNode: null, hoveredRelation: null });
    dismissTip();
    repaint();
  });
}

// kg/show/page/src/keyboard.js
var KEYS3 = {
  "/": () => find("#q").focus(),
  "?": openHelp,
  Escape: () => {
    if (isTipShown()) return dismissTip();
    if (isMenuOpen()) return openMenu(false);
    if (isDrawer()) return openFilters(false);
    askForEnd(false);
    choose({ ...NOTHING_OPEN, focus: "" });
  },
  "+": () => zoomBy(1.25),
  "=": () => zoomBy(1.25),
  "-": () => zoomBy(0.8),
  0: () => fitGraph(true),
  n: () => walk2(1),
  p: () => walk2(-1),
  u: undo,
  h: () => choices.node && choose({ hiddenNodes: toggled(choices.hiddenNodes, choices.node), node: "" }),
  f: () => choices.node && choose({ focus: choices.focus ? "" : choices.node })
};
function onKey(event) {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (isHelp()) return;
  if (target.id === "q") return onSearchKey(event);
  const isTyping = ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName);
  const isCommand = event.ctrlKey || event.metaKey;
  const act = actionOf(event, target, isTyping, isCommand);
  if (!act) return;
  event.preventDefault();
  act();
}
function actionOf({ key, altKey, shiftKey }, target, isTyping, isCommand) {
  if (isCommand && key === "z" && !isTyping) return undo;
  if (isCommand || altKey || isTyping && key !== "Escape") return void 0;
  if (target.id === "walk" && !shiftKey && walkAction(key)) return walkAction(key);
  if (target.id === "walk" && key.startsWith("Arrow")) return () => pan(key);
  if (target.getAttribute("role") === "tab" && key.startsWith("Arrow")) return () => moveTab(target, key);
  if (target.closest("#network") && key.startsWith("Arrow")) return () => pan(key);
  if (isStory && key === "ArrowLeft") return () => tell(-1);
  if (isStory && key === "ArrowRight") return () => tell(1);
  return Object.hasOwn(KEYS3, key) ? KEYS3[key] : void 0;
}
function moveTab(tab2, key) {
  const tabs = findAll("#tabs [role=tab]");
  const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  const { id } = tabs[(tabs.indexOf(tab2) + by + tabs.length) % tabs.length];
  find(`#${id}`).click();
  find(`#${id}`).focus();
}
var walkedTo = -1;
function walk2(by) {
  const ring = choices.node ? neighbours(choices.node) : byImportance(picture.nodes);
  if (!ring.length) return;
  walkedTo = (walkedTo + by + ring.length) % ring.length;
  openNode(ring[choices.node ? walkedTo : 0]);
  announce(`${named(choices.node)}, ${plural(shownOf(choices.node).length, "n-relations")}`);
  reveal(choices.node);
}

// kg/show/page/src/lead.js
var [SENTENCES, FIGURES] = [4, 4];
var SAYS_SO = ["stated", "reported"];
var told = /* @__PURE__ */ new Map();
for (const relation of relations.values()) {
  for (const { claim } of relation.mentions) told.set(claim.id, [...told.get(claim.id) || [], relation]);
}
function sieve() {
  const alone = chosenSieve();
  const isOwn = (claim) => (relation) => picture.relations.has(relation.id) && relation.own.some((said) => said.claim === claim);
  return (claim) => told.has(claim.id) ? (
    /** @type {Relation[]} */
    told.get(claim.id).some(isOwn(claim))
  ) : countsAlone(alone, claim);
}
function kept(parts, counts) {
  return parts.map((part) => {
    const claims2 = part.claims.map(claimOf).filter(counts);
    const isSum = claims2.some((claim) => claim.records > 0);
    const isWhole = claims2.length === part.claims.length && !choices.asof;
    return { ...part, said: isSum && !isWhole ? [] : claims2 };
  });
}
function lead2() {
  const block = find("#lead");
  const counts = sieve();
  const lines2 = (
    /** @type {Line[]} */
    kept(scene.lead.lines, counts)
  );
  const figures2 = (
    /** @type {Figure[]} */
    kept(scene.lead.figures, counts).filter(({ said }) => said.length)
  );
  const passing = lines2.filter(({ said }) => said.length);
  const first = passing.find(({ said }) => said.every((claim) => SAYS_SO.includes(claim.stance) && !claim.denied));
  const more = passing.filter((line3) => line3 !== first).slice(0, SENTENCES);
  const last2 = lines2.lastIndexOf(
    /** @type {Line} */
    more.at(-1) || first
  );
  const skipped = lines2.filter((line3, at) => !line3.said.length && (last2 < 0 || at < last2 || more.length < SENTENCES));
  block.hidden = !lines2.length;
  block.setAttribute("aria-label", word("lead"));
  block.classList.toggle("closed", choices.lead === "0");
  refill(
    block,
    element(
      "div",
      { class: "summary" },
      headline(first),
      foldButton(),
      choices.lead !== "0" && [
        element(
          "ul",
          null,
          more.map((line3) => element("li", null, sentenceOf(line3)))
        ),
        skipped.length > 0 && element("p", { class: "by" }, plural(skipped.length, "n-lead-left-out"))
      ]
    ),
    choices.lead !== "0" && figures2.length > 0 && element("dl", { class: "numbers", "aria-label": word("lead-figures") }, figures2.slice(0, FIGURES).map(numberOf))
  );
}
var headline = (line3) => element("h2", null, line3 ? sayings(line3) : word("lead-none"), line3 && marks(line3));
var sentenceOf = (line3) => [sayings(line3), marks(line3)];
function sayings({ said, says }) {
  const [claim] = said;
  const summed = inLanguage(says);
  const { text, language } = telling(claim);
  const lang = summed ? null : foreign(language);
  const words = [claim.denied && `${word("denies")} `, element("span", { lang }, summed || text)];
  return button(words, () => openClaim(claim.id), { class: "say" });
}
function marks({ said, says }) {
  const some = inLanguage(says) ? said.slice(0, 1) : said;
  const also = (claim) => [
    ` · ${word("lead-also")} `,
    button(speakerNames(claim), () => openClaim(claim.id), { class: "link", title: claim.id })
  ];
  return element("span", { class: "marks" }, mark(some[0]), some.slice(1).map(also));
}
var mark = (claim) => element("span", { title: inLanguage(claim.limits) || null }, stamp(claim), speakerNames(claim));
function numberOf({ value, what, said }) {
  const [claim] = said;
  const [number, ...rest] = inLanguage(value).split(/ (?=[(/])/);
  const text = [element("b", null, number), rest.length > 0 && element("small", null, " ", rest.join(" "))];
  return element(
    "div",
    { class: claim.denied ? "denied" : claim.view },
    element("dt", null, inLanguage(what)),
    element(
      "dd",
      null,
      button(text, () => openClaim(claim.id), { class: "say" }),
      " ",
      mark(claim)
    )
  );
}
function foldButton() {
  const isOpen2 = choices.lead !== "0";
  const name = word(isOpen2 ? "lead-close" : "lead-open");
  const toggle = () => choose({ lead: isOpen2 ? "0" : "" });
  return button(isOpen2 ? "▴" : "▾", toggle, {
    class: "tool",
    "aria-expanded": String(isOpen2),
    "aria-label": name,
    title: name
  });
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
  const cell2 = (speaker) => element("td", { class: "c" }, said.filter((claim) => claim.speakers.includes(speaker)).map(mark2));
  return element(
    "tr",
    { class: "row" },
    element("th", { scope: "row" }, relationLink(relation), element("small", null, word(relation.confirmation))),
    speakers.map(cell2)
  );
}
function mark2({ denied, group, view, stance, text }) {
  const how = denied ? word("denies") : inLanguage(scene.stances[stance]);
  const kind = `mk ${group} ${denied ? "denied" : view}`;
  return element("span", { class: kind, role: "img", "aria-label": `${how}: ${text}`, title: text }, denied ? "✕" : "");
}

// kg/show/page/src/panel.js
var stats = (...pairs) => element(
  "div",
  { class: "stats" },
  pairs.map(([count, key]) => element("div", null, element("b", null, count), element("span", null, word(key))))
);
var kicker = (...children) => element("p", { class: "kick" }, ...children);
var title = (...children) => element("h2", { class: "name", tabindex: -1 }, ...children);
var actions = (...children) => element("div", { class: "acts" }, ...children);
var copyLinkButton = () => button(word("copy-link"), copyLink);
var MOST2 = 8;
function overviewPanel() {
  const told2 = shownClaims();
  const cited = new Set([...told2].map((claim) => claim.document));
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
    stats([picture.nodes.size, "entities"], [picture.relations.size, "relations"], [told2.size, "claims"]),
    heading(word("how")),
    howToRead(),
    heading(word("most")),
    element("ol", { class: "top" }, most.map(topLine)),
    heading(word("sources")),
    element(
      "ul",
      { class: "docs" },
      docs.map((source) => element("li", null, documentLink(source)))
    )
  ];
}
function nodePanel(thing) {
  const { id, name } = thing;
  const shown = shownOf(id);
  const told2 = new Set(shown.flatMap((relation) => relation.current.map((mention) => mention.claim)));
  const cited = new Set([...told2].map((claim) => claim.document));
  const others = new Map(LANGUAGES.map((lang) => [name[lang], lang]));
  for (const known of ["", void 0, nameOf2(thing)]) others.delete(
    /** @type {string} */
    known
  );
  const otherNames = [...others].map(([text, lang]) => element("span", { lang: foreign(lang) }, text));
  const families = [...new Set(shown.map((relation) => relation.family))];
  const section2 = (family) => {
    const some = shown.filter((relation) => relation.family === family);
    return [heading(word("f-" + family), some.length), some.map((relation) => relationCard(relation))];
  };
  return [
    kicker(icon(thing, 16), " ", inLanguage(thing.sort) || word(thing.kind)),
    title(nameOf2(thing)),
    element(
      "p",
      { class: "alias" },
      [...otherNames, ...thing.aliases].map((one, at) => [at ? " · " : "", one])
    ),
    nodeActions(id),
    stats([shown.length, "relations"], [told2.size, "claims"], [cited.size, "documents"]),
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
    foldedAround(id).length > 0 && button(`${word("unfold-around")} (+${foldedAround(id).length})`, () => unfold(id)),
    copyLinkButton()
  );
}
function detailSections(thing) {
  const sieve2 = chosenSieve();
  const details = thing.details.map((detail) => ({
    ...detail,
    claims: detail.claims.filter((claim) => countsAlone(sieve2, claim))
  }));
  const told2 = details.filter((detail) => detail.claims.length);
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
  return told2.length > 0 && [heading(word("facts"), told2.length), told2.map(card)];
}
function relationPanel({ source, target, mutual, family, label, ...relation }) {
  const side = (id) => button(named(id), () => openNode(id), { class: "link" });
  const cards = (mentions2) => element("div", { class: "rel" }, mentions2.map(claimCard));
  const mark3 = strokeIcon(relation.confirmation || "third", relation.certainty);
  return [
    kicker(mark3, " ", word("f-" + family), " · ", word(relation.confirmation)),
    title(sentence({ source, target, mutual, label, says: relation.says })),
    element("p", null, side(source), mutual ? " ↔ " : " → ", side(target)),
    actions(copyLinkButton()),
    heading(word("claims"), relation.current.length),
    cards(relation.current),
    relation.others.length > 0 && !relation.ghost && [heading(word("others-say"), relation.others.length), cards(relation.others)]
  ];
}
function claimPanel(claim) {
  const { place, facts, citation } = telling(claim);
  const told2 = shownRelations().filter((relation) => isToldBy(relation, claim.id));
  const row3 = (key, ...value) => value.flat(9).some(Boolean) && [element("dt", null, word(key)), element("dd", null, value)];
  const link = (id) => claims.has(id) ? claimLink(id) : id;
  const listed3 = (items) => items.map((item, at) => [at ? ", " : "", item]);
  const links = claim.links.map((one) => [`${word("l-" + one.relation)} `, link(one.claim)]);
  return [
    kicker(word("claim"), " ", claim.id),
    title(claim.denied && `${word("denies")} `, claimText(claim)),
    actions(
      button(word("copy-citation"), () => copyText(citation, "copied-citation")),
      copyLinkButton()
    ),
    element(
      "dl",
      { class: "facts" },
      row3("stance", stamp(claim), " ", inLanguage(claim.limits)),
      row3("said-by", speakerNames(claim)),
      row3("document", documentLink(
        /** @type {Source} */
        sources.get(claim.document)
      )),
      row3("where", place),
      row3("known", claim.known),
      row3(
        "content",
        facts.map((fact) => element("p", null, fact))
      ),
      row3("disagrees", listed3(claim.against.map(link))),
      row3("links", listed3(links)),
      row3("citation", citation)
    ),
    heading(word("relations"), told2.length),
    told2.map((relation) => relationCard(relation))
  ];
}
function documentPanel(source) {
  const sieve2 = chosenSieve();
  const taken2 = scene.statements.filter((claim) => claim.document === source.id);
  const told2 = taken2.filter((claim) => countsAlone(sieve2, claim));
  const { rows, more } = portion("doc", told2, panel);
  return [
    kicker(word("document")),
    title(element("span", { lang: foreign(source.language) }, source.title)),
    element("p", null, sourceLine(source)),
    actions(copyLinkButton()),
    heading(word("claims"), told2.length),
    told2.length < taken2.length && element("p", { class: "by" }, word("left-out"), " ", taken2.length - told2.length),
    element(
      "div",
      { class: "rel" },
      rows.map((claim) => claimCard({ claim }))
    ),
    more
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
  const { path, claim, doc, edge, node } = choices;
  if (path) return pathPanel();
  if (claim) return claimPanel(claimOf(claim));
  if (doc) return documentPanel(
    /** @type {Source} */
    sources.get(doc)
  );
  if (edge) return relationPanel(relationOf(edge));
  return node ? nodePanel(thingOf(node)) : overviewPanel();
}
function panel() {
  const { path, claim, doc, edge, node } = choices;
  const subject = path || claim || doc || edge || node;
  const side = find("#panel");
  refill(side, subject && opened2(side), ...shownPanel());
  if (side.dataset.subject !== subject) side.scrollTop = 0;
  side.dataset.subject = subject;
  document.documentElement.toggleAttribute("data-open", subject !== "");
}
function opened2(side) {
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
function copyText(text, key) {
  const done = () => announce(word(key));
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
var COLUMNS = [
  ["from", ({ source }) => named(source)],
  ["relation", sentence],
  ["to", ({ target }) => named(target)],
  ["when", ({ current: current2 }) => current2.map(dateText).find(Boolean) || ""],
  ["confirmed", ({ confirmation: confirmation2 }) => word(confirmation2)],
  ["stance", ({ current: current2 }) => distinct(current2.map(({ claim }) => inLanguage(scene.stances[claim.stance]))).join(", ")],
  ["said-by", ({ current: current2 }) => distinct(current2.map(({ claim }) => speakerNames(claim))).join("; ")],
  ["claims", ({ current: current2 }) => current2.map(({ claim }) => claim.id).join(" ")]
];
var sorting = { column: 0, isDown: false };
function table() {
  const [, textOf] = COLUMNS[sorting.column];
  const order = new Intl.Collator(choices.lang);
  const sign = sorting.isDown ? -1 : 1;
  const keyed = shownRelations().map((relation) => ({ relation, text: textOf(relation) }));
  keyed.sort((one, other) => sign * order.compare(one.text, other.text));
  const sorted = keyed.map(({ relation }) => relation);
  const { rows, more } = portion("table", sorted, table);
  const head = element("thead", null, element("tr", null, COLUMNS.map(headCell)));
  const body = element("tbody", null, rows.map(row2));
  refill(find("#table"), lead("table", "table-lead"), element("table", { id: "relations" }, head, body), more);
}
function headCell([key], at) {
  const isSorted = sorting.column === at;
  const direction = sorting.isDown ? "descending" : "ascending";
  const arrow = sorting.isDown ? " ▾" : " ▴";
  const sort = () => {
    Object.assign(sorting, { column: at, isDown: isSorted && !sorting.isDown });
    table();
    findAll("#table th button")[at].focus();
  };
  const attributes = { scope: "col", "aria-sort": isSorted ? direction : "none" };
  return element("th", attributes, button([word(key), isSorted ? arrow : ""], sort));
}
function row2(relation) {
  const { id, current: current2 } = relation;
  const linked = {
    relation: relationLink(relation),
    claims: current2.map(({ claim }, at) => [at ? " " : "", claimLink(claim.id)])
  };
  return element(
    "tr",
    { class: "row", "data-edge": id, "aria-current": choices.edge === id ? "true" : null },
    COLUMNS.map(([key, textOf]) => element("td", null, linked[key] || textOf(relation)))
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
  const told2 = new Set(dated.map(({ relation }) => relation.family));
  const at = (day) => 150 + (width - 180) * (yearAndPart(day) - first) / Math.max(1, last2 - first);
  return { families: FAMILIES.filter((family) => told2.has(family)), first, last: last2, width, at };
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
  const found = [];
  for (let shown = first; shown <= last2; shown += Math.max(1, Math.ceil((last2 - first) / MOST_YEARS2))) {
    const text = String(shown).padStart(4, "0");
    const x = at(`${text}-01-01`);
    const line3 = shape("line", { x1: x, y1: 24, x2: x, y2: bottom, class: "grid" });
    found.push(line3, shape("text", { x: x + 4, y: 20 }, text));
  }
  return found;
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
var SHEETS = { timeline, matrix, table, figures };
var render = () => keepFocus(draw);
function draw() {
  header();
  compute();
  foldAway();
  lead2();
  foldControl();
  legend();
  panel();
  clock();
  banner();
  story();
  for (const view of VIEWS.slice(1)) find("#" + view).hidden = choices.view !== view;
  SHEETS[choices.view]?.();
  find("#network").setAttribute("aria-label", `${inLanguage(scene.title)}: ${word("graph")}`);
  const { nodes, relations: shown } = picture;
  const counts = [plural(nodes.size, "n-entities"), plural(shown.size, "n-relations")];
  find("#desc").textContent = `${counts.join(", ")}. ${word("keys")}`;
  paintGraph();
  walk();
  writeAddress();
}
function listen() {
  whenChosen(render);
  whenPathIsAsked(() => askForEnd(true));
  startHeader(render);
  startFilters();
  startSearch();
  startHelp();
  startTips();
  startWalk();
  document.addEventListener("keydown", onKey);
  find("#zoom-in").addEventListener("click", () => zoomBy(1.25));
  find("#zoom-out").addEventListener("click", () => zoomBy(0.8));
  find("#zoom-fit").addEventListener("click", () => fitGraph(true));
  find("#grip").addEventListener("click", holdPicture);
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
function holdPicture() {
  const isHeld = find("#network").classList.toggle("held");
  find("#grip").setAttribute("aria-pressed", String(isHeld));
  announce(word(isHeld ? "grip-on" : "grip-off"));
}
readAddress();
startStory();
listen();
header();
compute();
foldAway();
startGraph();
render();
fitGraph(false);
if (choices.node) reveal(choices.node);
window.kg = Object.freeze({
  shown: () => [...picture.relations],
  edges: () => [...relations.values()].map(({ id, source, target, relation }) => ({ id, source, target, relation })),
  visible: () => [...picture.nodes],
  drawn: () => [...picture.nodes].filter(isDrawn),
  ghosts: () => [...picture.ghosts],
  path: () => picture.path.map((relation) => relation.id),
  labels: paintedLabels,
  at: screenPosition,
  svg: svgText,
  csv: csvText,
  sift,
  fold,
  foldedWords,
  route: strongestRoute,
  look: (text) => find2(text).map(({ entry }) => ({ group: entry.group, id: entry.id })),
  prepare
});
document.documentElement.dataset.ready = String(Math.round(performance.now()));
