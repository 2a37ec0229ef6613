// Made by npm run build: do not edit. Sources sha256:bcda9f01f47499382457dbd5214c1b80d96726c8eba7f53d7223e32a6ce9df13, code sha256:e955840c9637aa8fbd075ffa7635f4207a1ef492ea491d7511aede3d40230b78
// kg/show/page/src/columns.js
function unpacked(value) {
  if (Array.isArray(value)) return value.map(unpacked);
  if (value === null || typeof value !== "object") return value;
  if (Object.hasOwn(value, "~")) return rowsOf(value);
  for (const key2 of Object.keys(value)) value[key2] = unpacked(value[key2]);
  return value;
}
function rowsOf({ "~": size2, ...columns }) {
  const names = Object.keys(columns);
  const blank = Object.fromEntries(names.map((name) => [name, null]));
  const rows = Array.from({ length: size2 }, () => ({ ...blank }));
  for (const name of names) {
    const values = valuesOf(columns[name], size2);
    for (let at = 0; at < size2; at++) rows[at][name] = values[at];
  }
  return rows;
}
function valuesOf(column2, size2) {
  if (Array.isArray(column2)) return column2.map(valueOf);
  if ("of" in column2) {
    const shared = column2.of.map((value) => Object.freeze(valueOf(value)));
    return column2.at.length ? column2.at.map((number) => shared[number]) : new Array(size2).fill(shared[0]);
  }
  const rows = unpacked(column2.rows);
  let from = 0;
  return valuesOf(column2.each, size2).map((length) => rows.slice(from, from += length));
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
function dress(made2, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value == null || value === false) continue;
    if (name === "on") for (const event in value) made2.addEventListener(event, value[event]);
    else made2.setAttribute(name, value === true ? "" : value);
  }
  return fill(made2, ...children);
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
function dropClick() {
  const drop = (event) => {
    event.stopPropagation();
    event.preventDefault();
    forget();
  };
  const forget = () => removeEventListener("click", drop, true);
  addEventListener("click", drop, true);
  addEventListener("pointerdown", forget, { capture: true, once: true });
}

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
    return unpacked(await window.unpacked(find("#kg-data")).json());
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
  for (const told3 of [...node.details, ...node.spots]) told3.claims = told3.claims.map(claimOf);
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
var disputes = /* @__PURE__ */ new Map();
for (const dispute of scene.disputes) {
  for (const { mentions: mentions2 } of dispute.sides) {
    for (const mention of mentions2) mention.claim = claimOf(
      /** @type {any} */
      mention.claim
    );
  }
  disputes.set(dispute.id, dispute);
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
function disputeOf(id) {
  return (
    /** @type {Dispute} */
    disputes.get(id)
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
var VIEWS = ["graph", "map", "timeline", "matrix", "table", "disputes", "figures"];
var DEFAULTS = {
  lang: data.lang,
  theme: "auto",
  view: "graph",
  node: "",
  edge: "",
  claim: "",
  doc: "",
  dispute: "",
  path: "",
  kind: "",
  focus: "",
  asof: "",
  known: "",
  undated: "1",
  voice: "",
  step: "",
  embed: "",
  all: "",
  lead: "",
  missing: ""
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
var NOTHING_OPEN = { node: "", edge: "", claim: "", doc: "", dispute: "", path: "", missing: "" };
var choices = { ...DEFAULTS, ...nothingHidden(), pins: (
  /** @type {Record<string, Point>} */
  {}
) };
var TEXTS = (
  /** @type {(keyof typeof DEFAULTS)[]} */
  Object.keys(DEFAULTS).filter((key2) => key2 !== "missing")
);
var HIDDEN_PAIRS = (
  /** @type {[string, (typeof HIDDEN)[keyof typeof HIDDEN]][]} */
  Object.entries(HIDDEN)
);
function readAddress(address = location.hash) {
  const given = new URLSearchParams(address.slice(1));
  const listed4 = (key2) => (given.get(key2) || "").split(",").filter(Boolean);
  for (const key2 of TEXTS) choices[key2] = given.get(key2) || DEFAULTS[key2];
  for (const [key2, name] of HIDDEN_PAIRS) choices[name] = new Set(listed4(key2));
  for (
    const name of
    /** @type {const} */
    ["hiddenNodes", "unfolded"]
  ) {
    choices[name] = new Set([...choices[name]].filter((id) => things.has(id)));
  }
  choices.pins = /* @__PURE__ */ Object.create(null);
  for (const pin of listed4("pin")) {
    const found = /^(.+)@(-?\d+):(-?\d+)$/.exec(pin);
    if (found && things.has(found[1])) choices.pins[found[1]] = [+found[2], +found[3]];
  }
  sanitise();
}
function sanitise() {
  if (!LANGUAGES.includes(choices.lang)) choices.lang = data.lang;
  if (!VIEWS.includes(choices.view) || choices.view === "map" && !data.ground) choices.view = "graph";
  if (!["auto", "light", "dark"].includes(choices.theme)) choices.theme = "auto";
  choices.edge = relationNamed(choices.edge);
  const ends2 = choices.path.split("~");
  const found = {
    node: things.has(choices.node),
    edge: relations.has(choices.edge),
    claim: claims.has(choices.claim),
    doc: sources.has(choices.doc),
    dispute: disputes.has(choices.dispute),
    kind: Object.hasOwn(scene.dispute_kinds, choices.kind),
    focus: things.has(choices.focus),
    path: ends2.length === 2 && ends2.every((id) => things.has(id)),
    voice: ["a", "b", "third"].includes(choices.voice) || Object.hasOwn(scene.speakers, choices.voice)
  };
  const named2 = (
    /** @type {(keyof typeof found)[]} */
    Object.keys(found).filter((key2) => choices[key2] && !found[key2])
  );
  choices.missing = named2.map((key2) => choices[key2]).join(", ");
  for (const key2 of named2) choices[key2] = "";
  if (!/^\d{4}-\d\d$/.test(choices.asof)) choices.asof = "";
  if (!/^\d{0,3}$/.test(choices.step) || +choices.step > scene.story.length) choices.step = "";
}
function relationNamed(id) {
  if (relations.has(id)) return id;
  const [source, relation, target] = id.split("~");
  const turned = `${target}~${relation}~${source}`;
  return relations.get(turned)?.mutual ? turned : id;
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
function toggled(values, value) {
  const copy = new Set(values);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}
var openNode = (id) => choose({ ...NOTHING_OPEN, node: id });
var openRelation = (id) => choose({ ...NOTHING_OPEN, edge: id });
var openClaim = (id) => choose({ ...NOTHING_OPEN, claim: id });
var openDocument = (id) => choose({ ...NOTHING_OPEN, doc: id });
var openDispute = (id) => choose({ ...NOTHING_OPEN, dispute: id });

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
      const asked2 = !speakers.length || voices2.some((voice) => speakers.includes(voice));
      return asked2 && !voices2.some((voice) => others.includes(voice));
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
  #holds(claim, { begins, ends: ends2 }) {
    const { asOf, undated = false } = this.rules;
    if (!asOf) return true;
    if (begins || ends2) return !(begins && begins > lastDay(asOf)) && !(ends2 && ends2 < firstDay(asOf));
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

// kg/show/page/src/heap.js
var Heap = class {
  /** @type {number[]} */
  #items = [];
  /** @type {number[]} */
  #costs = [];
  get size() {
    return this.#items.length;
  }
  /**
   * @param {number} item
   * @param {number} cost
   */
  push(item, cost) {
    let at = this.#items.length;
    for (let above = at - 1 >> 1; at > 0 && this.#costs[above] > cost; above = at - 1 >> 1) {
      this.#set(at, this.#items[above], this.#costs[above]);
      at = above;
    }
    this.#set(at, item, cost);
  }
  /** Take out the item of least cost. @returns {[item: number, cost: number]} */
  pop() {
    const [item, cost] = [this.#items[0], this.#costs[0]];
    const [last2, price] = [this.#items.pop(), this.#costs.pop()];
    if (this.size && last2 !== void 0 && price !== void 0) this.#sink(last2, price);
    return [item, cost];
  }
  /**
   * Let what stood last find its place from the top.
   * @param {number} item
   * @param {number} cost
   */
  #sink(item, cost) {
    let at = 0;
    for (let below = 1; below < this.size; below = 2 * at + 1) {
      if (below + 1 < this.size && this.#costs[below + 1] < this.#costs[below]) below += 1;
      if (this.#costs[below] >= cost) break;
      this.#set(at, this.#items[below], this.#costs[below]);
      at = below;
    }
    this.#set(at, item, cost);
  }
  /**
   * @param {number} at
   * @param {number} item
   * @param {number} cost
   */
  #set(at, item, cost) {
    this.#items[at] = item;
    this.#costs[at] = cost;
  }
};

// kg/show/page/src/paths.js
var HUB = 0.15;
var EQUAL = 1e-9;
var STRIDE = 1e3;
function costs({ size: size2, sources: sources2, targets, claims: claims2, documents }) {
  const pairs = /* @__PURE__ */ new Map();
  for (const [at, source] of sources2.entries()) {
    const target = targets[at];
    if (source === target) continue;
    const key2 = Math.min(source, target) * size2 + Math.max(source, target);
    let known = pairs.get(key2);
    if (!known) pairs.set(key2, known = { claims: /* @__PURE__ */ new Set(), documents: /* @__PURE__ */ new Set() });
    known.claims.add(claims2[at]);
    known.documents.add(documents[at]);
  }
  const partners = new Uint32Array(size2);
  for (const key2 of pairs.keys()) {
    partners[Math.floor(key2 / size2)] += 1;
    partners[key2 % size2] += 1;
  }
  const price = (number) => HUB / 2 * Math.log2(partners[number]);
  const hops = Array.from({ length: size2 }, () => []);
  for (const [key2, known] of pairs) {
    const [one, other] = [Math.floor(key2 / size2), key2 % size2];
    const cost = 1 + 1 / (1 + known.documents.size) + 1 / (1 + known.claims.size) + price(one) + price(other);
    hops[one].push([other, cost]);
    hops[other].push([one, cost]);
  }
  return hops;
}
function* search(question) {
  const { size: size2, from, to } = question;
  const hops = costs(question);
  const far = new Float64Array(size2).fill(Infinity);
  const isSettled = new Uint8Array(size2);
  const open2 = new Heap();
  far[to] = 0;
  open2.push(to, 0);
  for (let settled = 0; open2.size && !isSettled[from]; ) {
    const [at] = open2.pop();
    if (isSettled[at]) continue;
    isSettled[at] = 1;
    settled += 1;
    for (const [next, cost] of hops[at]) {
      if (far[at] + cost >= far[next]) continue;
      far[next] = far[at] + cost;
      open2.push(next, far[next]);
    }
    if (settled % STRIDE === 0) yield settled;
  }
  return isSettled[from] ? { stops: firstByName(hops, far, from, to), cost: far[from] } : null;
}
function firstByName(hops, far, from, to) {
  const stops = [from];
  for (let at = from; at !== to; stops.push(at)) {
    const here = at;
    const onward = hops[here].filter(([next, cost]) => Math.abs(far[next] + cost - far[here]) <= EQUAL);
    at = Math.min(...onward.map(([next]) => next));
  }
  return stops;
}
function asked(ties, from, to) {
  const rows = [...ties].flatMap(
    ({ source, target, evidence }) => evidence.map(({ claim, document: document2 }) => ({ source, target, claim, document: document2 }))
  );
  const names = [.../* @__PURE__ */ new Set([from, to, ...rows.map((row3) => row3.source), ...rows.map((row3) => row3.target)])].sort();
  const [things2, claims2, documents] = [new Map(names.map((name, at) => [name, at])), /* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
  const numbered = (field2, known) => Uint32Array.from(rows, (row3) => {
    const number = known.get(row3[field2]) ?? known.size;
    known.set(row3[field2], number);
    return number;
  });
  const question = {
    ...{ size: names.length, from: things2.get(from) ?? 0, to: things2.get(to) ?? 0 },
    ...{ sources: numbered("source", things2), targets: numbered("target", things2) },
    ...{ claims: numbered("claim", claims2), documents: numbered("document", documents) }
  };
  return { question, names };
}
var routeOf = (answer, names) => answer && { nodes: answer.stops.map((number) => names[number]), cost: answer.cost };
function strongestRoute(ties, from, to) {
  const { question, names } = asked(ties, from, to);
  const searching = search(question);
  for (; ; ) {
    const { done, value } = searching.next();
    if (done) return routeOf(value, names);
  }
}

// kg/show/page/src/seek.js
var progress = null;
var cancel = () => {
};
var tell = () => {
};
function whenSearching(action) {
  tell = action;
}
function stopSearch() {
  cancel();
  cancel = () => {
  };
  progress = null;
}
function startSearch(ties, from, to, found) {
  stopSearch();
  const { question, names } = asked(ties, from, to);
  progress = { settled: 0, of: names.length };
  const goOn = (settled) => {
    progress = { settled, of: names.length };
    tell();
  };
  const finish2 = (answer) => {
    stopSearch();
    found(routeOf(answer, names));
  };
  const worker = workerOf();
  cancel = worker ? inWorker(worker, question, goOn, finish2) : inTurns(question, goOn, finish2);
}
function workerOf() {
  const address = URL.createObjectURL(new Blob(['// kg/show/page/src/heap.js\nvar Heap = class {\n  /** @type {number[]} */\n  #items = [];\n  /** @type {number[]} */\n  #costs = [];\n  get size() {\n    return this.#items.length;\n  }\n  /**\n   * @param {number} item\n   * @param {number} cost\n   */\n  push(item, cost) {\n    let at = this.#items.length;\n    for (let above = at - 1 >> 1; at > 0 && this.#costs[above] > cost; above = at - 1 >> 1) {\n      this.#set(at, this.#items[above], this.#costs[above]);\n      at = above;\n    }\n    this.#set(at, item, cost);\n  }\n  /** Take out the item of least cost. @returns {[item: number, cost: number]} */\n  pop() {\n    const [item, cost] = [this.#items[0], this.#costs[0]];\n    const [last, price] = [this.#items.pop(), this.#costs.pop()];\n    if (this.size && last !== void 0 && price !== void 0) this.#sink(last, price);\n    return [item, cost];\n  }\n  /**\n   * Let what stood last find its place from the top.\n   * @param {number} item\n   * @param {number} cost\n   */\n  #sink(item, cost) {\n    let at = 0;\n    for (let below = 1; below < this.size; below = 2 * at + 1) {\n      if (below + 1 < this.size && this.#costs[below + 1] < this.#costs[below]) below += 1;\n      if (this.#costs[below] >= cost) break;\n      this.#set(at, this.#items[below], this.#costs[below]);\n      at = below;\n    }\n    this.#set(at, item, cost);\n  }\n  /**\n   * @param {number} at\n   * @param {number} item\n   * @param {number} cost\n   */\n  #set(at, item, cost) {\n    this.#items[at] = item;\n    this.#costs[at] = cost;\n  }\n};\n\n// kg/show/page/src/paths.js\nvar HUB = 0.15;\nvar EQUAL = 1e-9;\nvar STRIDE = 1e3;\nfunction costs({ size, sources, targets, claims, documents }) {\n  const pairs = /* @__PURE__ */ new Map();\n  for (const [at, source] of sources.entries()) {\n    const target = targets[at];\n    if (source === target) continue;\n    const key = Math.min(source, target) * size + Math.max(source, target);\n    let known = pairs.get(key);\n    if (!known) pairs.set(key, known = { claims: /* @__PURE__ */ new Set(), documents: /* @__PURE__ */ new Set() });\n    known.claims.add(claims[at]);\n    known.documents.add(documents[at]);\n  }\n  const partners = new Uint32Array(size);\n  for (const key of pairs.keys()) {\n    partners[Math.floor(key / size)] += 1;\n    partners[key % size] += 1;\n  }\n  const price = (number) => HUB / 2 * Math.log2(partners[number]);\n  const hops = Array.from({ length: size }, () => []);\n  for (const [key, known] of pairs) {\n    const [one, other] = [Math.floor(key / size), key % size];\n    const cost = 1 + 1 / (1 + known.documents.size) + 1 / (1 + known.claims.size) + price(one) + price(other);\n    hops[one].push([other, cost]);\n    hops[other].push([one, cost]);\n  }\n  return hops;\n}\nfunction* search(question) {\n  const { size, from, to } = question;\n  const hops = costs(question);\n  const far = new Float64Array(size).fill(Infinity);\n  const isSettled = new Uint8Array(size);\n  const open = new Heap();\n  far[to] = 0;\n  open.push(to, 0);\n  for (let settled = 0; open.size && !isSettled[from]; ) {\n    const [at] = open.pop();\n    if (isSettled[at]) continue;\n    isSettled[at] = 1;\n    settled += 1;\n    for (const [next, cost] of hops[at]) {\n      if (far[at] + cost >= far[next]) continue;\n      far[next] = far[at] + cost;\n      open.push(next, far[next]);\n    }\n    if (settled % STRIDE === 0) yield settled;\n  }\n  return isSettled[from] ? { stops: firstByName(hops, far, from, to), cost: far[from] } : null;\n}\nfunction firstByName(hops, far, from, to) {\n  const stops = [from];\n  for (let at = from; at !== to; stops.push(at)) {\n    const here = at;\n    const onward = hops[here].filter(([next, cost]) => Math.abs(far[next] + cost - far[here]) <= EQUAL);\n    at = Math.min(...onward.map(([next]) => next));\n  }\n  return stops;\n}\n\n// kg/show/page/src/route-worker.js\naddEventListener("message", ({ data }) => {\n  const searching = search(data);\n  for (; ; ) {\n    const { done, value } = searching.next();\n    postMessage(done ? { answer: value } : { settled: value });\n    if (done) return;\n  }\n});\n'], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}
function inWorker(worker, question, goOn, finish2) {
  let stop2 = () => worker.terminate();
  worker.addEventListener("message", ({ data: data2 }) => "answer" in data2 ? finish2(data2.answer) : goOn(data2.settled));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    worker.terminate();
    stop2 = inTurns(question, goOn, finish2);
  });
  worker.postMessage(question);
  return () => stop2();
}
var TURN = 12;
function inTurns(question, goOn, finish2) {
  const searching = search(question);
  let next;
  const turn = () => {
    const until = performance.now() + TURN;
    for (; ; ) {
      const { done, value } = searching.next();
      if (done) return finish2(value);
      if (performance.now() < until) continue;
      goOn(value);
      next = setTimeout(turn);
      return void 0;
    }
  };
  next = setTimeout(turn);
  return () => clearTimeout(next);
}

// kg/show/page/src/standing.js
var SIGNS = {
  contradicts: "≠",
  tension: "~",
  difference: "∥",
  precision: "≈",
  qualifies: "*",
  scope: "⊂",
  granularity: "∈",
  ambiguity: "?",
  sequence: "→",
  lineage: "⇠",
  supersedes: "↷",
  duplicate: "≡",
  repeats: "=",
  corroborates: "+"
};
var signOf = (kind) => SIGNS[kind] || "≠";
var isAlike = (kind) => scene.dispute_kinds[kind].alike;
var isAgainst = (kind) => kind === "contradicts" || kind === "tension";
var stands = {
  /** Those that the chosen voice takes part in. @type {Standing[]} */
  all: [],
  /** Left out by the clocks and stances. */
  hidden: 0,
  /** In which the chosen voice takes no part. */
  silent: 0,
  /** All of them, whoever takes part. @type {Standing[]} */
  whoever: [],
  /** The same by the ids of their claims. @type {Map<string, Standing[]>} */
  byClaim: /* @__PURE__ */ new Map()
};
var disagreements = () => stands.all.filter(({ dispute }) => !isAlike(dispute.kind));
function weighDisputes(sieve2) {
  Object.assign(stands, { all: [], hidden: 0, silent: 0, whoever: [], byClaim: /* @__PURE__ */ new Map() });
  for (const dispute of scene.disputes) {
    const counts = (mention) => sieve2.counts(mention.claim, mention);
    const sides = dispute.sides.map((side) => ({
      side,
      claims: [...new Set(side.mentions.filter(counts).map((mention) => mention.claim))]
    }));
    const told3 = sides.filter(({ claims: claims3 }) => claims3.length);
    const every = new Set(dispute.sides.flatMap(({ mentions: mentions2 }) => mentions2.map(({ claim }) => claim)));
    const claims2 = told3.flatMap((one) => one.claims);
    if (!isLeft(dispute, told3.length, claims2)) {
      stands.hidden += 1;
      continue;
    }
    const standing = { dispute, sides: told3, absent: every.size - claims2.length };
    note(standing, claims2);
    if (choices.voice && !claims2.some((claim) => sieve2.hears(claim))) stands.silent += 1;
    else stands.all.push(standing);
  }
}
function isLeft({ way, pairs }, sides, claims2) {
  if (way === "judged") return claims2.length > 1;
  const ids = new Set(claims2.map((claim) => claim.id));
  return sides > 1 && (!pairs.length || pairs.some((pair) => pair.every((id) => ids.has(id))));
}
function note(standing, claims2) {
  stands.whoever.push(standing);
  for (const { id } of claims2) stands.byClaim.set(id, [...stands.byClaim.get(id) || [], standing]);
}
var disputesOf = (claim) => stands.byClaim.get(claim.id) || [];
function disputesAbout({ source, target, current: current2 }) {
  const found = new Set(current2.flatMap(({ claim }) => disputesOf(claim)));
  if (!found.size) return [];
  return stands.whoever.filter((one) => found.has(one) && ["", source, target].includes(one.dispute.thing));
}
var contention = (relation) => disputesAbout(relation).find(({ dispute }) => !isAlike(dispute.kind))?.dispute.kind;
var isOpposed = (relation) => disputesAbout(relation).some(({ dispute }) => isAgainst(dispute.kind));

// kg/show/page/src/picture.js
var picture = {
  /** @type {Set<string>} */
  nodes: /* @__PURE__ */ new Set(),
  /** @type {Set<string>} */
  relations: /* @__PURE__ */ new Set(),
  /** Relations that only others than the chosen voice speak of. @type {Set<string>} */
  ghosts: /* @__PURE__ */ new Set(),
  /** Grows with each change of what is visible. */
  turn: 0,
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
  relation.confirmation = isOpposed(relation) ? "disputed" : claims2.length ? confirmation(claims2) : "";
  relation.certainty = certainty(claims2);
}
var BESIDE = ["node", "edge", "claim", "doc", "dispute", "path", "view", "lang", "theme", "step", "embed", "missing"];
var sifted = "";
var lonely = "";
function compute() {
  const kept2 = Object.entries(choices).filter(([name]) => !BESIDE.some((one) => one === name));
  const now = JSON.stringify(kept2, (_, value) => value instanceof Set ? [...value] : value);
  if (now !== sifted) sift2();
  sifted = now;
  const { node, hiddenNodes } = choices;
  const isLonely = node !== "" && !hiddenNodes.has(node) && (node === lonely || !picture.nodes.has(node));
  if (lonely !== (isLonely ? node : "")) seat(isLonely ? node : "");
  highlight();
}
function seat(node) {
  const nodes = new Set(picture.nodes);
  nodes.delete(lonely);
  if (node) nodes.add(node);
  lonely = node;
  Object.assign(picture, { nodes, turn: picture.turn + 1 });
}
function sift2() {
  const sieve2 = chosenSieve();
  weighDisputes(chosenSieve());
  const { focus, hiddenNodes, hiddenKinds, hiddenFamilies, hiddenConfirmations } = choices;
  const near = focus ? /* @__PURE__ */ new Set([focus, ...thingOf(focus).relations.map((relation) => across(relation, focus))]) : null;
  const isHidden = (id) => hiddenKinds.has(thingOf(id).kind) || hiddenNodes.has(id) || near && !near.has(id);
  const isAnyHidden = near !== null || hiddenKinds.size > 0 || hiddenNodes.size > 0;
  Object.assign(picture, { nodes: /* @__PURE__ */ new Set(), relations: /* @__PURE__ */ new Set(), ghosts: /* @__PURE__ */ new Set(), turn: picture.turn + 1 });
  shown = [];
  counted = null;
  lonely = "";
  for (const relation of relations.values()) {
    weigh(relation, sieve2);
    if (!relation.current.length || hiddenFamilies.has(relation.family)) continue;
    if (hiddenConfirmations.has(relation.confirmation)) continue;
    if (isAnyHidden && (isHidden(relation.source) || isHidden(relation.target))) continue;
    shown.push(relation);
    picture.relations.add(relation.id);
    if (relation.ghost) picture.ghosts.add(relation.id);
    picture.nodes.add(relation.source).add(relation.target);
  }
  picture.leftOut = { undated: sieve2.undated.size, unpublished: sieve2.unpublished.size };
}
function highlight() {
  const { path: path2, edge, claim, doc, dispute, node } = choices;
  Object.assign(picture, { hotNodes: null, hotRelations: /* @__PURE__ */ new Set(), path: [] });
  if (!path2) leaveSearch();
  if (path2) {
    const [from, to] = path2.split("~");
    picture.path = relationsAlong(strongestPath(from, to));
    light([from, to], picture.path);
  } else if (edge) {
    light([], [relationOf(edge)]);
  } else if (claim) {
    lightClaims([claim]);
  } else if (doc) {
    light(
      [],
      shownRelations().filter(({ current: current2 }) => current2.some((mention) => mention.claim.document === doc))
    );
    if (!picture.hotNodes?.size) picture.hotNodes = null;
  } else if (dispute) {
    lightClaims(disputeOf(dispute).sides.flatMap(({ mentions: mentions2 }) => mentions2.map((mention) => mention.claim.id)));
  } else if (node) {
    light([node], shownOf(node));
  }
}
function leaveSearch() {
  if (progress) answered = { asked: "", nodes: [] };
  stopSearch();
}
function lightClaims(ids) {
  const told3 = shownRelations().filter((relation) => ids.some((id) => isToldBy(relation, id)));
  const isDetailed = (node) => thingOf(node).details.some((detail) => detail.claims.some((said) => ids.includes(said.id)));
  light([...picture.nodes].filter(isDetailed), told3);
  if (!picture.hotNodes?.size) picture.hotNodes = null;
}
function light(nodes, lit) {
  picture.hotNodes = /* @__PURE__ */ new Set([...nodes, ...lit.flatMap((relation) => [relation.source, relation.target])]);
  picture.hotRelations = new Set(lit.map((relation) => relation.id));
}
var answered = { asked: "", nodes: [] };
function strongestPath(from, to) {
  const asked2 = `${from}~${to}~${picture.turn}`;
  if (answered.asked === asked2) return answered.nodes;
  answered = { asked: asked2, nodes: [] };
  if (!data.large) return answered.nodes = strongestRoute(shownTies(), from, to)?.nodes || [];
  startSearch(shownTies(), from, to, (route) => {
    answered.nodes = route?.nodes || [];
    choose({}, { remember: false });
  });
  return answered.nodes;
}
function shownTies() {
  const usable = shownRelations().filter((relation) => !relation.ghost);
  const evidence = ({ claim }) => ({ claim: claim.id, document: claim.document });
  return usable.map(({ source, target, current: current2 }) => ({ source, target, evidence: current2.map(evidence) }));
}
function relationsAlong(nodes) {
  return nodes.slice(1).map((next, step) => {
    const between = thingOf(next).relations.filter((relation) => across(relation, next) === nodes[step]);
    const usable = between.filter((relation) => picture.relations.has(relation.id) && !relation.ghost);
    return usable.reduce((best, relation) => relation.current.length > best.current.length ? relation : best);
  });
}
var isToldBy = (relation, id) => relation.current.some((mention) => mention.claim.id === id);
var shown = [];
var shownRelations = () => shown;
var shownOf = (id) => thingOf(id).relations.filter((relation) => picture.relations.has(relation.id));
var neighbours = (id) => [...new Set(shownOf(id).map((relation) => across(relation, id)))].filter((other) => other !== id);
var joining = new Set([...relations.values()].flatMap(({ mentions: mentions2 }) => mentions2.map(({ claim }) => claim)));
var counted = null;
function countedClaims() {
  if (counted) return counted;
  const sieve2 = chosenSieve();
  counted = new Set(shownRelations().flatMap((relation) => relation.own.map(({ claim }) => claim)));
  for (const claim of scene.statements) if (!joining.has(claim) && countsAlone(sieve2, claim)) counted.add(claim);
  return counted;
}
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
function word(key2) {
  const texts = Object.hasOwn(data.words, key2) ? data.words[key2] : {};
  return texts[choices.lang] || texts.en || key2;
}
var inLanguage = (texts) => texts && (texts[choices.lang] || texts.en || Object.values(texts)[0]) || "";
var foreign = (language) => language && language !== choices.lang ? language : null;
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
function sentence({ source, target, label, mutual, says }) {
  const text = says?.[choices.lang] || `{a} ${mutual ? "↔" : "→"} {b}: ${inLanguage(label)}`;
  return text.replace(/\{([ab])\}/g, (_, end) => named(end === "a" ? source : target));
}
var speakerNames = (claim) => claim.speakers.map((id) => inLanguage(scene.speakers[id])).join(", ");
var telling = (claim) => claim.told?.[choices.lang] ?? claim;
function citationOf(claim) {
  const { text, citation } = telling(claim);
  return citation.replace("", () => text.replace(/\.+$/, ""));
}
function dateText({ begins, ends: ends2 }) {
  if (begins && ends2) {
    for (const length of [10, 7, 4]) {
      const shared = begins.slice(0, length) === ends2.slice(0, length);
      if (shared) return begins.slice(0, length);
    }
    return `${begins} – ${ends2}`;
  }
  return begins ? `${word("since")} ${begins}` : ends2 ? `${word("until")} ${ends2}` : "";
}

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
function disputeName({ title: title2, about, sides }) {
  const given = inLanguage(title2) || inLanguage(about);
  if (given) return given;
  const ids = new Set(sides.flatMap(({ mentions: mentions2 }) => mentions2.map(({ claim }) => claim.id)));
  const relation = [...relations.values()].find(({ mentions: mentions2 }) => mentions2.some(({ claim }) => ids.has(claim.id)));
  return relation ? sentence(relation) : [...ids].join(" / ");
}
var disputeLink = ({ dispute }) => [
  element(
    "b",
    { class: `sign ${isAgainst(dispute.kind) ? "grave" : ""}`, "aria-hidden": "true" },
    signOf(dispute.kind)
  ),
  element(
    "span",
    null,
    button(disputeName(dispute), () => openDispute(dispute.id), { class: "link" }),
    element("span", { class: "by" }, " ", inLanguage(scene.dispute_kinds[dispute.kind].name))
  )
];
function contested(claim) {
  const found = disputesOf(claim).filter(({ dispute }) => !isAlike(dispute.kind));
  const badge = ({ dispute }) => {
    const kind = inLanguage(scene.dispute_kinds[dispute.kind].name);
    const attributes = { class: "link", title: disputeName(dispute), "aria-label": `${kind}: ${disputeName(dispute)}` };
    return button(`${signOf(dispute.kind)} ${kind}`, () => openDispute(dispute.id), attributes);
  };
  return found.length > 0 && element("span", { class: "contested by" }, found.map(badge));
}
var sourceLine = ({ address, title: title2, who, issued }) => [
  isWebAddress(address) ? element("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, title2) : title2,
  element("span", { class: "by" }, ` ${who}, ${issued || word("undated-document")}`)
];
function placeOf(claim) {
  const { document: document2, quoted: quoted2 } = claim;
  const { copy = "", address = "" } = sources.get(document2) || {};
  const at = (file) => quoted2 ? `${file}${file.includes("#") ? "" : "#"}:~:text=${quoted2}` : file;
  const link = (href, key2) => [
    " ",
    element("a", { href, rel: "noreferrer noopener", target: "_blank" }, word(key2))
  ];
  return [
    telling(claim).place,
    copy && link(at(copy), "in-your-copy"),
    quoted2 && isWebAddress(address) && link(at(
      /** @type {string} */
      address
    ), "on-its-page")
  ];
}
var briefed = new Set(scene.brief?.claims);
var briefLink = ({ id }) => briefed.has(id) && element("a", { class: "button", href: `${scene.brief?.address}#c-${encodeURIComponent(id)}` }, word("in-brief"));
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
    ),
    contested(claim)
  );
}
var isOf = (claim, group) => claim.group === group || claim.group === "joint" && group !== "third";
function relationCard(relation, { open: open2 = false } = {}) {
  const { id, current: current2, confirmation: confirmation2, ghost } = relation;
  const saidBy = (group) => current2.some((mention) => isOf(mention.claim, group));
  const dots = ["a", "b", "third"].map((group) => element("i", { class: saidBy(group) ? group : "none" }));
  const kind = contention(relation);
  const sign = (kind || confirmation2 === "disputed") && element("b", null, signOf(kind || "contradicts"));
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

// kg/show/page/src/voice.js
function chosenVoice() {
  const id = choices.voice === "a" ? scene.poles[0] : choices.voice === "b" ? scene.poles[1] : choices.voice;
  return scene.voices.find((voice) => voice.id === id);
}
function notHere() {
  const reasons = Object.entries(chosenVoice()?.left_out || {});
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  if (!total) return "";
  const why = reasons.map(([reason, count]) => `${word("why-" + reason)} ${numeral(count)}`);
  return `; ${word("not-here-of-voice")} ${plural(total, "n-claims")} (${why.join(", ")})`;
}
function voiceText() {
  const { relations: shown2, ghosts } = picture;
  const name = (
    /** @type {HTMLSelectElement} */
    find("#voice").selectedOptions[0].textContent
  );
  const alone = [...shown2].filter((id) => relationOf(id).alone).length;
  const told3 = [plural(countedClaims().size, "n-claims"), plural(shown2.size - ghosts.size, "n-relations")].join(", ");
  const others = `${ghosts.size} ${word("ghosts")}; ${alone} ${word("alone")}`;
  return `${word("according-to")} ${name}: ${told3}; ${others}${notHere()}`;
}
var inRelation = new Set([...relations.values()].flatMap(({ mentions: mentions2 }) => mentions2.map(({ claim }) => claim.id)));
var details = [...things.values()].flatMap((thing) => thing.details);
var inDetail = new Set(details.flatMap((detail) => detail.claims.map(({ id }) => id)));
function claimList(again) {
  const counted3 = countedClaims();
  const told3 = [...claims.values()].filter((claim) => counted3.has(claim));
  const listed4 = choices.voice ? told3 : told3.filter(({ id }) => !inRelation.has(id) && !inDetail.has(id));
  if (!listed4.length) return null;
  const { rows, more } = portion("claims", listed4, again);
  const cards = element(
    "div",
    { class: "rel", id: "voice-claims" },
    rows.map((claim) => claimCard({ claim }))
  );
  return [heading(word(choices.voice ? "it-says" : "in-no-line"), listed4.length), cards, more];
}

// kg/show/page/src/banner.js
function message() {
  const { path: path2, focus, voice } = choices;
  if (choices.missing) return [`${word("missing")} ${choices.missing}`, () => choose({ missing: "" })];
  if (isPickingEnd()) return [word("path-hint"), () => askForEnd(false)];
  if (path2) return [pathText(), () => choose({ path: "" })];
  if (focus) return [`${word("focus-is")} ${named(focus)}`, () => choose({ focus: "" })];
  if (voice) return [voiceText(), () => choose({ voice: "" })];
  const everything = { asof: "", known: "", undated: "1", ...nothingHidden() };
  return [picture.relations.size ? "" : word("nothing-shown"), () => choose(everything)];
}
function pathText() {
  if (progress) return `${word("seeking")} ${progress.settled} / ${progress.of}`;
  if (!picture.path.length) return word("no-path");
  let [at] = choices.path.split("~");
  const stops = [at];
  for (const relation of picture.path) stops.push(at = across(relation, at));
  return `${word("path-is")} ${stops.map(named).join(" → ")}`;
}
function banner() {
  const [text, clear3] = message();
  find("#banner").hidden = !text;
  refill(find("#banner"), text && [element("span", null, text), button(word("clear"), clear3)]);
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
var iconPaths = Object.fromEntries(Object.entries(ICONS).map(([kind, path2]) => [kind, new Path2D(path2)]));
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
var COLOUR_NAMES = "bg panel ink mut line a b joint third warn acc zone-a zone-b zone-third water land shore".split(
  " "
);
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
function byImportance(ids) {
  const weighed = Array.from(ids, (id) => ({ id, weight: importance(id) }));
  return weighed.sort((one, other) => other.weight - one.weight).map(({ id }) => id);
}
function outlineShape(outline2) {
  if (outline2 === "circle") return shape("circle", { cx: 12, cy: 12, r: 11 });
  if (outline2 === "square") return shape("rect", { x: 1.5, y: 1.5, width: 21, height: 21, rx: 5 });
  if (outline2 === "diamond") return shape("path", { d: "M12 0 24 12 12 24 0 12z" });
  return shape("rect", { x: 0, y: 4, width: 24, height: 16, rx: 8 });
}
function icon(thing, size2 = 18) {
  const hollow = isHollow(thing);
  const colour = `var(--${sideColour(thing.side)})`;
  const outline2 = outlineShape(OUTLINES[thing.kind]);
  outline2.setAttribute("fill", hollow ? "none" : colour);
  outline2.setAttribute("stroke", hollow ? colour : "none");
  outline2.setAttribute("stroke-width", "2");
  const ink = { fill: hollow ? colour : "var(--panel)", "fill-rule": "evenodd" };
  const sign = shape("path", { d: ICONS[thing.kind], transform: "translate(6 6) scale(.5)", ...ink });
  return shape("svg", { viewBox: "-1 -1 26 26", width: size2, height: size2, "aria-hidden": "true" }, outline2, sign);
}
function strokeIcon(confirmation2, certainty2 = "asserted") {
  const line5 = shape("line", {
    ...{ x1: 1, y1: 5, x2: 25, y2: 5, stroke: `var(--${INKS[confirmation2] || confirmation2})` },
    "stroke-width": STROKES[confirmation2] * 1.1,
    "stroke-dasharray": (DASHES[certainty2] || []).join(" ") || null
  });
  return shape("svg", { viewBox: "0 0 26 10", width: 26, height: 10, "aria-hidden": "true" }, line5);
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
  const { node, edge, claim, path: path2 } = choices;
  if (node && !edge && !claim && !path2) return [node];
  return edge || claim || path2 ? [...picture.hotNodes || []] : [];
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
    box[0] = Math.min(box[0], x - (isUpright() ? 105 : 78));
    box[1] = Math.min(box[1], y - 58);
    box[2] = Math.max(box[2], x + (isUpright() ? 105 : 78));
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

// kg/show/page/src/signs.js
var kindOf = (relation) => contention(relation) || (relation.confirmation === "disputed" ? "contradicts" : "");
function drawSigns(context, size2, isTaken, middleOf2, named2) {
  const { hotNodes, hotRelations, relations: relations2 } = picture;
  context.font = `800 ${size2}px ${FONT}`;
  for (const id of relations2) {
    const relation = relationOf(id);
    if (named2.has(id) || hotNodes && !hotRelations.has(id)) continue;
    if (!isPlaced(relation.source) || !isPlaced(relation.target)) continue;
    const kind = kindOf(relation);
    const at = kind && middleOf2(id);
    if (!at) continue;
    const half = size2 * 0.62;
    if (!isAgainst(kind) && isTaken([at.x - half, at.y - half, at.x + half, at.y + half])) continue;
    drawSign(context, size2, at, kind);
  }
}
function drawSign(context, size2, { x, y }, kind) {
  const isGrave = isAgainst(kind);
  if (isGrave) {
    const half = size2 * 0.62;
    context.beginPath();
    context.roundRect(x - half, y - half, 2 * half, 2 * half, size2 * 0.35);
    context.fillStyle = colours.warn;
    context.fill();
  } else {
    context.lineWidth = size2 * 0.4;
    context.strokeStyle = colours.bg;
    context.strokeText(signOf(kind), x, y);
  }
  context.fillStyle = isGrave ? colours.panel : colours.mut;
  context.fillText(signOf(kind), x, y + size2 * 0.05);
}

// kg/show/page/src/labels.js
var labels = /* @__PURE__ */ new Map();
var overlaps = (one, boxes) => boxes.some((other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1]);
function wrap(text, width) {
  const lines2 = [];
  let line5 = "";
  for (const next of text.split(/\s+/)) {
    const longer = line5 ? `${line5} ${next}` : next;
    if (line5 && longer.length > width) lines2.push(line5);
    line5 = line5 && longer.length > width ? next : longer;
  }
  return [...lines2, line5];
}
var lettersInLine = (name) => /[\u3040-\u9fff\uac00-\ud7af]/.test(name) ? 12 : 19;
function writeLabel(context, { lines: lines2, x, top, size: size2, leading }, colour, halo) {
  context.lineWidth = size2 * halo;
  context.strokeStyle = colours.bg;
  lines2.forEach((line5, at) => context.strokeText(line5, x, top + at * leading));
  context.fillStyle = colour;
  lines2.forEach((line5, at) => context.fillText(line5, x, top + at * leading));
}
function drawLabels(context, scale, middleOf2) {
  const size2 = Math.max(11.5 / scale, Math.min(13, 15 / scale));
  const wanted2 = byImportance(picture.nodes).filter((id) => isPlaced(id) && isHot(id));
  const shapes = wanted2.map((id) => {
    const [[x, y], radius] = [positionOf(id), thingOf(id).radius];
    return [x - radius, y - radius, x + radius, y + radius];
  });
  const written2 = [];
  labels.clear();
  Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round" });
  for (const id of wanted2) {
    const thing = thingOf(id);
    const isChosen = id === choices.node;
    context.font = `${thing.kind === "state" || isChosen ? 650 : 500} ${size2}px ${FONT}`;
    const label = fit(context, thing, size2, scale, isChosen ? written2 : [...shapes, ...written2]);
    if (!label) continue;
    written2.push(label.box);
    labels.set(id, label);
    writeLabel(context, label, labelColour(thing), 0.42);
  }
  drawRelationLabels(context, size2 * 0.92, written2, middleOf2);
}
function fit(context, thing, size2, scale, boxes) {
  const [x, y] = positionOf(thing.id);
  const leading = size2 * 1.16;
  const far = thing.radius * (OUTLINES[thing.kind] === "diamond" ? 1.18 : 1) + 4 / Math.max(0.8, scale);
  const name = nameOf2(thing);
  const letters = lettersInLine(name);
  for (const width of [letters, Math.round(letters * 1.4), Math.round(letters * 0.7)]) {
    const lines2 = wrap(name, width);
    const half = Math.max(...lines2.map((line5) => context.measureText(line5).width)) / 2;
    const height = lines2.length * leading;
    const places3 = [
      [x, y + far],
      [x, y - far - height],
      [x + far + half, y - height / 2],
      [x - far - half, y - height / 2]
    ];
    for (const [middle, top] of places3) {
      const box = [middle - half - 2, top - 1, middle + half + 2, top + height];
      if (!overlaps(box, boxes)) return { lines: lines2, x: middle, top, size: size2, leading, box };
    }
  }
  return null;
}
var FEW2 = 14;
function drawRelationLabels(context, size2, boxes, middleOf2) {
  const { hotRelations, hoveredRelation, relations: relations2 } = picture;
  const wanted2 = new Set(hotRelations.size <= FEW2 || choices.edge ? hotRelations : []);
  if (hoveredRelation) wanted2.add(hoveredRelation);
  context.textBaseline = "middle";
  for (const id of wanted2) {
    const relation = relationOf(id);
    if (!relations2.has(id) || !isPlaced(relation.source) || !isPlaced(relation.target)) continue;
    const at = middleOf2(id);
    if (!at) continue;
    writeRelation(context, relation, at, size2, boxes);
  }
  drawSigns(context, size2, (box) => overlaps(box, boxes), middleOf2, wanted2);
}
function writeRelation(context, relation, at, size2, boxes) {
  const text = inLanguage(relation.label);
  context.font = `500 ${size2}px ${FONT}`;
  const half = Math.max(context.measureText(text).width, size2 * 0.5) / 2 + size2 * 0.4;
  const box = [at.x - half, at.y - size2 * 0.75, at.x + half, at.y + size2 * 0.75];
  if (overlaps(box, boxes)) return;
  boxes.push(box);
  context.beginPath();
  context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], size2 * 0.5);
  context.fillStyle = colours.panel;
  context.fill();
  context.lineWidth = size2 / 12;
  context.strokeStyle = relationColour(relation);
  context.stroke();
  context.fillStyle = colours.ink;
  context.fillText(text, at.x, at.y + size2 * 0.05);
}

// kg/show/page/src/field.js
var ranked = [];
var ends = [new Uint32Array(), new Uint32Array()];
var spacing = () => apart;
var apart = 1;
function startField() {
  ranked = [...things.values()].sort((one, other) => other.relations.length - one.relations.length);
  const numbers = new Map(ranked.map((thing, number) => [thing, number]));
  const numberOf2 = (id) => numbers.get(
    /** @type {Thing} */
    things.get(id)
  ) || 0;
  const all2 = [...relations.values()];
  ends = [
    Uint32Array.from(all2, (relation) => numberOf2(relation.source)),
    Uint32Array.from(all2, (relation) => numberOf2(relation.target))
  ];
  const [left, top, right, bottom] = wholeExtent();
  apart = Math.sqrt((right - left) * (bottom - top) / ranked.length);
}
function measureField() {
  const [xs, ys] = [new Float64Array(ranked.length), new Float64Array(ranked.length)];
  const dots = [];
  for (const [number, { id }] of ranked.entries()) {
    [xs[number], ys[number]] = positionOf(id);
    if (picture.nodes.has(id)) dots.push(number);
  }
  const lines2 = [];
  const [from, to] = [new Uint32Array(picture.relations.size), new Uint32Array(picture.relations.size)];
  let at = 0;
  for (const relation of relations.values()) {
    if (picture.relations.has(relation.id)) {
      from[lines2.length] = ends[0][at];
      to[lines2.length] = ends[1][at];
      lines2.push(relation);
    }
    at += 1;
  }
  return { turn: picture.turn, xs, ys, dots, lines: lines2, from, to };
}
function thingAt({ xs, ys, dots }, x, y, reach, radiusOf) {
  let best;
  let near = reach;
  for (const number of dots) {
    const far = Math.hypot(xs[number] - x, ys[number] - y) - radiusOf(ranked[number]);
    if (far < near) [near, best] = [far, ranked[number]];
  }
  return best;
}
var SAME = 0.05;
function relationsAt({ xs, ys, lines: lines2, from, to }, x, y, reach) {
  let near = reach;
  const found = [];
  for (let at = 0; at < lines2.length; at++) {
    const [x1, y1] = [xs[from[at]], ys[from[at]]];
    const [across2, down] = [xs[to[at]] - x1, ys[to[at]] - y1];
    const square = across2 * across2 + down * down;
    const share = square && Math.max(0, Math.min(1, ((x - x1) * across2 + (y - y1) * down) / square));
    const far = Math.hypot(x1 + share * across2 - x, y1 + share * down - y);
    if (far > near + reach * SAME) continue;
    near = Math.min(near, far);
    found.push([far, lines2[at]]);
  }
  return found.filter(([far]) => far <= near + reach * SAME).map(([, relation]) => relation);
}

// kg/show/page/src/sheet.js
var MARGIN = 0.25;
var SLICE = 400;
var INK = 0.45;
var [FAINTEST, STRONGEST] = [0.04, 0.34];
var [SMALLEST, SMALL, LARGEST] = [0.7, 1.6, 7];
var SHARE = 0.2;
function dotRadius({ radius, relations: relations2 }, scale) {
  const least = Math.max(SMALLEST, Math.min(SMALL, SHARE * spacing() * scale));
  const more = 0.3 * Math.sqrt(Math.max(0, relations2.length - 1));
  return Math.max(radius * 0.55, Math.min(LARGEST, least + more) / scale);
}
function lookThrough(context, eye3, width, height, ratio) {
  const zoom2 = ratio * eye3.scale;
  context.setTransform(zoom2, 0, 0, zoom2, ratio * (width / 2) - eye3.x * zoom2, ratio * (height / 2) - eye3.y * zoom2);
}
function* paintSheet(field2, eye3, shownWidth, shownHeight, ratio) {
  const [width, height] = [shownWidth, shownHeight].map((size2) => size2 + 2 * Math.round(size2 * MARGIN));
  const paper2 = element("canvas", { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  const context = (
    /** @type {CanvasRenderingContext2D} */
    paper2.getContext("2d", { willReadFrequently: true })
  );
  context.fillStyle = colours.bg;
  context.fillRect(0, 0, paper2.width, paper2.height);
  const sheet2 = { paper: paper2, eye: { ...eye3 }, field: field2, ground: colours.bg, width, height, ratio };
  lookThrough(context, sheet2.eye, width, height, ratio);
  for (const paint2 of [lineSlices, dotSlices, hubSlices]) {
    for (const slice of paint2(context, sheet2)) {
      slice();
      context.getImageData(0, 0, 1, 1);
      yield;
    }
  }
  return sheet2;
}
function bounds({ eye: eye3, width, height }) {
  const [halfX, halfY] = [width / 2 / eye3.scale, height / 2 / eye3.scale];
  return { left: eye3.x - halfX, right: eye3.x + halfX, top: eye3.y - halfY, bottom: eye3.y + halfY };
}
function slicesOf(items, paint2) {
  const starts = Array.from({ length: Math.ceil(items.length / SLICE) }, (_, nth) => nth * SLICE);
  return starts.map((start2) => () => paint2(items.slice(start2, start2 + SLICE)));
}
function grouped(items, keyOf2) {
  const found = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key2 = keyOf2(item);
    const group = found.get(key2);
    if (group) group.push(item);
    else found.set(key2, [item]);
  }
  return found;
}
function lineSlices(context, sheet2) {
  const { xs, ys, lines: lines2, from, to } = sheet2.field;
  const { left, right, top, bottom } = bounds(sheet2);
  const inside = [];
  let length = 0;
  const longest = right - left;
  for (let at = 0; at < lines2.length; at++) {
    const [x1, y1, x2, y2] = [xs[from[at]], ys[from[at]], xs[to[at]], ys[to[at]]];
    if (x1 < left && x2 < left || x1 > right && x2 > right) continue;
    if (y1 < top && y2 < top || y1 > bottom && y2 > bottom) continue;
    length += Math.min(longest, Math.hypot(x2 - x1, y2 - y1));
    inside.push(at);
  }
  const room = (right - left) * (bottom - top) * sheet2.eye.scale;
  const opacity = Math.max(FAINTEST, Math.min(STRONGEST, INK * room / (length || 1)));
  return [...grouped(inside, (at) => relationColour(lines2[at]))].flatMap(
    ([colour, numbers]) => slicesOf(numbers, (some) => {
      context.beginPath();
      for (const at of some) {
        context.moveTo(xs[from[at]], ys[from[at]]);
        context.lineTo(xs[to[at]], ys[to[at]]);
      }
      Object.assign(context, { globalAlpha: opacity, strokeStyle: colour, lineWidth: 1 / sheet2.eye.scale });
      context.stroke();
      context.globalAlpha = 1;
    })
  );
}
var HUB2 = 12;
function dotsOf(sheet2, isWanted) {
  const { left, right, top, bottom } = bounds(sheet2);
  const { xs, ys, dots } = sheet2.field;
  const isInside = (at) => xs[at] > left && xs[at] < right && ys[at] > top && ys[at] < bottom;
  return dots.filter((at) => isWanted(ranked[at]) && isInside(at));
}
function dotSlices(context, sheet2) {
  const small = dotsOf(sheet2, (thing) => thing.relations.length < HUB2);
  return [...grouped(small, (at) => ranked[at].side)].flatMap(
    ([side, numbers]) => slicesOf(numbers, (some) => {
      context.beginPath();
      for (const at of some) traceDot(context, sheet2, at);
      context.fillStyle = colours[sideColour(side)];
      context.fill();
    })
  );
}
function hubSlices(context, sheet2) {
  const hubs = dotsOf(sheet2, (thing) => thing.relations.length >= HUB2).reverse();
  return slicesOf(hubs, (some) => {
    for (const at of some) {
      context.beginPath();
      traceDot(context, sheet2, at);
      const look2 = { fillStyle: colours[sideColour(ranked[at].side)], strokeStyle: colours.bg };
      Object.assign(context, { ...look2, lineWidth: 1.2 / sheet2.eye.scale });
      context.fill();
      context.stroke();
    }
  });
}
function traceDot(context, { field: field2, eye: eye3 }, at) {
  const [x, y] = [field2.xs[at], field2.ys[at]];
  const radius = dotRadius(ranked[at], eye3.scale);
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 7);
}

// kg/show/page/src/captions.js
var MAX_LABELS = 40;
var MOST_TRIED = 300;
var HUBS = 20;
var SIZE = 12;
var LETTERS = 24;
function captions(context, field2, eye3, width, height) {
  const size2 = SIZE / eye3.scale;
  const [halfX, halfY] = [width / 2 / eye3.scale, height / 2 / eye3.scale];
  const sight = [eye3.x - halfX, eye3.y - halfY, eye3.x + halfX, eye3.y + halfY];
  const boxes = [];
  labels.clear();
  Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round" });
  let tried = 0;
  for (const thing of wanted(field2, sight)) {
    if (labels.size >= MAX_LABELS || tried++ >= MOST_TRIED) break;
    const isChosen = thing.id === choices.node || thing.id === picture.hoveredNode;
    context.font = `${isChosen ? 650 : 550} ${size2}px ${FONT}`;
    const label = placedLabel(context, thing, eye3.scale, labels.size < HUBS, boxes, sight);
    if (!label) continue;
    boxes.push(label.box);
    labels.set(thing.id, label);
    writeLeader(context, thing, label, eye3.scale);
    writeLabel(context, label, labelColour(thing), 0.35);
  }
  writeRelations(context, size2, boxes);
}
function* wanted({ xs, ys, dots }, [left, top, right, bottom]) {
  const { hotNodes, hoveredNode } = picture;
  const first = hotNodes ? byImportance(hotNodes) : hoveredNode ? [hoveredNode] : [];
  for (const id of first) {
    const [x, y] = positionOf(id);
    if (x > left && x < right && y > top && y < bottom) yield thingOf(id);
  }
  if (hotNodes) return;
  for (const at of dots) {
    const isInside = xs[at] > left && xs[at] < right && ys[at] > top && ys[at] < bottom;
    if (isInside && ranked[at].id !== hoveredNode) yield ranked[at];
  }
}
var BESIDE2 = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0]
];
var FURTHER = [...BESIDE2, [1, 1], [-1, 1], [1, -1], [-1, -1]];
var RINGS = 9;
function placedLabel(context, thing, scale, isHub, boxes, sight) {
  const size2 = SIZE / scale;
  const leading = size2 * 1.2;
  const lines2 = wrap(nameOf2(thing), LETTERS);
  const [halfX, halfY] = [
    Math.max(...lines2.map((line5) => context.measureText(line5).width)) / 2,
    lines2.length * leading / 2
  ];
  const [x, y] = positionOf(thing.id);
  for (let ring = 0; ring <= (isHub ? RINGS : 0); ring++) {
    const gap = dotRadius(thing, scale) + 2 / scale + ring * leading;
    for (const [right, down] of ring ? FURTHER : BESIDE2) {
      const [middle, top] = [x + right * (halfX + gap), y + down * (halfY + gap) - halfY];
      const box = [middle - halfX, top, middle + halfX, top + 2 * halfY];
      const isWhole2 = box[0] > sight[0] && box[1] > sight[1] && box[2] < sight[2] && box[3] < sight[3];
      if (isWhole2 && !overlaps(box, boxes)) return { lines: lines2, x: middle, top, size: size2, leading, box };
    }
  }
  return null;
}
function writeLeader(context, thing, { box, leading }, scale) {
  const [x, y] = positionOf(thing.id);
  const [toX, toY] = [Math.max(box[0], Math.min(box[2], x)), Math.max(box[1], Math.min(box[3], y))];
  if (Math.hypot(toX - x, toY - y) < dotRadius(thing, scale) + leading) return;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(toX, toY);
  Object.assign(context, { lineWidth: 0.8 / scale, strokeStyle: labelColour(thing) });
  context.stroke();
}
var FEW3 = 14;
function writeRelations(context, size2, boxes) {
  const { hotRelations, hoveredRelation } = picture;
  const found = new Set(hotRelations.size <= FEW3 ? hotRelations : []);
  if (hoveredRelation) found.add(hoveredRelation);
  context.textBaseline = "middle";
  for (const relation of [...found].map(relationOf)) {
    const [[x1, y1], [x2, y2]] = [positionOf(relation.source), positionOf(relation.target)];
    writeRelation(context, relation, { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }, size2 * 0.92, boxes);
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
  const shown2 = shownOf(thing.id);
  const told3 = new Set(shown2.flatMap((relation) => relation.current.map(({ claim }) => claim.id)));
  const about = [inLanguage(thing.sort) || word(thing.kind), scene.poles.length === 2 && sideWords(thing)];
  const counts = [plural(shown2.length, "n-relations"), plural(told3.size, "n-claims")];
  return { title: nameOf2(thing), about: about.filter(Boolean).join(" · "), more: counts.join(", ") };
}
function relationWords(relation) {
  const { confirmation: confirmation2, current: current2 } = relation;
  const [first] = current2;
  const about = [word(confirmation2), plural(current2.length, "n-claims")].join(" · ");
  const said = first ? `${speakerNames(first.claim)}: ${telling(first.claim).text}` : "";
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

// kg/show/page/src/overview.js
var eye = { x: 0, y: 0, scale: 1 };
var isOverview = () => data.large && !choices.focus;
var paper = element("canvas", { id: "overview" });
var field;
var sheet = null;
var painter = null;
var isFrameAsked = false;
var isResting = true;
var resting;
function startOverview() {
  find("#network").append(paper);
  measureExtent();
  startField();
  field = measureField();
  listen();
}
function listen() {
  let from = null;
  let isMoved = false;
  paper.addEventListener("pointerdown", (event) => {
    from = [event.clientX, event.clientY];
    isMoved = false;
    paper.setPointerCapture(event.pointerId);
  });
  paper.addEventListener("pointermove", (event) => {
    if (!from) return hover(event.clientX, event.clientY);
    const [right, down] = [event.clientX - from[0], event.clientY - from[1]];
    if (Math.abs(right) + Math.abs(down) > 3) isMoved = true;
    from = [event.clientX, event.clientY];
    panOverview(-right, -down);
  });
  paper.addEventListener("pointerleave", () => showHovered(null, null));
  paper.addEventListener("pointercancel", () => from = null);
  paper.addEventListener("pointerup", (event) => {
    from = null;
    if (!isMoved) pickAt(event.clientX, event.clientY);
  });
  paper.addEventListener("dblclick", (event) => {
    const { thing } = under(event.clientX, event.clientY);
    if (thing) choose({ focus: thing.id, node: thing.id });
  });
  const zoom2 = (event) => {
    event.preventDefault();
    zoomOverview(Math.exp(-event.deltaY * 12e-4), event.clientX, event.clientY);
  };
  paper.addEventListener("wheel", zoom2, { passive: false });
}
function showOverview(isShown) {
  paper.hidden = !isShown;
}
var frame = () => paper.getBoundingClientRect();
function toScreen(x, y) {
  const { width, height } = frame();
  return [(x - eye.x) * eye.scale + width / 2, (y - eye.y) * eye.scale + height / 2];
}
var [NEAR_DOT, NEAR_LINE] = [5, 5];
function under(clientX, clientY) {
  const { left, top, width, height } = frame();
  const x = (clientX - left - width / 2) / eye.scale + eye.x;
  const y = (clientY - top - height / 2) / eye.scale + eye.y;
  const thing = thingAt(field, x, y, NEAR_DOT / eye.scale, (one) => dotRadius(one, eye.scale));
  return { thing, found: thing ? [] : relationsAt(field, x, y, NEAR_LINE / eye.scale) };
}
function pickAt(clientX, clientY) {
  const { thing, found } = under(clientX, clientY);
  const next = found.findIndex(({ id }) => id === choices.edge) + 1;
  pick(thing?.id, found[next % found.length]?.id);
}
function hover(clientX, clientY) {
  const { thing, found } = under(clientX, clientY);
  const chosen2 = found.find(({ id }) => id === choices.edge);
  showHovered(thing?.id ?? null, (chosen2 || found[0])?.id ?? null);
  if (thing || found.length) hoverTip(clientX, clientY);
}
function showHovered(hoveredNode, hoveredRelation) {
  if (picture.hoveredNode === hoveredNode && picture.hoveredRelation === hoveredRelation) return;
  Object.assign(picture, { hoveredNode, hoveredRelation });
  paper.style.cursor = hoveredNode || hoveredRelation ? "pointer" : "";
  if (!hoveredNode && !hoveredRelation) hideTip();
  askFrame();
}
function move(changes) {
  Object.assign(eye, changes);
  isResting = false;
  clearTimeout(resting);
  resting = setTimeout(() => {
    isResting = true;
    askFrame();
  }, 120);
  askFrame();
}
function fitOverview() {
  const { width, height } = frame();
  const [left, top, right, bottom] = wholeExtent();
  const scale = Math.min(width / (right - left), height / (bottom - top));
  move({ x: (left + right) / 2, y: (top + bottom) / 2, scale });
}
function zoomOverview(factor, clientX, clientY) {
  const { left, top, width, height } = frame();
  const fromMiddleX = clientX === void 0 ? 0 : clientX - left - width / 2;
  const fromMiddleY = clientY === void 0 ? 0 : clientY - top - height / 2;
  const scale = Math.max(5e-3, Math.min(8, eye.scale * factor));
  const x = eye.x + fromMiddleX / eye.scale - fromMiddleX / scale;
  const y = eye.y + fromMiddleY / eye.scale - fromMiddleY / scale;
  move({ x, y, scale });
}
function panOverview(right, down) {
  move({ x: eye.x + right / eye.scale, y: eye.y + down / eye.scale });
}
function centreOverview(x, y) {
  move({ x, y, scale: Math.max(eye.scale, 0.6) });
}
function refreshOverview() {
  if (field.turn !== picture.turn) field = measureField();
  askFrame();
}
function askFrame() {
  if (isFrameAsked) return;
  isFrameAsked = true;
  requestAnimationFrame(() => {
    isFrameAsked = false;
    if (!paper.hidden) paintOverview(!sheet);
  });
}
var SHARE2 = 9;
function paintOverview(atOnce) {
  const { width, height } = frame();
  const ratio = window.devicePixelRatio || 1;
  const context = (
    /** @type {CanvasRenderingContext2D} */
    paper.getContext("2d")
  );
  const [pixelsX, pixelsY] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (!pixelsX || !pixelsY) return;
  if (paper.width !== pixelsX || paper.height !== pixelsY) Object.assign(paper, { width: pixelsX, height: pixelsY });
  sharpen(width, height, ratio, atOnce);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.bg;
  context.fillRect(0, 0, width, height);
  if (sheet) paintImage(context, sheet, width, height);
  if (picture.hotNodes) {
    Object.assign(context, { globalAlpha: 0.86, fillStyle: colours.bg });
    context.fillRect(0, 0, width, height);
    context.globalAlpha = 1;
  }
  lookThrough(context, eye, width, height, ratio);
  paintHot(context);
  captions(context, field, eye, width, height);
}
function sharpen(width, height, ratio, atOnce) {
  if (!painter && isStale(width, height, ratio, atOnce || isResting)) {
    painter = paintSheet(field, eye, width, height, ratio);
  }
  const until = performance.now() + SHARE2;
  while (painter && (atOnce || performance.now() < until)) {
    const { done, value } = painter.next();
    if (!done) continue;
    sheet = value;
    painter = null;
    if (isStale(width, height, ratio, atOnce || isResting)) askFrame();
  }
  if (painter) askFrame();
}
function isStale(width, height, ratio, isExact) {
  if (!sheet || sheet.field !== field || sheet.ratio !== ratio || sheet.ground !== colours.bg) return true;
  const [x, y, factor] = offset(sheet, width, height);
  const covers = x <= 0 && y <= 0 && x + sheet.width * factor >= width - 1 && y + sheet.height * factor >= height - 1;
  const isSharp = factor === 1 && isWhole(x * ratio) && isWhole(y * ratio);
  return !covers || isExact && !isSharp;
}
var isWhole = (pixels) => Math.abs(pixels - Math.round(pixels)) < 0.02;
function offset(given, width, height) {
  const factor = eye.scale / given.eye.scale;
  return [
    (given.eye.x - eye.x) * eye.scale + width / 2 - given.width / 2 * factor,
    (given.eye.y - eye.y) * eye.scale + height / 2 - given.height / 2 * factor,
    factor
  ];
}
function paintImage(context, shown2, width, height) {
  const [x, y, factor] = offset(shown2, width, height);
  const place = factor === 1 ? [x, y].map((value) => Math.round(value * shown2.ratio) / shown2.ratio) : [x, y];
  context.drawImage(shown2.paper, place[0], place[1], shown2.width * factor, shown2.height * factor);
}
function paintHot(context) {
  const { hotNodes, hotRelations, hoveredNode, hoveredRelation } = picture;
  for (const id of hotRelations) paintLine(context, relationOf(id), relationColour(relationOf(id)), 1.2);
  for (const id of [choices.edge, hoveredRelation]) if (id) paintLine(context, relationOf(id), colours.acc, 2.4);
  for (const id of hotNodes || []) paintDot(context, thingOf(id));
  for (const id of [choices.node, hoveredNode]) {
    if (!id || !picture.nodes.has(id)) continue;
    context.beginPath();
    context.arc(...positionOf(id), dotRadius(thingOf(id), eye.scale) + 4 / eye.scale, 0, 7);
    Object.assign(context, { lineWidth: 2.5 / eye.scale, strokeStyle: colours.acc });
    context.stroke();
  }
}
function paintLine(context, { source, target }, colour, width) {
  context.beginPath();
  context.moveTo(...positionOf(source));
  context.lineTo(...positionOf(target));
  Object.assign(context, { globalAlpha: 0.9, strokeStyle: colour, lineWidth: width / eye.scale });
  context.stroke();
  context.globalAlpha = 1;
}
function paintDot(context, thing) {
  context.beginPath();
  context.arc(...positionOf(thing.id), dotRadius(thing, eye.scale), 0, 7);
  context.fillStyle = colours[sideColour(thing.side)];
  context.fill();
}

// kg/show/page/src/graph.js
var drawing = null;
var visNetwork = () => (
  /** @type {{network: VisNetwork}} */
  drawing.network
);
function startGraph() {
  if (data.large) return startOverview();
  startVis();
  measureExtent();
}
function startVis() {
  const holder2 = element("div", { class: "fill" });
  find("#network").append(holder2);
  const options = { ...data.network.options };
  options.nodes = { ...options.nodes, shape: "custom", ctxRenderer: drawThing };
  const nodes = new vis.DataSet(held().map(({ id }) => ({ id, x: positionOf(id)[0], y: positionOf(id)[1] })));
  const edges = new vis.DataSet(bent(heldRelations()));
  const network = new vis.Network(holder2, { nodes, edges }, options);
  drawing = { network, nodes, edges };
  if (isTouched.matches) network.setOptions({ interaction: { dragView: isHeld, dragNodes: isHeld } });
  network.on("beforeDrawing", drawZones);
  network.on("afterDrawing", (context) => drawLabels(context, network.getScale(), middleOf));
  network.on("click", (at) => {
    if (isTouched.matches) dropClick();
    pick(at.nodes[0], at.edges[0]);
  });
  network.on("doubleClick", (at) => at.nodes[0] && choose({ focus: at.nodes[0], node: at.nodes[0] }));
  const hover2 = (changes, at = null) => {
    Object.assign(picture, changes);
    network.redraw();
    if (at) hoverTip(...at);
    else hideTip();
  };
  network.on("hoverNode", ({ node }) => hover2({ hoveredNode: node }, screenPosition(node)));
  network.on("blurNode", () => hover2({ hoveredNode: null }));
  network.on("hoverEdge", ({ edge, event }) => hover2({ hoveredRelation: edge }, [event.clientX, event.clientY]));
  network.on("blurEdge", () => hover2({ hoveredRelation: null }));
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
  return edges.map(({ id, source, target }) => {
    const pair = [source, target].sort().join("~");
    const nth = (parallel.get(pair) || 0) + 1;
    parallel.set(pair, nth);
    const type = nth % 2 === 1 === source < target ? "curvedCW" : "curvedCCW";
    return {
      id,
      from: source,
      to: target,
      smooth: { enabled: true, type, roundness: 0.07 + 0.09 * Math.floor(nth / 2) }
    };
  });
}
function trace(context, outline2, x, y, radius) {
  context.beginPath();
  if (outline2 === "circle") context.arc(x, y, radius, 0, 7);
  else if (outline2 === "diamond") {
    const half = radius * 1.18;
    context.moveTo(x, y - half);
    context.lineTo(x + half, y);
    context.lineTo(x, y + half);
    context.lineTo(x - half, y);
    context.closePath();
  } else {
    const [halfX, halfY, corner] = outline2 === "square" ? [0.92, 0.92, 0.3] : [1.15, 0.78, 0.78];
    context.roundRect(x - radius * halfX, y - radius * halfY, 2 * radius * halfX, 2 * radius * halfY, radius * corner);
  }
}
function drawThing({ ctx: context, id, x, y }) {
  const thing = thingOf(id);
  const { kind, radius } = thing;
  const outline2 = OUTLINES[kind];
  const [colour, hollow] = [colours[sideColour(thing.side)], isHollow(thing)];
  const drawNode = () => {
    context.globalAlpha = isHot(id) ? 1 : 0.16;
    trace(context, outline2, x, y, radius + 2.5);
    context.fillStyle = colours.bg;
    context.fill();
    trace(context, outline2, x, y, radius);
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
      trace(context, outline2, x, y, radius + 5);
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
  const drawn3 = drawing?.network.body.edges[id];
  return drawn3 ? drawn3 : null;
}
function middleOf(id) {
  const drawn3 = curveOf(id);
  return drawn3?.connected ? drawn3.edgeType.getPoint(0.5) : null;
}
var CURVE_STEPS = 16;
function pointsOf(relation) {
  const drawn3 = curveOf(relation.id);
  if (!drawn3) return [positionOf(relation.source), positionOf(relation.target)];
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const { x, y } = drawn3.edgeType.getPoint(step / CURVE_STEPS);
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
    if (isOverview()) return refreshOverview();
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
  startVis();
  fitGraph(false);
}
var isTouched = matchMedia("(pointer: coarse)");
var isHeld = false;
function holdPicture() {
  isHeld = !isHeld;
  find("#network").classList.toggle("held", isHeld);
  drawing?.network.setOptions({ interaction: { dragView: isHeld, dragNodes: isHeld } });
  return isHeld;
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
function layLabels(scale) {
  const context = document.createElement("canvas").getContext("2d");
  if (context && !isOverview()) drawLabels(context, scale, middleOf);
}
function paintedLabels() {
  if (isOverview()) paintOverview(true);
  else visNetwork().redraw();
  const scale = isOverview() ? eye.scale : visNetwork().getScale();
  return [...labels].map(([id, { size: size2, box }]) => ({ id, px: size2 * scale, box: box.map((value) => value * scale) }));
}
function screenPosition(id) {
  const [x, y] = positionOf(id);
  const { left, top } = find("#network").getBoundingClientRect();
  const at = isOverview() ? null : visNetwork().canvasToDOM({ x, y });
  const [right, down] = at ? [at.x, at.y] : toScreen(x, y);
  return [right + left, down + top];
}

// kg/show/page/src/notes.js
var remarks = () => scene.notes.length > 0 && [
  heading(element("span", { id: "not-here", tabindex: -1 }, word("not-here")), scene.notes.length),
  element(
    "ul",
    { class: "notes", id: "notes" },
    scene.notes.map((note2) => element("li", null, inLanguage(note2)))
  )
];
function remarksLink() {
  const open2 = () => {
    choose(NOTHING_OPEN);
    find("#not-here").scrollIntoView();
    find("#not-here").focus();
  };
  const text = plural(scene.notes.length, "n-notes");
  return scene.notes.length > 0 && button(text, open2, { class: "link", id: "to-notes" });
}
function warnings() {
  const place = find("#warnings");
  place.hidden = !scene.warnings.length;
  const lines2 = scene.warnings.map((warning) => element("p", null, inLanguage(warning)));
  refill(place, lines2);
}

// kg/show/page/src/clock.js
var mentions = [...relations.values()].flatMap((relation) => relation.mentions);
var MANY_MONTHS = 2400;
var MONTHS = (() => {
  const dates = mentions.flatMap(({ begins, ends: ends2 }) => [begins, ends2]);
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
var dayOf = ({ claim, begins, ends: ends2 }) => choices.known ? claim.known : begins || ends2;
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
  const line5 = (month, nth) => month.endsWith("-01") && shape("line", { x1: nth * step, y1: 0, x2: nth * step, y2: 28, class: "grid" });
  const frame2 = { viewBox: `0 0 ${WIDTH} 30`, preserveAspectRatio: "none", "aria-hidden": "true" };
  return shape("svg", frame2, MONTHS.map(line5), MONTHS.map(bar));
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
  const made2 = element("input", {
    ...{ type: "range", min: 0, max: MONTHS.length, step: 1, "aria-label": word("as-of") },
    "aria-valuetext": choices.asof || word("all-dates")
  });
  made2.value = String(at);
  made2.addEventListener("input", () => choose({ asof: MONTHS[+made2.value] || "" }, { remember: false }));
  return made2;
}
function check(key2, label) {
  const box = element("input", { type: "checkbox", id: `box-${key2}` });
  box.checked = choices[key2] === "1";
  box.addEventListener("change", () => choose({ [key2]: box.checked ? "1" : "" }));
  return element("label", { class: "check", for: box.id }, box, word(label));
}
function output() {
  const { undated, unpublished } = picture.leftOut;
  const shown2 = [plural(picture.nodes.size, "n-entities"), plural(picture.relations.size, "n-relations")];
  const leftOut3 = [
    undated > 0 && `${word("left-out-undated")} ${undated}`,
    unpublished > 0 && `${word("left-out-unpublished")} ${unpublished}`
  ].filter(Boolean);
  return element(
    "output",
    { for: "time" },
    element("b", null, choices.asof || word("all-dates")),
    element("small", null, shown2.join(" · ")),
    leftOut3.length > 0 && element("small", { id: "left-out" }, leftOut3.join(" · ")),
    remarksLink()
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

// kg/show/page/src/scale.js
function placeOf2(bound) {
  if (bound === null || typeof bound === "number") return bound;
  const time = Date.parse(bound);
  return Number.isNaN(time) ? null : time;
}
var boundText = (bound, unit) => typeof bound === "number" ? `${bound.toLocaleString(choices.lang)} ${unit}`.trim() : bound;
function rangeText({ low, high }, unit) {
  if (low === high) return low === null ? "" : boundText(low, unit);
  return `${low === null ? "…" : boundText(low, unit)} – ${high === null ? "…" : boundText(high, unit)}`;
}
function chosenScale({ dispute, sides }) {
  const placed2 = sides.map(({ side }) => ({ side, low: placeOf2(side.low), high: placeOf2(side.high) }));
  const bounded = placed2.filter(({ low, high }) => low !== null || high !== null);
  if (!dispute.scale || bounded.length < 2) return null;
  const known = bounded.flatMap(({ low, high }) => [low, high]).filter((bound) => bound !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const at = (bound) => most > least ? 100 * (bound - least) / (most - least) : 50;
  const row3 = ({ side, low, high }) => {
    const from = low === null ? 0 : at(low);
    const to = high === null ? 100 : at(high);
    const open2 = `${low === null ? "open-low" : ""} ${high === null ? "open-high" : ""}`;
    const [kind, style] = low === high ? ["dot", `left:${from}%`] : [`reach ${open2}`, `left:${from}%;width:${to - from}%`];
    return [
      element("span", { class: "scale-name" }, inLanguage(side.value)),
      element("span", { class: "scale-track" }, element("i", { class: kind, style })),
      element("span", { class: "scale-range" }, rangeText(side, dispute.unit))
    ];
  };
  return element(
    "figure",
    { class: "scale" },
    element("div", { class: "scale-rows" }, bounded.map(row3)),
    element("figcaption", { class: "by" }, word("one-scale"))
  );
}

// kg/show/page/src/disputes.js
function counter() {
  const found = disagreements();
  const text = found.length ? plural(found.length, "n-disagreements") : word("no-disagreements");
  const open2 = () => choose({ view: "disputes", kind: "" });
  const parts = [found.length > 0 && mark(found[0].dispute.kind), " ", text];
  const attributes = { id: "disagreements", class: "counter" };
  const { brief } = scene;
  refill(
    find("#counters"),
    scene.disputes.length ? button(parts, open2, attributes) : element("p", attributes, text),
    brief && element("a", { class: "counter", href: brief.address }, word("brief"))
  );
}
function disputes2() {
  const { kind } = choices;
  const asked2 = kind ? stands.all.filter(({ dispute }) => dispute.kind === kind) : disagreements();
  const { rows, more } = portion("disputes", asked2, disputes2);
  const cards = rows.map(card);
  refill(
    find("#disputes"),
    element("h2", null, word("disputes")),
    element("p", { class: "lead" }, word("disputes-lead")),
    tools(),
    leftOut(),
    cards.length ? cards : element("p", null, word(scene.disputes.length ? "disputes-none" : "no-disagreements")),
    more
  );
  reveal2();
}
var revealed = "";
function reveal2() {
  if (choices.dispute === revealed) return;
  revealed = choices.dispute;
  find("#disputes [aria-current]")?.scrollIntoView({ block: "nearest" });
}
function tools() {
  const counts = /* @__PURE__ */ new Map();
  for (const { dispute } of stands.all) counts.set(dispute.kind, (counts.get(dispute.kind) || 0) + 1);
  if (choices.kind && !counts.has(choices.kind)) counts.set(choices.kind, 0);
  const chip = (kind) => {
    const { name, definition } = scene.dispute_kinds[kind];
    const parts = [mark(kind), " ", inLanguage(name), " ", element("span", { class: "ct" }, counts.get(kind))];
    return kindButton(kind, parts, inLanguage(definition));
  };
  const kinds = [...counts.keys()];
  const agreeing = kinds.filter(isAlike);
  const all2 = [word("all-kinds"), " ", element("span", { class: "ct" }, disagreements().length)];
  return element(
    "div",
    { class: "dispute-tools" },
    element(
      "div",
      { class: "chips", role: "group", "aria-label": word("disputes") },
      kindButton("", all2),
      kinds.filter((kind) => !isAlike(kind)).map(chip)
    ),
    agreeing.length > 0 && element(
      "div",
      { class: "chips", role: "group", "aria-label": word("agreements-too") },
      element("span", { class: "by" }, word("agreements-too")),
      agreeing.map(chip)
    ),
    participants()
  );
}
var kindButton = (kind, text, title2) => button(
  text,
  () => {
    choose({ kind });
    find(`#disputes [data-kind="${kind}"]`).focus();
  },
  { class: "chip", "data-kind": kind, "aria-pressed": String(choices.kind === kind), title: title2 }
);
function participants() {
  const claims2 = scene.disputes.flatMap(({ sides }) => sides.flatMap((side) => side.mentions.map((one) => one.claim)));
  const heard = new Set(claims2.flatMap((claim) => claim.speakers));
  const option2 = (value, text) => {
    const made2 = element("option", { value }, text);
    made2.selected = choices.voice === value;
    return made2;
  };
  const speakers = Object.keys(scene.speakers).filter((id) => heard.has(id) || id === choices.voice);
  const select = element(
    "select",
    { id: "participant", on: { change: () => choose({ voice: select.value }) } },
    option2("", word("all-voices")),
    scene.poles.length === 2 && [
      option2("a", `${word("side-of")} ${poleName(0)}`),
      option2("b", `${word("side-of")} ${poleName(1)}`),
      option2("third", word("third-parties"))
    ],
    speakers.map((id) => option2(id, inLanguage(scene.speakers[id])))
  );
  return element("label", { class: "who" }, element("span", { class: "by" }, word("who-takes-part"), " "), select);
}
function leftOut() {
  const said = [
    stands.hidden && plural(stands.hidden, "n-disputes-left-out"),
    stands.silent && plural(stands.silent, "n-disputes-silent"),
    scene.more_disputes && plural(scene.more_disputes, "n-disputes-more")
  ].filter(Boolean);
  return said.length > 0 && element("p", { class: "left-out" }, said.join(" "));
}
var mark = (kind) => element("b", { class: `sign ${isAgainst(kind) ? "grave" : ""}`, "aria-hidden": "true" }, signOf(kind));
function card(standing, at) {
  const { dispute } = standing;
  const show = () => choose({ ...NOTHING_OPEN, view: "graph", dispute: dispute.id });
  return element(
    "article",
    {
      class: "dispute",
      "data-dispute": dispute.id,
      "aria-labelledby": `dispute-${at}`,
      "aria-current": choices.dispute === dispute.id ? "true" : null
    },
    kindLine(dispute),
    element("h3", { id: `dispute-${at}` }, disputeName(dispute)),
    body(standing),
    element("div", { class: "acts" }, button(word("show-in-graph"), show))
  );
}
function kindLine({ kind }) {
  const { name, definition } = scene.dispute_kinds[kind];
  return element(
    "p",
    { class: "kick" },
    mark(kind),
    element("b", null, inLanguage(name)),
    element("span", null, inLanguage(definition))
  );
}
function body(standing) {
  const { dispute, sides, absent } = standing;
  const who = inLanguage(dispute.judges);
  const about = inLanguage(dispute.about);
  const [first, second = ""] = dispute.id.split("+");
  const way = word(`way-${dispute.way}`).replace("{who}", who).replace("{first}", first).replace("{second}", second);
  return [
    element("p", { class: "why" }, inLanguage(dispute.reason)),
    about && about !== disputeName(dispute) && element("p", { class: "by" }, about),
    chosenScale(standing),
    element("div", { class: "sides" }, sides.map(sideColumn)),
    element(
      "p",
      { class: "by" },
      [way, plural(dispute.origins, "n-origins"), absent && plural(absent, "n-claims-absent")].filter(Boolean).join(" ")
    )
  ];
}
var SHORT = 24;
function sideColumn({ side, claims: claims2 }) {
  const value = inLanguage(side.value);
  return element(
    "div",
    { class: "side" },
    value && element("p", { class: value.length > SHORT ? "value long" : "value" }, value),
    claims2.map((claim) => quoted(claim, side))
  );
}
function quoted(claim, side) {
  const source = sources.get(claim.document);
  const held2 = side.mentions.filter((one) => one.claim === claim).map(dateText);
  const when = [...new Set(held2)].filter(Boolean).join("; ");
  const document2 = `${source?.title} · ${source?.issued || word("undated-document")} · `;
  return element(
    "figure",
    { class: `words ${claim.group}`, "data-claim": claim.id },
    element("figcaption", null, speakerNames(claim)),
    element("blockquote", null, telling(claim).text),
    element("p", { class: "by" }, stamp(claim), [inLanguage(claim.limits), when].filter(Boolean).join(" · ")),
    element("p", { class: "by" }, document2, placeOf(claim)),
    element("p", { class: "by" }, claimLink(claim.id, { "aria-label": `${word("claim")} ${claim.id}` }))
  );
}
function disputePanel(id, actions2) {
  const dispute = disputeOf(id);
  const standing = stands.whoever.find((one) => one.dispute === dispute);
  const kind = isAlike(dispute.kind) ? dispute.kind : "";
  const beside2 = button(word("side-by-side"), () => choose({ view: "disputes", kind }));
  return [
    kindLine(dispute),
    element("h2", { class: "name" }, disputeName(dispute)),
    element("div", { class: "acts" }, choices.view !== "disputes" && beside2, actions2),
    element("div", { class: "dispute" }, standing ? body(standing) : element("p", null, word("dispute-hidden")))
  ];
}

// kg/show/page/src/clipboard.js
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

// kg/show/page/src/drawing.js
function graphDrawing() {
  const [left, top, right, bottom] = wholeExtent();
  layLabels(0.85);
  return shape(
    "svg",
    { viewBox: `${left} ${top} ${right - left} ${bottom - top}` },
    svgZones(),
    [...picture.relations].map((id) => svgRelation(relationOf(id))),
    [...picture.nodes].map((id) => svgThing(thingOf(id))),
    svgLabels()
  );
}
function inked(drawn3) {
  for (const part of [drawn3, ...drawn3.querySelectorAll("*")]) {
    for (const name of ["fill", "stroke"]) {
      const variable = /^var\(--(.+)\)$/.exec(part.getAttribute(name) || "");
      if (variable) part.setAttribute(name, colours[variable[1]] || colours.third);
    }
  }
  return drawn3;
}
var ANCHORS = { left: "start", right: "end", center: "middle" };
function svgZones() {
  const found = zones();
  const areas = found.map(({ box, colour }) => {
    if (!box || !colour) return null;
    const [x, y, right, bottom] = box;
    return shape("rect", { x, y, width: right - x, height: bottom - y, rx: 16, fill: colours[colour] });
  });
  const captions2 = found.map(({ text, x, y, align, ink }) => {
    const look2 = { "text-anchor": ANCHORS[align], "font-size": 13, "font-weight": 650, fill: colours[ink] };
    return shape("text", { x, y, ...look2 }, text);
  });
  return [areas, captions2];
}
function svgLabels() {
  return [...labels].map(([id, { lines: lines2, x, top, size: size2, leading }]) => {
    const look2 = { "text-anchor": "middle", "font-size": size2.toFixed(1), fill: labelColour(thingOf(id)) };
    const halo = { stroke: colours.bg, "stroke-width": size2 * 0.28, "paint-order": "stroke" };
    return lines2.map((line5, at) => shape("text", { x, y: top + size2 * 0.85 + at * leading, ...look2, ...halo }, line5));
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
  const line5 = shape("polyline", {
    points: points.map((point) => point.map((value) => value.toFixed(1)).join(" ")).join(" "),
    ...{ fill: "none", stroke: color.color, "stroke-opacity": color.opacity, "stroke-width": width },
    "stroke-dasharray": dashes ? dashes.join(" ") : null
  });
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`;
  const head = { d: "M0 0L-7 3L-7 -3Z", fill: color.color, "fill-opacity": color.opacity, transform };
  return shape("g", null, shape("title", null, sentence(relation)), line5, !relation.mutual && shape("path", head));
}
function svgThing(thing) {
  const [x, y] = positionOf(thing.id);
  const drawn3 = inked(icon(thing, thing.radius * 2));
  drawn3.setAttribute("x", String(x - thing.radius));
  drawn3.setAttribute("y", String(y - thing.radius));
  drawn3.setAttribute("opacity", isHot(thing.id) ? "1" : "0.16");
  drawn3.removeAttribute("aria-hidden");
  drawn3.append(shape("title", null, nameOf2(thing)));
  return drawn3;
}

// kg/show/page/src/located.js
var JOINS = /* @__PURE__ */ new Set(["br:connects", "br:between"]);
var PLACES = /* @__PURE__ */ new Set(["place", "structure"]);
var hasOutline = (thing) => Boolean(data.ground && Object.hasOwn(data.ground.rings, thing.outline));
function located() {
  const sieve2 = chosenSieve();
  const shown2 = [...picture.nodes].map(thingOf);
  const counting = ({ latitude, longitude, claims: claims2 }) => ({
    point: (
      /** @type {Point} */
      [longitude, latitude]
    ),
    claims: claims2.filter((claim) => countsAlone(sieve2, claim))
  });
  const places3 = shown2.map((thing) => ({
    thing,
    points: thing.spots.map(counting).filter(({ claims: claims2 }) => claims2.length > 0)
  }));
  const standing = new Map(places3.filter(({ points }) => points.length > 0).map((one) => [one.thing.id, one]));
  const isPlaceless = (thing) => PLACES.has(thing.kind) && !standing.has(thing.id);
  const states = shown2.filter((thing) => thing.kind === "state");
  return {
    places: [...standing.values()],
    states: states.filter(hasOutline),
    pointless: [...shown2.filter(isPlaceless), ...states.filter((state) => !hasOutline(state))],
    ...joined(standing)
  };
}
function joined(standing) {
  const endOf = (id) => {
    const end = thingOf(id);
    const point = standing.get(id)?.points[0].point || null;
    return point || hasOutline(end) ? { end, point } : null;
  };
  const pairs = /* @__PURE__ */ new Map();
  const pairOf = (ends2) => {
    const key2 = ends2.map(({ end }) => end.id).sort().join("~");
    const pair = pairs.get(key2) || { relations: [], links: [], ends: ends2 };
    pairs.set(key2, pair);
    return pair;
  };
  for (const relation of shownRelations()) {
    const [from, to] = [endOf(relation.source), endOf(relation.target)];
    if (!from || !to || relation.source === relation.target || JOINS.has(relation.relation)) continue;
    pairOf([from, to]).relations.push(relation);
  }
  const links = [];
  for (const id of picture.nodes) {
    const joining3 = shownOf(id).filter(({ source, relation }) => source === id && JOINS.has(relation));
    const ends2 = joining3.map(({ target }) => endOf(target)).filter((end) => end !== null);
    if (ends2.length < 2) continue;
    const link = { thing: thingOf(id), relations: joining3, ends: ends2 };
    links.push(link);
    if (ends2.length === 2 && isSchematic(link)) pairOf(ends2).links.push(link);
  }
  return { links, pairs: [...pairs.values()] };
}
var isPlaced2 = ({ ends: ends2 }) => ends2.filter(({ point }) => point !== null).length > 1;
var isSchematic = ({ ends: ends2 }) => ends2.every(({ end }) => hasOutline(end));

// kg/show/page/src/globe.js
var RADIANS = Math.PI / 180;
var EARTH = 1e3;
var EDGE = 165;
function around2([longitude, latitude]) {
  const [sin, cos] = [Math.sin(latitude * RADIANS), Math.cos(latitude * RADIANS)];
  return {
    to([lon, lat]) {
      const turn = (lon - longitude) * RADIANS;
      const [high, wide] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
      const near = sin * high + cos * wide * Math.cos(turn);
      if (near < Math.cos(EDGE * RADIANS)) return null;
      const scale = EARTH * Math.sqrt(2 / (1 + near));
      return [scale * wide * Math.sin(turn), -scale * (cos * high - sin * wide * Math.cos(turn))];
    }
  };
}

// kg/show/page/src/ground.js
var ground = () => (
  /** @type {Ground} */
  data.ground
);
var projection = around2(data.ground ? data.ground.middle : [0, 0]);
function walked(steps) {
  const found = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) {
    [x, y] = [x + steps[at], y + steps[at + 1]];
    found.push([x / 100, y / 100]);
  }
  return found;
}
var arcs = data.ground ? data.ground.arcs.map(walked) : [];
var ringPoints = (ring) => ring.flatMap((arc) => arc < 0 ? [...arcs[~arc]].reverse() : arcs[arc]);
function path(points, place, closed) {
  const placed2 = points.map(place).filter((point) => point !== null);
  if (placed2.length < 2) return "";
  return "M" + placed2.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L") + (closed ? "Z" : "");
}
var made = /* @__PURE__ */ new Map();
function outline(state) {
  const rings = ground().rings[state] || [];
  const drawn3 = made.get(state) ?? rings.map((ring) => path(ringPoints(ring), projection.to, true)).join("");
  made.set(state, drawn3);
  return drawn3;
}
var seamless = () => arcs.flatMap((points) => {
  const parts = [[points[0]]];
  for (const [at, point] of points.entries()) {
    if (!at) continue;
    const isSeam = Math.abs(point[0]) === 180 && Math.abs(points[at - 1][0]) === 180;
    if (isSeam) parts.push([point]);
    else parts[parts.length - 1].push(point);
  }
  return parts.map((part) => path(part, projection.to, false));
}).join("");
var shores = data.ground ? seamless() : "";
var HATCH = "disputed-area";
var thin = { "vector-effect": "non-scaling-stroke", "stroke-linejoin": "round" };
var fillOf = (state) => ({
  fill: colours[sideColour(state.side)],
  "fill-opacity": scene.poles.includes(state.id) ? 0.34 : 0.16
});
function groundShapes(states, open2) {
  const { areas, borders, rings } = ground();
  const drawnOf = (lines2, closed) => lines2.map((steps) => path(walked(steps), projection.to, closed)).join("");
  const [disputed, unsettled] = [drawnOf(areas, true), drawnOf(borders, false)];
  const line5 = { ...thin, fill: "none", stroke: colours.shore, "stroke-width": 0.7 };
  const whole = Object.keys(rings).map(outline).join("");
  const state = (thing) => {
    const look2 = { d: outline(thing.outline), "fill-rule": "evenodd", ...fillOf(thing) };
    const click = () => open2?.(thing);
    return shape("path", { ...look2, class: "state", on: { click } }, shape("title", null, nameOf2(thing)));
  };
  return [
    shape("defs", null, hatch()),
    shape("circle", { r: 2 * EARTH * Math.sin(EDGE * Math.PI / 360), fill: colours.water }),
    shape("path", { d: graticule(), ...line5, "stroke-width": 0.4, "stroke-opacity": 0.5 }),
    shape("path", { d: whole, fill: colours.land, "fill-rule": "evenodd" }),
    states.map(state),
    shape("path", { d: disputed, fill: colours.land, "pointer-events": "none" }),
    shape("path", { d: disputed, fill: `url(#${HATCH})`, "pointer-events": "none" }),
    shape("path", { d: shores, ...line5, "pointer-events": "none" }),
    shape("path", { d: disputed, ...line5, stroke: colours.land, "stroke-width": 1.4, "pointer-events": "none" }),
    shape("path", { d: disputed, ...line5, "stroke-dasharray": "3 3", "pointer-events": "none" }),
    shape("path", { d: unsettled, ...line5, stroke: colours.land, "stroke-width": 1.6, "pointer-events": "none" }),
    shape("path", { d: unsettled, ...line5, "stroke-width": 0.9, "stroke-dasharray": "3 3", "pointer-events": "none" })
  ];
}
function hatch() {
  const size2 = { width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  const stripe = { x1: 0, y1: 0, x2: 0, y2: 7, stroke: colours.shore, "stroke-width": 2 };
  return shape("pattern", { id: HATCH, ...size2 }, shape("line", stripe));
}
var STEP = 15;
function graticule() {
  const lines2 = [];
  for (let lon = -180; lon < 180; lon += STEP) {
    const points = Array.from({ length: 33 }, (_, at) => (
      /** @type {Point} */
      [lon, -80 + at * 5]
    ));
    lines2.push(path(points, projection.to, false));
  }
  for (let lat = -75; lat <= 75; lat += STEP) {
    const points = Array.from({ length: 73 }, (_, at) => (
      /** @type {Point} */
      [-180 + at * 5, lat]
    ));
    lines2.push(path(points, projection.to, false));
  }
  return lines2.join("");
}
var largest = /* @__PURE__ */ new Map();
function largestOf(state) {
  const known = largest.get(state);
  if (known) return known;
  const rings = (ground().rings[state] || []).map(
    (ring) => ringPoints(ring).map(projection.to).filter((point) => point !== null)
  );
  const found = rings.reduce((best, ring) => spread(ring) > spread(best) ? ring : best, []);
  largest.set(state, found);
  return found;
}
function extentOf(state) {
  const ring = largestOf(state);
  return ring.length ? boxOf2(ring) : null;
}
function seatOf(state, window2 = [-Infinity, -Infinity, Infinity, Infinity]) {
  const ring = largestOf(state);
  if (ring.length < 3) return null;
  const box = boxOf2(ring);
  const [top, bottom] = [Math.max(box[1], window2[1]), Math.min(box[3], window2[3])];
  let best = { width: 0, at: null };
  for (let part = 3; part < 8; part++) {
    const y = top + (bottom - top) * part / 10;
    const cuts = crossings(ring, y);
    for (let at = 0; at + 1 < cuts.length; at += 2) {
      const [left, right] = [Math.max(cuts[at], window2[0]), Math.min(cuts[at + 1], window2[2])];
      if (right - left > best.width) best = { width: right - left, at: [(left + right) / 2, y] };
    }
  }
  return best.at;
}
function boxOf2(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
function spread(points) {
  if (!points.length) return 0;
  const [left, top, right, bottom] = boxOf2(points);
  return (right - left) * (bottom - top);
}
function crossings(ring, y) {
  const found = ring.flatMap(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length];
    return y1 > y !== y2 > y ? [x1 + (x2 - x1) * (y - y1) / (y2 - y1)] : [];
  });
  return found.sort((one, other) => one - other);
}
var HALF = Math.SQRT2 * EARTH;
function globeShape([left, top, right, bottom], states) {
  const shown2 = new Map(states.map((state) => [state.outline, state]));
  const view = 1.1 * HALF;
  const half = shape("clipPath", { id: "half-earth" }, shape("circle", { r: HALF }));
  const land = Object.keys(ground().rings).map((name) => {
    const state = shown2.get(name);
    const fill2 = state ? colours[sideColour(state.side)] : colours.shore;
    return shape("path", { d: outline(name), "fill-rule": "evenodd", fill: fill2 });
  });
  const window2 = { x: left, y: top, width: right - left, height: bottom - top };
  return shape(
    "svg",
    { viewBox: `${-view} ${-view} ${2 * view} ${2 * view}`, "aria-hidden": "true" },
    shape("defs", null, half),
    shape("circle", { r: HALF, fill: colours.water, stroke: colours.shore, "stroke-width": 24 }),
    shape("g", { "clip-path": "url(#half-earth)" }, land),
    shape("rect", { ...window2, fill: "none", stroke: colours.acc, "stroke-width": 46, "stroke-linejoin": "round" })
  );
}

// kg/show/page/src/marks.js
var weight2 = (thing) => Math.min(13, 4.5 + 1.3 * Math.sqrt(shownOf(thing.id).length));
function spotShape({ thing, points }, onScreen2) {
  const colour = colours[sideColour(thing.side)];
  return points.map(({ point }, nth) => {
    const at = projection.to(point);
    if (!at) return null;
    const [cx, cy] = onScreen2(at);
    const look2 = nth ? { fill: "none", stroke: colour } : { fill: colour, stroke: colours.panel };
    const click = () => openNode(thing.id);
    const circle = shape("circle", { cx, cy, r: weight2(thing), ...look2, "stroke-width": 1.8 });
    const mark4 = { class: "spot", "data-thing": thing.id, on: { click } };
    return shape("g", mark4, circle, shape("title", null, nameOf2(thing)));
  });
}
function endOnScreen({ end, point }, onScreen2) {
  const at = point ? projection.to(point) : seatOf(end.outline);
  return at ? onScreen2(at) : null;
}
var endNames = ({ ends: ends2 }) => ends2.map(({ end }) => nameOf2(end)).join(" – ");
function linkShape(link, onScreen2) {
  const points = link.ends.map(({ point }) => point && projection.to(point)).filter((point) => point !== null);
  if (points.length < 2) return null;
  const [{ certainty: certainty2 }] = link.relations;
  return strand("M" + points.map((point) => written(onScreen2(point))).join("L"), {
    ...{ colour: relationColour(link.relations[0]), width: 2.8, dashes: DASHES[certainty2] },
    ...{ title: `${nameOf2(link.thing)}: ${endNames(link)}`, click: () => openNode(link.thing.id) }
  });
}
var written = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
var joining2 = ({ relations: relations2, links }) => [relations2.length && plural(relations2.length, "n-relations"), links.length && plural(links.length, "n-links")].filter(Boolean).join(", ");
function bow(pair, onScreen2) {
  if (!isPlaced2(pair) && !isSchematic(pair)) return null;
  const [from, to] = pair.ends.map((end) => endOnScreen(end, onScreen2));
  if (!from || !to) return null;
  const long = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const middle = [x, y - (isSchematic(pair) ? long * 0.16 : 0)];
  return { course: `M${written(from)}Q${written(middle)} ${written(to)}`, long, top: (y + middle[1]) / 2, x };
}
var breadth = ({ relations: relations2, links }) => Math.min(8, 2 + 0.8 * Math.sqrt(relations2.length + links.length));
function pairShape(pair, onScreen2, open2) {
  const drawn3 = bow(pair, onScreen2);
  if (!drawn3) return null;
  const [one] = pair.relations;
  const isSingle = pair.relations.length === 1 && !pair.links.length;
  const width = breadth(pair);
  return strand(drawn3.course, {
    ...{ colour: isSingle ? relationColour(one) : colours.joint, width },
    dashes: isSchematic(pair) ? [0.1, width * 1.9] : DASHES[one.certainty],
    ...{ title: `${endNames(pair)}: ${joining2(pair)}`, click: () => open2(pair) }
  });
}
function strand(course, { colour, width, dashes, title: title2, click }) {
  const line5 = { d: course, fill: "none", stroke: colour, "stroke-width": width, "stroke-linecap": "round" };
  return shape(
    "g",
    { class: "strand", on: { click } },
    shape("path", { d: course, fill: "none", stroke: "transparent", "stroke-width": 16 }),
    shape("path", { ...line5, "stroke-opacity": 0.75, "stroke-dasharray": dashes ? dashes.join(" ") : null }),
    shape("title", null, title2)
  );
}
function namesShape(drawn3, onScreen2, window2) {
  const letter = lettering();
  const states = [...drawn3.states].sort((one, other) => rank(other) - rank(one));
  const places3 = [...drawn3.places].sort((one, other) => rank(other.thing) - rank(one.thing));
  return [
    places3.map(({ thing, points }) => {
      const at = projection.to(points[0].point);
      return at && letter(nameOf2(thing), beside(onScreen2(at), weight2(thing) + 5), { px: 13, fill: labelColour(thing) });
    }),
    states.map((state) => {
      const at = seatOf(state.outline, window2);
      const [px, thickness] = scene.poles.includes(state.id) ? [16, 650] : [12.5, 600];
      const look2 = { px, fill: labelColour(state), "font-weight": thickness };
      return at && letter(nameOf2(state), [[...onScreen2(at), "middle"]], look2);
    }),
    drawn3.pairs.map((pair) => {
      const found = bow(pair, onScreen2);
      if (!found || found.long < 110) return null;
      const [above, below] = [found.top - breadth(pair) - 8, found.top + breadth(pair) + 10];
      const seats = [above, below].map((top) => [found.x, top, "middle"]);
      return letter(joining2(pair), seats, { px: 12.5, fill: colours.ink });
    })
  ];
}
var rank = (thing) => (scene.poles.includes(thing.id) ? 1e6 : 0) + shownOf(thing.id).length;
var beside = ([x, y], far) => [
  [x + far, y, "start"],
  [x - far, y, "end"],
  [x, y - far - 4, "middle"],
  [x, y + far + 4, "middle"]
];
function lettering() {
  const taken2 = [];
  return (text, seats, { px, ...look2 }) => {
    const long = [...text].reduce((sum, sign) => sum + (/[\u1100-\uffdc]/.test(sign) ? 1 : 0.56), 0) * px;
    for (const [x, y, anchor] of seats) {
      const start2 = x - { start: 0, middle: long / 2, end: long }[anchor];
      const box = [start2 - 2, y - px * 0.65, start2 + long + 2, y + px * 0.65];
      const meets = (other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
      if (taken2.some(meets)) continue;
      taken2.push(box);
      const halo = { stroke: colours.land, "stroke-width": px * 0.26, "paint-order": "stroke" };
      const place = { x, y: y + px * 0.35, "font-size": px, "text-anchor": anchor, "pointer-events": "none" };
      return shape("text", { ...place, ...look2, ...halo, "stroke-linejoin": "round" }, text);
    }
    return null;
  };
}

// kg/show/page/src/gazetteer.js
function mapSigns({ places: places3, links, pairs }) {
  const signs2 = [
    ["spot", "map-spot", places3.length > 0],
    ["link", "map-link", links.some(isPlaced2)],
    ["schematic", "map-schematic", [...links, ...pairs].some(isSchematic)],
    ["hatched", "map-disputed", (data.ground?.areas.length || 0) > 0]
  ];
  return signs2.filter(([, , isThere]) => isThere).map(([sign, text]) => [sign, word(text)]);
}
var outlinesOf = () => `${word("map-source")} ${data.ground?.source}, ${word("public-domain")}.`;
var caption = (drawn3) => element(
  "figcaption",
  null,
  mapSigns(drawn3).map(
    ([sign, text]) => element("span", { class: "key" }, element("i", { class: sign, "aria-hidden": "true" }), text)
  ),
  element("span", { class: "credit" }, outlinesOf())
);
var gazetteer = ({ places: places3, links, pairs, pointless }, again) => element(
  "div",
  { class: "map-lists" },
  section("places-list", "map-places", places3, placeRow, again),
  section("pointless-list", "map-pointless", pointless, pointlessRow, again),
  section("links-list", "map-links", links, linkRow, again),
  section("pairs-list", "map-pairs", pairs, pairRow, again)
);
function section(id, title2, rows, item, again) {
  const { rows: some, more } = portion(id, rows, again);
  const items = some.map((row3) => element("li", null, item(row3)));
  return element("section", { id }, heading(word(title2), rows.length), element("ul", null, items), more);
}
var thingLink = (thing) => button(nameOf2(thing), () => openNode(thing.id), { class: "link" });
var degrees = ([longitude, latitude]) => `${Math.abs(latitude)}° ${latitude < 0 ? "S" : "N"}, ${Math.abs(longitude)}° ${longitude < 0 ? "W" : "E"}`;
var placeRow = ({ thing, points }) => [
  thingLink(thing),
  points.map(
    ({ point, claims: claims2 }) => element(
      "small",
      null,
      ` ${degrees(point)} `,
      claims2.map((claim) => [claimLink(claim.id), " "])
    )
  )
];
var linkRow = (link) => [
  thingLink(link.thing),
  element(
    "small",
    null,
    ` ${endNames(link)}`,
    !isPlaced2(link) && ` · ${word(isSchematic(link) ? "schematic" : "only-listed")}`
  )
];
var keyOf = ({ ends: ends2 }) => ends2.map(({ end }) => end.id).join("~");
var pairRow = (pair) => element(
  "details",
  { "data-pair": keyOf(pair) },
  element("summary", null, endNames(pair), element("small", null, ` ${joining2(pair)}`)),
  pair.links.map(({ thing }) => element("p", null, thingLink(thing))),
  pair.relations.map((relation) => element("p", null, relationLink(relation)))
);
var pointlessRow = (thing) => [
  thingLink(thing),
  element("small", null, ` ${plural(shownOf(thing.id).length, "n-relations")}`)
];

// kg/show/page/src/map.js
var eye2 = { x: 0, y: 0, scale: 0 };
var size = { width: 0, height: 0 };
var isFitted = false;
var drawn2;
function map() {
  drawn2 = located();
  const holder2 = element("div", { id: "map-view" });
  refill(
    find("#map"),
    lead("map", "map-lead"),
    element("figure", { class: "chart" }, holder2, caption(drawn2)),
    gazetteer(drawn2, map)
  );
  const { width } = holder2.getBoundingClientRect();
  size = { width: width || 640, height: Math.round(Math.max(300, Math.min((width || 640) * 0.62, 620))) };
  if (!isFitted) fit2();
  paint();
}
function resizeMap() {
  isFitted = false;
  map();
}
function extent2() {
  const points = drawn2.places.flatMap(({ points: some }) => some.map(({ point }) => projection.to(point)));
  const found = points.filter((point) => point !== null);
  if (!found.length) {
    const poles = drawn2.states.filter((state) => scene.poles.includes(state.id));
    for (const state of poles.length ? poles : drawn2.states) {
      const box = extentOf(state.outline);
      if (box) found.push([box[0], box[1]], [box[2], box[3]]);
    }
  }
  return found.length ? boxOf2(found) : [-500, -500, 500, 500];
}
var CLOSEST = 60;
function fit2() {
  const [left, top, right, bottom] = extent2();
  const [wide, high] = [Math.max(right - left, CLOSEST), Math.max(bottom - top, CLOSEST)];
  const scale = 0.86 * Math.min(size.width / wide, size.height / high);
  eye2 = { x: (left + right) / 2, y: (top + bottom) / 2, scale };
  isFitted = true;
}
function zoom(factor) {
  eye2.scale = Math.max(0.05, Math.min(12, eye2.scale * factor));
  paint();
}
function move2(right, down) {
  eye2.x -= right / eye2.scale;
  eye2.y -= down / eye2.scale;
  paint();
}
var STEPS2 = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
function onMapKey(event) {
  const step = STEPS2[event.key];
  const factor = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey || !(step || factor || event.key === "0")) return;
  event.preventDefault();
  event.stopPropagation();
  if (step) move2(...step);
  else if (factor) zoom(factor);
  else refit();
}
function refit() {
  fit2();
  paint();
}
var onScreen = ([x, y]) => [(x - eye2.x) * eye2.scale + size.width / 2, (y - eye2.y) * eye2.scale + size.height / 2];
function paint() {
  const view = find("#map-view");
  const had = document.activeElement?.closest("#map-view");
  refill(view, mapShape(), tools2());
  const svg = (
    /** @type {SVGSVGElement} */
    view.firstElementChild
  );
  listen2(svg);
  if (had) svg.focus();
}
function mapShape() {
  const { width, height } = size;
  const moved = `translate(${width / 2} ${height / 2}) scale(${eye2.scale}) translate(${-eye2.x} ${-eye2.y})`;
  const ground2 = shape(
    "g",
    { transform: moved },
    groundShapes(drawn2.states, (state) => openNode(state.id))
  );
  ground2.querySelector("pattern")?.setAttribute("patternTransform", `scale(${1 / eye2.scale}) rotate(45)`);
  const counts = [plural(drawn2.places.length, "n-places"), plural(drawn2.links.length, "n-links")];
  const pairs = drawn2.pairs.map((pair) => pairShape(pair, onScreen, showPair));
  const links = drawn2.links.map((link) => linkShape(link, onScreen));
  return shape(
    "svg",
    {
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, role: "img", tabindex: 0, class: "globe" },
      ...{ "aria-label": `${inLanguage(scene.title)}: ${word("map")}. ${counts.join(", ")}.`, "font-family": FONT }
    },
    ground2,
    shape("g", { class: "links" }, pairs, links),
    shape(
      "g",
      { class: "spots" },
      drawn2.places.map((place) => spotShape(place, onScreen))
    ),
    shape("g", { class: "names" }, namesShape(drawn2, onScreen, seen())),
    inset()
  );
}
function showPair(pair) {
  if (pair.relations.length === 1 && !pair.links.length) return openRelation(pair.relations[0].id);
  const listed4 = (
    /** @type {HTMLDetailsElement} */
    find(`#map [data-pair="${CSS.escape(keyOf(pair))}"]`)
  );
  listed4.open = true;
  listed4.querySelector("summary")?.focus();
}
var INSET = 104;
function seen() {
  const [wide, high] = [size.width / eye2.scale / 2, size.height / eye2.scale / 2];
  return [eye2.x - wide, eye2.y - high, eye2.x + wide, eye2.y + high];
}
function inset() {
  if (size.width < 520 || size.height / eye2.scale > 2 * EARTH) return null;
  const globe = globeShape(seen(), drawn2.states);
  const place = { x: 10, y: size.height - INSET - 10, width: INSET, height: INSET };
  for (const [name, value] of Object.entries(place)) globe.setAttribute(name, String(value));
  return globe;
}
function tools2() {
  return element(
    "div",
    { class: "zoom" },
    button("+", () => zoom(1.25), { "aria-label": word("zoom-in") }),
    button("−", () => zoom(0.8), { "aria-label": word("zoom-out") }),
    button("⤢", refit, { "aria-label": word("zoom-fit") })
  );
}
function listen2(svg) {
  svg.addEventListener("keydown", onMapKey);
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.12 : 0.9);
  });
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button) return;
    const start2 = { x: event.clientX, y: event.clientY };
    const ground2 = (
      /** @type {SVGSVGElement} */
      svg
    );
    const follow = (now) => {
      ground2.style.transform = `translate(${now.clientX - start2.x}px, ${now.clientY - start2.y}px)`;
    };
    const done = (now) => {
      removeEventListener("pointermove", follow);
      ground2.style.transform = "";
      const [right, down] = [now.clientX - start2.x, now.clientY - start2.y];
      if (Math.abs(right) + Math.abs(down) > 4) move2(right, down);
    };
    addEventListener("pointermove", follow);
    addEventListener("pointerup", done, { once: true });
  });
}

// kg/show/page/src/poster.js
var FORMATS = {
  wide: {
    size: [1600, 900],
    picture: { x: 40, y: 124, width: 1130, height: 716 },
    columns: [{ x: 1210, y: 124, width: 350, height: 716 }]
  },
  square: {
    size: [1200, 1200],
    picture: { x: 40, y: 124, width: 1120, height: 660 },
    columns: [
      { x: 40, y: 812, width: 540, height: 330 },
      { x: 620, y: 812, width: 540, height: 330 }
    ]
  }
};
function chosen() {
  const { asof, known, voice, focus, undated } = choices;
  const hidden = [choices.hiddenKinds, choices.hiddenConfirmations, choices.hiddenFamilies, choices.hiddenStances];
  const prefixes = ["", "", "f-", "s-"];
  const names = hidden.flatMap((values, at) => [...values].map((value) => hiddenName(prefixes[at], value)));
  names.push(...[...choices.hiddenNodes].map((id) => nameOf2(thingOf(id))));
  return [
    [plural(picture.nodes.size, "n-entities"), plural(picture.relations.size, "n-relations")].join(", "),
    `${word("as-of")}: ${asof || word("all-dates")}`,
    asof && known ? word("known-then") : "",
    asof && undated !== "1" ? word("without-undated") : "",
    voice ? `${word("according-to")} ${voiceName(voice)}` : "",
    focus ? `${word("focus-is")} ${nameOf2(thingOf(focus))}` : "",
    names.length ? `${word("hidden")} ${names.join(", ")}` : ""
  ].filter(Boolean);
}
var hiddenName = (prefix, value) => prefix === "s-" ? inLanguage(scene.stances[value]) : word(prefix + value);
function voiceName(voice) {
  if (voice === "a" || voice === "b") return poleName(voice === "a" ? 0 : 1);
  return voice === "third" ? word("third-parties") : inLanguage(scene.speakers[voice]);
}
function leftOut2() {
  const { undated, unpublished } = picture.leftOut;
  return [
    undated ? `${word("left-out-undated")} ${undated}` : "",
    unpublished ? `${word("left-out-unpublished")} ${unpublished}` : "",
    ...(scene.notes || []).map(inLanguage)
  ].filter(Boolean);
}
function citedSources() {
  const cited = new Set([...countedClaims()].map((claim) => claim.document));
  return [...sources.values()].filter((source) => cited.has(source.id)).map(({ title: title2, who, issued }) => [title2, who, issued || word("undated-document")].filter(Boolean).join(", "));
}
var MAP_LINES = {
  link: { "stroke-width": 2.8 },
  schematic: { "stroke-width": 3.5, "stroke-dasharray": "0.1 6.5", "stroke-linecap": "round" },
  hatched: { "stroke-width": 10, "stroke-dasharray": "2 3", stroke: "var(--shore)" }
};
function mapMark(sign) {
  const line5 = { x1: 2, y1: 6, x2: 24, y2: 6, stroke: "var(--joint)", ...MAP_LINES[sign] };
  const mark4 = sign === "spot" ? { cx: 13, cy: 6, r: 5, fill: "var(--third)" } : null;
  const drawn3 = mark4 ? shape("circle", mark4) : shape("line", line5);
  return shape("svg", { viewBox: "0 0 26 12", width: 26, height: 12, "aria-hidden": "true" }, drawn3);
}
function signs() {
  if (choices.view === "map") return mapSigns(located()).map(([sign, text]) => ({ mark: mapMark(sign), text }));
  const shown2 = shownRelations();
  const kinds = new Set([...picture.nodes].map((id) => thingOf(id).kind));
  const sides = scene.poles.filter((id) => things.has(id));
  const confirmed = new Set(shown2.map((relation) => relation.confirmation));
  const certain = new Set(shown2.map((relation) => relation.certainty));
  return [
    ...sides.map((id) => ({ mark: icon(thingOf(id)), text: nameOf2(thingOf(id)) })),
    ...CONFIRMATIONS.filter((one) => confirmed.has(one)).map((one) => ({ mark: strokeIcon(one), text: word(one) })),
    ...["outlook", "analysis"].filter((one) => certain.has(one)).map((one) => ({ mark: strokeIcon("third", one), text: word("how-" + one) })),
    ...KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
      mark: icon({ kind, side: "third" }),
      text: word(kind)
    }))
  ];
}
var credit = () => `kg · ${word("made-on")} ${(/* @__PURE__ */ new Date()).toISOString().slice(0, 10)}`;
function pictureShape() {
  const drawn3 = choices.view === "map" ? mapShape() : graphDrawing();
  for (const name of ["tabindex", "class", "role", "aria-label"]) drawn3.removeAttribute(name);
  return drawn3;
}
var measuring = document.createElement("canvas").getContext("2d");
function broken(text, width, px) {
  const context = (
    /** @type {CanvasRenderingContext2D} */
    measuring
  );
  context.font = `${px}px ${FONT}`;
  const lines2 = [];
  let line5 = "";
  for (const part of text.split(/(?<=\s)/)) {
    if (line5 && context.measureText(line5 + part).width > width) {
      lines2.push(line5.trim());
      line5 = "";
    }
    line5 += part;
  }
  return [...lines2, line5.trim()];
}
function column(columns) {
  const [px, leading] = [14, 19];
  let at = 0;
  let { y } = columns[0];
  let missed = 0;
  const made2 = [];
  const put = (text, mark4, look2 = {}) => {
    const inset2 = mark4 ? 34 : 0;
    const lines2 = broken(text, columns[at].width - inset2, px);
    if (y + lines2.length * leading > columns[at].y + columns[at].height - leading && at + 1 < columns.length) {
      at += 1;
      y = columns[at].y;
    }
    if (y + lines2.length * leading > columns[at].y + columns[at].height - leading) {
      missed += 1;
      return;
    }
    if (mark4) {
      mark4.setAttribute("x", String(columns[at].x));
      mark4.setAttribute("y", String(y - 5 - Number(mark4.getAttribute("height")) / 2));
      made2.push(inked(mark4));
    }
    for (const [nth, line5] of lines2.entries()) {
      const place = { x: columns[at].x + inset2, y: y + nth * leading, "font-size": px, fill: colours.ink };
      made2.push(shape("text", { ...place, ...look2 }, line5));
    }
    y += lines2.length * leading + 4;
  };
  const head = (key2) => {
    y += 8;
    put(word(key2), null, { "font-weight": 650, fill: colours.mut });
  };
  const rest = () => {
    if (!missed) return;
    const place = { x: columns[at].x, y: columns[at].y + columns[at].height - 2, "font-size": px, fill: colours.mut };
    made2.push(shape("text", place, plural(missed, "n-more-lines")));
  };
  return { made: made2, put, head, rest };
}
function poster(format) {
  const { size: size2, picture: room, columns } = FORMATS[format];
  const [width, height] = size2;
  const drawn3 = pictureShape();
  for (const [name, value] of Object.entries(room)) drawn3.setAttribute(name, String(value));
  const side = column(columns.map((one) => ({ ...one, y: one.y + 12 })));
  for (const { mark: mark4, text } of signs()) side.put(text, mark4);
  if (choices.view === "map") side.put(outlinesOf(), null, { fill: colours.mut });
  for (
    const [key2, lines2] of
    /** @type {[string, string[]][]} */
    [
      ["sources", citedSources()],
      ["not-shown", leftOut2()]
    ]
  ) {
    if (lines2.length) side.head(key2);
    for (const line5 of lines2) side.put(line5, null);
  }
  side.rest();
  const title2 = inLanguage(scene.title);
  const told3 = broken(chosen().join(" · "), width - 80, 16).slice(0, 2);
  return shape(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, "font-family": FONT },
    shape("title", null, title2),
    shape("rect", { width, height, fill: colours.bg }),
    shape("text", { x: 40, y: 62, "font-size": 34, "font-weight": 650, fill: colours.ink }, title2),
    told3.map((line5, at) => shape("text", { x: 40, y: 92 + at * 20, "font-size": 16, fill: colours.mut }, line5)),
    drawn3,
    side.made,
    shape(
      "text",
      { x: width - 40, y: height - 18, ...{ "font-size": 14, "text-anchor": "end" }, fill: colours.mut },
      credit()
    )
  );
}
var posterText = (format) => new XMLSerializer().serializeToString(poster(format));

// kg/show/page/src/relations.js
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
    const ends2 = [named(relation.source), inLanguage(relation.label), named(relation.target)];
    for (const { claim, begins, ends: end } of relation.current) {
      const meant = [word(relation.confirmation), inLanguage(scene.stances[claim.stance]), claim.denied];
      const where = [speakerNames(claim), claim.document, telling(claim).place, claim.id, telling(claim).text];
      rows.push([...ends2, begins, end, ...meant, ...where]);
    }
  }
  return "\uFEFF" + rows.map((row3) => row3.map(cell).join(",")).join("\r\n");
}

// kg/show/page/src/export.js
function save(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 4e3);
}
var saveDrawing = (format) => save(new Blob([posterText(format)], { type: "image/svg+xml" }), "kg.svg");
function savePicture(format) {
  const image = new Image();
  const source = URL.createObjectURL(new Blob([posterText(format)], { type: "image/svg+xml" }));
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
function embedCode() {
  writeAddress();
  const address = new URL(location.href);
  const choices2 = new URLSearchParams(address.hash.slice(1));
  choices2.set("embed", "1");
  address.hash = choices2.toString();
  const frame2 = element("iframe", { src: address.href, title: inLanguage(scene.title), width: "100%", height: "640" });
  frame2.setAttribute("style", "border:0");
  return new XMLSerializer().serializeToString(frame2).replace(' xmlns="http://www.w3.org/1999/xhtml"', "");
}
var EXPORTS = {
  png: () => savePicture("wide"),
  "png-square": () => savePicture("square"),
  svg: () => saveDrawing("wide"),
  "svg-square": () => saveDrawing("square"),
  print: () => print(),
  csv: () => save(new Blob([csvText()], { type: "text/csv" }), "kg.csv"),
  json: async () => {
    const text = JSON.stringify(await readData(), null, 1);
    save(new Blob([text], { type: "application/json" }), "kg.json");
  },
  embed: () => copyText(embedCode(), "copied-embed")
};

// kg/show/page/src/figures.js
function figures() {
  const sieve2 = chosenSieve();
  const isTold = (id) => {
    const claim = claims.get(id);
    return !claim || countsAlone(sieve2, claim);
  };
  const told3 = scene.charts.map((one) => ({ ...one, bars: one.bars.filter((bar) => isTold(bar.claim)) }));
  const charts = told3.filter((one) => one.bars.length).map(chart);
  const years = byYear();
  const nothing = !charts.length && !years && element("p", null, word("no-figures"));
  refill(find("#figures"), lead("figures", "figures-lead"), charts, years, nothing);
}
function chart({ title: title2, bars }) {
  const most = Math.max(...bars.map((bar) => Math.abs(bar.value ?? 0)));
  return element(
    "section",
    null,
    element("h3", null, inLanguage(title2)),
    bars.map((bar) => line(bar, most))
  );
}
function line({ whose, value, low, text, when, claim }, most) {
  const said = claims.get(claim);
  const part = (one) => `width:${Math.max(0.5, 100 * Math.abs(one) / most)}%`;
  const lengths = [
    low != null && element("i", { style: part(low) }),
    value != null && element("i", {
      class: low != null && "range",
      style: part(low == null ? value : Math.abs(value) - Math.abs(low))
    })
  ];
  return element(
    "div",
    { class: `bar ${said?.denied ? "denied" : ""}` },
    element("span", null, inLanguage(whose), when && ` (${when})`),
    element("span", { class: "track2" }, lengths),
    element("b", null, inLanguage(text)),
    element("span", null, said && stamp(said), " ", claimLink(claim))
  );
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
  const body2 = element("tbody", null, families.map(row3));
  return element(
    "section",
    null,
    element("h3", null, word("by-year")),
    element("table", { class: "heatmap" }, head, body2)
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
var HAS = { figures: hasFigures, map: data.ground !== null, disputes: scene.disputes.length > 0 };
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
  refill(find("#tabs"), VIEWS.filter((view) => HAS[view] ?? true).map(tab));
  find("#langs").setAttribute("aria-label", word("language"));
  refill(find("#langs"), LANGUAGE_NAMES.map(languageButton));
  find("#theme").textContent = THEME_SIGNS[theme];
  find("#theme").setAttribute("aria-label", `${word("theme")}: ${word("theme-" + theme)}`);
  find("#undo").setAttribute("aria-label", word("undo"));
  find("#undo").setAttribute("aria-disabled", String(!hasPast()));
  find("#export").textContent = word("export") + " ▾";
  refill(find("#exports"), Object.keys(EXPORTS).map(exportButton));
  find("#ask").setAttribute("aria-label", word("help"));
  for (const [id, key2] of ZOOM) find(id).setAttribute("aria-label", word(key2));
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
    const made2 = element("option", { value }, text);
    made2.selected = choices.voice === value;
    return made2;
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
function line2(hidden, value, mark4, text, count) {
  const toggle = () => {
    choose({ [hidden]: toggled(choices[hidden], value) });
    announce(`${text}: ${(find("#desc").textContent || "").split(". ")[0]}`);
  };
  const parts = [mark4, element("span", { class: "nm" }, text), element("span", { class: "ct" }, count)];
  return button(parts, toggle, { class: "tg", "aria-pressed": String(!choices[hidden].has(value)) });
}
function confirmationName(confirmation2) {
  if (confirmation2 !== "a" && confirmation2 !== "b") return word(confirmation2);
  const pole = things.get(scene.poles[confirmation2 === "a" ? 0 : 1]);
  return `${word("only")} ${pole ? nameOf2(pole) : ""}`;
}
function disputeLines() {
  const kinds = new Set(stands.all.map(({ dispute }) => dispute.kind).filter((kind) => !isAlike(kind)));
  const kindLine2 = (kind) => {
    const count = stands.all.filter(({ dispute }) => dispute.kind === kind).length;
    const { name, definition } = scene.dispute_kinds[kind];
    const sign = element("b", { class: `sign ${isAgainst(kind) ? "grave" : ""}`, "aria-hidden": "true" }, signOf(kind));
    const parts = [sign, element("span", { class: "nm" }, inLanguage(name)), element("span", { class: "ct" }, count)];
    return button(parts, () => choose({ view: "disputes", kind }), { class: "tg", title: inLanguage(definition) });
  };
  return kinds.size > 0 && [element("h2", null, word("disputes")), [...kinds].map(kindLine2)];
}
function lines() {
  const shown2 = shownRelations();
  const kinds = [...picture.nodes].map((id) => thingOf(id).kind);
  const found = new Set([...relations.values()].map((relation) => relation.confirmation));
  const used = CONFIRMATIONS.filter((one) => found.has(one) || choices.hiddenConfirmations.has(one));
  const views = new Map([...claims.values()].map((claim) => [claim.stance, claim.view]));
  const counted3 = (test) => shown2.filter(test).length;
  const kindLine2 = (kind) => {
    const mark4 = icon({ kind, side: "third" });
    return line2("hiddenKinds", kind, mark4, word(kind), kinds.filter((one) => one === kind).length);
  };
  const confirmationLine = (one) => {
    const count = counted3((relation) => relation.confirmation === one);
    return line2("hiddenConfirmations", one, strokeIcon(one), confirmationName(one), count);
  };
  const stanceLine = (stance) => {
    const count = counted3((relation) => relation.current.some((mention) => mention.claim.stance === stance));
    const mark4 = strokeIcon("third", views.get(stance));
    return line2("hiddenStances", stance, mark4, inLanguage(scene.stances[stance]), count);
  };
  const familyLine = (family) => {
    const count = counted3((relation) => relation.family === family);
    return line2("hiddenFamilies", family, null, word("f-" + family), count);
  };
  const title2 = (key2) => element("h2", null, word(key2));
  return [
    [title2("what"), KINDS.map(kindLine2)],
    [title2("who-confirms"), used.map(confirmationLine)],
    [title2("how-meant"), STANCES.map(stanceLine)],
    [title2("relation-kind"), FAMILIES.map(familyLine)],
    disputeLines()
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
    lines2.map(([mark4, key2]) => element("div", null, mark4, element("span", null, word(key2))))
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
  const part = (key2) => [element("h3", null, word(key2)), element("p", null, word(`${key2}-text`))];
  const keys = KEYS.map(([signs2, key2]) => [
    element(
      "dt",
      null,
      signs2.split(" ").map((sign) => element("kbd", null, sign))
    ),
    element("dd", null, word(key2))
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
  for (const { id, text, facts, speakers, told: told3 } of claims.values()) {
    const elsewhere = Object.values(told3 || {}).flatMap((telling2) => [telling2.text, ...telling2.facts]);
    const who = speakers.flatMap((speaker) => all(scene.speakers[speaker]));
    const about = [id, all(scene.speakers[speakers[0]])[0]].filter(Boolean).join(" · ");
    add({ group: "claims", id, by: text, about, names: [id], weight: 0 }, [id, text, ...facts, ...elsewhere, ...who]);
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
  for (const { name, details: details2 } of things.values()) {
    for (const { property, value, claims: told3 } of details2) {
      const first = told3[0];
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
var SLICE2 = 12;
var work = null;
var isComplete = false;
function prepare(progressed) {
  if (work) return;
  work = adding();
  const step = () => {
    const end = performance.now() + SLICE2;
    while (!isComplete && performance.now() < end) isComplete = work?.next().done === true;
    progressed();
    if (!isComplete) setTimeout(step);
  };
  step();
}
function finish() {
  work ??= adding();
  while (!isComplete) isComplete = work.next().done === true;
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
    const line5 = [row3];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row3 - 1] === other[at - 1];
      let cost = Math.min(last2[at] + 1, line5[at - 1] + 1, last2[at - 1] + (isSame ? 0 : 1));
      const isSwap = row3 > 1 && at > 1 && one[row3 - 1] === other[at - 2] && one[row3 - 2] === other[at - 1];
      if (isSwap) cost = Math.min(cost, before[at - 2] + 1);
      line5.push(cost);
    }
    if (Math.min(...line5) > most) return false;
    [before, last2] = [last2, line5];
  }
  return last2[other.length] <= most;
}
function fit3(word2, asked2) {
  if (word2 === asked2) return 4;
  if (word2.startsWith(asked2)) return 3;
  return asked2.length > 1 && word2.includes(asked2) ? 1 : 0;
}
function entriesOf(asked2) {
  const found = /* @__PURE__ */ new Map();
  const take = (word2, score) => {
    for (const at of postings.get(word2) || []) if ((found.get(at) || 0) < score) found.set(at, score);
  };
  for (const word2 of postings.keys()) {
    const score = fit3(word2, asked2);
    if (score) take(word2, score);
  }
  if (found.size || !errors(asked2)) return found;
  for (const word2 of postings.keys()) if (isNear(word2, asked2, errors(asked2))) take(word2, 0.5);
  return found;
}
function wholeFit({ names }, asked2) {
  const folded2 = names.map(fold);
  const brief = 1 / Math.min(...names.map((name) => name.split(/[\s-]+/).length));
  if (folded2.includes(asked2)) return 40;
  if (folded2.some((name) => name.startsWith(asked2))) return 10 + brief;
  return folded2.some((name) => name.includes(asked2)) ? 5 + brief : brief;
}
function find2(text) {
  const asked2 = fold(unspaced(text));
  if (!asked2) return [];
  const words = [...new Set(wordsOf(text))].map(entriesOf);
  const scores = /* @__PURE__ */ new Map();
  const [first, ...rest] = words.sort((one, other) => one.size - other.size);
  for (const [at, score] of first) {
    if (rest.every((found) => found.has(at))) {
      scores.set(at, score + rest.reduce((sum, found) => sum + (found.get(at) || 0), 0));
    }
  }
  for (const at of joined2(asked2)) if (!scores.has(at)) scores.set(at, 0);
  const hits = [...scores].map(([at, score]) => ({ entry: entries[at], score: score + wholeFit(entries[at], asked2) }));
  return hits.sort((one, other) => other.score - one.score || other.entry.weight - one.entry.weight);
}
function* joined2(asked2) {
  for (const [at, { group, names }] of entries.entries()) {
    if (group !== "things") return;
    if (names.some((name) => name.length >= asked2.length && fold(name).includes(asked2))) yield at;
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
  const told3 = groups.filter(({ found }) => found.length);
  const best = ({ found }) => found[0].score;
  told3.sort((one, other) => best(other) - best(one));
  const bound = told3.length === 1 ? 2 * MOST : MOST;
  listed = told3.flatMap(({ found }) => found.slice(0, bound).map(({ entry }) => entry));
  selected = 0;
  list.hidden = !text;
  input.setAttribute("aria-expanded", String(!!text));
  const none = { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" };
  const nothing = text && !listed.length && element("div", none, word(isComplete ? "no-hit" : "searching"));
  const shown2 = told3.map(({ group, found }) => section2(group, found.length, bound));
  refill(list, listed.length ? shown2 : nothing);
  const counts = told3.map(({ group, found }) => counted2(group, found.length));
  if (text && isComplete) announce(counts.join(", ") || word("no-hit"));
  if (listed.length) input.setAttribute("aria-activedescendant", "hit0");
  else input.removeAttribute("aria-activedescendant");
}
var counted2 = (group, count) => plural(count, group === "things" ? "n-entities" : `n-${group}`);
function section2(group, count, bound) {
  const isCut = count > bound;
  const text = isCut ? `${counted2(group, count)} · ${word("first-of")} ${bound}` : counted2(group, count);
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
function move3(by) {
  if (!listed.length) return;
  selected = (selected + by + listed.length) % listed.length;
  const lines2 = findAll("#hits [role=option]");
  lines2.forEach((line5) => line5.setAttribute("aria-selected", String(line5.id === `hit${selected}`)));
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
function showAll() {
  finish();
  showHits(input.value);
}
function clear() {
  input.value = "";
  showHits("");
}
function onSearchKey(event) {
  const keys = {
    ArrowDown: () => move3(1),
    ArrowUp: () => move3(-1),
    Enter: () => {
      if (!isComplete) showAll();
      if (listed.length) open(listed[selected]);
    },
    Escape: clear
  };
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
}
function startSearch2() {
  const get = () => prepare(() => input.value && (isComplete || !listed.length) && showHits(input.value));
  input.addEventListener("focus", get);
  input.addEventListener("pointerenter", get);
  input.addEventListener("input", () => {
    get();
    showHits(input.value);
  });
  const close = () => document.activeElement !== input && showHits("");
  input.addEventListener("blur", () => setTimeout(close, 120));
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
    button("←", () => tell2(-1), { "aria-label": word("previous"), "aria-disabled": String(at <= 1) }),
    element("p", null, element("b", null, `${at}/${last} `), scene.story[at - 1].text),
    button("→", () => tell2(1), { "aria-label": word("next"), "aria-disabled": String(at >= last) })
  );
  document.documentElement.style.setProperty("--dock", `${bar.offsetHeight}px`);
}
function tell2(by) {
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
  text: `${speakerNames(claim)}: ${telling(claim).text} (${claim.id})`,
  open: () => openClaim(claim.id),
  inside: null
});
function relationStop(relation) {
  const { title: title2, about } = relationWords(relation);
  const inside = () => [...new Set(relation.current.map(({ claim }) => claim))].map(claimStop);
  return { text: `${title2}. ${about}`, open: () => openRelation(relation.id), inside, relation: relation.id };
}
function detailStops({ id, details: details2 }) {
  const sieve2 = chosenSieve();
  return details2.flatMap(({ property, value, claims: claims2 }) => {
    const told3 = claims2.filter((claim) => countsAlone(sieve2, claim));
    const text = `${inLanguage(property)}: ${inLanguage(value)}. ${plural(told3.length, "n-claims")}`;
    const stop2 = { text, open: () => openClaim(told3[0].id), inside: () => told3.map(claimStop), node: id };
    return told3.length ? [stop2] : [];
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
  const path2 = trail.slice(1).map(({ at }) => at);
  trail = [{ stops: things2.map(thingStop), at: Math.max(0, things2.indexOf(stood || "")) }];
  if (things2[trail[0].at] !== stood) return;
  for (const at of path2) {
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
  const shown2 = stops.slice(first, at + AROUND + 1);
  const hint = element("p", { "aria-hidden": "true" }, word(trail.length > 1 ? "walk-inside" : "walk-hint"));
  refill(
    holder,
    shown2.map((stop2, nth) => line3(stop2, first + nth)),
    stops.length ? hint : word("nothing-shown")
  );
  if (stops.length) holder.setAttribute("aria-activedescendant", `walk-${at}`);
  else holder.removeAttribute("aria-activedescendant");
  light2(current());
}
function line3(stop2, nth) {
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
  const ends2 = relation ? [relation.source, relation.target] : [String(node)];
  const [xs, ys] = [0, 1].map((axis) => ends2.map((id) => screenPosition(id)[axis]));
  const middle = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  showTip(middle(xs), middle(ys));
}
function move4(by) {
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
  ArrowDown: () => move4(1),
  ArrowUp: () => move4(-1),
  PageDown: () => move4(10),
  PageUp: () => move4(-10),
  Home: () => move4(-Infinity),
  End: () => move4(Infinity),
  ArrowRight: enter,
  ArrowLeft: leave
};
function walkAction(key2) {
  if (key2 === "Enter" || key2 === " ") return current()?.open;
  const act = Object.hasOwn(KEYS2, key2) ? KEYS2[key2] : key2 === "Escape" && trail.length > 1 ? leave : void 0;
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
function actionOf({ key: key2, altKey, shiftKey }, target, isTyping, isCommand) {
  if (isCommand && key2 === "z" && !isTyping) return undo;
  if (isCommand || altKey || isTyping && key2 !== "Escape") return void 0;
  if (target.id === "walk" && !shiftKey && walkAction(key2)) return walkAction(key2);
  if (target.id === "walk" && key2.startsWith("Arrow")) return () => pan(key2);
  if (target.getAttribute("role") === "tab" && key2.startsWith("Arrow")) return () => moveTab(target, key2);
  if (target.closest("#network") && key2.startsWith("Arrow")) return () => pan(key2);
  if (isStory && key2 === "ArrowLeft") return () => tell2(-1);
  if (isStory && key2 === "ArrowRight") return () => tell2(1);
  return Object.hasOwn(KEYS3, key2) ? KEYS3[key2] : void 0;
}
function moveTab(tab2, key2) {
  const tabs = findAll("#tabs [role=tab]");
  const by = key2 === "ArrowRight" ? 1 : key2 === "ArrowLeft" ? -1 : 0;
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
    const isWhole2 = claims2.length === part.claims.length && !choices.asof;
    return { ...part, said: isSum && !isWhole2 ? [] : claims2 };
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
  const more = passing.filter((line5) => line5 !== first).slice(0, SENTENCES);
  const last2 = lines2.lastIndexOf(
    /** @type {Line} */
    more.at(-1) || first
  );
  const skipped = lines2.filter((line5, at) => !line5.said.length && (last2 < 0 || at < last2 || more.length < SENTENCES));
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
          more.map((line5) => element("li", null, sentenceOf(line5)))
        ),
        disputesLine(),
        skipped.length > 0 && element("p", { class: "by" }, plural(skipped.length, "n-lead-left-out"))
      ]
    ),
    choices.lead !== "0" && figures2.length > 0 && element("dl", { class: "numbers", "aria-label": word("lead-figures") }, figures2.slice(0, FIGURES).map(numberOf))
  );
}
function disputesLine() {
  const found = disagreements();
  if (!found.length) return null;
  const kinds = /* @__PURE__ */ new Map();
  for (const { dispute } of found) kinds.set(dispute.kind, (kinds.get(dispute.kind) || 0) + 1);
  const parts = [...kinds].map(([kind, count]) => `${inLanguage(scene.dispute_kinds[kind].name)} ${count}`);
  const text = `${plural(found.length, "n-disagreements")}: ${parts.join(", ")}`;
  return element(
    "p",
    { class: "by" },
    button(text, () => choose({ view: "disputes", kind: "" }), { class: "link" })
  );
}
var headline = (line5) => element("h2", null, line5 ? sayings(line5) : word("lead-none"), line5 && marks(line5));
var sentenceOf = (line5) => [sayings(line5), marks(line5)];
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
  return element("span", { class: "marks" }, mark2(some[0]), some.slice(1).map(also));
}
var mark2 = (claim) => element("span", { title: inLanguage(claim.limits) || null }, stamp(claim), speakerNames(claim));
function numberOf({ value, what, said }) {
  const [claim] = said;
  const [number, ...rest] = inLanguage(value).split(/ (?=[(/])/);
  const text = [element("b", null, number), rest.length > 0 && element("small", null, " ", rest.join(" "))];
  return element(
    "div",
    { class: claim.denied ? "denied" : claim.view },
    element("dt", { title: inLanguage(what) }, inLanguage(what)),
    element(
      "dd",
      { title: speakerNames(claim) },
      button(text, () => openClaim(claim.id), { class: "say" }),
      " ",
      stamp(claim)
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
function groupOf(speaker) {
  const voices2 = [speaker, ...speaksFor.get(speaker) || []];
  const sides = ["a", "b"].filter((_, at) => voices2.includes(scene.poles[at]));
  return sides.length === 1 ? sides[0] : "third";
}
function matrix() {
  const shown2 = shownRelations();
  const rank2 = (speaker) => ["a", "b", "third"].indexOf(groupOf(speaker));
  const name = (speaker) => inLanguage(scene.speakers[speaker]);
  const speakers = [...new Set(shown2.flatMap((relation) => [...speakersOf(relation)]))];
  speakers.sort((one, other) => rank2(one) - rank2(other) || (name(one) < name(other) ? -1 : 1));
  const isDisputed = (relation) => Number(relation.confirmation === "disputed");
  const ordered = shown2.map((relation) => ({ relation, rank: [isDisputed(relation), speakersOf(relation).size] })).sort((one, other) => other.rank[0] - one.rank[0] || other.rank[1] - one.rank[1]).map(({ relation }) => relation);
  const { rows, more } = portion("matrix", ordered, matrix);
  const column2 = (speaker) => element("th", { scope: "col", class: `c ${groupOf(speaker)}` }, element("span", null, name(speaker)));
  const head = element("tr", null, element("th", { scope: "col" }, word("statement")), speakers.map(column2));
  const body2 = rows.map((relation) => row(relation, speakers));
  const table2 = element("table", { class: "mx" }, element("thead", null, head), element("tbody", null, body2));
  refill(find("#matrix"), lead("matrix", "matrix-lead"), table2, more);
}
function row(relation, speakers) {
  const said = allMentions(relation).map((mention) => mention.claim);
  const cell2 = (speaker) => element("td", { class: "c" }, said.filter((claim) => claim.speakers.includes(speaker)).map(mark3));
  return element(
    "tr",
    { class: "row" },
    element("th", { scope: "row" }, relationLink(relation), element("small", null, word(relation.confirmation))),
    speakers.map(cell2)
  );
}
function mark3(claim) {
  const { denied, group, view, stance } = claim;
  const { text } = telling(claim);
  const how = denied ? word("denies") : inLanguage(scene.stances[stance]);
  const kind = `mk ${group} ${denied ? "denied" : view}`;
  return element("span", { class: kind, role: "img", "aria-label": `${how}: ${text}`, title: text }, denied ? "✕" : "");
}

// kg/show/page/src/panel.js
var stats = (...pairs) => element(
  "div",
  { class: "stats" },
  pairs.map(([count, key2]) => element("div", null, element("b", null, count), element("span", null, word(key2))))
);
var kicker = (...children) => element("p", { class: "kick" }, ...children);
var title = (...children) => element("h2", { class: "name", tabindex: -1 }, ...children);
var actions = (...children) => element("div", { class: "acts" }, ...children);
var copyLinkButton = () => button(word("copy-link"), copyLink);
var MOST2 = 8;
function overviewPanel() {
  const told3 = countedClaims();
  const cited = new Set([...told3].map((claim) => claim.document));
  const degrees2 = new Map([...picture.nodes].map((id) => [id, shownOf(id).length]));
  const most = [...degrees2].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).slice(0, MOST2);
  const topLine = ([id, degree]) => element(
    "li",
    null,
    button(named(id), () => openNode(id), { class: "link" }),
    element("span", null, degree)
  );
  const docs = [...sources.values()].filter((source) => cited.has(source.id));
  return [
    choices.missing && element("p", { class: "missing", role: "alert" }, word("missing"), " ", choices.missing),
    kicker(word("overview")),
    title(inLanguage(scene.title)),
    inLanguage(scene.subtitle) && element("p", null, inLanguage(scene.subtitle)),
    stats(
      [picture.nodes.size, "entities"],
      [picture.relations.size - picture.ghosts.size, "relations"],
      [told3.size, "claims"]
    ),
    choices.voice && claimList(panel),
    remarks(),
    heading(word("how")),
    howToRead(),
    heading(word("most")),
    element("ol", { class: "top" }, most.map(topLine)),
    heading(word("sources")),
    element(
      "ul",
      { class: "docs" },
      docs.map((source) => element("li", null, documentLink(source)))
    ),
    !choices.voice && claimList(panel)
  ];
}
function nodePanel(thing) {
  const { id, name } = thing;
  const shown2 = shownOf(id);
  const told3 = new Set(shown2.flatMap((relation) => relation.current.map((mention) => mention.claim)));
  const cited = new Set([...told3].map((claim) => claim.document));
  const others = new Map(LANGUAGES.map((lang) => [name[lang], lang]));
  for (const known of ["", void 0, nameOf2(thing)]) others.delete(
    /** @type {string} */
    known
  );
  const otherNames = [...others].map(([text, lang]) => element("span", { lang: foreign(lang) }, text));
  const families = [...new Set(shown2.map((relation) => relation.family))];
  const section4 = (family) => {
    const some = shown2.filter((relation) => relation.family === family);
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
    stats([shown2.length, "relations"], [told3.size, "claims"], [cited.size, "documents"]),
    detailSections(thing),
    families.map(section4)
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
  const details2 = thing.details.map((detail) => ({
    ...detail,
    claims: detail.claims.filter((claim) => countsAlone(sieve2, claim))
  }));
  const told3 = details2.filter((detail) => detail.claims.length);
  const card2 = (detail) => {
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
  return told3.length > 0 && [heading(word("facts"), told3.length), told3.map(card2)];
}
var disputeList = (found) => found.length > 0 && [
  heading(word("disputes"), found.length),
  element(
    "ul",
    { class: "contested-by" },
    found.map((one) => element("li", null, disputeLink(one)))
  )
];
function relationPanel(relation) {
  const { source, target, mutual, family, label } = relation;
  const side = (id) => button(named(id), () => openNode(id), { class: "link" });
  const cards = (mentions2) => element("div", { class: "rel" }, mentions2.map(claimCard));
  const mark4 = strokeIcon(relation.confirmation || "third", relation.certainty);
  return [
    kicker(mark4, " ", word("f-" + family), " · ", word(relation.confirmation)),
    title(sentence({ source, target, mutual, label, says: relation.says })),
    element("p", null, side(source), mutual ? " ↔ " : " → ", side(target)),
    actions(copyLinkButton()),
    disputeList(disputesAbout(relation)),
    heading(word("claims"), relation.current.length),
    cards(relation.current),
    relation.others.length > 0 && !relation.ghost && [heading(word("others-say"), relation.others.length), cards(relation.others)]
  ];
}
function claimPanel(claim) {
  const { facts } = telling(claim);
  const citation = citationOf(claim);
  const told3 = shownRelations().filter((relation) => isToldBy(relation, claim.id));
  const row3 = (key2, ...value) => value.flat(9).some(Boolean) && [element("dt", null, word(key2)), element("dd", null, value)];
  const link = (id) => claims.has(id) ? claimLink(id) : id;
  const listed4 = (items) => items.map((item, at) => [at ? ", " : "", item]);
  const links = claim.links.map((one) => [`${word("l-" + one.relation)} `, link(one.claim)]);
  return [
    kicker(word("claim"), " ", claim.id),
    title(claim.denied && `${word("denies")} `, claimText(claim)),
    actions(
      button(word("copy-citation"), () => copyText(citation, "copied-citation")),
      copyLinkButton(),
      briefLink(claim)
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
      row3("where", placeOf(claim)),
      row3("known", claim.known),
      row3(
        "content",
        facts.map((fact) => element("p", null, fact))
      ),
      row3("disagrees", listed4(claim.against.map(link))),
      row3("links", listed4(links)),
      row3("citation", citation)
    ),
    disputeList(disputesOf(claim)),
    heading(word("relations"), told3.length),
    told3.map((relation) => relationCard(relation))
  ];
}
function documentPanel(source) {
  const sieve2 = chosenSieve();
  const taken2 = scene.statements.filter((claim) => claim.document === source.id);
  const told3 = taken2.filter((claim) => countsAlone(sieve2, claim));
  const { rows, more } = portion("doc", told3, panel);
  return [
    kicker(word("document")),
    title(element("span", { lang: foreign(source.language) }, source.title)),
    element("p", null, sourceLine(source)),
    actions(copyLinkButton()),
    heading(word("claims"), told3.length),
    told3.length < taken2.length && element("p", { class: "by" }, word("left-out"), " ", taken2.length - told3.length),
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
    cards.length ? cards : element("p", null, word(progress ? "seeking" : "no-path"))
  ];
}
function shownPanel() {
  const { path: path2, claim, doc, dispute, edge, node } = choices;
  if (path2) return pathPanel();
  if (claim) return claimPanel(claimOf(claim));
  if (doc) return documentPanel(
    /** @type {Source} */
    sources.get(doc)
  );
  if (dispute) return disputePanel(dispute, [copyLinkButton()]);
  if (edge) return relationPanel(relationOf(edge));
  return node ? nodePanel(thingOf(node)) : overviewPanel();
}
function panel() {
  const { path: path2, claim, doc, dispute, edge, node } = choices;
  const subject = path2 || claim || doc || dispute || edge || node;
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
function copyLink() {
  writeAddress();
  copyText(location.href, "copied-link");
}

// kg/show/page/src/paper.js
var DRAWN = ["graph", "map"];
function lay() {
  document.documentElement.dataset.theme = "light";
  readColours();
  const title2 = inLanguage(scene.title);
  refill(
    find("#paper"),
    element("h1", null, title2),
    element("p", { class: "by" }, chosen().join(" · ")),
    story2(),
    DRAWN.includes(choices.view) && element("figure", null, pictureShape(), key()),
    told2(),
    listed3("sources", citedSources()),
    listed3("not-shown", leftOut2()),
    element("p", { class: "by" }, credit())
  );
}
function clear2() {
  refill(find("#paper"));
  header();
}
function story2() {
  const lead3 = document.querySelector("#lead");
  return lead3 ? [...lead3.querySelectorAll("p, li, h2")].map((part) => element("p", null, part.textContent)) : null;
}
var key = () => element(
  "figcaption",
  null,
  signs().map(({ mark: mark4, text }) => element("span", { class: "key" }, mark4 && inked(mark4), text))
);
function told2() {
  const claims2 = [...countedClaims()].sort((one, other) => one.id < other.id ? -1 : 1);
  const disputed = claims2.filter((claim) => claim.denied || claim.against.length > 0);
  const rest = claims2.filter((claim) => !disputed.includes(claim));
  return [section3("disputed", disputed), section3("claims", rest)];
}
var section3 = (title2, claims2) => claims2.length > 0 && [element("h2", null, word(title2)), element("ol", { class: "claims" }, claims2.map(line4))];
function line4(claim) {
  const { text } = telling(claim);
  const against = claim.against.length > 0 && element("b", null, ` ≠ ${claim.against.join(", ")}`);
  const said = [stamp(claim), claim.denied && element("b", null, word("denies"), " "), text, against];
  return element("li", null, element("p", null, said), element("p", { class: "by" }, citationOf(claim)));
}
var listed3 = (title2, lines2) => lines2.length > 0 && [
  element("h2", null, word(title2)),
  element(
    "ul",
    null,
    lines2.map((text) => element("li", null, text))
  )
];
function startPaper() {
  addEventListener("beforeprint", lay);
  addEventListener("afterprint", clear2);
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
  const body2 = element("tbody", null, rows.map(row2));
  refill(find("#table"), lead("table", "table-lead"), element("table", { id: "relations" }, head, body2), more);
}
function headCell([key2], at) {
  const isSorted = sorting.column === at;
  const direction = sorting.isDown ? "descending" : "ascending";
  const arrow = sorting.isDown ? " ▾" : " ▴";
  const sort = () => {
    Object.assign(sorting, { column: at, isDown: isSorted && !sorting.isDown });
    table();
    findAll("#table th button")[at].focus();
  };
  const attributes = { scope: "col", "aria-sort": isSorted ? direction : "none" };
  return element("th", attributes, button([word(key2), isSorted ? arrow : ""], sort));
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
    COLUMNS.map(([key2, textOf]) => element("td", null, linked[key2] || textOf(relation)))
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
  const told3 = new Set(dated.map(({ relation }) => relation.family));
  const at = (day) => 150 + (width - 180) * (yearAndPart(day) - first) / Math.max(1, last2 - first);
  return { families: FAMILIES.filter((family) => told3.has(family)), first, last: last2, width, at };
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
  for (let shown2 = first; shown2 <= last2; shown2 += Math.max(1, Math.ceil((last2 - first) / MOST_YEARS2))) {
    const text = String(shown2).padStart(4, "0");
    const x = at(`${text}-01-01`);
    const line5 = shape("line", { x1: x, y1: 24, x2: x, y2: bottom, class: "grid" });
    found.push(line5, shape("text", { x: x + 4, y: 20 }, text));
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
  const { ends: ends2 } = mention;
  const span = { x1: x, y1: y, x2: ends2 && at(ends2), y2: y, class: `span ${relation.confirmation}` };
  const radius = 4 + Math.min(5, relation.current.length);
  return shape(
    "g",
    { class: "pt", tabindex: 0, role: "button", "aria-label": label, on: { click, keydown } },
    ends2 && ends2 !== day && shape("line", span),
    shape("circle", { cx: x, cy: y, r: radius, class: relation.confirmation }),
    shape("title", null, label)
  );
}

// kg/show/page/src/main.js
var SHEETS = { map, timeline, matrix, table, disputes: disputes2, figures };
var render = () => keepFocus(draw);
function draw() {
  header();
  warnings();
  compute();
  foldAway();
  lead2();
  foldControl();
  counter();
  legend();
  panel();
  clock();
  banner();
  story();
  for (const view of VIEWS.slice(1)) find("#" + view).hidden = choices.view !== view;
  SHEETS[choices.view]?.();
  find("#network").setAttribute("aria-label", `${inLanguage(scene.title)}: ${word("graph")}`);
  const { nodes, relations: shown2 } = picture;
  const counts = [plural(nodes.size, "n-entities"), plural(shown2.size, "n-relations")];
  find("#desc").textContent = `${counts.join(", ")}. ${word("keys")}`;
  paintGraph();
  walk();
  writeAddress();
}
function listen3() {
  whenChosen(render);
  whenPathIsAsked(() => askForEnd(true));
  whenSearching(banner);
  startHeader(render);
  startFilters();
  startSearch2();
  startHelp();
  startTips();
  startWalk();
  startPaper();
  document.addEventListener("keydown", onKey);
  find("#zoom-in").addEventListener("click", () => zoomBy(1.25));
  find("#zoom-out").addEventListener("click", () => zoomBy(0.8));
  find("#zoom-fit").addEventListener("click", () => fitGraph(true));
  find("#grip").addEventListener("click", grip);
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
      if (choices.view === "map") resizeMap();
    }, 120);
  });
}
function grip() {
  const isHeld2 = holdPicture();
  find("#grip").setAttribute("aria-pressed", String(isHeld2));
  announce(word(isHeld2 ? "grip-on" : "grip-off"));
}
readAddress();
startStory();
listen3();
header();
compute();
foldAway();
startGraph();
render();
fitGraph(false);
if (choices.node) reveal(choices.node);
function look(text) {
  finish();
  return find2(text).map(({ entry }) => ({ group: entry.group, id: entry.id }));
}
window.kg = Object.freeze({
  shown: () => [...picture.relations],
  edges: () => [...relations.values()].map(({ id, source, target, relation }) => ({ id, source, target, relation })),
  visible: () => [...picture.nodes],
  drawn: () => [...picture.nodes].filter(isDrawn),
  ghosts: () => [...picture.ghosts],
  path: () => picture.path.map((relation) => relation.id),
  labels: paintedLabels,
  at: screenPosition,
  svg: (format = "wide") => posterText(format),
  embed: embedCode,
  csv: csvText,
  sift,
  fold,
  foldedWords,
  route: strongestRoute,
  look,
  plural
});
document.documentElement.dataset.ready = String(Math.round(performance.now()));
