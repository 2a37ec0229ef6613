// Made by npm run build: do not edit. Sources sha256:914d93781047905f358a0ecda9ae25ba4ed1f80ea36349f4c1d393079da3cf7c, code sha256:c13860a1070c204621ed544eb325602fadc56ad7c255cbab60e0b834cf12feab
// kg/show/page/src/columns.js
function unpacked(value) {
  if (Array.isArray(value)) return value.map(unpacked);
  if (value === null || typeof value !== "object") return value;
  if (Object.hasOwn(value, "~")) return rowsOf(value);
  for (const key3 of Object.keys(value)) value[key3] = unpacked(value[key3]);
  return value;
}
function rowsOf({ "~": size2, ...columns2 }) {
  const names = Object.keys(columns2);
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null]))));
  const rows = Array.from({ length: size2 }, () => ({ ...blank }));
  for (const name of names) {
    const values2 = valuesOf(columns2[name], size2);
    for (let at = 0; at < size2; at++) rows[at][name] = values2[at];
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
  return Object.fromEntries(value.keys.map((key3) => [key3, value["="]]));
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
  const unfolded2 = new Set([...holder2.querySelectorAll("details[open] > summary")].map(nameOf));
  holder2.replaceChildren();
  fill(holder2, ...children);
  for (const summary of holder2.querySelectorAll("details:not([open]) > summary")) {
    if (unfolded2.has(nameOf(summary))) summary.parentElement?.setAttribute("open", "");
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
function cited(read) {
  for (const claim of read.scene.statements) {
    for (const telling2 of [claim, ...Object.values(claim.told)]) {
      telling2.citation = telling2.citation.replace("", () => telling2.text.replace(/\.+$/, ""));
    }
  }
  return read;
}
async function readData() {
  if (!("DecompressionStream" in window)) giveUp("#too-old");
  try {
    return cited(unpacked(await window.unpacked(find("#kg-data")).json()));
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
  for (const told3 of [...node.details, ...node.spots]) told3.claims = told3.claims.map(claimOf);
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
var disputes = /* @__PURE__ */ new Map();
for (const dispute of scene.disputes) {
  for (const { mentions: mentions3 } of dispute.sides) {
    for (const mention of mentions3) mention.claim = claimOf(
      /** @type {any} */
      mention.claim
    );
  }
  disputes.set(dispute.id, dispute);
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
  const told3 = new Map(scene.beside.statements.map((claim) => [claim.id, withBuild(claim)]));
  for (const [id, claim] of told3) if (!claims.has(id)) claims.set(id, claim);
  for (const node of scene.beside.nodes) beside.things.set(node.id, Object.assign(node, { relations: [] }));
  for (const relation of scene.beside.relations) {
    for (const mention of relation.mentions) mention.claim = told3.get(mention.claim);
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
  const isOpposed2 = (claim, own, other) => !other.has(claim.id) && claim.against.some((id) => other.has(id) && !own.has(id));
  return (before, after) => {
    if (!before.length && !after.length) return "";
    const isDenied = (some, others) => some.some((claim) => !claim.denied) && others.some((claim) => claim.denied);
    if (isDenied(before, after) || isDenied(after, before)) return "contested";
    if (before.some((claim) => isOpposed2(claim, first, second))) return "contested";
    if (after.some((claim) => isOpposed2(claim, second, first))) return "contested";
    if (!before.length) return "new";
    if (!after.length) return "gone";
    return by === "build" && [...before, ...after].some((claim) => claim.build) ? "changed" : "same";
  };
}

// kg/show/page/src/choices.js
var LANGUAGES = ["en", "ru", "ko"];
var VIEWS = [
  "graph",
  "flow",
  "events",
  "states",
  "map",
  "timeline",
  "matrix",
  "table",
  "disputes",
  "figures",
  "change",
  "beside"
];
var DEFAULTS = {
  lang: data.lang,
  theme: "auto",
  view: scene.beside ? "beside" : "graph",
  node: "",
  edge: "",
  claim: "",
  doc: "",
  dispute: "",
  path: "",
  kind: "",
  focus: "",
  from: "",
  asof: "",
  known: "",
  undated: "1",
  unfold: "",
  order: "",
  voice: "",
  with: scene.since ? "build" : "none",
  at: "",
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
  hiddenChanges: (
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
    hidechange: "hiddenChanges",
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
  Object.keys(DEFAULTS).filter((key3) => key3 !== "missing")
);
var HIDDEN_PAIRS = (
  /** @type {[string, (typeof HIDDEN)[keyof typeof HIDDEN]][]} */
  Object.entries(HIDDEN)
);
function readAddress(address = location.hash) {
  const given2 = new URLSearchParams(address.slice(1));
  const listed4 = (key3) => (given2.get(key3) || "").split(",").filter(Boolean);
  for (const key3 of TEXTS) choices[key3] = given2.get(key3) || DEFAULTS[key3];
  for (const [key3, name] of HIDDEN_PAIRS) choices[name] = new Set(listed4(key3));
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
  if (!VIEWS.includes(choices.view) || choices.view === "map" && !data.ground) choices.view = DEFAULTS.view;
  if (!["auto", "light", "dark"].includes(choices.theme)) choices.theme = "auto";
  choices.edge = relationNamed(choices.edge);
  const ends2 = choices.path.split("~");
  const found = {
    node: things.has(choices.node),
    edge: Boolean(relationOf(choices.edge)),
    claim: claims.has(choices.claim),
    doc: sources.has(choices.doc),
    dispute: disputes.has(choices.dispute),
    kind: Object.hasOwn(scene.dispute_kinds, choices.kind),
    focus: things.has(choices.focus),
    path: ends2.length === 2 && ends2.every((id) => things.has(id)),
    voice: isVoice(choices.voice)
  };
  const named2 = (
    /** @type {(keyof typeof found)[]} */
    Object.keys(found).filter((key3) => choices[key3] && !found[key3])
  );
  choices.missing = named2.map((key3) => choices[key3]).join(", ");
  for (const key3 of named2) choices[key3] = "";
  if (!/^\d{4}-\d\d$/.test(choices.asof)) choices.asof = "";
  if (!/^\d{4}-\d\d$/.test(choices.from) || !choices.asof || choices.from > choices.asof) choices.from = "";
  if (choices.unfold !== "1") choices.unfold = "";
  if (!["number", "name"].includes(choices.order)) choices.order = "";
  if (choices.with !== "none" && !readComparison(choices.with)) choices.with = DEFAULTS.with;
  if (!["a", "b"].includes(choices.at) || choices.with === "none") choices.at = "";
  if (!/^\d{0,3}$/.test(choices.step) || +choices.step > scene.story.length) choices.step = "";
}
function relationNamed(id) {
  if (relations.has(id)) return id;
  const [source, relation, target] = id.split("~");
  const turned = `${target}~${relation}~${source}`;
  return relations.get(turned)?.mutual ? turned : id;
}
function currentAddress() {
  const given2 = new URLSearchParams();
  for (const key3 of TEXTS) if (choices[key3] && choices[key3] !== DEFAULTS[key3]) given2.set(key3, choices[key3]);
  if (choices.undated === "") given2.set("undated", "0");
  for (const [key3, name] of HIDDEN_PAIRS) if (choices[name].size) given2.set(key3, [...choices[name]].join(","));
  const pins = Object.entries(choices.pins).map(([id, [x, y]]) => `${id}@${Math.round(x)}:${Math.round(y)}`);
  if (pins.length) given2.set("pin", pins.join(","));
  return "#" + given2.toString();
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
    const given2 = location.hash || "#";
    if (given2 === lastAddress) return;
    lastAddress = given2;
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
var openDocument = (id) => choose({ ...NOTHING_OPEN, doc: id });
var openDispute = (id) => choose({ ...NOTHING_OPEN, dispute: id });

// kg/show/page/src/bands.js
var bands = new Map(scene.bands.map((band) => [band.id, band]));
var hasBands = bands.size > 0;
var canUnfold = scene.bands.some((band) => band.named);
var ofTwo = scene.bands.some((band) => band.strands.some((strand2) => strand2.kind));
var NOTHING = { n: 0, up: 0, down: 0, score: 0 };
var plus = (one, other) => ({
  n: one.n + other.n,
  up: one.up + other.up,
  down: one.down + other.down,
  score: one.score + other.score
});
var total = (sums) => sums.reduce(plus, NOTHING);
var sumOf = ([, count, up, down, score]) => ({ n: count, up, down, score });
var daysOf = (month) => month ? { begins: `${month}-01`, ends: `${month}-31` } : {};
var summed = (said, months3, sieve2) => total(months3.filter(([month]) => sieve2.counts(said, daysOf(month))).map(sumOf));
var strands = new Map(scene.bands.flatMap((band) => band.strands.map((strand2) => [strand2.claim, strand2])));
function anyCounts(id, sieve2) {
  const strand2 = strands.get(id);
  const claim = claims.get(id);
  return !strand2 || !claim || summed(claim, strand2.months, sieve2).n > 0;
}
function strandsOf(relation, sieve2) {
  const heard = new Set(relation.current.map((mention) => mention.claim.id));
  const found = (bands.get(relation.id)?.strands || []).filter((strand2) => heard.has(strand2.claim));
  return found.map((strand2) => ({
    strand: strand2,
    sum: summed(
      /** @type {Claim} */
      claims.get(strand2.claim),
      strand2.months,
      sieve2
    )
  }));
}
function standsAside(relation, unfolded2) {
  const band = bands.get(relation.id);
  return band !== void 0 && canUnfold && band.named !== unfolded2;
}
var most = Math.max(1, ...scene.bands.filter((band) => !band.named).map(whole));
function whole(band) {
  return total(band.strands.flatMap((strand2) => strand2.months.map(sumOf))).n;
}
var [THINNEST, WIDEST] = scene.bands.length > 12 ? [1.5, 46] : [3, 56];
var widthOf = (count) => Math.max(THINNEST, WIDEST * Math.sqrt(count / most));
var familyOf = (kind) => scene.kinds[kind]?.family || "";
function grouped(rows, key3) {
  const found = /* @__PURE__ */ new Map();
  for (const row3 of rows) found.set(key3(row3), [...found.get(key3(row3)) || [], row3]);
  const groups = [...found].map(([name, some]) => ({ key: name, rows: some, sum: total(some.map((row3) => row3.sum)) }));
  return groups.sort((one, other) => other.sum.n - one.sum.n || (one.key < other.key ? -1 : 1));
}
var isBand = (id) => bands.has(id);

// kg/show/page/src/filter.js
function firstDay(time) {
  const [date] = time.split("/");
  return date + "-01-01".slice(date.length - 4);
}
function lastDay(time) {
  const date = time.split("/").at(-1) || "";
  return date + "-12-31".slice(date.length - 4);
}
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
    this.first = rules.asOf ? firstDay(rules.asOf) : "";
    this.last = rules.asOf ? lastDay(rules.asOf) : "";
    this.knownBy = rules.knownAt ? lastDay(rules.knownAt) : "";
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
    const { stances = null, build } = this.rules;
    if (build && claim.build && claim.build !== build) return false;
    if (stances && !stances.includes(claim.stance)) return false;
    if (this.knownBy && !(claim.known && claim.known <= this.knownBy)) {
      this.unpublished.add(claim.id);
      return false;
    }
    return this.holds(claim, period);
  }
  /**
   * Whether a period counts by the time that is asked for alone.
   * @param {Sifted} claim
   * @param {Period} period an open end reaches everywhere
   */
  holds(claim, { begins, ends: ends2 }) {
    const { undated = false } = this.rules;
    if (!this.last) return true;
    if (begins || ends2) return !(begins && begins > this.last) && !(ends2 && ends2 < this.first);
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
    const [last3, price] = [this.#items.pop(), this.#costs.pop()];
    if (this.size && last3 !== void 0 && price !== void 0) this.#sink(last3, price);
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
  const pairs2 = /* @__PURE__ */ new Map();
  for (const [at, source] of sources2.entries()) {
    const target = targets[at];
    if (source === target) continue;
    const key3 = Math.min(source, target) * size2 + Math.max(source, target);
    let known = pairs2.get(key3);
    if (!known) pairs2.set(key3, known = { claims: /* @__PURE__ */ new Set(), documents: /* @__PURE__ */ new Set() });
    known.claims.add(claims2[at]);
    known.documents.add(documents[at]);
  }
  const partners = new Uint32Array(size2);
  for (const key3 of pairs2.keys()) {
    partners[Math.floor(key3 / size2)] += 1;
    partners[key3 % size2] += 1;
  }
  const price = (number) => HUB / 2 * Math.log2(partners[number]);
  const hops = Array.from({ length: size2 }, () => []);
  for (const [key3, known] of pairs2) {
    const [one, other] = [Math.floor(key3 / size2), key3 % size2];
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
    const every = new Set(dispute.sides.flatMap(({ mentions: mentions3 }) => mentions3.map(({ claim }) => claim)));
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
function isLeft({ way, pairs: pairs2 }, sides, claims2) {
  if (way === "judged") return claims2.length > 1;
  const ids = new Set(claims2.map((claim) => claim.id));
  return sides > 1 && (!pairs2.length || pairs2.some((pair) => pair.every((id) => ids.has(id))));
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
  const { from, asof, known, undated, voice, hiddenStances } = choices;
  return {
    asOf: from ? `${from}/${asof}` : asof,
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
var chosenSieve = () => new Sieve(rulesOfChoices(), speaksFor);
function chosenSieves() {
  const comparison = compared();
  const rules = comparison?.sides.map((side) => rulesOfSide(comparison, side)) || [rulesOfChoices()];
  return rules.map((some) => new Sieve(some, speaksFor));
}
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
function weigh(relation, [sieve2, other]) {
  if (other) Object.assign(relation, { before: saidTo(sieve2, relation), after: saidTo(other, relation) });
  else weighAlone(relation, sieve2);
  if (other) {
    const { before, after } = relation;
    const current2 = relation.mentions.filter((mention) => before.includes(mention) || after.includes(mention));
    Object.assign(relation, { own: current2, others: [], current: current2, ghost: false, alone: false });
  }
  const claims2 = relation.current.map((mention) => mention.claim);
  relation.confirmation = isOpposed(relation) ? "disputed" : claims2.length ? confirmation(claims2) : "";
  relation.certainty = certainty(claims2);
}
var saidTo = (sieve2, { mentions: mentions3 }) => mentions3.filter((mention) => sieve2.hears(mention.claim) && isLiving(mention, sieve2));
var isLiving = (mention, sieve2) => sieve2.counts(mention.claim, mention) && anyCounts(mention.claim.id, sieve2);
function weighAlone(relation, sieve2) {
  Object.assign(relation, { before: [], after: [], change: "" });
  const living = relation.mentions.filter((mention) => isLiving(mention, sieve2));
  relation.own = living.filter((mention) => sieve2.hears(mention.claim));
  relation.others = living.filter((mention) => !sieve2.hears(mention.claim));
  relation.current = relation.own.length ? relation.own : relation.others;
  relation.ghost = !relation.own.length && relation.others.length > 0;
  relation.alone = choices.voice !== "" && relation.own.length > 0 && !relation.others.length;
}
function heardOn(sieves) {
  const [first, second] = sieves.map((sieve2) => {
    const values2 = [...things.values()].flatMap((thing) => thing.details.flatMap((detail) => detail.claims));
    return new Set(values2.filter((claim) => countsAlone(sieve2, claim)).map((claim) => claim.id));
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
    changes.filter(([, found]) => found.size === 1)
  );
  return new Map(alone.map(([id, [change2]]) => [id, change2]));
}
var isOnSide = ({ change: change2 }) => !choices.hiddenChanges.has(change2) && change2 !== { a: "new", b: "gone", "": "" }[choices.at || ""];
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
  const [comparison, sieves] = [compared(), chosenSieves()];
  weighDisputes(chosenSieve());
  const { focus, hiddenNodes, hiddenKinds, hiddenFamilies, hiddenConfirmations } = choices;
  const near = focus ? /* @__PURE__ */ new Set([focus, ...thingOf(focus).relations.map((relation) => across(relation, focus))]) : null;
  const isHidden = (id) => hiddenKinds.has(thingOf(id).kind) || hiddenNodes.has(id) || near && !near.has(id);
  const isAnyHidden = near !== null || hiddenKinds.size > 0 || hiddenNodes.size > 0;
  Object.assign(picture, { nodes: /* @__PURE__ */ new Set(), relations: /* @__PURE__ */ new Set(), ghosts: /* @__PURE__ */ new Set(), changes: /* @__PURE__ */ new Map() });
  picture.turn += 1;
  shown = [];
  counted = null;
  lonely = "";
  for (const relation of [...relations.values(), ...beside.relations.values()]) weigh(relation, sieves);
  if (comparison) sortRelations(comparison, sieves);
  for (const relation of relations.values()) {
    if (standsAside(relation, choices.unfold === "1")) continue;
    if (comparison && !isOnSide(relation)) continue;
    if (!relation.current.length || hiddenFamilies.has(relation.family)) continue;
    if (hiddenConfirmations.has(relation.confirmation)) continue;
    if (isAnyHidden && (isHidden(relation.source) || isHidden(relation.target))) continue;
    shown.push(relation);
    picture.relations.add(relation.id);
    if (relation.ghost) picture.ghosts.add(relation.id);
    if (relation.change) picture.changes.set(relation.change, (picture.changes.get(relation.change) || 0) + 1);
    picture.nodes.add(relation.source).add(relation.target);
  }
  const leftOut4 = sieves.map(({ undated, unpublished }) => ({ undated: undated.size, unpublished: unpublished.size }));
  [picture.leftOut] = leftOut4;
  picture.leftOutOfSides = comparison ? leftOut4 : [];
  picture.changed = comparison ? changedThings() : /* @__PURE__ */ new Map();
}
function highlight() {
  const { path: path2, edge, claim, doc, dispute, node } = choices;
  Object.assign(picture, { hotNodes: null, hotRelations: /* @__PURE__ */ new Set(), path: [] });
  if (!path2) leaveSearch();
  if (path2) {
    const [from, to] = path2.split("~");
    picture.path = relationsAlong(strongestPath(from, to));
    light([from, to], picture.path);
  } else if (relations.has(edge)) {
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
    lightClaims(disputeOf(dispute).sides.flatMap(({ mentions: mentions3 }) => mentions3.map((mention) => mention.claim.id)));
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
var joining = new Set([...relations.values()].flatMap(({ mentions: mentions3 }) => mentions3.map(({ claim }) => claim)));
var counted = null;
function countedClaims() {
  if (counted) return counted;
  const sieves = chosenSieves();
  counted = new Set(shownRelations().flatMap((relation) => relation.own.map(({ claim }) => claim)));
  for (const claim of scene.statements) {
    if (!joining.has(claim) && sieves.some((sieve2) => countsAlone(sieve2, claim))) counted.add(claim);
  }
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
function word(key3) {
  const texts = Object.hasOwn(data.words, key3) ? data.words[key3] : {};
  return texts[choices.lang] || texts.en || key3;
}
var inLanguage = (texts) => texts && (texts[choices.lang] || texts.en || Object.values(texts)[0]) || "";
var foreign = (language) => language && language !== choices.lang ? language : null;
var nameOf2 = (thing) => inLanguage(thing.name) || thing.id;
var named = (id) => nameOf2(thingOf(id));
var PLURAL_RULES = { en: new Intl.PluralRules("en"), ru: new Intl.PluralRules("ru"), ko: new Intl.PluralRules("ko") };
var PLURAL_FORMS = { en: ["one", "other"], ru: ["one", "few", "many"], ko: ["other"] };
var numeral = (count) => count.toLocaleString(choices.lang);
function plural(count, key3) {
  const forms = word(key3).split("|");
  const at = PLURAL_FORMS[choices.lang].indexOf(PLURAL_RULES[choices.lang].select(count));
  return (forms[at] || forms[forms.length - 1]).replace("{n}", numeral(count));
}
function sentence({ source, target, label, mutual, says }) {
  const text = says?.[choices.lang] || `{a} ${mutual ? "↔" : "→"} {b}: ${inLanguage(label)}`;
  return text.replace(/\{([ab])\}/g, (_, end) => named(end === "a" ? source : target));
}
var speakerNames = (claim) => claim.speakers.map((id) => inLanguage(scene.speakers[id])).join(", ");
var telling = (claim) => claim.told?.[choices.lang] ?? claim;
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
  const most2 = narrow.matches ? FEWER : FEW;
  const visible = [...picture.nodes].sort(comesFirst);
  folding = canFold() && choices.all === "" && choices.unfold === "" && choices.focus === "" && visible.length >= most2 + WORTH;
  drawn = new Set(folding ? visible.slice(0, most2) : visible);
  if (!folding) return;
  for (const id of choices.unfolded) {
    if (picture.nodes.has(id)) for (const near of [id, ...neighbours(id)]) drawn.add(near);
  }
  for (const { change: change2, source, target } of shownRelations()) {
    if (change2 && change2 !== "same") drawn.add(source).add(target);
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
  const isOpen3 = choices.all !== "" || choices.unfolded.size > 0;
  const holder2 = find("#more");
  holder2.hidden = !hidden && !isOpen3;
  const more = button(`+ ${plural(hidden, "n-more-things")}`, () => choose({ all: "1" }), { class: "unfold" });
  const less = button(word("fold"), () => choose({ all: "", unfolded: /* @__PURE__ */ new Set() }), { class: "unfold" });
  refill(
    holder2,
    hidden > 0 && element("span", null, `${numeral(picture.nodes.size - hidden)} / ${numeral(picture.nodes.size)}`),
    hidden > 0 && more,
    isOpen3 && less
  );
}
var drawnThings = () => [...drawn];

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
var inkName = (confirmation2) => INKS[confirmation2] || confirmation2;
var CHANGE_LOOKS = {
  contested: { ink: "warn", width: 2.8, dashes: false, sign: "≠" },
  new: { ink: "new", width: 2.8, dashes: false, sign: "+" },
  gone: { ink: "gone", width: 2.2, dashes: [5, 4], sign: "−" },
  changed: { ink: "acc", width: 2.2, dashes: [12, 3], sign: "~" },
  same: { ink: "third", width: 1, dashes: false, sign: "=" }
};
var colours = {};
var COLOUR_NAMES = "bg panel ink mut line a b joint third warn acc new gone zone-a zone-b zone-third water land shore coop conf even".split(
  " "
);
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
  const line6 = shape("line", {
    ...{ x1: 1, y1: 5, x2: 25, y2: 5, stroke: `var(--${INKS[confirmation2] || confirmation2})` },
    "stroke-width": STROKES[confirmation2] * 1.1,
    "stroke-dasharray": (DASHES[certainty2] || []).join(" ") || null
  });
  return shape("svg", { viewBox: "0 0 26 10", width: 26, height: 10, "aria-hidden": "true" }, line6);
}
function changeIcon(change2) {
  const { ink, width, dashes } = CHANGE_LOOKS[change2];
  const colour = `var(--${ink})`;
  const line6 = { x1: 1, y1: 8, x2: 31, y2: 8, stroke: colour, "stroke-width": width };
  const text = { x: 16, y: 12, "text-anchor": "middle", "font-size": 12, "font-weight": 800, fill: "var(--panel)" };
  return shape(
    "svg",
    { viewBox: "0 0 32 16", width: 32, height: 16, "aria-hidden": "true" },
    shape("line", { ...line6, "stroke-dasharray": (dashes || []).join(" ") || null }),
    shape("rect", { x: 9, y: 1, width: 14, height: 14, rx: 7, fill: colour }),
    shape("text", text, changeSign(change2))
  );
}

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
    box[0] = Math.min(box[0], x - (isUpright() ? 135 : 78));
    box[1] = Math.min(box[1], y - 58);
    box[2] = Math.max(box[2], x + (isUpright() ? 135 : 78));
    box[3] = Math.max(box[3], y + 72);
  }
  return box[0] < box[2] ? box : null;
}
function measureExtent() {
  const sides = { a: boxOf("a"), b: boxOf("b"), third: boxOf("third"), joint: boxOf("joint"), none: boxOf("none") };
  extent = { all: boxOf() || [-100, -100, 100, 100], sides };
}
var APART2 = [150, 104];
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
    const values2 = near.filter((_, at) => at % 2 === axis);
    return values2.length ? values2.reduce((sum, value) => sum + value, 0) / values2.length : 0;
  };
  const [x, y] = [middle(0), middle(1)];
  const isFree = ([right, down]) => [...taken2.values()].every(
    ([across2, below]) => Math.abs(across2 - right) >= APART2[0] * 0.9 || Math.abs(below - down) >= APART2[1] * 0.9
  );
  for (let ring = 0; ; ring++) {
    for (let turn = 0; turn < Math.max(1, 8 * ring); turn++) {
      const angle = 2 * Math.PI * turn / Math.max(1, 8 * ring);
      const spot = [
        Math.round(x + ring * APART2[0] * Math.cos(angle) / 2),
        Math.round(y + ring * APART2[1] * Math.sin(angle) / 2)
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
  if (scene.poles.length !== 2 || !first || !second || isFree || hasBands || first[2] > second[0]) return [];
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
  const told3 = changesBy(compared()?.by).filter((one) => counts.get(one)).map((one) => `${changeName(one)} ${counts.get(one)}`);
  return `${word(what)}: ${told3.join(" · ") || 0}`;
}
function changeText() {
  const comparison = compared();
  return comparison ? `${comparisonText(comparison)}. ${countText("cmp-relations", picture.changes)}` : "";
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
  const given2 = inLanguage(title2) || inLanguage(about);
  if (given2) return given2;
  const ids = new Set(sides.flatMap(({ mentions: mentions3 }) => mentions3.map(({ claim }) => claim.id)));
  const relation = [...relations.values()].find(({ mentions: mentions3 }) => mentions3.some(({ claim }) => ids.has(claim.id)));
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
  const link = (href, key3) => [
    " ",
    element("a", { href, rel: "noreferrer noopener", target: "_blank" }, word(key3))
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
function buildMark({ id, build }) {
  const { since } = scene;
  if (!build || !since) return null;
  const isEdited = Object.hasOwn(since.was, id) || Object.values(since.was).includes(id);
  const key3 = build === "a" ? isEdited ? "as-it-was" : "gone-since" : isEdited ? "changed-since" : "new-since";
  return element("span", { class: `when ${build}` }, `${word(key3)} ${since.day}`);
}
function editsOf({ id }) {
  const lines2 = inLanguage(scene.since?.edits[id]).split("\n").filter(Boolean);
  if (!lines2.length) return null;
  const list = lines2.map((line6) => element("li", null, line6));
  return element("div", { class: "edits" }, element("b", null, word("edits")), element("ul", null, list));
}
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
      buildMark(claim),
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
  const most2 = taken.get(list) || PORTION;
  const take = () => {
    taken.set(list, most2 + PORTION);
    again();
  };
  const more = rows.length > most2 && element("p", { class: "more" }, `${most2} / ${rows.length} `, button(word("show-more"), take, { class: "link" }));
  return { rows: rows.slice(0, most2), more };
}
var lead = (title2, text) => [element("h2", null, word(title2)), element("p", { class: "lead" }, word(text))];

// kg/show/page/src/voice.js
function chosenVoice() {
  const id = choices.voice === "a" ? scene.poles[0] : choices.voice === "b" ? scene.poles[1] : choices.voice;
  return scene.voices.find((voice) => voice.id === id);
}
function notHere() {
  const reasons = Object.entries(chosenVoice()?.left_out || {});
  const total2 = reasons.reduce((sum, [, count]) => sum + count, 0);
  if (!total2) return "";
  const why = reasons.map(([reason, count]) => `${word("why-" + reason)} ${numeral(count)}`);
  return `; ${word("not-here-of-voice")} ${plural(total2, "n-claims")} (${why.join(", ")})`;
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
var inRelation = new Set([...relations.values()].flatMap(({ mentions: mentions3 }) => mentions3.map(({ claim }) => claim.id)));
var details = [...things.values()].flatMap((thing) => thing.details);
var inDetail = new Set(details.flatMap((detail) => detail.claims.map(({ id }) => id)));
function claimList(again) {
  const counted4 = countedClaims();
  const told3 = [...claims.values()].filter((claim) => counted4.has(claim));
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
  if (changeText() && picture.relations.size && choices.view !== "change") {
    return [changeText(), () => choose({ with: "none", at: "" })];
  }
  if (voice) return [voiceText(), () => choose({ voice: "" })];
  const everything = { with: "none", at: "", from: "", asof: "", known: "", undated: "1", ...nothingHidden() };
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

// kg/show/page/src/pairs.js
var LANES = ["a", "between", "b"];
function shownOf2(there, some) {
  const isShown = (id) => !choices.hiddenNodes.has(id) && !choices.hiddenKinds.has(
    /** @type {Thing} */
    there.get(id).kind
  );
  return [...some.values()].filter(
    ({ current: current2, ghost, family, confirmation: confirmation2, source, target }) => current2.length > 0 && !ghost && !choices.hiddenFamilies.has(family) && !choices.hiddenConfirmations.has(confirmation2) && isShown(source) && isShown(target)
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
var claimsOf = (told3) => new Set(told3.flatMap((relation) => relation.current.map((mention) => mention.claim)));
var SORTED = ["agreement", "project", "structure", "event"];
function kindsOf(both) {
  const found = /* @__PURE__ */ new Map();
  const take = (group, key3, label) => {
    const name = `${group} ${key3}`;
    if (!found.has(name)) found.set(name, { group, key: key3, label, told: [[], []], things: [[], []] });
    return (
      /** @type {Kind} */
      found.get(name)
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
  return [...found.values()];
}
var countOf = ({ told: told3, things: some }, at) => told3[at].length + some[at].length;

// kg/show/page/src/beside.js
function besides() {
  const both = pairs();
  const families = FAMILIES.filter((family) => both.some((pair) => pair.told.some((one) => one.family === family)));
  const size2 = (family) => both.flatMap(({ told: told3 }) => told3).filter(isOf2(family)).length;
  families.sort((one, other) => size2(other) - size2(one) || (one < other ? -1 : 1));
  const title2 = both.map((pair) => inLanguage(pair.title)).join(" | ");
  const head = [element("h2", null, title2), element("p", { class: "lead" }, word("beside-lead"))];
  refill(find("#beside"), head, key(), pictures(both, families), differences(both), cuts(both));
}
var isOf2 = (family) => (relation) => relation.family === family;
function key() {
  const dot2 = (look2) => shape("svg", { viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true" }, dotOf(look2, 7, 7));
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
  const line6 = ([look2, name]) => element("li", null, dot2(look2), " ", word(name));
  return element("ul", { class: "pair-key" }, element("li", null, word("bs-dot")), looks.map(line6));
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
function leftOut({ all: all2 }) {
  const [sieve2] = chosenSieves();
  for (const relation of all2) {
    for (const mention of relation.mentions) sieve2.counts(mention.claim, mention);
  }
  const { undated, unpublished } = sieve2;
  return [
    undated.size > 0 && `${word("left-out-undated")} ${undated.size}`,
    unpublished.size > 0 && `${word("left-out-unpublished")} ${unpublished.size}`
  ].filter(Boolean);
}
var lanesOf = (pair, told3) => LANES.map((lane) => told3.filter((relation) => laneOf(pair, relation) === lane));
var [PITCH, COLUMNS, GAP] = [14, 8, 12];
var LANE = PITCH * COLUMNS;
var WIDTH = 3 * LANE + 2 * GAP;
function cellOf(pair, family, told3, deepest) {
  const lanes2 = lanesOf(pair, told3);
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
    element("small", null, countText2(told3))
  ];
}
function nameOfPole({ things: things2, poles }, at) {
  const thing = things2.get(poles[at]);
  return thing ? nameOf2(thing) : poles[at];
}
function countText2(told3) {
  if (!told3.length) return word("bs-none");
  const [good, bad] = [1, -1].map((sign) => told3.filter((relation) => relation.sign === sign).length);
  const records = [...claimsOf(told3)].reduce((sum, claim) => sum + (claim.records || 0), 0);
  const signs3 = [good && `+${good}`, bad && `−${bad}`].filter(Boolean).join(" ");
  return [plural(told3.length, "n-relations"), signs3, records > 0 && `${word("bs-records")} ${records}`].filter(Boolean).join(" · ");
}
var SEVERAL = ["both", "corrob", "several", "disputed"];
function dotOf({ confirmation: confirmation2 = "third", certainty: certainty2 = "asserted", sign = 0 }, x, y) {
  const colour = `var(--${inkName(confirmation2)})`;
  const isFull = certainty2 === "asserted";
  const dashes = certainty2 === "analysis" ? "2 2" : null;
  const outline2 = { stroke: colour, "stroke-width": 1.8, "stroke-dasharray": dashes };
  const bar = { x1: x - 5, y1: y, x2: x + 5, y2: y, stroke: isFull ? "var(--bg)" : colour, "stroke-width": 2 };
  return shape(
    "g",
    { class: "dot" },
    shape("circle", {
      cx: x,
      cy: y,
      r: SEVERAL.includes(confirmation2) ? 5.6 : 4,
      fill: isFull ? colour : "var(--bg)",
      ...outline2
    }),
    sign < 0 && shape("line", bar)
  );
}
function differences(both) {
  const kinds = kindsOf(both);
  const has = (kind, at) => countOf(kind, at) > 0;
  const column2 = (title2, some) => element("section", null, element("h3", null, title2, element("span", null, some.length)), grouped2(both, some));
  const only = both.map((pair, at) => {
    const title2 = `${word("only")} ${inLanguage(pair.title)}`;
    return column2(
      title2,
      kinds.filter((kind) => has(kind, at) && !has(kind, 1 - at))
    );
  });
  const shared = kinds.filter((kind) => has(kind, 0) && has(kind, 1));
  return [
    element("h2", null, word("bs-differences")),
    element("p", { class: "lead" }, word("bs-differences-lead")),
    element("div", { class: "pair-kinds" }, only[0], only[1], column2(word("bs-both"), shared))
  ];
}
var FIRST = ["agreement", "project", "structure", "event"];
function grouped2(both, kinds) {
  if (!kinds.length) return element("p", { class: "lb" }, word("bs-none"));
  const rank2 = (group) => FIRST.includes(group) ? FIRST.indexOf(group) : FIRST.length;
  const groups = [...new Set(kinds.map((kind) => kind.group))];
  groups.sort((one, other) => rank2(one) - rank2(other) || (one < other ? -1 : 1));
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
  const told3 = pair.told.filter(({ source, target }) => source === thing.id || target === thing.id);
  const links = [...claimsOf(told3)].map(({ id }) => [" ", claimLink(id)]);
  return element("p", null, element("b", null, nameOf2(thing)), element("span", { class: "by" }, links));
}
function cuts(both) {
  const list = ({ title: title2, notes }) => [
    element("p", null, element("b", null, inLanguage(title2))),
    element(
      "ul",
      null,
      notes.map((note2) => element("li", null, inLanguage(note2)))
    )
  ];
  const some = both.filter((pair) => pair.notes.length);
  return some.length > 0 && element("details", { class: "cuts" }, element("summary", null, word("bs-cuts")), some.map(list));
}

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
  const shown2 = [...things.values()].filter(({ id, kind }) => {
    return !choices.hiddenNodes.has(id) && !choices.hiddenKinds.has(kind) && (!choices.focus || choices.focus === id);
  });
  const found = shown2.flatMap(
    (thing) => thing.details.map((detail) => {
      const before = detail.claims.filter((claim) => countsAlone(first, claim));
      const after = detail.claims.filter((claim) => countsAlone(second, claim));
      return { thing, detail, before, after, change: sort(before, after) };
    })
  );
  return paired(found).filter((value) => value.change && !choices.hiddenChanges.has(value.change));
}
function paired(found) {
  const was = new Map(Object.entries(scene.since?.was || {}));
  const gone = new Set(found.filter(({ change: change2 }) => change2 === "gone"));
  const joined3 = found.map((value) => {
    if (value.change !== "new") return value;
    const names = new Set(value.after.map((claim) => was.get(claim.id)));
    const isEarlier = ({ thing, detail, before }) => thing === value.thing && detail.property.en === value.detail.property.en && before.some((claim) => names.has(claim.id));
    const earlier = [...gone].find(isEarlier);
    if (!earlier) return value;
    gone.delete(earlier);
    return { ...value, before: earlier.before, change: "changed", earlier: earlier.detail };
  });
  return joined3.filter((value) => value.change !== "gone" || gone.has(value));
}

// kg/show/page/src/change.js
function change() {
  const comparison = compared();
  const holder2 = find("#change");
  if (!comparison) {
    const line6 = ({ text, comparison: offered }) => element(
      "li",
      null,
      button(text, () => choose({ with: writeComparison(offered) }), { class: "tool" })
    );
    const offers = element("ul", { class: "offers" }, presets().map(line6));
    refill(holder2, lead("change", "change-lead"), element("p", null, word("change-choose")), offers);
    return;
  }
  const [told3, alone] = [shownRelations(), values()];
  const sections = changesBy(comparison.by).map((one) => {
    const some = told3.filter((relation) => relation.change === one);
    return section(
      comparison,
      one,
      some,
      alone.filter((value) => value.change === one)
    );
  });
  const nothing = !told3.length && !alone.length && element("p", null, word("change-nothing"));
  const counts = /* @__PURE__ */ new Map();
  for (const value of alone) counts.set(value.change, (counts.get(value.change) || 0) + 1);
  const parts = [changeText(), alone.length > 0 && countText("cmp-facts", counts)].filter(Boolean);
  const head = element("p", { class: "change-head" }, parts.join(". "));
  refill(holder2, lead("change", "change-lead"), head, sidesTable(comparison), sections, nothing);
}
function sidesTable({ by, sides }) {
  const rows = sides.map((side, at) => {
    const key3 = (
      /** @type {'before' | 'after'} */
      ["before", "after"][at]
    );
    const some = shownRelations().filter((relation) => relation[key3].length);
    const claims2 = new Set(some.flatMap((relation) => relation[key3].map((mention) => mention.claim.id)));
    const { undated, unpublished } = picture.leftOutOfSides[at];
    const leftOut4 = [
      undated > 0 && `${word("left-out-undated")} ${undated}`,
      unpublished > 0 && `${word("left-out-unpublished")} ${unpublished}`
    ];
    const counts = [plural(some.length, "n-relations"), plural(claims2.size, "n-claims")];
    return element(
      "tr",
      null,
      element("th", { scope: "row" }, sideName(by, side)),
      element("td", null, counts.join(" · ")),
      element("td", { class: "lb" }, leftOut4.filter(Boolean).join(" · "))
    );
  });
  const { since } = scene;
  const cuts2 = (notes) => notes.map((note2) => element("li", null, inLanguage(note2)));
  const left = by === "build" && since && [since.notes, scene.notes].map((notes) => element("ul", null, cuts2(notes)));
  const lists = left && left.map((list, at) => [element("p", null, sideName(by, sides[at])), list]);
  return [
    element("table", { class: "sides" }, element("tbody", null, rows)),
    lists && element("details", { class: "cuts" }, element("summary", null, word("bs-cuts")), lists)
  ];
}
var unfolded = /* @__PURE__ */ new Map([["same", false]]);
function section(comparison, one, told3, alone) {
  const count = told3.length + alone.length;
  if (!count) return null;
  const isTwofold = one === "contested" || one === "changed";
  const relations2 = portion(`change-${one}`, told3, change);
  const facts = portion(`change-${one}-facts`, alone, change);
  const holder2 = element(
    "details",
    { class: `changes ${one}`, open: unfolded.get(one) ?? true, "data-change": one },
    element("summary", null, changeIcon(one), " ", element("b", null, changeName(one)), ` ${count}`),
    relations2.rows.map((relation) => isTwofold ? twofold(comparison, relation) : relationCard(relation)),
    relations2.more,
    alone.length > 0 && heading(word("facts"), alone.length),
    facts.rows.map((value) => valueCard(comparison, value, isTwofold)),
    facts.more
  );
  holder2.addEventListener("toggle", () => unfolded.set(one, holder2.open));
  return holder2;
}
function twofold(comparison, relation) {
  const head = element("h3", null, relationLink(relation));
  return element("div", { class: "twofold", "data-edge": relation.id }, head, columns(comparison, relation));
}
function columns({ by, sides }, { before, after }) {
  const column2 = (mentions3, side) => element(
    "div",
    { class: "rel" },
    element("p", { class: "by pad" }, sideName(by, side)),
    mentions3.map((mention) => [claimCard(mention), editsOf(mention.claim)])
  );
  return element("div", { class: "columns" }, column2(before, sides[0]), column2(after, sides[1]));
}
function valueCard(comparison, { thing, detail, before, after, earlier }, isTwofold) {
  const name = element("span", { class: "other" }, nameOf2(thing));
  const said = element("span", { class: "lb" }, ` — ${inLanguage(detail.property)}: `);
  const was = earlier && `${inLanguage(earlier.value)} → `;
  const line6 = element("span", null, name, said, was, inLanguage(detail.value));
  const mentions3 = (claims2) => claims2.map((claim) => ({ claim }));
  const all2 = [.../* @__PURE__ */ new Set([...before, ...after])];
  const sides = { before: mentions3(before), after: mentions3(after) };
  return element(
    "details",
    { class: "rel", open: isTwofold },
    element("summary", null, line6, element("span", { class: "dots" }, all2.length)),
    isTwofold ? columns(comparison, sides) : all2.map((claim) => claimCard({ claim }))
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
function travel(paint2, arrive) {
  let began;
  const step = (now) => {
    began ??= now;
    const way = Math.min(1, (now - began) / LASTS);
    motion.share = way < 0.5 ? 2 * way * way : 1 - 2 * (1 - way) ** 2;
    paint2();
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

// kg/show/page/src/signs.js
function markOf(relation) {
  const { change: change2, confirmation: confirmation2 } = relation;
  if (change2) {
    const isSeen = change2 !== "same" && presence(change2) >= 0.4;
    return isSeen ? { text: changeSign(change2), box: relationColour(relation), yields: true } : null;
  }
  const kind = contention(relation) || (confirmation2 === "disputed" ? "contradicts" : "");
  if (!kind) return null;
  return { text: signOf(kind), box: isAgainst(kind) ? colours.warn : "", yields: !isAgainst(kind) };
}
function drawSigns(context, size2, isTaken, middleOf2, named2) {
  const { hotNodes, hotRelations, relations: relations2 } = picture;
  context.font = `800 ${size2}px ${FONT}`;
  for (const id of relations2) {
    const relation = relationOf(id);
    if (named2.has(id) || hotNodes && !hotRelations.has(id)) continue;
    if (!isPlaced(relation.source) || !isPlaced(relation.target)) continue;
    const mark4 = markOf(relation);
    const at = mark4 && middleOf2(id);
    if (!at) continue;
    const half = size2 * 0.62;
    if (mark4.yields && isTaken([at.x - half, at.y - half, at.x + half, at.y + half])) continue;
    drawSign(context, size2, at, mark4);
  }
}
function drawSign(context, size2, { x, y }, { text, box }) {
  if (box) {
    const half = size2 * 0.62;
    context.beginPath();
    context.roundRect(x - half, y - half, 2 * half, 2 * half, size2 * 0.35);
    context.fillStyle = box;
    context.fill();
  } else {
    context.lineWidth = size2 * 0.4;
    context.strokeStyle = colours.bg;
    context.strokeText(text, x, y);
  }
  context.fillStyle = box ? colours.panel : colours.mut;
  context.fillText(text, x, y + size2 * 0.05);
}

// kg/show/page/src/labels.js
var labels = /* @__PURE__ */ new Map();
var overlaps = (one, boxes) => boxes.some((other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1]);
function wrap(text, width) {
  const lines2 = [];
  let line6 = "";
  for (const next of text.split(/\s+/)) {
    const longer = line6 ? `${line6} ${next}` : next;
    if (line6 && longer.length > width) lines2.push(line6);
    line6 = line6 && longer.length > width ? next : longer;
  }
  return [...lines2, line6];
}
var lettersInLine = (name) => /[\u3040-\u9fff\uac00-\ud7af]/.test(name) ? 12 : 19;
function writeLabel(context, { lines: lines2, x, top, size: size2, leading }, colour, halo) {
  context.lineWidth = size2 * halo;
  context.strokeStyle = colours.bg;
  lines2.forEach((line6, at) => context.strokeText(line6, x, top + at * leading));
  context.fillStyle = colour;
  lines2.forEach((line6, at) => context.fillText(line6, x, top + at * leading));
}
function drawLabels(context, scale, middleOf2) {
  const size2 = Math.max(11.5 / scale, Math.min(13, 15 / scale));
  const wanted2 = byImportance(picture.nodes).filter(
    (id) => isPlaced(id) && isHot(id) && presence(picture.changed.get(id)) > 0.4
  );
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
  drawRelationLabels(context, size2 * 0.92, written2, shapes, middleOf2);
}
function fit(context, thing, size2, scale, boxes) {
  const [x, y] = positionOf(thing.id);
  const leading = size2 * 1.16;
  const far = thing.radius * (OUTLINES[thing.kind] === "diamond" ? 1.18 : 1) + 4 / Math.max(0.8, scale);
  const name = nameOf2(thing);
  const letters = lettersInLine(name);
  for (const width of [letters, Math.round(letters * 1.4), Math.round(letters * 0.7)]) {
    const lines2 = wrap(name, width);
    const half = Math.max(...lines2.map((line6) => context.measureText(line6).width)) / 2;
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
function drawRelationLabels(context, size2, boxes, shapes, middleOf2) {
  const { hotRelations, hoveredRelation, relations: relations2 } = picture;
  const wanted2 = new Set(hotRelations.size <= FEW2 || choices.edge ? hotRelations : []);
  if (hoveredRelation) wanted2.add(hoveredRelation);
  context.textBaseline = "middle";
  for (const id of wanted2) {
    if (isBand(id)) continue;
    const relation = relationOf(id);
    if (!relations2.has(id) || !isPlaced(relation.source) || !isPlaced(relation.target)) continue;
    const at = middleOf2(id);
    if (!at) continue;
    writeRelation(context, relation, at, size2, boxes);
  }
  drawSigns(context, size2, (box) => overlaps(box, boxes) || overlaps(box, shapes), middleOf2, wanted2);
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
function slicesOf(items2, paint2) {
  const starts = Array.from({ length: Math.ceil(items2.length / SLICE) }, (_, nth) => nth * SLICE);
  return starts.map((start2) => () => paint2(items2.slice(start2, start2 + SLICE)));
}
function grouped3(items2, keyOf2) {
  const found = /* @__PURE__ */ new Map();
  for (const item of items2) {
    const key3 = keyOf2(item);
    const group = found.get(key3);
    if (group) group.push(item);
    else found.set(key3, [item]);
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
  return [...grouped3(inside, (at) => relationColour(lines2[at]))].flatMap(
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
  return [...grouped3(small, (at) => ranked[at].side)].flatMap(
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
    Math.max(...lines2.map((line6) => context.measureText(line6).width)) / 2,
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
function offset(given2, width, height) {
  const factor = eye.scale / given2.eye.scale;
  return [
    (given2.eye.x - eye.x) * eye.scale + width / 2 - given2.width / 2 * factor,
    (given2.eye.y - eye.y) * eye.scale + height / 2 - given2.height / 2 * factor,
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

// kg/show/page/src/strands.js
var STRANDS = 8;
var shownBands = () => [...picture.relations].filter((id) => bands.has(id) && isDrawn2(id));
var isDrawn2 = (id) => [relationOf(id).source, relationOf(id).target].every(isPlaced);
var isOpen = (id) => ofTwo && !bands.get(id)?.named && (choices.edge === id || picture.relations.size === 1);
function shapeBox({ id, radius }) {
  const [x, y] = positionOf(id);
  return [x - radius, y - radius, x + radius, y + radius];
}
var signs = ({ up, down }) => `▲ ${numeral(up)}  ▼ ${numeral(down)}`;
function ribbonsOf(id) {
  const rows = strandsOf(relationOf(id), chosenSieve());
  const sum = total(rows.map((row3) => row3.sum));
  if (!isOpen(id)) return [{ id, sum, bow: 0, text: `${numeral(sum.n)}  ${signs(sum)}` }];
  const kinds = grouped(rows, (row3) => familyOf(row3.strand.kind)).filter((group) => group.sum.n);
  const rest = total(kinds.slice(STRANDS).map((group) => group.sum));
  const named2 = kinds.slice(0, STRANDS).map(({ key: key3, sum: some }) => ({ text: familyName(key3), sum: some }));
  if (rest.n) named2.push({ text: word("other-kinds"), sum: rest });
  const ordered3 = byBalance(named2);
  const room = ordered3.reduce((all2, one) => all2 + widthOf(one.sum.n) + GAP2, -GAP2);
  let at = -room / 2;
  return ordered3.map(({ text, sum: some }) => {
    const width = widthOf(some.n);
    const bow2 = at + width / 2;
    at += width + GAP2;
    return { id, sum: some, bow: bow2, text: `${text} ${numeral(some.n)}` };
  });
}
var GAP2 = 34;
var [MANY, FEW4] = [24, 6];
var byBalance = (kinds) => [...kinds].sort((one, other) => balance(other.sum) - balance(one.sum));
var balance = ({ up, down, n }) => n ? (up - down) / n : 0;
var familyName = (family) => family ? inLanguage(scene.kind_families[family]) : word("no-group");
function curve(id, bow2) {
  const { source, target } = relationOf(id);
  const ends2 = [source, target].sort((one, other) => positionOf(one)[0] - positionOf(other)[0]);
  const [[x1, y1], [x2, y2]] = ends2.map(positionOf);
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [acrossX, acrossY] = [-(y2 - y1) / length, (x2 - x1) / length];
  return { x1, y1, x2, y2, acrossX, acrossY, bow: bow2 };
}
function line(context, { x1, y1, x2, y2, acrossX, acrossY, bow: bow2 }, shift) {
  const [near, far] = [shift, bow2 * 1.33 + shift];
  context.beginPath();
  context.moveTo(x1 + acrossX * near, y1 + acrossY * near);
  const bend = (part) => [
    x1 + (x2 - x1) * part + acrossX * far,
    y1 + (y2 - y1) * part + acrossY * far
  ];
  const [[ax, ay], [bx, by]] = [bend(0.22), bend(0.78)];
  context.bezierCurveTo(ax, ay, bx, by, x2 + acrossX * near, y2 + acrossY * near);
  context.stroke();
}
function drawBands(context) {
  if (!hasBands) return;
  context.lineCap = "butt";
  for (const id of shownBands()) {
    const isLit = !picture.hotNodes || picture.hotRelations.has(id);
    context.globalAlpha = isLit ? picture.hoveredRelation === id ? 1 : 0.86 : 0.13;
    for (const ribbon2 of ribbonsOf(id)) stripes(context, ribbon2);
  }
  context.globalAlpha = 1;
}
function stripes(context, { id, sum, bow: bow2 }) {
  const width = widthOf(sum.n);
  const along = curve(id, bow2);
  const parts = [
    ["coop", sum.up],
    ["even", sum.n - sum.up - sum.down],
    ["conf", sum.down]
  ];
  let at = -width / 2;
  for (const [colour, count] of parts) {
    const part = width * count / (sum.n || 1);
    if (!part) continue;
    Object.assign(context, { strokeStyle: colours[colour], lineWidth: part + 0.4 });
    line(context, along, at + part / 2);
    at += part;
  }
}
function writeBands(context, scale) {
  if (!hasBands) return;
  const written2 = [...labels.values()].map((label) => label.box);
  for (const thing of placed()) written2.push(shapeBox(thing));
  const size2 = Math.max(11.5 / scale, Math.min(13, 15 / scale));
  Object.assign(context, { textAlign: "center", textBaseline: "middle", font: `600 ${size2}px ${FONT}` });
  const ribbons = shownBands().filter((id) => !picture.hotNodes || picture.hotRelations.has(id)).flatMap(ribbonsOf);
  const most2 = choices.edge || choices.node || ribbons.length <= MANY ? ribbons.length : FEW4;
  for (const ribbon2 of ribbons.sort((one, other) => other.sum.n - one.sum.n).slice(0, most2)) {
    const { x1, y1, x2, y2, acrossX, acrossY, bow: bow2 } = curve(ribbon2.id, ribbon2.bow);
    const [x, y] = [(x1 + x2) / 2 + acrossX * bow2, (y1 + y2) / 2 + acrossY * bow2];
    const half = context.measureText(ribbon2.text).width / 2 + 6 / scale;
    const box = [x - half, y - size2 * 0.78, x + half, y + size2 * 0.78];
    if (overlaps(box, written2)) continue;
    written2.push(box);
    context.beginPath();
    context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], size2 * 0.5);
    context.fillStyle = colours.panel;
    context.fill();
    Object.assign(context, { lineWidth: 1 / scale, strokeStyle: colours.line, fillStyle: colours.ink });
    context.stroke();
    context.fillText(ribbon2.text, x, y + size2 * 0.04);
  }
}
var inWords = ({ up, down, n }) => [
  `${word("acts")}: ${numeral(n)}`,
  `▲ ${word("cooperative")}: ${numeral(up)}`,
  `▼ ${word("conflictual")}: ${numeral(down)}`,
  n - up - down > 0 && `${word("neither")}: ${numeral(n - up - down)}`
].filter(Boolean).join(" · ");

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
  network.on("beforeDrawing", (context) => {
    drawZones(context);
    drawBands(context);
  });
  network.on("afterDrawing", (context) => {
    drawLabels(context, network.getScale(), middleOf);
    writeBands(context, network.getScale());
  });
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
    const edge = { id, from: source, to: target };
    if (isBand(id)) return { ...edge, smooth: { enabled: false } };
    const pair = [source, target].sort().join("~");
    const nth = (parallel.get(pair) || 0) + 1;
    parallel.set(pair, nth);
    const type = nth % 2 === 1 === source < target ? "curvedCW" : "curvedCCW";
    return { ...edge, smooth: { enabled: true, type, roundness: 0.07 + 0.09 * Math.floor(nth / 2) } };
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
    const change2 = picture.changed.get(id);
    context.globalAlpha = (isHot(id) ? 1 : 0.16) * presence(change2);
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
    if (change2 === "new" || change2 === "gone") drawRing(context, outline2, x, y, radius, change2);
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
function drawRing(context, outline2, x, y, radius, change2) {
  const { ink, dashes } = CHANGE_LOOKS[change2];
  trace(context, outline2, x, y, radius + 4);
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
function opacityOf({ id, ghost, alone, change: change2 }, isLit) {
  if (isBand(id)) return 0;
  if (!isLit) return 0.07;
  if (ghost) return 0.16;
  if (alone || change2 && change2 !== "same") return 1;
  return change2 ? 0.45 : 0.62;
}
function styleOf(relation) {
  const { id, alone, mutual, confirmation: confirmation2, certainty: certainty2, change: change2 } = relation;
  const isLit = !picture.hotNodes || picture.hotRelations.has(id);
  const compared2 = change2 ? CHANGE_LOOKS[change2] : null;
  const factor = alone ? 1.6 : picture.hotNodes && isLit ? 1.35 : 1;
  return {
    id,
    hidden: !picture.relations.has(id) || !isDrawn(relation.source) || !isDrawn(relation.target),
    color: { color: relationColour(relation), opacity: opacityOf(relation, isLit) * presence(change2), inherit: false },
    width: (compared2?.width || STROKES[confirmation2] || 1) * factor,
    dashes: compared2 ? compared2.dashes : DASHES[certainty2],
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
function pan(key3) {
  const [right, down] = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] }[key3] || [
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
function selection(id, label, options, chosen2, action) {
  const made2 = element("select", { id, "aria-label": label });
  for (const [value, text] of options) made2.append(new Option(text, value, false, value === chosen2));
  made2.addEventListener("change", () => action(made2.value));
  return made2;
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
  const made2 = element("input", { id, type: "month", "aria-label": label, title: word("all-dates") });
  made2.value = sides[at].slice(0, 7);
  made2.addEventListener("change", () => take(made2.value));
  return made2;
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

// kg/show/page/src/months.js
var isLooked = (month) => !choices.asof || (choices.from || choices.asof) <= month && month <= choices.asof;
function extremes(sums) {
  let [up, down] = [0, 0];
  for (const sum of sums) [up, down] = [Math.max(up, sum.n - sum.down), Math.max(down, sum.down)];
  return { up, down };
}
var WIDTH2 = 1e3;
function strip(months3, sums, most2, height) {
  const step = WIDTH2 / months3.length;
  const unit = (height - 3) / Math.max(1, most2.up + most2.down);
  const axis = 1 + unit * most2.up;
  const bars2 = months3.map((month, nth) => {
    const sum = sums.get(month);
    if (!sum) return null;
    const on = isLooked(month) ? "on" : "off";
    const bar = (kind, from, count) => count > 0 && shape("rect", {
      ...{ x: nth * step + step * 0.08, y: axis - unit * (from + count), width: step * 0.84 },
      ...{ height: Math.max(0.8, unit * count), class: `${kind} ${on}` }
    });
    const even = sum.n - sum.up - sum.down;
    return [bar("coop", 0, sum.up), bar("even", sum.up, even), bar("conf", -sum.down, sum.down)];
  });
  const line6 = shape("line", { x1: 0, y1: axis, x2: WIDTH2, y2: axis, class: "axis" });
  const frame2 = { viewBox: `0 0 ${WIDTH2} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" };
  return shape("svg", { ...frame2, class: "months" }, bars2, line6);
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

// kg/show/page/src/tally.js
var mentions2 = [...relations.values()].flatMap((relation) => relation.mentions);
var MANY_MONTHS = 2400;
function monthsBetween(days) {
  const number = (day) => +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1;
  let [first, last3] = [Infinity, -Infinity];
  for (const day of days) [first, last3] = [Math.min(first, number(day)), Math.max(last3, number(day))];
  const step = last3 - first > MANY_MONTHS ? 12 : 1;
  const months3 = [];
  for (let month = first; month <= last3 + step - 1; month += step) {
    months3.push(`${String(Math.floor(month / 12)).padStart(4, "0")}-${String(month % 12 + 1).padStart(2, "0")}`);
  }
  return months3;
}
var given = (days) => (
  /** @type {string[]} */
  days.filter((day) => day)
);
var happened = given([
  ...mentions2.flatMap(({ begins, ends: ends2 }) => [begins, ends2]),
  ...scene.months.flatMap((series) => series.months.map(([month]) => month && `${month}-01`))
]);
var published = given([...claims.values()].map((claim) => claim.known));
var PLAIN = monthsBetween(hasBands ? happened : [...happened, ...published]);
var WITH_PUBLISHED = monthsBetween([...happened, ...published]);
var monthsOf = () => choices.known ? WITH_PUBLISHED : PLAIN;
var timeless = () => new Sieve({ ...rulesOfChoices(), asOf: "", knownAt: "" }, speaksFor);
function actsByMonth(series = scene.months) {
  if (!series.length || choices.known) return null;
  const sieve2 = timeless();
  const found = /* @__PURE__ */ new Map();
  for (const one of series) {
    const said = { id: "", ...one };
    if (!sieve2.hears(said)) continue;
    for (const month of one.months) {
      const sum = summed(said, [month], sieve2);
      if (month[0] && sum.n) found.set(month[0], total([found.get(month[0]) || total([]), sum]));
    }
  }
  return found;
}
function factsByMonth(months3) {
  const found = /* @__PURE__ */ new Map();
  const yearly = months3.length > 1 && months3[1].slice(0, 4) !== months3[0].slice(0, 4);
  for (const { claim, begins, ends: ends2 } of mentions2) {
    const day = choices.known ? claim.known : begins || ends2;
    if (!day) continue;
    const month = yearly ? `${day.slice(0, 4)}-01` : day.slice(0, 7);
    found.set(month, total([found.get(month) || total([]), { n: 1, up: 0, down: 0, score: 0 }]));
  }
  return found;
}

// kg/show/page/src/clock.js
var months2 = [];
var last = () => months2.length - 1;
var placeOf2 = (month) => Math.max(
  0,
  months2.findLastIndex((one) => one <= month)
);
var isMoment = () => choices.asof !== "" && !choices.from;
function bounds2() {
  if (!choices.asof) return [0, last()];
  const until = placeOf2(choices.asof);
  return [choices.from ? placeOf2(choices.from) : until, until];
}
function stretch(from, until) {
  if (from === 0 && until === last()) return { from: "", asof: "" };
  return { from: months2[from], asof: months2[until] };
}
var move2 = (changes) => choose(changes, { remember: false });
var HEIGHT = 40;
function bars() {
  const acts = actsByMonth();
  const sums = acts || factsByMonth(months2);
  const most2 = extremes(sums.values());
  return { svg: strip(months2, sums, most2, HEIGHT), most: most2, isActs: acts !== null };
}
function veil() {
  const [from, until] = bounds2();
  const step = WIDTH2 / months2.length;
  const side = (x1, x2) => x2 > x1 && shape("path", { d: `M${x1} 0H${x2}V${HEIGHT}H${x1}z`, class: "veil" });
  const frame2 = {
    viewBox: `0 0 ${WIDTH2} ${HEIGHT}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
    class: "veils"
  };
  return shape("svg", frame2, side(0, from * step), side((until + 1) * step, WIDTH2));
}
var MOST_MARKS = 8;
function marks() {
  const fine = months2.length <= 18;
  const names = fine ? months2 : months2.filter((month) => month.endsWith("-01"));
  const every = Math.ceil(names.length / MOST_MARKS);
  const shown2 = names.filter((_, nth) => nth % every === 0);
  const left = (month) => 100 * (months2.indexOf(month) + (fine ? 0.5 : 0)) / months2.length;
  return shown2.map((month) => element("span", { style: `left:${left(month)}%` }, fine ? month : month.slice(0, 4)));
}
function handle(end, at) {
  const made2 = element("input", {
    ...{ type: "range", id: `time-${end}`, min: 0, max: last(), step: 1, class: end },
    ...{ "aria-label": word(end === "from" ? "from-month" : isMoment() ? "as-of" : "until-month") },
    "aria-valuetext": choices.asof ? months2[at] : `${months2[at]}, ${word("all-dates")}`
  });
  made2.value = String(at);
  made2.addEventListener("input", () => {
    const [from, until] = bounds2();
    const to = +made2.value;
    if (isMoment()) return move2({ asof: months2[to] });
    move2(end === "from" ? stretch(to, Math.max(to, until)) : stretch(Math.min(to, from), to));
  });
  return made2;
}
function brush(track) {
  const at = (event) => {
    const { left, width } = track.getBoundingClientRect();
    return Math.max(0, Math.min(last(), Math.floor(months2.length * (event.clientX - left) / width)));
  };
  track.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const start2 = at(event);
    const drag = (moved) => move2(stretch(...ordered(start2, at(moved))));
    const done = () => {
      removeEventListener("pointermove", drag);
      removeEventListener("pointerup", done);
      removeEventListener("pointercancel", done);
    };
    addEventListener("pointermove", drag);
    addEventListener("pointerup", done);
    addEventListener("pointercancel", done);
    choose({ from: months2[start2], asof: months2[start2] });
  });
}
var ordered = (one, other) => one < other ? [one, other] : [other, one];
function check(id, isOn, label, changes) {
  const box = element("input", { type: "checkbox", id: `box-${id}` });
  box.checked = isOn;
  box.addEventListener("change", () => choose(changes(box.checked)));
  return element("label", { class: "check", for: box.id }, box, word(label));
}
var checks = () => [
  check(
    "moment",
    isMoment(),
    "one-moment",
    (isOn) => isOn ? { from: "", asof: choices.asof || months2[last()] } : stretch(0, bounds2()[1])
  ),
  check("known", choices.known === "1", "known-then", (isOn) => ({ known: isOn ? "1" : "" })),
  check("undated", choices.undated === "1", "with-undated", (isOn) => ({ undated: isOn ? "1" : "" }))
];
var windowText = () => !choices.asof ? word("all-dates") : !choices.from || choices.from === choices.asof ? choices.asof : `${choices.from} – ${choices.asof}`;
function output() {
  const { undated, unpublished } = picture.leftOut;
  const shown2 = [plural(picture.nodes.size, "n-entities"), plural(picture.relations.size, "n-relations")];
  const leftOut4 = [
    undated > 0 && `${word("left-out-undated")} ${undated}`,
    unpublished > 0 && `${word("left-out-unpublished")} ${unpublished}`
  ].filter(Boolean);
  return element(
    "output",
    { for: "time-from time-until" },
    element("b", null, windowText()),
    element("small", null, shown2.join(" · ")),
    leftOut4.length > 0 && element("small", { id: "left-out" }, leftOut4.join(" · ")),
    remarksLink(),
    choices.asof && button(word("whole-time"), () => choose({ from: "", asof: "" }), { class: "link", id: "time-all" })
  );
}
function scaleText({ most: most2, isActs }) {
  if (!isActs) return word("facts-a-month");
  const signs3 = [`▲ ${word("cooperative")}`, `▼ ${word("conflictual")}`];
  return `${word("acts-a-month")}: ${signs3.join(", ")} · ${word("most-in-month")}: ▲ ${numeral(most2.up)}, ▼ ${numeral(most2.down)}`;
}
function clock() {
  const bar = find("#time");
  months2 = monthsOf();
  bar.hidden = !months2.length;
  if (!months2.length) return;
  const focused = bar.contains(document.activeElement) ? document.activeElement : null;
  const [from, until] = bounds2();
  const drawn3 = bars();
  const track = element("div", { class: "brush" }, drawn3.svg, veil());
  brush(track);
  refill(
    bar,
    element(
      "div",
      { class: "clocks" },
      button(player ? "❚❚" : "▶", play2, { class: "play", id: "play", "aria-label": word(player ? "pause" : "play") }),
      element("div", null, checks())
    ),
    element(
      "div",
      { class: "track" },
      element("p", { class: "scale" }, scaleText(drawn3)),
      track,
      element("div", { class: "handles" }, !isMoment() && handle("from", from), handle("until", until)),
      element("div", { class: "years", "aria-hidden": "true" }, marks())
    ),
    output()
  );
  if (focused?.id) find(`#${focused.id}`, bar)?.focus();
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
  const [from, until] = bounds2();
  let at = until >= last() ? from - 1 : until;
  const stride = Math.max(1, Math.ceil(months2.length / STEPS));
  const moment = isMoment();
  if (moment && at < until) at = -1;
  const tick = () => {
    at = Math.min(last(), at + stride);
    if (at === last()) stop();
    move2(moment ? { asof: months2[at] } : { from: months2[from], asof: months2[at] });
  };
  player = setInterval(tick, calm.matches ? 900 : 320);
  tick();
}

// kg/show/page/src/scale.js
function placeOf3(bound) {
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
  const placed2 = sides.map(({ side }) => ({ side, low: placeOf3(side.low), high: placeOf3(side.high) }));
  const bounded = placed2.filter(({ low, high }) => low !== null || high !== null);
  if (!dispute.scale || bounded.length < 2) return null;
  const known = bounded.flatMap(({ low, high }) => [low, high]).filter((bound) => bound !== null);
  const [least, most2] = [Math.min(...known), Math.max(...known)];
  const at = (bound) => most2 > least ? 100 * (bound - least) / (most2 - least) : 50;
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
    leftOut2(),
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
function leftOut2() {
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
  const beside3 = button(word("side-by-side"), () => choose({ view: "disputes", kind }));
  return [
    kindLine(dispute),
    element("h2", { class: "name" }, disputeName(dispute)),
    element("div", { class: "acts" }, choices.view !== "disputes" && beside3, actions2),
    element("div", { class: "dispute" }, standing ? body(standing) : element("p", null, word("dispute-hidden")))
  ];
}

// kg/show/page/src/bandpanel.js
var opened2 = /* @__PURE__ */ new Set();
var actorName = (id) => {
  const thing = things.get(id);
  return thing ? nameOf2(thing) : inLanguage(scene.actors[id]) || id;
};
function stripes2(sum, most2) {
  const { n, up, down } = sum;
  const part = (kind, count) => count > 0 && element("i", { class: kind, style: `width:${100 * count / Math.max(1, most2)}%` });
  const parts = [part("coop", up), part("even", n - up - down), part("conf", down)];
  return element("span", { class: "stripes", "aria-hidden": "true" }, parts);
}
var countText3 = ({ n, up, down }) => element(
  "span",
  { class: "tally" },
  element("b", null, numeral(n)),
  up > 0 && element("span", { class: "up" }, ` ▲ ${numeral(up)}`),
  down > 0 && element("span", { class: "down" }, ` ▼ ${numeral(down)}`)
);
function bandPanel(relation, copy) {
  const { source, target } = relation;
  const rows = strandsOf(relation, chosenSieve()).filter((row3) => row3.sum.n > 0);
  const sum = total(rows.map((row3) => row3.sum));
  const side = (id) => button(actorName(id), () => openNode(id), { class: "link" });
  const way = (from, to) => {
    const there = total(rows.filter((row3) => row3.strand.source === from).map((row3) => row3.sum));
    return element(
      "div",
      { class: "way" },
      element("span", null, `${actorName(from)} → ${actorName(to)}`),
      countText3(there),
      stripes2(there, sum.n)
    );
  };
  return [
    element("p", { class: "kick" }, inLanguage(relation.label)),
    element("h2", { class: "name" }, side(source), " ↔ ", side(target)),
    element("div", { class: "acts" }, unfoldButton()),
    totals(sum),
    way(source, target),
    way(target, source),
    monthStrip(rows),
    kindSections(relation, rows, copy),
    apart2(),
    heading(word("claims"), rows.length),
    element(
      "ul",
      { class: "docs" },
      rows.map((row3) => element("li", null, claimLink(row3.strand.claim), " ", countText3(row3.sum)))
    )
  ];
}
var unfoldButton = () => canUnfold && button(word(choices.unfold ? "fold-actors" : "unfold"), () => choose({ unfold: choices.unfold ? "" : "1" }), {
  id: "unfold",
  "aria-pressed": String(choices.unfold === "1")
});
function totals({ n, up, down }) {
  const cells = [
    [n, "acts", ""],
    [up, "cooperative", "▲ "],
    [down, "conflictual", "▼ "]
  ];
  const cell2 = ([count, key3, sign]) => element("div", null, element("b", null, sign, numeral(count)), element("span", null, word(key3)));
  return element("div", { class: "stats" }, cells.map(cell2));
}
function monthStrip(rows) {
  const sums = /* @__PURE__ */ new Map();
  for (const { strand: strand2 } of rows) {
    for (const [month, count, up, down, score] of strand2.months) {
      if (month) sums.set(month, total([sums.get(month) || total([]), { n: count, up, down, score }]));
    }
  }
  const months3 = monthsOf();
  if (months3.length < 2 || !sums.size) return null;
  return element(
    "figure",
    { class: "strip" },
    strip(months3, sums, extremes(sums.values()), 46),
    element("figcaption", null, element("span", null, months3[0]), element("span", null, months3[months3.length - 1]))
  );
}
function kindSections(relation, rows, copy) {
  if (!rows.some((row3) => row3.strand.kind)) return element("p", { class: "by" }, kindsElsewhere(relation));
  const families = grouped(rows, (row3) => familyOf(row3.strand.kind));
  const most2 = families[0]?.sum.n || 1;
  return [
    heading(word("by-kind"), families.length),
    families.map(
      ({ key: key3, rows: some, sum }) => folding2(
        `${relation.id} ${key3}`,
        [element("span", null, familyName(key3)), countText3(sum), stripes2(sum, most2)],
        () => grouped(some, (row3) => row3.strand.kind).map((kind) => kindSection(relation, kind, copy))
      )
    )
  ];
}
var kindsElsewhere = ({ source, target }) => `${word("kinds-elsewhere")} kg view ${source.replace(/^e:/, "")} ${target.replace(/^e:/, "")}`;
function kindSection({ id }, { key: key3, rows, sum }, copy) {
  const sieve2 = chosenSieve();
  const within = bands.get(id)?.named ? endsOnly(rows) : () => true;
  const list = (bands.get(id)?.acts || allActs()).filter(([, day, from, to, kind]) => {
    const claim = { id: "", stance: "", speakers: [], known: null };
    return kind === key3 && within(from, to) && sieve2.holds(claim, { begins: day.slice(0, 10), ends: day.slice(-10) });
  });
  const { rows: shown2, more } = portion(`acts ${id} ${key3}`, list, () => choose({}, { remember: false }));
  const left = sum.n - list.length;
  const ways2 = rows.map(
    ({ strand: strand2, sum: some }) => element(
      "p",
      { class: "by" },
      `${actorName(strand2.source)} → ${actorName(strand2.target)} `,
      countText3(some),
      " ",
      claimLink(strand2.claim)
    )
  );
  return folding2(
    `${id} ${key3} kind`,
    [element("span", null, inLanguage(scene.kinds[key3]?.name) || key3), countText3(sum)],
    () => [
      ways2,
      element(
        "ul",
        { class: "acts-list" },
        shown2.map((act) => actLine(act, copy))
      ),
      more,
      left > 0 && notHere2(left, list.length, rows)
    ]
  );
}
var allActs = () => scene.bands.find((band) => band.acts.length)?.acts || [];
var endsOnly = (rows) => (from, to) => rows.some(({ strand: strand2 }) => strand2.source === from && strand2.target === to);
function notHere2(left, here, rows) {
  const commands = rows.map(({ strand: strand2 }) => element("code", null, `kg claim '${strand2.claim}'`));
  return element(
    "p",
    { class: "by" },
    `${word("records-here")} ${numeral(here)}; ${word("records-elsewhere")} ${numeral(left)}: `,
    commands.flatMap((command, at) => [at ? ", " : "", command])
  );
}
function actLine([id, day, from, to, , citation], copy) {
  return element(
    "li",
    { "data-act": id },
    element("span", null, element("time", null, day), ` ${actorName(from)} → ${actorName(to)} `),
    element("span", { class: "by" }, citation, " "),
    button(word("copy-citation"), () => copy(citation, "copied-citation"), { class: "link" })
  );
}
function folding2(key3, line6, inside) {
  const body2 = element("div");
  const fill2 = () => body2.childElementCount === 0 && body2.append(...[inside()].flat(9).filter((x) => x instanceof Node));
  const made2 = element(
    "details",
    { class: "rel kind", open: opened2.has(key3), "data-kind": key3 },
    element("summary", null, ...line6),
    body2
  );
  if (opened2.has(key3)) fill2();
  made2.addEventListener("toggle", () => {
    if (made2.open) opened2.add(key3);
    else opened2.delete(key3);
    if (made2.open) fill2();
  });
  return made2;
}
function apart2() {
  const found = scene.apart;
  if (!found) return null;
  const lines2 = [
    [found.nobodys, scene.poles.length === 2 && !scene.states ? "apart-people" : "apart-nobodys"],
    [found.inside, "apart-inside"],
    [found.acts, "apart-pairs"],
    [found.unmeant, "apart-unmeant"]
  ];
  const told3 = lines2.filter(([count]) => count > 0);
  return told3.length > 0 && [
    heading(word("apart")),
    element(
      "ul",
      { class: "docs", id: "apart" },
      told3.map(([count, key3]) => element("li", null, element("b", null, numeral(count)), " ", word(key3)))
    )
  ];
}

// kg/show/page/src/events.js
var hasEvents = scene.months.length > 0;
function counted2(series) {
  const sieve2 = chosenSieve();
  const heard = series.filter((one) => sieve2.hears({ id: "", ...one }));
  return total(heard.map((one) => summed({ id: "", ...one }, one.months, sieve2)));
}
function events() {
  const names = [...new Set(scene.months.map((series) => familyOf(series.kind)))];
  const rows = names.map((family) => {
    const series = scene.months.filter((one) => familyOf(one.kind) === family);
    return { family, series, sums: actsByMonth(series) || /* @__PURE__ */ new Map(), sum: counted2(series) };
  });
  rows.sort((one, other) => other.sum.n - one.sum.n || (one.family < other.family ? -1 : 1));
  const most2 = extremes(rows.flatMap((row3) => [...row3.sums.values()]));
  const sum = counted2(scene.months);
  refill(
    find("#events"),
    lead("events", "events-lead"),
    element("p", { class: "all-acts" }, inWords(sum)),
    element("div", { class: "acts" }, unfoldButton()),
    element(
      "div",
      { class: "multiples" },
      rows.map((row3) => multiple(row3, most2))
    ),
    apart2()
  );
}
function multiple({ family, sums, sum }, most2) {
  const months3 = monthsOf();
  const name = familyName(family);
  return element(
    "figure",
    { class: "strip", "data-family": family },
    element("h3", null, element("span", null, name), countText3(sum)),
    strip(months3, sums, most2, 64),
    element("figcaption", null, element("span", null, months3[0]), element("span", null, months3[months3.length - 1])),
    monthTable(months3, sums, name)
  );
}
function monthTable(months3, sums, name) {
  const rows = months3.filter((month) => sums.has(month)).map((month) => [
    month,
    /** @type {Sum} */
    sums.get(month)
  ]);
  return element(
    "table",
    { class: "sr" },
    element("caption", null, name),
    rows.map(
      ([month, sum]) => element(
        "tr",
        null,
        element(
          "th",
          { scope: "row" },
          /** @type {string} */
          month
        ),
        element("td", null, inWords(
          /** @type {Sum} */
          sum
        ))
      )
    )
  );
}

// kg/show/page/src/clipboard.js
function copyText(text, key3) {
  const done = () => announce(word(key3));
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
    return lines2.map((line6, at) => shape("text", { x, y: top + size2 * 0.85 + at * leading, ...look2, ...halo }, line6));
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
  const line6 = shape("polyline", {
    points: points.map((point) => point.map((value) => value.toFixed(1)).join(" ")).join(" "),
    ...{ fill: "none", stroke: color.color, "stroke-opacity": color.opacity, "stroke-width": width },
    "stroke-dasharray": dashes ? dashes.join(" ") : null
  });
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`;
  const head = { d: "M0 0L-7 3L-7 -3Z", fill: color.color, "fill-opacity": color.opacity, transform };
  return shape("g", null, shape("title", null, sentence(relation)), line6, !relation.mutual && shape("path", head));
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
  const counting2 = ({ latitude, longitude, claims: claims2 }) => ({
    point: (
      /** @type {Point} */
      [longitude, latitude]
    ),
    claims: claims2.filter((claim) => countsAlone(sieve2, claim))
  });
  const places3 = shown2.map((thing) => ({
    thing,
    points: thing.spots.map(counting2).filter(({ claims: claims2 }) => claims2.length > 0)
  }));
  const standing = new Map(places3.filter(({ points }) => points.length > 0).map((one) => [one.thing.id, one]));
  const isPlaceless = (thing) => PLACES.has(thing.kind) && !standing.has(thing.id);
  const states2 = shown2.filter((thing) => thing.kind === "state");
  return {
    places: [...standing.values()],
    states: states2.filter(hasOutline),
    pointless: [...shown2.filter(isPlaceless), ...states2.filter((state) => !hasOutline(state))],
    ...joined(standing)
  };
}
function joined(standing) {
  const endOf = (id) => {
    const end = thingOf(id);
    const point = standing.get(id)?.points[0].point || null;
    return point || hasOutline(end) ? { end, point } : null;
  };
  const pairs2 = /* @__PURE__ */ new Map();
  const pairOf2 = (ends2) => {
    const key3 = ends2.map(({ end }) => end.id).sort().join("~");
    const pair = pairs2.get(key3) || { relations: [], links: [], ends: ends2 };
    pairs2.set(key3, pair);
    return pair;
  };
  for (const relation of shownRelations()) {
    const [from, to] = [endOf(relation.source), endOf(relation.target)];
    if (!from || !to || relation.source === relation.target || JOINS.has(relation.relation)) continue;
    pairOf2([from, to]).relations.push(relation);
  }
  const links = [];
  for (const id of picture.nodes) {
    const joining3 = shownOf(id).filter(({ source, relation }) => source === id && JOINS.has(relation));
    const ends2 = joining3.map(({ target }) => endOf(target)).filter((end) => end !== null);
    if (ends2.length < 2) continue;
    const link = { thing: thingOf(id), relations: joining3, ends: ends2 };
    links.push(link);
    if (ends2.length === 2 && isSchematic(link)) pairOf2(ends2).links.push(link);
  }
  return { links, pairs: [...pairs2.values()] };
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
function groundShapes(states2, open2) {
  const { areas, borders, rings } = ground();
  const drawnOf = (lines2, closed) => lines2.map((steps) => path(walked(steps), projection.to, closed)).join("");
  const [disputed, unsettled] = [drawnOf(areas, true), drawnOf(borders, false)];
  const line6 = { ...thin, fill: "none", stroke: colours.shore, "stroke-width": 0.7 };
  const whole2 = Object.keys(rings).map(outline).join("");
  const state = (thing) => {
    const look2 = { d: outline(thing.outline), "fill-rule": "evenodd", ...fillOf(thing) };
    const click = () => open2?.(thing);
    return shape("path", { ...look2, class: "state", on: { click } }, shape("title", null, nameOf2(thing)));
  };
  return [
    shape("defs", null, hatch()),
    shape("circle", { r: 2 * EARTH * Math.sin(EDGE * Math.PI / 360), fill: colours.water }),
    shape("path", { d: graticule(), ...line6, "stroke-width": 0.4, "stroke-opacity": 0.5 }),
    shape("path", { d: whole2, fill: colours.land, "fill-rule": "evenodd" }),
    states2.map(state),
    shape("path", { d: disputed, fill: colours.land, "pointer-events": "none" }),
    shape("path", { d: disputed, fill: `url(#${HATCH})`, "pointer-events": "none" }),
    shape("path", { d: shores, ...line6, "pointer-events": "none" }),
    shape("path", { d: disputed, ...line6, stroke: colours.land, "stroke-width": 1.4, "pointer-events": "none" }),
    shape("path", { d: disputed, ...line6, "stroke-dasharray": "3 3", "pointer-events": "none" }),
    shape("path", { d: unsettled, ...line6, stroke: colours.land, "stroke-width": 1.6, "pointer-events": "none" }),
    shape("path", { d: unsettled, ...line6, "stroke-width": 0.9, "stroke-dasharray": "3 3", "pointer-events": "none" })
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
    const cuts2 = crossings(ring, y);
    for (let at = 0; at + 1 < cuts2.length; at += 2) {
      const [left, right] = [Math.max(cuts2[at], window2[0]), Math.min(cuts2[at + 1], window2[2])];
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
function globeShape([left, top, right, bottom], states2) {
  const shown2 = new Map(states2.map((state) => [state.outline, state]));
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
  const line6 = { d: course, fill: "none", stroke: colour, "stroke-width": width, "stroke-linecap": "round" };
  return shape(
    "g",
    { class: "strand", on: { click } },
    shape("path", { d: course, fill: "none", stroke: "transparent", "stroke-width": 16 }),
    shape("path", { ...line6, "stroke-opacity": 0.75, "stroke-dasharray": dashes ? dashes.join(" ") : null }),
    shape("title", null, title2)
  );
}
function namesShape(drawn3, onScreen2, window2) {
  const letter = lettering();
  const states2 = [...drawn3.states].sort((one, other) => rank(other) - rank(one));
  const places3 = [...drawn3.places].sort((one, other) => rank(other.thing) - rank(one.thing));
  return [
    places3.map(({ thing, points }) => {
      const at = projection.to(points[0].point);
      return at && letter(nameOf2(thing), beside2(onScreen2(at), weight2(thing) + 5), { px: 13, fill: labelColour(thing) });
    }),
    states2.map((state) => {
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
var beside2 = ([x, y], far) => [
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
function mapSigns({ places: places3, links, pairs: pairs2 }) {
  const signs3 = [
    ["spot", "map-spot", places3.length > 0],
    ["link", "map-link", links.some(isPlaced2)],
    ["schematic", "map-schematic", [...links, ...pairs2].some(isSchematic)],
    ["hatched", "map-disputed", (data.ground?.areas.length || 0) > 0]
  ];
  return signs3.filter(([, , isThere]) => isThere).map(([sign, text]) => [sign, word(text)]);
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
var gazetteer = ({ places: places3, links, pairs: pairs2, pointless }, again) => element(
  "div",
  { class: "map-lists" },
  section2("places-list", "map-places", places3, placeRow, again),
  section2("pointless-list", "map-pointless", pointless, pointlessRow, again),
  section2("links-list", "map-links", links, linkRow, again),
  section2("pairs-list", "map-pairs", pairs2, pairRow, again)
);
function section2(id, title2, rows, item, again) {
  const { rows: some, more } = portion(id, rows, again);
  const items2 = some.map((row3) => element("li", null, item(row3)));
  return element("section", { id }, heading(word(title2), rows.length), element("ul", null, items2), more);
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
function move3(right, down) {
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
  if (step) move3(...step);
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
  const pairs2 = drawn2.pairs.map((pair) => pairShape(pair, onScreen, showPair));
  const links = drawn2.links.map((link) => linkShape(link, onScreen));
  return shape(
    "svg",
    {
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, role: "img", tabindex: 0, class: "globe" },
      ...{ "aria-label": `${inLanguage(scene.title)}: ${word("map")}. ${counts.join(", ")}.`, "font-family": FONT }
    },
    ground2,
    shape("g", { class: "links" }, pairs2, links),
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
      if (Math.abs(right) + Math.abs(down) > 4) move3(right, down);
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
  const names = hidden.flatMap((values2, at) => [...values2].map((value) => hiddenName(prefixes[at], value)));
  names.push(...[...choices.hiddenNodes].map((id) => nameOf2(thingOf(id))));
  return [
    [plural(picture.nodes.size, "n-entities"), plural(picture.relations.size, "n-relations")].join(", "),
    `${word("as-of")}: ${asof || word("all-dates")}`,
    asof && known ? word("known-then") : "",
    asof && undated !== "1" ? word("without-undated") : "",
    voice ? `${word("according-to")} ${voiceName2(voice)}` : "",
    focus ? `${word("focus-is")} ${nameOf2(thingOf(focus))}` : "",
    names.length ? `${word("hidden")} ${names.join(", ")}` : ""
  ].filter(Boolean);
}
var hiddenName = (prefix, value) => prefix === "s-" ? inLanguage(scene.stances[value]) : word(prefix + value);
function voiceName2(voice) {
  if (voice === "a" || voice === "b") return poleName(voice === "a" ? 0 : 1);
  return voice === "third" ? word("third-parties") : inLanguage(scene.speakers[voice]);
}
function leftOut3() {
  const { undated, unpublished } = picture.leftOut;
  return [
    undated ? `${word("left-out-undated")} ${undated}` : "",
    unpublished ? `${word("left-out-unpublished")} ${unpublished}` : "",
    ...(scene.notes || []).map(inLanguage)
  ].filter(Boolean);
}
function citedSources() {
  const cited2 = new Set([...countedClaims()].map((claim) => claim.document));
  return [...sources.values()].filter((source) => cited2.has(source.id)).map(({ title: title2, who, issued }) => [title2, who, issued || word("undated-document")].filter(Boolean).join(", "));
}
var MAP_LINES = {
  link: { "stroke-width": 2.8 },
  schematic: { "stroke-width": 3.5, "stroke-dasharray": "0.1 6.5", "stroke-linecap": "round" },
  hatched: { "stroke-width": 10, "stroke-dasharray": "2 3", stroke: "var(--shore)" }
};
function mapMark(sign) {
  const line6 = { x1: 2, y1: 6, x2: 24, y2: 6, stroke: "var(--joint)", ...MAP_LINES[sign] };
  const mark4 = sign === "spot" ? { cx: 13, cy: 6, r: 5, fill: "var(--third)" } : null;
  const drawn3 = mark4 ? shape("circle", mark4) : shape("line", line6);
  return shape("svg", { viewBox: "0 0 26 12", width: 26, height: 12, "aria-hidden": "true" }, drawn3);
}
function signs2() {
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
  let line6 = "";
  for (const part of text.split(/(?<=\s)/)) {
    if (line6 && context.measureText(line6 + part).width > width) {
      lines2.push(line6.trim());
      line6 = "";
    }
    line6 += part;
  }
  return [...lines2, line6.trim()];
}
function column(columns2) {
  const [px, leading] = [14, 19];
  let at = 0;
  let { y } = columns2[0];
  let missed = 0;
  const made2 = [];
  const put = (text, mark4, look2 = {}) => {
    const inset2 = mark4 ? 34 : 0;
    const lines2 = broken(text, columns2[at].width - inset2, px);
    if (y + lines2.length * leading > columns2[at].y + columns2[at].height - leading && at + 1 < columns2.length) {
      at += 1;
      y = columns2[at].y;
    }
    if (y + lines2.length * leading > columns2[at].y + columns2[at].height - leading) {
      missed += 1;
      return;
    }
    if (mark4) {
      mark4.setAttribute("x", String(columns2[at].x));
      mark4.setAttribute("y", String(y - 5 - Number(mark4.getAttribute("height")) / 2));
      made2.push(inked(mark4));
    }
    for (const [nth, line6] of lines2.entries()) {
      const place = { x: columns2[at].x + inset2, y: y + nth * leading, "font-size": px, fill: colours.ink };
      made2.push(shape("text", { ...place, ...look2 }, line6));
    }
    y += lines2.length * leading + 4;
  };
  const head = (key3) => {
    y += 8;
    put(word(key3), null, { "font-weight": 650, fill: colours.mut });
  };
  const rest = () => {
    if (!missed) return;
    const place = { x: columns2[at].x, y: columns2[at].y + columns2[at].height - 2, "font-size": px, fill: colours.mut };
    made2.push(shape("text", place, plural(missed, "n-more-lines")));
  };
  return { made: made2, put, head, rest };
}
function poster(format) {
  const { size: size2, picture: room, columns: columns2 } = FORMATS[format];
  const [width, height] = size2;
  const drawn3 = pictureShape();
  for (const [name, value] of Object.entries(room)) drawn3.setAttribute(name, String(value));
  const side = column(columns2.map((one) => ({ ...one, y: one.y + 12 })));
  for (const { mark: mark4, text } of signs2()) side.put(text, mark4);
  if (choices.view === "map") side.put(outlinesOf(), null, { fill: colours.mut });
  for (
    const [key3, lines2] of
    /** @type {[string, string[]][]} */
    [
      ["sources", citedSources()],
      ["not-shown", leftOut3()]
    ]
  ) {
    if (lines2.length) side.head(key3);
    for (const line6 of lines2) side.put(line6, null);
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
    told3.map((line6, at) => shape("text", { x: 40, y: 92 + at * 20, "font-size": 16, fill: colours.mut }, line6)),
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
  const columns2 = "from relation to begins ends confirmed stance denied speakers document place claim text";
  const rows = [columns2.split(" ")];
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
  const sieves = chosenSieves();
  const isTold = (id) => {
    const claim = claims.get(id);
    return !claim || sieves.some((sieve2) => countsAlone(sieve2, claim));
  };
  const told3 = scene.charts.map((one) => ({ ...one, bars: one.bars.filter((bar) => isTold(bar.claim)) }));
  const charts = told3.filter((one) => one.bars.length).map(chart);
  const years = byYear();
  const nothing = !charts.length && !years && element("p", null, word("no-figures"));
  refill(find("#figures"), lead("figures", "figures-lead"), charts, years, nothing);
}
function chart({ title: title2, bars: bars2 }) {
  const most2 = Math.max(...bars2.map((bar) => Math.abs(bar.value ?? 0)));
  return element(
    "section",
    null,
    element("h3", null, inLanguage(title2)),
    bars2.map((bar) => line2(bar, most2))
  );
}
function line2({ whose, value, low, text, when, claim }, most2) {
  const said = claims.get(claim);
  const part = (one) => `width:${Math.max(0.5, 100 * Math.abs(one) / most2)}%`;
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
  const columns2 = years.map((year2) => element("th", { scope: "col" }, year2));
  const head = element("thead", null, element("tr", null, element("td"), columns2));
  const body2 = element("tbody", null, families.map(row3));
  return element(
    "section",
    null,
    element("h3", null, word("by-year")),
    element("table", { class: "heatmap" }, head, body2)
  );
}

// kg/show/page/src/flow.js
var hasFlows = scene.flows.length > 0;
function counting(ids) {
  const sieve2 = chosenSieve();
  const said = ids.map((id) => claims.get(id)).filter((claim) => claim !== void 0);
  return said.filter((claim) => countsAlone(sieve2, claim));
}
function flow() {
  const shown2 = scene.flows.map((one) => ({ one, said: counting(one.claims) })).filter(({ said }) => said.length);
  const [left, right] = scene.poles;
  const rows = (test) => shown2.filter(({ one }) => test(one)).map(ribbon);
  const parts = [
    ["out", `${poleName(0)} → ${poleName(1)}`, (one) => !one.both && one.source === left],
    ["back", `${poleName(1)} → ${poleName(0)}`, (one) => !one.both && one.source === right],
    ["both", `${poleName(0)} ↔ ${poleName(1)}`, (one) => one.both]
  ];
  const section5 = ([way, title2, test]) => {
    const found = rows(test);
    return found.length > 0 && element(
      "section",
      { class: `ways ${way}` },
      element("h3", null, title2),
      element("div", { class: "ribbons" }, found)
    );
  };
  const hidden = scene.flows.length - shown2.length;
  refill(
    find("#flow"),
    lead("flow", "flow-lead"),
    element(
      "div",
      { class: "exchange" },
      element("div", { class: "pole a", "aria-hidden": "true" }, poleName(0)),
      element(
        "div",
        { class: "between" },
        parts.map(section5),
        !shown2.length && element("p", null, word("nothing-shown"))
      ),
      element("div", { class: "pole b", "aria-hidden": "true" }, poleName(1))
    ),
    hidden > 0 && element("p", { class: "by" }, `${word("flows-hidden")} ${hidden}`)
  );
}
function ribbon({ one, said }) {
  const way = one.both ? "both" : one.source === scene.poles[0] ? "out" : "back";
  const colour = one.both ? "joint" : sideColour(way === "out" ? "a" : "b");
  const denied = said.some((claim) => claim.denied || claim.against.length);
  const open2 = () => things.has(one.id) ? openNode(one.id) : openClaim(said[0].id);
  const title2 = [element("small", null, inLanguage(one.sort)), element("b", null, inLanguage(one.name))];
  return element(
    "article",
    { class: `ribbon ${way}`, "data-flow": one.id, style: `--c:var(--${colour})` },
    button([...title2, items(one), denied && element("b", { class: "no" }, " ≠")], open2, { class: "shaft" }),
    amounts(one),
    one.returns.length > 0 && element("p", { class: "return" }, `${word("in-return")} `, one.returns.map((id) => flowName(id)).join(", ")),
    element("ul", { class: "docs" }, said.map(claimLine))
  );
}
var items = (one) => one.items.length > 0 && element("span", { class: "items" }, one.items.map(inLanguage).join(", "));
var flowName = (id) => inLanguage(scene.flows.find((one) => one.id === id)?.name) || id;
function amounts(one) {
  const told3 = one.amounts.map((amount) => ({ amount, said: counting(amount.claims) })).filter(({ said }) => said.length);
  return told3.map(
    ({ amount, said }) => element(
      "p",
      { class: "amount" },
      element("b", null, inLanguage(amount.value)),
      ` ${inLanguage(amount.property)} `,
      said.map((claim) => [claimLink(claim.id), " ", element("span", { class: "by" }, `${speakerNames(claim)} `)])
    )
  );
}
var claimLine = (claim) => element(
  "li",
  null,
  stamp(claim),
  claim.denied && element("b", { class: "no" }, word("denies"), " "),
  claim.text,
  " ",
  element("span", { class: "by" }, speakerNames(claim), " "),
  claimLink(claim.id)
);

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
  const [last3, at] = [opener, document.activeElement];
  opener = null;
  if (last3?.place) focusPlace(last3.place);
  else last3?.zone.focus();
  if (isLost(document.activeElement) || document.activeElement === at) mainSurface().focus();
}

// kg/show/page/src/fold.js
function fold(name) {
  const plain = name.normalize("NFKC").toUpperCase().toLowerCase().replace(/ς/g, "σ");
  const kept2 = plain.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
  return kept2.normalize("NFC");
}
var foldedWords = (name) => name.normalize("NFKC").split(/[^\p{L}\p{N}\p{Mn}]+/u).map(fold).filter(Boolean);

// kg/show/page/src/states.js
var hasStates = scene.states !== null;
var ORDERS = ["community", "number", "name"];
var stateName = (id) => inLanguage(scene.states?.names[id]) || id;
function ordered2() {
  const table2 = (
    /** @type {import('./types.js').States} */
    scene.states
  );
  const sieve2 = chosenSieve();
  const cells = /* @__PURE__ */ new Map();
  const volume = /* @__PURE__ */ new Map();
  for (const cell2 of table2.cells) {
    const said = cell2.claims.map((id) => claims.get(id)).find(Boolean);
    const sum = summed(said || { id: "", stance: "", speakers: [], known: null }, cell2.months, sieve2);
    if (!sum.n) continue;
    cells.set(`${cell2.source}~${cell2.target}`, { sum, cell: cell2 });
    for (const end of [cell2.source, cell2.target]) volume.set(end, (volume.get(end) || 0) + sum.n);
  }
  const inTable = new Set(table2.cells.flatMap((cell2) => [cell2.source, cell2.target]));
  const groups = table2.communities.map((group) => group.filter((id) => inTable.has(id))).filter((group) => group.length);
  const order = groups.flat();
  const byNumber = (one, other) => (volume.get(other) || 0) - (volume.get(one) || 0);
  if (choices.order === "number") order.sort(byNumber);
  const byName = (one, other) => stateName(one).localeCompare(stateName(other), choices.lang);
  if (choices.order === "name") order.sort(byName);
  const firsts = new Set(choices.order ? [] : groups.slice(1).map((group) => group[0]));
  return { table: table2, shown: order, cells, volume, firsts };
}
function states() {
  const { table: table2, shown: shown2, cells, volume, firsts } = ordered2();
  const most2 = Math.max(1, ...[...cells.values()].map(({ sum }) => sum.n));
  const head = element(
    "tr",
    null,
    element("td"),
    shown2.map(
      (id) => element("th", { scope: "col", class: firsts.has(id) ? "c first" : "c" }, element("span", null, stateName(id)))
    ),
    element("th", { scope: "col", class: "c" }, element("span", null, word("acts")))
  );
  const row3 = (from) => element(
    "tr",
    { class: firsts.has(from) ? "first" : null },
    element("th", { scope: "row" }, stateName(from)),
    shown2.map((to) => cellOf2(from, to, cells.get(`${from}~${to}`)?.sum, most2, firsts.has(to))),
    element("td", { class: "sum" }, numeral(volume.get(from) || 0))
  );
  const held2 = total([...cells.values()].map(({ sum }) => sum));
  refill(
    find("#states"),
    lead("states", "states-lead"),
    orders(),
    element("p", { class: "all-acts" }, inWords(held2)),
    element(
      "div",
      { class: "wide", tabindex: 0, role: "region", "aria-label": word("states") },
      element("table", { class: "states" }, element("thead", null, head), element("tbody", null, shown2.map(row3)))
    ),
    element(
      "p",
      { class: "by" },
      `${word("states-more")} ${numeral(table2.more)}; ${word("states-beyond")} ${numeral(table2.beyond)}.`
    ),
    apart2()
  );
}
function cellOf2(from, to, sum, most2, first) {
  const edge = first ? " first" : "";
  if (from === to) return element("td", { class: `c none${edge}` });
  if (!sum) return element("td", { class: `c${edge}` });
  const way = balance(sum);
  const sign = way > 0.1 ? "▲" : way < -0.1 ? "▼" : "●";
  const kind = way > 0.1 ? "coop" : way < -0.1 ? "conf" : "even";
  const style = `--n:${Math.sqrt(sum.n / most2).toFixed(3)}`;
  const label = `${stateName(from)} → ${stateName(to)}. ${inWords(sum)}`;
  const band = [`${from}~acts~${to}`, `${to}~acts~${from}`].find((id) => bands.has(id));
  const text = [element("small", { "aria-hidden": "true" }, sign), numeral(sum.n)];
  const inside = band ? button(text, () => openRelation(band), { "aria-label": label, title: label }) : text;
  return element("td", { class: `c ${kind}${edge}`, style, title: label }, inside);
}
function orders() {
  const one = (order) => {
    const isOn = (choices.order || "community") === order;
    const chosen2 = order === "community" ? "" : order;
    return button(word("order-" + order), () => choose({ order: chosen2 }), { "aria-pressed": String(isOn) });
  };
  return element("div", { class: "seg orders", role: "group", "aria-label": word("order") }, ORDERS.map(one));
}

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
var HAS = {
  figures: hasFigures,
  flow: hasFlows,
  events: hasEvents,
  states: hasStates,
  map: data.ground !== null,
  disputes: scene.disputes.length > 0,
  beside: scene.beside !== null
};
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
  const has = (view) => view === "change" ? ways().length > 0 : HAS[view] ?? true;
  refill(find("#tabs"), VIEWS.filter(has).map(tab));
  find("#langs").setAttribute("aria-label", word("language"));
  refill(find("#langs"), LANGUAGE_NAMES.map(languageButton));
  find("#theme").textContent = THEME_SIGNS[theme];
  find("#theme").setAttribute("aria-label", `${word("theme")}: ${word("theme-" + theme)}`);
  find("#undo").setAttribute("aria-label", word("undo"));
  find("#undo").setAttribute("aria-disabled", String(!hasPast()));
  find("#export").textContent = word("export") + " ▾";
  refill(find("#exports"), Object.keys(EXPORTS).map(exportButton));
  find("#ask").setAttribute("aria-label", word("help"));
  for (const [id, key3] of ZOOM) find(id).setAttribute("aria-label", word(key3));
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
  const sides = ["a", "b", "third"].map((voice) => option2(voice, voiceName(voice)));
  const speakers = Object.keys(scene.speakers).map((id) => option2(id, voiceName(id)));
  find("#voice").setAttribute("aria-label", word("according-to"));
  refill(find("#voice"), option2("", word("all-voices")), scene.poles.length === 2 && sides, speakers);
}
var isMenuOpen = () => !find("#exports").hidden;
function openMenu(isOpen3) {
  const menu = find("#exports");
  if (!isOpen3 && menu.contains(document.activeElement)) find("#export").focus();
  menu.hidden = !isOpen3;
  find("#export").setAttribute("aria-expanded", String(isOpen3));
  if (isOpen3) find("button", menu).focus();
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
function line3(hidden, value, mark4, text, count) {
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
  const comparison = compared();
  const shown2 = shownRelations();
  const kinds = [...picture.nodes].map((id) => thingOf(id).kind);
  const found = new Set([...relations.values()].map((relation) => relation.confirmation));
  const used = CONFIRMATIONS.filter((one) => found.has(one) || choices.hiddenConfirmations.has(one));
  const views = new Map([...claims.values()].map((claim) => [claim.stance, claim.view]));
  const counted4 = (test) => shown2.filter(test).length;
  const kindLine2 = (kind) => {
    const mark4 = icon({ kind, side: "third" });
    return line3("hiddenKinds", kind, mark4, word(kind), kinds.filter((one) => one === kind).length);
  };
  const confirmationLine = (one) => {
    const count = counted4((relation) => relation.confirmation === one);
    return line3("hiddenConfirmations", one, comparison ? null : strokeIcon(one), confirmationName(one), count);
  };
  const stanceLine = (stance) => {
    const count = counted4((relation) => relation.current.some((mention) => mention.claim.stance === stance));
    const mark4 = comparison ? null : strokeIcon("third", views.get(stance));
    return line3("hiddenStances", stance, mark4, inLanguage(scene.stances[stance]), count);
  };
  const familyLine = (family) => {
    const count = counted4((relation) => relation.family === family);
    return line3("hiddenFamilies", family, null, word("f-" + family), count);
  };
  const changeLine = (change2) => {
    const count = counted4((relation) => relation.change === change2);
    return line3("hiddenChanges", change2, changeIcon(change2), changeName(change2), count);
  };
  const changes = new Set([...relations.values()].map((relation) => relation.change));
  const title2 = (key3) => element("h2", null, word(key3));
  return [
    comparison && [
      title2("change"),
      changesBy(comparison.by).filter((change2) => changes.has(change2)).map(changeLine)
    ],
    [title2("what"), KINDS.map(kindLine2)],
    [title2("who-confirms"), used.map(confirmationLine)],
    [title2("how-meant"), STANCES.map(stanceLine)],
    [title2("relation-kind"), FAMILIES.map(familyLine)],
    disputeLines()
  ];
}
var roomy = matchMedia("(min-width: 1200px) and (min-height: 481px)");
var wish = null;
var isOpen2 = () => wish ?? roomy.matches;
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
  find("#legend").hidden = !isOpen2();
  find("#filters").setAttribute("aria-expanded", String(isOpen2()));
}
var isDrawer = () => !roomy.matches && isOpen2();
function startFilters() {
  showFilters();
  find("#filters").addEventListener("click", () => openFilters(!isOpen2()));
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
    lines2.map(([mark4, key3]) => element("div", null, mark4, element("span", null, word(key3))))
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
  const part = (key3) => [element("h3", null, word(key3)), element("p", null, word(`${key3}-text`))];
  const keys = KEYS.map(([signs3, key3]) => [
    element(
      "dt",
      null,
      signs3.split(" ").map((sign) => element("kbd", null, sign))
    ),
    element("dd", null, word(key3))
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
  for (const { title: title2, unit, bars: bars2 } of scene.charts) {
    for (const { whose, value, claim } of bars2) {
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
function isNear(one, other, most2) {
  if (Math.abs(one.length - other.length) > most2) return false;
  let [before, last3] = [
    /** @type {number[]} */
    [],
    Array.from({ length: other.length + 1 }, (_, at) => at)
  ];
  for (let row3 = 1; row3 <= one.length; row3++) {
    const line6 = [row3];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row3 - 1] === other[at - 1];
      let cost = Math.min(last3[at] + 1, line6[at - 1] + 1, last3[at - 1] + (isSame ? 0 : 1));
      const isSwap = row3 > 1 && at > 1 && one[row3 - 1] === other[at - 2] && one[row3 - 2] === other[at - 1];
      if (isSwap) cost = Math.min(cost, before[at - 2] + 1);
      line6.push(cost);
    }
    if (Math.min(...line6) > most2) return false;
    [before, last3] = [last3, line6];
  }
  return last3[other.length] <= most2;
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
  const shown2 = told3.map(({ group, found }) => section3(group, found.length, bound));
  refill(list, listed.length ? shown2 : nothing);
  const counts = told3.map(({ group, found }) => counted3(group, found.length));
  if (text && isComplete) announce(counts.join(", ") || word("no-hit"));
  if (listed.length) input.setAttribute("aria-activedescendant", "hit0");
  else input.removeAttribute("aria-activedescendant");
}
var counted3 = (group, count) => plural(count, group === "things" ? "n-entities" : `n-${group}`);
function section3(group, count, bound) {
  const isCut = count > bound;
  const text = isCut ? `${counted3(group, count)} · ${word("first-of")} ${bound}` : counted3(group, count);
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
function move4(by) {
  if (!listed.length) return;
  selected = (selected + by + listed.length) % listed.length;
  const lines2 = findAll("#hits [role=option]");
  lines2.forEach((line6) => line6.setAttribute("aria-selected", String(line6.id === `hit${selected}`)));
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
    ArrowDown: () => move4(1),
    ArrowUp: () => move4(-1),
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
var last2 = scene.story.length;
var isStory = last2 > 0;
var currentStep = () => +choices.step || 1;
function story() {
  const bar = find("#story");
  bar.hidden = !isStory;
  if (!isStory) return;
  const at = currentStep();
  refill(
    bar,
    button("←", () => tell2(-1), { "aria-label": word("previous"), "aria-disabled": String(at <= 1) }),
    element("p", null, element("b", null, `${at}/${last2} `), scene.story[at - 1].text),
    button("→", () => tell2(1), { "aria-label": word("next"), "aria-disabled": String(at >= last2) })
  );
  document.documentElement.style.setProperty("--dock", `${bar.offsetHeight}px`);
}
function tell2(by) {
  const at = currentStep() + by;
  if (at < 1 || at > last2) return;
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
  const last3 = trail[trail.length - 1];
  return last3?.stops[last3.at];
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
    shown2.map((stop2, nth) => line4(stop2, first + nth)),
    stops.length ? hint : word("nothing-shown")
  );
  if (stops.length) holder.setAttribute("aria-activedescendant", `walk-${at}`);
  else holder.removeAttribute("aria-activedescendant");
  light2(current());
}
function line4(stop2, nth) {
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
  const middle = (values2) => values2.reduce((sum, value) => sum + value, 0) / values2.length;
  showTip(middle(xs), middle(ys));
}
function move5(by) {
  const last3 = trail[trail.length - 1];
  last3.at = Math.max(0, Math.min(last3.stops.length - 1, last3.at + by));
}
function enter() {
  const stops = current()?.inside?.() || [];
  if (stops.length) trail.push({ stops, at: 0 });
}
function leave() {
  if (trail.length > 1) trail.pop();
}
var KEYS2 = {
  ArrowDown: () => move5(1),
  ArrowUp: () => move5(-1),
  PageDown: () => move5(10),
  PageUp: () => move5(-10),
  Home: () => move5(-Infinity),
  End: () => move5(Infinity),
  ArrowRight: enter,
  ArrowLeft: leave
};
function walkAction(key3) {
  if (key3 === "Enter" || key3 === " ") return current()?.open;
  const act = Object.hasOwn(KEYS2, key3) ? KEYS2[key3] : key3 === "Escape" && trail.length > 1 ? leave : void 0;
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
function actionOf({ key: key3, altKey, shiftKey }, target, isTyping, isCommand) {
  if (isCommand && key3 === "z" && !isTyping) return undo;
  if (isCommand || altKey || isTyping && key3 !== "Escape") return void 0;
  if (target.id === "walk" && !shiftKey && walkAction(key3)) return walkAction(key3);
  if (target.id === "walk" && key3.startsWith("Arrow")) return () => pan(key3);
  if (target.getAttribute("role") === "tab" && key3.startsWith("Arrow")) return () => moveTab(target, key3);
  if (target.closest("#network") && key3.startsWith("Arrow")) return () => pan(key3);
  if (isStory && key3 === "ArrowLeft") return () => tell2(-1);
  if (isStory && key3 === "ArrowRight") return () => tell2(1);
  return Object.hasOwn(KEYS3, key3) ? KEYS3[key3] : void 0;
}
function moveTab(tab2, key3) {
  const tabs = findAll("#tabs [role=tab]");
  const by = key3 === "ArrowRight" ? 1 : key3 === "ArrowLeft" ? -1 : 0;
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
var isUnrolled = () => choices.lead === "1" || choices.lead === "" && choices.with === "none";
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
  const more = passing.filter((line6) => line6 !== first).slice(0, SENTENCES);
  const last3 = lines2.lastIndexOf(
    /** @type {Line} */
    more.at(-1) || first
  );
  const skipped = lines2.filter((line6, at) => !line6.said.length && (last3 < 0 || at < last3 || more.length < SENTENCES));
  block.hidden = !lines2.length;
  block.setAttribute("aria-label", word("lead"));
  block.classList.toggle("closed", !isUnrolled());
  refill(
    block,
    element(
      "div",
      { class: "summary" },
      headline(first),
      foldButton(),
      isUnrolled() && [
        element(
          "ul",
          null,
          more.map((line6) => element("li", null, sentenceOf(line6)))
        ),
        disputesLine(),
        skipped.length > 0 && element("p", { class: "by" }, plural(skipped.length, "n-lead-left-out"))
      ]
    ),
    isUnrolled() && figures2.length > 0 && element("dl", { class: "numbers", "aria-label": word("lead-figures") }, figures2.slice(0, FIGURES).map(numberOf))
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
var headline = (line6) => element("h2", null, line6 ? sayings(line6) : word("lead-none"), line6 && marks2(line6));
var sentenceOf = (line6) => [sayings(line6), marks2(line6)];
function sayings({ said, says }) {
  const [claim] = said;
  const summed2 = inLanguage(says);
  const { text, language } = telling(claim);
  const lang = summed2 ? null : foreign(language);
  const words = [claim.denied && `${word("denies")} `, element("span", { lang }, summed2 || text)];
  return button(words, () => openClaim(claim.id), { class: "say" });
}
function marks2({ said, says }) {
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
  const isOpen3 = isUnrolled();
  const name = word(isOpen3 ? "lead-close" : "lead-open");
  const toggle = () => choose({ lead: isOpen3 ? "0" : "1" });
  return button(isOpen3 ? "▴" : "▾", toggle, {
    class: "tool",
    "aria-expanded": String(isOpen3),
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
  const ordered3 = shown2.map((relation) => ({ relation, rank: [isDisputed(relation), speakersOf(relation).size] })).sort((one, other) => other.rank[0] - one.rank[0] || other.rank[1] - one.rank[1]).map(({ relation }) => relation);
  const { rows, more } = portion("matrix", ordered3, matrix);
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
var stats = (...pairs2) => element(
  "div",
  { class: "stats" },
  pairs2.map(([count, key3]) => element("div", null, element("b", null, count), element("span", null, word(key3))))
);
var kicker = (...children) => element("p", { class: "kick" }, ...children);
var title = (...children) => element("h2", { class: "name", tabindex: -1 }, ...children);
var actions = (...children) => element("div", { class: "acts" }, ...children);
var copyLinkButton = () => button(word("copy-link"), copyLink);
var MOST2 = 8;
function overviewPanel() {
  const told3 = countedClaims();
  const cited2 = new Set([...told3].map((claim) => claim.document));
  const degrees2 = new Map([...picture.nodes].map((id) => [id, 0]));
  for (const { source, target } of shownRelations()) {
    for (const end of source === target ? [source] : [source, target]) degrees2.set(end, (degrees2.get(end) ?? 0) + 1);
  }
  const most2 = [...degrees2].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).slice(0, MOST2);
  const topLine = ([id, degree]) => element(
    "li",
    null,
    button(named(id), () => openNode(id), { class: "link" }),
    element("span", null, degree)
  );
  const docs = [...sources.values()].filter((source) => cited2.has(source.id));
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
    element("ol", { class: "top" }, most2.map(topLine)),
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
  const cited2 = new Set([...told3].map((claim) => claim.document));
  const others = new Map(LANGUAGES.map((lang) => [name[lang], lang]));
  for (const known of ["", void 0, nameOf2(thing)]) others.delete(
    /** @type {string} */
    known
  );
  const otherNames = [...others].map(([text, lang]) => element("span", { lang: foreign(lang) }, text));
  const families = [...new Set(shown2.map((relation) => relation.family))];
  const section5 = (family) => {
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
    stats([shown2.length, "relations"], [told3.size, "claims"], [cited2.size, "documents"]),
    detailSections(thing),
    families.map(section5)
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
  const sieves = chosenSieves();
  const details2 = thing.details.map((detail) => ({
    ...detail,
    claims: detail.claims.filter((claim) => sieves.some((sieve2) => countsAlone(sieve2, claim)))
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
  const cards = (mentions3) => element("div", { class: "rel" }, mentions3.map(claimCard));
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
  const { facts, citation } = telling(claim);
  const told3 = shownRelations().filter((relation) => isToldBy(relation, claim.id));
  const row3 = (key3, ...value) => value.flat(9).some(Boolean) && [element("dt", null, word(key3)), element("dd", null, value)];
  const link = (id) => claims.has(id) ? claimLink(id) : id;
  const listed4 = (items2) => items2.map((item, at) => [at ? ", " : "", item]);
  const was = scene.since?.was[claim.id];
  const links = claim.links.map((one) => [`${word("l-" + one.relation)} `, link(one.claim)]);
  return [
    kicker(word("claim"), " ", claim.id, " ", buildMark(claim)),
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
      row3("citation", citation),
      was && row3("earlier", claimLink(was))
    ),
    editsOf(claim),
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
  if (edge) return isBand(edge) ? bandPanel(relationOf(edge), copyText) : relationPanel(relationOf(edge));
  return node ? nodePanel(thingOf(node)) : overviewPanel();
}
function panel() {
  const { path: path2, claim, doc, dispute, edge, node } = choices;
  const subject = path2 || claim || doc || dispute || edge || node;
  const side = find("#panel");
  refill(side, subject && opened3(side), ...shownPanel());
  if (side.dataset.subject !== subject) side.scrollTop = 0;
  side.dataset.subject = subject;
  document.documentElement.toggleAttribute("data-open", subject !== "");
}
function opened3(side) {
  const stretch2 = () => {
    const isTall = side.classList.toggle("tall");
    find(".taller", side).setAttribute("aria-pressed", String(isTall));
  };
  const pressed = String(side.classList.contains("tall"));
  const taller = { class: "taller", "aria-label": word("taller"), "aria-pressed": pressed };
  return element(
    "div",
    { class: "opened" },
    button("⇕", stretch2, taller),
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
    DRAWN.includes(choices.view) && element("figure", null, pictureShape(), key2()),
    told2(),
    listed3("sources", citedSources()),
    listed3("not-shown", leftOut3()),
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
var key2 = () => element(
  "figcaption",
  null,
  signs2().map(({ mark: mark4, text }) => element("span", { class: "key" }, mark4 && inked(mark4), text))
);
function told2() {
  const claims2 = [...countedClaims()].sort((one, other) => one.id < other.id ? -1 : 1);
  const disputed = claims2.filter((claim) => claim.denied || claim.against.length > 0);
  const rest = claims2.filter((claim) => !disputed.includes(claim));
  return [section4("disputed", disputed), section4("claims", rest)];
}
var section4 = (title2, claims2) => claims2.length > 0 && [element("h2", null, word(title2)), element("ol", { class: "claims" }, claims2.map(line5))];
function line5(claim) {
  const { text, citation } = telling(claim);
  const against = claim.against.length > 0 && element("b", null, ` ≠ ${claim.against.join(", ")}`);
  const said = [stamp(claim), claim.denied && element("b", null, word("denies"), " "), text, against];
  return element("li", null, element("p", null, said), element("p", { class: "by" }, citation));
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
var COLUMNS2 = [
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
  const [, textOf] = COLUMNS2[sorting.column];
  const order = new Intl.Collator(choices.lang);
  const sign = sorting.isDown ? -1 : 1;
  const keyed = shownRelations().map((relation) => ({ relation, text: textOf(relation) }));
  keyed.sort((one, other) => sign * order.compare(one.text, other.text));
  const sorted = keyed.map(({ relation }) => relation);
  const { rows, more } = portion("table", sorted, table);
  const head = element("thead", null, element("tr", null, COLUMNS2.map(headCell)));
  const body2 = element("tbody", null, rows.map(row2));
  refill(find("#table"), lead("table", "table-lead"), element("table", { id: "relations" }, head, body2), more);
}
function headCell([key3], at) {
  const isSorted = sorting.column === at;
  const direction = sorting.isDown ? "descending" : "ascending";
  const arrow = sorting.isDown ? " ▾" : " ▴";
  const sort2 = () => {
    Object.assign(sorting, { column: at, isDown: isSorted && !sorting.isDown });
    table();
    findAll("#table th button")[at].focus();
  };
  const attributes = { scope: "col", "aria-sort": isSorted ? direction : "none" };
  return element("th", attributes, button([word(key3), isSorted ? arrow : ""], sort2));
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
    COLUMNS2.map(([key3, textOf]) => element("td", null, linked[key3] || textOf(relation)))
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
  let [first, last3] = [Infinity, -Infinity];
  for (const { day, mention } of dated) {
    first = Math.min(first, year(day));
    last3 = Math.max(last3, year(mention.ends || day) + 1);
  }
  const width = Math.max(420, find("#timeline").clientWidth - 44);
  const told3 = new Set(dated.map(({ relation }) => relation.family));
  const at = (day) => 150 + (width - 180) * (yearAndPart(day) - first) / Math.max(1, last3 - first);
  return { families: FAMILIES.filter((family) => told3.has(family)), first, last: last3, width, at };
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
var MOST_YEARS = 12;
function yearLines({ first, last: last3, at }, bottom) {
  const found = [];
  for (let shown2 = first; shown2 <= last3; shown2 += Math.max(1, Math.ceil((last3 - first) / MOST_YEARS))) {
    const text = String(shown2).padStart(4, "0");
    const x = at(`${text}-01-01`);
    const line6 = shape("line", { x1: x, y1: 24, x2: x, y2: bottom, class: "grid" });
    found.push(line6, shape("text", { x: x + 4, y: 20 }, text));
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
var SHEETS = { flow, events, states, map, timeline, matrix, table, disputes: disputes2, figures, change, beside: besides };
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
  changeBar();
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
var idsOf = (mentions3) => mentions3.map(({ claim }) => claim.id);
window.kg = Object.freeze({
  shown: () => [...picture.relations],
  edges: () => [...relations.values()].map(({ id, source, target, relation }) => ({ id, source, target, relation })),
  visible: () => [...picture.nodes],
  drawn: () => [...picture.nodes].filter(isDrawn),
  ghosts: () => [...picture.ghosts],
  changes: () => shownRelations().map(({ id, change: one, before, after }) => [id, one, idsOf(before), idsOf(after)]),
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
