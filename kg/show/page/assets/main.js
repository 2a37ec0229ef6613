// The frame: header, legend, banner, story, keyboard; and the one render() that follows every choice.
const pressed = (on, ...children) => h('button', { type: 'button', class: 'tg', 'aria-pressed': String(on) }, ...children);
const darkOutside = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (S.theme === 'auto' ? darkOutside.matches : S.theme === 'dark');

function frame() {
  document.documentElement.lang = S.lang;
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  document.body.classList.toggle('embed', S.embed === '1');
  readColours();
  $('#h1').textContent = document.title = inLang(K.title);
  $('#sub').textContent = inLang(K.subtitle);
  $('#skip').textContent = t('skip');
  $('#q').placeholder = t('search'); $('#q').setAttribute('aria-label', t('search'));
  const figuresToo = K.charts.length || K.edges.some(e => e.mentions.some(m => m.begins));
  $('#tabs').replaceChildren(...VIEWS.filter(v => v !== 'figures' || figuresToo).map(v => button(t(v), () => set({ view: v }), { role: 'tab', id: `tab-${v}`, 'aria-selected': String(S.view === v), 'aria-controls': v === 'graph' ? 'network' : v, tabindex: S.view === v ? 0 : -1 })));
  $('#langs').setAttribute('aria-label', t('language'));
  $('#langs').replaceChildren(...[['en', 'EN', 'English'], ['ru', 'РУ', 'Русский'], ['ko', '한', '한국어']].map(([k, short, name]) => button(short, () => set({ lang: k }), { lang: k, 'aria-label': `${short} ${name}`, 'aria-pressed': String(S.lang === k), 'data-lang': k })));
  $('#theme').textContent = { auto: '◐', light: '☀', dark: '☾' }[S.theme]; $('#theme').setAttribute('aria-label', `${t('theme')}: ${t('theme-' + S.theme)}`);
  $('#undo').setAttribute('aria-label', t('undo')); $('#undo').disabled = !PAST.length;
  $('#export').textContent = t('export') + ' ▾';
  $('#exports').replaceChildren(...Object.keys(EXPORTS).map(k => button(t('x-' + k), () => { menu(false); EXPORTS[k](); }, { role: 'menuitem', 'data-x': k })));
  voices();
}
function voices() {
  const option = (value, text) => { const o = h('option', { value }, text); o.selected = S.voice === value; return o; };
  const pole = i => inLang((N[K.poles[i]] || {}).name) || K.poles[i];
  const sides = K.poles.length === 2 ? [option('a', `${t('side-of')} ${pole(0)}`), option('b', `${t('side-of')} ${pole(1)}`), option('third', t('third-parties'))] : [];
  $('#voice').setAttribute('aria-label', t('according-to'));
  $('#voice').replaceChildren(option('', t('all-voices')), ...sides, ...Object.keys(K.speakers).map(id => option(id, inLang(K.speakers[id]))));
}
function menu(open) { $('#exports').hidden = !open; $('#export').setAttribute('aria-expanded', String(open)); if (open) $('#exports button').focus(); }

// ---- the legend is the filter: press to hide, press again to show
function legend() {
  const count = test => shownEdges().filter(test).length;
  const line = (on, mark, text, number, change) => { const b = pressed(on, mark, h('span', { class: 'nm' }, text), h('span', { class: 'ct' }, number)); b.addEventListener('click', () => { change(); announce(`${text}: ${$('#desc').textContent.split('. ')[0]}`); }); return b; };
  const names = { a: () => `${t('only')} ${sideName(0)}`, b: () => `${t('only')} ${sideName(1)}` };
  const used = CONFIRMED.filter(ev => S.confirmed.has(ev) || K.edges.some(e => e.ev === ev));
  const parts = [
    h('h2', null, t('what')), KINDS.map(k => line(!S.kinds.has(k), icon({ kind: k, side: 'third' }), t(k), [...VISIBLE].filter(id => N[id].kind === k).length, () => set({ kinds: toggled(S.kinds, k) }))),
    h('h2', null, t('who-confirms')), used.map(ev => line(!S.confirmed.has(ev), strokeIcon(ev), names[ev] ? names[ev]() : t(ev), count(e => e.ev === ev), () => set({ confirmed: toggled(S.confirmed, ev) }))),
    h('h2', null, t('how-meant')), STANCES.map(s => line(!S.stances.has(s), strokeIcon('third', (K.claims.find(c => c.stance === s) || {}).view), inLang(K.stances[s]), count(e => e.now.some(m => m.claim.stance === s)), () => set({ stances: toggled(S.stances, s) }))),
    h('h2', null, t('relation-kind')), K.families.map(f => line(!S.families.has(f), null, t('f-' + f), count(e => e.fam === f), () => set({ families: toggled(S.families, f) }))),
    (S.kinds.size || S.confirmed.size || S.families.size || S.stances.size || S.nodes.size) > 0 && button(t('reset'), () => set({ kinds: new Set(), confirmed: new Set(), families: new Set(), stances: new Set(), nodes: new Set() }), { class: 'link', id: 'reset' }),
  ];
  const at = document.activeElement && $('#legend').contains(document.activeElement) ? $$('#legend button').indexOf(document.activeElement) : -1;
  $('#legend').replaceChildren(...fill(h('div'), parts).childNodes);
  if (at >= 0) ($$('#legend button')[at] || $('#legend button')).focus(); // the keyboard stays where it was
}
const sideName = i => inLang((N[K.poles[i]] || {}).name) || '';

// ---- one banner: a path, a focus, a voice, an empty picture
function banner() {
  const [text, clear] = picking ? [t('path-hint'), () => { picking = false; banner(); }] : S.path ? [PATH.length ? `${t('path-is')} ${[nameOf(N[S.path.split('~')[0]]), ...walk()].join(' → ')}` : t('no-path'), () => set({ path: '' })]
    : S.focus ? [`${t('focus-is')} ${nameOf(N[S.focus])}`, () => set({ focus: '' })]
    : S.voice ? [`${t('according-to')} ${$('#voice').selectedOptions[0].textContent}: ${plural(SHOWN.size - GHOSTS.size, 'relation-one', 'relations')}; ${GHOSTS.size} ${t('ghosts')}; ${[...SHOWN].filter(id => E[id].alone).length} ${t('alone')}`, () => set({ voice: '' })]
    : !SHOWN.size ? [t('nothing-shown'), () => set({ asof: '', known: '', undated: '1', kinds: new Set(), confirmed: new Set(), families: new Set(), stances: new Set(), nodes: new Set() })] : ['', null];
  $('#banner').hidden = !text;
  $('#banner').replaceChildren(...(text ? [h('span', null, text), button(t('clear'), clear)] : []));
}
function walk() { let at = S.path.split('~')[0]; return PATH.map(e => { at = e.s === at ? e.t : e.s; return nameOf(N[at]); }); }

// ---- story: views with a sentence each, walked with the arrow keys
function story() {
  const bar = $('#story');
  bar.hidden = !K.story.length;
  if (!K.story.length) return;
  const at = +S.step || 1, step = K.story[at - 1];
  bar.replaceChildren(button('←', () => tell(at - 1), { 'aria-label': t('previous'), disabled: at <= 1 }), h('p', null, h('b', null, `${at}/${K.story.length} `), step.text), button('→', () => tell(at + 1), { 'aria-label': t('next'), disabled: at >= K.story.length }));
}
function tell(at) {
  if (at < 1 || at > K.story.length) return;
  const { lang, theme, embed } = S;
  readHash('#' + K.story[at - 1].view);
  set({ step: String(at), lang, theme, embed }, { remember: false });
  announce(K.story[at - 1].text);
  if (S.node) reveal(S.node); else fitGraph(true);
}

// ---- everything follows the state
function render() {
  frame(); compute(); legend(); panel(); time(); banner(); story();
  for (const view of VIEWS.slice(1)) $('#' + view).hidden = S.view !== view;
  ({ timeline, matrix, table, figures }[S.view] || (() => 0))();
  $('#network').setAttribute('aria-label', `${inLang(K.title)}: ${t('graph')}`);
  $('#desc').textContent = `${plural(VISIBLE.size, 'entity', 'entities')}, ${plural(SHOWN.size, 'relation-one', 'relations')}. ${t('keys')}`;
  paintGraph();
  writeHash();
}

// ---- keyboard
function onKey(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.target.id === 'q') return onSearchKey(event);
  if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== 'Escape')) {
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !typing) { event.preventDefault(); undo(); }
    return;
  }
  if (event.target.getAttribute('role') === 'tab' && event.key.startsWith('Arrow')) return moveTab(event);
  const keys = {
    '/': () => $('#q').focus(), Escape: () => { menu(false); picking = false; set({ node: '', edge: '', claim: '', path: '', focus: '' }); }, '+': () => zoomBy(1.25), '=': () => zoomBy(1.25), '-': () => zoomBy(0.8), 0: () => fitGraph(true),
    n: () => neighbour(1), p: () => neighbour(-1), u: undo, h: () => S.node && set({ nodes: toggled(S.nodes, S.node), node: '' }), f: () => S.node && set({ focus: S.focus ? '' : S.node }),
  };
  if (K.story.length && !event.target.closest('#network') && ['ArrowLeft', 'ArrowRight'].includes(event.key) && !typing) { event.preventDefault(); return tell((+S.step || 1) + (event.key === 'ArrowRight' ? 1 : -1)); }
  if (event.target.closest('#network') && event.key.startsWith('Arrow')) { event.preventDefault(); return pan(event.key); }
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
}
function onSearchKey(event) {
  const keys = { ArrowDown: () => moveHit(1), ArrowUp: () => moveHit(-1), Enter: () => found[selected] && choose(found[selected].id), Escape: () => { event.target.value = ''; showHits(''); event.target.blur(); } };
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
}
function moveTab(event) {
  const tabs = $$('#tabs [role=tab]'), at = tabs.indexOf(event.target) + (event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0);
  const next = tabs[(at + tabs.length) % tabs.length];
  event.preventDefault(); next.click(); $(`#${next.id}`).focus();
}
function neighbour(by) { // n and p walk through the neighbours of what was chosen first
  const ring = S.node ? [...new Set(N[S.node].edges.filter(e => SHOWN.has(e.id)).flatMap(e => [e.s, e.t]))].filter(id => id !== S.node) : [...VISIBLE].sort((a, b) => importance(b) - importance(a));
  if (!ring.length) return;
  neighbour.at = ((neighbour.at ?? -1) + by + ring.length) % ring.length;
  set({ node: ring[S.node ? neighbour.at : 0], edge: '', claim: '', path: '' });
  announce(`${nameOf(N[S.node])}, ${plural(degree(S.node), 'relation-one', 'relations')}`);
  reveal(S.node);
}
function pan(key) {
  if (isOverview()) { const by = 60 / Eye.scale; Eye.x += { ArrowLeft: -by, ArrowRight: by }[key] || 0; Eye.y += { ArrowUp: -by, ArrowDown: by }[key] || 0; return askFrame(); }
  const at = network.getViewPosition(), step = 60 / network.getScale();
  network.moveTo({ position: { x: at.x + ({ ArrowLeft: -step, ArrowRight: step }[key] || 0), y: at.y + ({ ArrowUp: -step, ArrowDown: step }[key] || 0) } });
}

// ---- wiring
document.addEventListener('keydown', onKey);
document.addEventListener('click', event => { if (!event.target.closest('.menu')) menu(false); });
$('#q').addEventListener('input', event => showHits(event.target.value));
$('#q').addEventListener('blur', () => setTimeout(() => showHits(''), 120));
$('#theme').addEventListener('click', () => set({ theme: { auto: 'light', light: 'dark', dark: 'auto' }[S.theme] }));
$('#undo').addEventListener('click', undo);
$('#export').addEventListener('click', event => { event.stopPropagation(); menu($('#exports').hidden); });
$('#voice').addEventListener('change', event => set({ voice: event.target.value }));
$('#zoom-in').addEventListener('click', () => zoomBy(1.25));
$('#zoom-out').addEventListener('click', () => zoomBy(0.8));
$('#zoom-fit').addEventListener('click', () => fitGraph(true));
$('#skip').addEventListener('click', event => { event.preventDefault(); set({ view: 'table' }); $('#table').focus(); });
addEventListener('hashchange', () => { if (location.hash !== lastHash) { readHash(); render(); } });
darkOutside.addEventListener('change', render);
let resizing;
addEventListener('resize', () => { clearTimeout(resizing); resizing = setTimeout(() => { fitGraph(false); if (S.view === 'timeline') timeline(); }, 120); });

readHash();
if (K.story.length && !S.step) { // a story begins with its first step, unless the address asks for something
  const { embed } = S;
  if (!S.node && !S.edge && !S.claim) readHash('#' + K.story[0].view);
  Object.assign(S, { embed, step: '1' });
}
frame(); compute(); startGraph(); render(); fitGraph(false);
if (S.node) reveal(S.node);
// What an embedding page, or a test, may ask for; nothing here changes the picture.
window.kg = Object.freeze({
  shown: () => [...SHOWN], edges: () => K.edges.map(({ id, s, t, rel }) => ({ id, s, t, rel })), visible: () => [...VISIBLE], ghosts: () => [...GHOSTS], path: () => PATH.map(e => e.id), svg: svgText, csv: csvText,
  labels: () => { if (isOverview()) paintOverview(true); else network.redraw(); const scale = isOverview() ? Eye.scale : network.getScale(); return [...LABELS].map(([id, l]) => ({ id, px: l.size * scale, box: l.box.map(v => v * scale) })); },
  at: id => { const [x, y] = positionOf(id), frame = $('#network').getBoundingClientRect(), [px, py] = isOverview() ? toScreen(x, y) : Object.values(network.canvasToDOM({ x, y })); return [px + frame.left, py + frame.top]; },
});
document.documentElement.dataset.ready = String(Math.round(performance.now()));
