// The same relations as a timeline, as a matrix of who says what, as a table, and their figures as bars.
const lead = (title, text) => [h('h2', null, t(title)), h('p', { class: 'lead' }, t(text))];
const sentence = edge => `${nameOf(N[edge.s])} — ${inLang(edge.label)} ${edge.mutual ? '↔' : '→'} ${nameOf(N[edge.t])}`;
const openEdge = edge => button(sentence(edge), () => set({ edge: edge.id, node: '', claim: '', path: '' }), { class: 'link' });
// Long lists come in portions: a page of fifty thousand rows helps nobody, and stops the browser.
const PORTION = 500;
const taken = {};
function portion(key, rows, again) {
  const most = (taken[key] ||= PORTION);
  return [rows.slice(0, most), rows.length > most && h('p', { class: 'more' }, `${most} / ${rows.length} `, button(t('show-more'), () => { taken[key] += PORTION; again(); }, { class: 'link' }))];
}
const shownEdges = () => K.edges.filter(e => SHOWN.has(e.id));

// ---- timeline
function timeline() {
  const dated = [], undated = [];
  for (const edge of shownEdges()) {
    const mention = edge.now.find(m => m.begins || m.ends);
    (mention ? dated : undated).push({ edge, mention, day: mention && (mention.begins || mention.ends) });
  }
  const [undatedRows, moreUndated] = portion('undated', undated, timeline), [dots, moreDots] = portion('dots', dated, timeline);
  const fams = K.families.filter(f => dated.some(d => d.edge.fam === f)), holder = $('#timeline'), width = Math.max(420, holder.clientWidth - 44);
  const first = Math.min(...dated.map(d => +d.day.slice(0, 4))), last = Math.max(...dated.map(d => +(d.mention.ends || d.day).slice(0, 4))) + 1;
  const at = day => 150 + (width - 180) * (yearOf(day) - first) / Math.max(1, last - first), row = 62;
  const piled = {};
  const dot = ({ edge, mention, day }) => {
    const lane = fams.indexOf(edge.fam), x = at(day), key = `${lane}:${Math.round(x / 9)}`, n = (piled[key] = (piled[key] || 0) + 1);
    const y = 40 + lane * row + row / 2 + (n % 2 ? -1 : 1) * Math.floor(n / 2) * 10, label = `${sentence(edge)}, ${dateText(mention)}`;
    const open = () => set({ edge: edge.id, node: '', claim: '', path: '' });
    return h('$g', { class: 'pt', tabindex: 0, role: 'button', 'aria-label': label, on: { click: open, keydown: e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); open(); } } } },
      mention.ends && mention.ends !== day && h('$line', { x1: x, y1: y, x2: at(mention.ends), y2: y, class: `span ${edge.ev}` }), h('$circle', { cx: x, cy: y, r: 4 + Math.min(5, edge.now.length), class: edge.ev }), h('$title', null, label));
  };
  const step = Math.max(1, Math.ceil((last - first) / 12)), years = [];
  for (let y = first; y <= last; y += step) years.push(String(y).padStart(4, '0'));
  holder.replaceChildren(...fill(h('div'), lead('timeline', 'timeline-lead'), dated.length ? h('$svg', { class: 'tl', width, height: 60 + fams.length * row, role: 'group', 'aria-label': t('timeline') },
    years.map(y => [h('$line', { x1: at(`${y}-01-01`), y1: 24, x2: at(`${y}-01-01`), y2: 40 + fams.length * row, class: 'grid' }), h('$text', { x: at(`${y}-01-01`) + 4, y: 20 }, y)]),
    fams.map((f, i) => [h('$line', { x1: 0, y1: 40 + (i + 1) * row, x2: width, y2: 40 + (i + 1) * row, class: 'grid' }), h('$text', { x: 0, y: 44 + i * row + row / 2 }, t('f-' + f))]), dots.map(dot)) : h('p', null, t('nothing-dated')), moreDots,
    h('h3', null, h('span', null, t('no-date')), h('span', null, undated.length)), h('ul', { class: 'undated' }, undatedRows.map(({ edge }) => h('li', null, openEdge(edge)))), moreUndated).childNodes);
}
const yearOf = day => +day.slice(0, 4) + ((+day.slice(5, 7) || 1) - 1) / 12 + ((+day.slice(8, 10) || 1) - 1) / 365;

// ---- who says what: a row for each relation that more than one says, or that somebody disputes; then the rest
function matrix() {
  const edges = shownEdges(), voices = [...new Set(edges.flatMap(e => [...e.own, ...e.others].flatMap(m => m.claim.by)))].sort((x, y) => groupRank(x) - groupRank(y) || (inLang(K.speakers[x]) < inLang(K.speakers[y]) ? -1 : 1));
  const told = edge => new Set([...edge.own, ...edge.others].flatMap(m => m.claim.by)).size;
  const [rows, more] = portion('matrix', [...edges].sort((x, y) => (y.ev === 'disputed') - (x.ev === 'disputed') || told(y) - told(x)), matrix);
  const mark = (edge, voice) => [...edge.own, ...edge.others].filter(m => m.claim.by.includes(voice)).map(m => h('span', { class: `mk ${m.claim.grp} ${m.claim.denied ? 'denied' : m.claim.view}`, role: 'img', 'aria-label': `${m.claim.denied ? t('denies') : inLang(K.stances[m.claim.stance])}: ${m.claim.text}`, title: m.claim.text }, m.claim.denied ? '✕' : ''));
  $('#matrix').replaceChildren(...fill(h('div'), lead('matrix', 'matrix-lead'), h('table', { class: 'mx' }, h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('statement')), voices.map(v => h('th', { scope: 'col', class: `c ${groupOf(v)}` }, h('span', null, inLang(K.speakers[v])))))),
    h('tbody', null, rows.map(edge => h('tr', { class: 'row' }, h('th', { scope: 'row' }, openEdge(edge), h('small', null, t(edge.ev))), voices.map(v => h('td', { class: 'c' }, mark(edge, v))))))), more).childNodes);
}
const groupOf = voice => { const claim = K.claims.find(c => c.by.includes(voice)); return claim ? claim.grp : 'third'; };
const groupRank = voice => ['a', 'b', 'third'].indexOf(groupOf(voice));

// ---- table: every relation, parallel ones kept, a line for each
const sorting = { column: 0, down: false };
function table() {
  const columns = [['from', e => nameOf(N[e.s])], ['relation', e => inLang(e.label)], ['to', e => nameOf(N[e.t])], ['when', e => e.now.map(dateText).filter(Boolean)[0] || ''], ['confirmed', e => t(e.ev)], ['stance', e => [...new Set(e.now.map(m => inLang(K.stances[m.claim.stance])))].join(', ')], ['said-by', e => [...new Set(e.now.map(m => speakerNames(m.claim)))].join('; ')], ['claims', e => e.now.map(m => m.claim.id).join(' ')]];
  const by = columns[sorting.column][1], order = new Intl.Collator(S.lang), keyed = shownEdges().map(e => [by(e), e]).sort((x, y) => order.compare(x[0], y[0]) * (sorting.down ? -1 : 1));
  const [rows, more] = portion('table', keyed.map(pair => pair[1]), table);
  const head = ([key], i) => h('th', { scope: 'col', 'aria-sort': sorting.column === i ? (sorting.down ? 'descending' : 'ascending') : 'none' }, button([t(key), sorting.column === i ? (sorting.down ? ' ▾' : ' ▴') : ''], () => { sorting.down = sorting.column === i && !sorting.down; sorting.column = i; table(); $$('#table th button')[i].focus(); }));
  const cell = ([key, value], edge) => h('td', null, key === 'relation' ? button(value(edge), () => set({ edge: edge.id, node: '', claim: '', path: '' }), { class: 'link' }) : key === 'claims' ? edge.now.map((m, i) => [i ? ' ' : '', button(m.claim.id, () => set({ claim: m.claim.id, edge: '', node: '', path: '' }), { class: 'link' })]) : value(edge));
  $('#table').replaceChildren(...fill(h('div'), lead('table', 'table-lead'), h('table', { id: 'relations' }, h('thead', null, h('tr', null, columns.map(head))), h('tbody', null, rows.map(edge => h('tr', { class: 'row', 'data-edge': edge.id, 'aria-current': S.edge === edge.id ? 'true' : null }, columns.map(c => cell(c, edge)))))), more).childNodes);
}

// ---- figures: what several claims count, as bars; and cooperation by year where dates allow it
function figures() {
  const bar = (chart, [about, value, id]) => { const share = Math.max(0.5, 100 * Math.abs(value) / Math.max(...chart.bars.map(b => Math.abs(b[1])))); return h('div', { class: 'bar' }, h('span', null, inLang(about)), h('span', { class: 'track2' }, h('i', { style: `width:${share}%` })), h('b', null, `${value.toLocaleString(S.lang)} ${chart.unit}`), button(id, () => set({ claim: id, node: '', edge: '', path: '' }), { class: 'link' })); };
  const charts = K.charts.map(chart => ({ ...chart, bars: chart.bars.filter(b => !C[b[2]] || (counts({ claim: C[b[2]] }) && (!S.voice || isHeldBy(C[b[2]], S.voice)))) })).filter(c => c.bars.length);
  const cells = heat();
  $('#figures').replaceChildren(...fill(h('div'), lead('figures', 'figures-lead'), charts.map(c => h('section', null, h('h3', null, inLang(c.title)), c.bars.map(b => bar(c, b)))), cells, !charts.length && !cells && h('p', null, t('no-figures'))).childNodes);
}
function heat() { // relations by kind and year of their beginning: blue where they build up, orange where they clash
  const dated = shownEdges().flatMap(e => e.now.filter(m => m.begins).map(m => ({ e, year: m.begins.slice(0, 4) })));
  const years = [...new Set(dated.map(d => d.year))].sort(), fams = K.families.filter(f => dated.some(d => d.e.fam === f));
  if (years.length < 2) return null;
  const cell = (f, y) => { const here = dated.filter(d => d.e.fam === f && d.year === y); return h('td', { class: 'heat', style: here.length ? `--n:${Math.min(1, here.length / 6)}` : null }, here.length || ''); };
  return h('section', null, h('h3', null, t('by-year')), h('table', { class: 'heatmap' }, h('thead', null, h('tr', null, h('td'), years.map(y => h('th', { scope: 'col' }, y)))), h('tbody', null, fams.map(f => h('tr', null, h('th', { scope: 'row' }, t('f-' + f)), years.map(y => cell(f, y)))))));
}
