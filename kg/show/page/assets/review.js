// The page of kg review: drafts beside their text. Everything is built from text nodes: data can never become markup.

const find = (selector) => document.querySelector(selector);
const data = await window.unpacked(find('#kg-data')).json();
const KEY = `kg-review ${data.drafts.map((draft) => draft.id + draft.digest).join(' ')}`;
const DONE = { accept: 'accepted', reject: 'rejected', merge: 'merged', skip: 'skipped' };

/** What is decided, by the ids of drafts; a private window has no storage, and then it lasts as long as the page. */
const decisions = new Map(Object.entries(stored()));
let current = Math.max(
  data.drafts.findIndex((draft) => !decisions.has(draft.id)),
  0,
);

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY) || '{}');
  } catch {
    return {};
  }
}

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(decisions)));
  } catch {
    // nothing is lost while the page is open
  }
}

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'click') element.addEventListener('click', value);
    else if (value !== false) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== ''));
  return element;
}

/** The texts, cut wherever a passage begins or ends; offsets count code points. */
function showTexts() {
  for (const [document_, text] of Object.entries(data.texts)) {
    const own = data.drafts.filter((draft) => draft.document === document_);
    find('#text').append(make('h2', {}, own[0].title));
    const signs = [...text];
    const cuts = new Set([0, signs.length, ...own.flatMap((draft) => draft.marks.flat())]);
    const places = [...cuts].sort((one, two) => one - two);
    for (const [at, start] of places.slice(0, -1).entries()) {
      const words = signs.slice(start, places[at + 1]).join('');
      const here = own.filter((draft) => draft.marks.some(([from, to]) => from <= start && start < to));
      if (!here.length) find('#text').append(words);
      else {
        const go = () => select(data.drafts.indexOf(here.find((draft) => !decisions.has(draft.id)) || here[0]));
        find('#text').append(make('mark', { 'data-of': here.map((draft) => draft.id).join(' '), click: go }, words));
      }
    }
  }
}

function buttons(draft, at) {
  const act = (name, work) => make('button', { type: 'button', click: () => { select(at); work(); } }, name);
  const decided = decisions.get(draft.id);
  if (decided) return [make('p', { class: 'done' }, said(decided)), act('Take back', takeBack)];
  const all = [act('Accept', accept), act('Edit', edit), act('Reject', () => decide('reject')), act('Skip', skip)];
  return draft.same.length ? [...all, act('Merge', merge)] : all;
}

const said = (decided) =>
  DONE[decided.decision] + (decided.changes ? ' with changes' : '') + (decided.into ? ` with ${decided.into}` : '');

function card(draft, at) {
  const lines = [
    ...draft.content,
    `${draft.stance}${draft.negated ? ', negated' : ''}: ${draft.speaker || 'nobody'}`,
    ...draft.new.map((thing) => `new: ${thing.label} (${thing.kind}${thing.side ? `, ${thing.side}` : ''})`),
    ...draft.same.map((claim) => `like it: ${claim.id} ${claim.summary}`),
  ];
  return make(
    'article',
    { id: draft.id, 'aria-current': at === current ? 'true' : 'false' },
    make('h2', {}, draft.summary || draft.id),
    ...lines.map((line) => make('p', {}, line)),
    make('p', { class: 'dim' }, [draft.id, ...draft.reasons].join('; ')),
    ...draft.missing.map((text) => make('p', {}, `Lacks: ${text}`)),
    make('div', { class: 'buttons' }, ...buttons(draft, at)),
  );
}

function showProgress() {
  const all = [...decisions.values()];
  const accepted = all.filter((one) => one.decision === 'accept').length;
  find('#progress').textContent = `${all.length} of ${data.drafts.length}, ${accepted} accepted`;
}

function renew(at) {
  const old = document.getElementById(data.drafts[at].id);
  old.replaceWith(card(data.drafts[at], at));
}

function select(at) {
  if (at < 0 || at >= data.drafts.length) return;
  const before = current;
  current = at;
  renew(before);
  renew(at);
  for (const mark of document.querySelectorAll('mark')) {
    mark.classList.toggle('here', mark.dataset.of.split(' ').includes(data.drafts[at].id));
  }
  find('mark.here')?.scrollIntoView({ block: 'center' });
  document.getElementById(data.drafts[at].id).scrollIntoView({ block: 'nearest' });
}

function decide(decision, more = {}) {
  const draft = data.drafts[current];
  decisions.set(draft.id, { draft: draft.id, decision, digest: draft.digest, ...more });
  keep();
  showProgress();
  const ahead = data.drafts.findIndex((one, at) => at > current && !decisions.has(one.id));
  const next = ahead >= 0 ? ahead : data.drafts.findIndex((one) => !decisions.has(one.id));
  select(next >= 0 ? next : current);
}

const skip = () => decide('skip');
/** Nothing becomes a claim that lacks a part: it is edited first. */
const accept = () => (data.drafts[current].missing.length ? edit() : decide('accept'));

function takeBack() {
  decisions.delete(data.drafts[current].id);
  keep();
  showProgress();
  select(current);
}

function row(name, value, group = '') {
  const input = make('input', { name: group + name, value, autocomplete: 'off' });
  return make('label', {}, name, input);
}

/** A form in the place of the buttons; `done` gets what differs from what was there. */
function ask(rows, done) {
  const at = current;
  const form = make('form', {}, ...rows, make('button', { type: 'submit' }, 'Accept'));
  form.append(make('button', { type: 'button', click: () => select(at) }, 'Leave'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    done(form.elements);
  });
  const article = document.getElementById(data.drafts[at].id);
  article.querySelector('.buttons').replaceChildren(form);
  form.elements[0].focus();
}

function edit() {
  const draft = data.drafts[current];
  const news = draft.new.flatMap((thing) =>
    ['label', 'kind', 'side'].map((part) => row(`${part} of ${thing.id}`, thing[part])),
  );
  ask([...data.fields.map((name) => row(name, draft.fields[name])), ...news], (inputs) => {
    const changed = data.fields.filter((name) => inputs[name].value !== draft.fields[name]);
    const changes = Object.fromEntries(changed.map((name) => [name, inputs[name].value]));
    const told = draft.new.map((thing) => [
      thing.id,
      Object.fromEntries(['label', 'kind', 'side'].map((part) => [part, inputs[`${part} of ${thing.id}`].value])),
    ]);
    decide('accept', {
      ...(changed.length ? { changes } : {}),
      ...(told.length ? { new: Object.fromEntries(told) } : {}),
    });
  });
}

function merge() {
  const { same } = data.drafts[current];
  if (!same.length) return;
  const options = same.map((claim) => make('option', { value: claim.id }, `${claim.id}: ${claim.summary}`));
  const choice = make('label', {}, 'merge with', make('select', { name: 'into' }, ...options));
  ask([choice], (inputs) => decide('merge', { into: inputs.into.value }));
}

function save() {
  const lines = [...decisions.values()].filter((one) => one.decision !== 'skip').map((one) => `${JSON.stringify(one)}\n`);
  const link = make('a', { href: URL.createObjectURL(new Blob(lines)), download: 'decisions.jsonl' });
  link.click();
  URL.revokeObjectURL(link.href);
}

const KEYS = {
  a: () => accept(),
  e: () => edit(),
  r: () => decide('reject'),
  s: () => skip(),
  m: () => merge(),
  u: () => takeBack(),
  j: () => select(current + 1),
  k: () => select(current - 1),
};

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.key === 'Escape') select(current);
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});
find('#save').addEventListener('click', save);
showTexts();
find('#drafts').append(...data.drafts.map(card));
showProgress();
select(current);
document.documentElement.dataset.ready = '';
