// The evidence panel: an overview, an entity, a relation, or a claim; each says who says so and where.
const plural = (n, one, many) => `${n} ${t(n === 1 ? one : many)}`;
const button = (text, action, more = {}) => h('button', { type: 'button', on: { click: action }, ...more }, text);
const heading = (text, count) => h('h3', null, h('span', null, text), count != null && h('span', null, count));
const speakerNames = claim => claim.by.map(id => inLang(K.speakers[id])).join(', ');
const dateText = ({ begins, ends }) => {
  if (!begins && !ends) return '';
  if (begins && ends && begins === ends) return begins;
  if (begins && ends && begins.slice(0, 7) === ends.slice(0, 7)) return begins.slice(0, 7);
  if (begins && ends && begins.slice(0, 4) === ends.slice(0, 4)) return begins.slice(0, 4);
  return begins && ends ? `${begins} – ${ends}` : begins ? `${t('since')} ${begins}` : `${t('until')} ${ends}`;
};

function icon(node, size = 18) {
  const shape = SHAPES[node.kind], hollow = ['place', 'topic'].includes(node.kind), colour = `var(--${node.side || 'third'})`;
  const outline = { fill: hollow ? 'none' : colour, stroke: hollow ? colour : 'none', 'stroke-width': 2 };
  const form = { circle: ['$circle', { cx: 12, cy: 12, r: 11 }], square: ['$rect', { x: 1.5, y: 1.5, width: 21, height: 21, rx: 5 }], diamond: ['$path', { d: 'M12 0 24 12 12 24 0 12z' }], pill: ['$rect', { x: 0, y: 4, width: 24, height: 16, rx: 8 }] }[shape];
  return h('$svg', { viewBox: '-1 -1 26 26', width: size, height: size, 'aria-hidden': 'true' }, h(form[0], { ...form[1], ...outline }), h('$path', { d: ICONS[node.kind], transform: 'translate(6 6) scale(.5)', fill: hollow ? colour : 'var(--panel)', 'fill-rule': 'evenodd' }));
}
function strokeIcon(ev, sure = 'asserted') {
  const colour = { both: 'joint', corrob: 'joint', several: 'mut', disputed: 'warn' }[ev] || ev;
  return h('$svg', { viewBox: '0 0 26 10', width: 26, height: 10, 'aria-hidden': 'true' }, h('$line', { x1: 1, y1: 5, x2: 25, y2: 5, stroke: `var(--${colour})`, 'stroke-width': STROKE[ev] * 1.1, 'stroke-dasharray': (DASH[sure] || []).join(' ') || null }));
}
const stamp = claim => h('span', { class: `stance ${claim.view} ${claim.denied ? 'denied' : ''}` }, inLang(K.stances[claim.stance]));

function claimCard(mention) {
  const claim = mention.claim, when = dateText(mention), doc = K.docs[claim.doc];
  return h('div', { class: `claim ${claim.grp} ${claim.denied || claim.against.length ? 'disputed' : ''}`, 'data-claim': claim.id },
    h('p', null, stamp(claim), claim.denied && h('b', { class: 'no' }, t('denies'), ' '), claim.text),
    h('p', { class: 'by' }, [speakerNames(claim), doc.title, claim.place, when, inLang(claim.limits)].filter(Boolean).join(' · ')),
    h('p', { class: 'by' }, button(claim.id, () => set({ claim: claim.id, edge: '', node: '', path: '' }), { class: 'link', 'aria-label': `${t('claim')} ${claim.id}` }),
      claim.against.length > 0 && h('span', { class: 'no' }, ' ≠ ', claim.against.join(', '))));
}
function relationLine(edge, from) {
  const other = edge.s === from ? edge.t : edge.s, arrow = edge.mutual ? '↔' : edge.s === from || !from ? '→' : '←';
  const name = id => h('span', { class: 'other' }, nameOf(N[id]));
  return from ? [h('span', { class: 'lb' }, inLang(edge.label), ' ', arrow, ' '), name(other)] : [name(edge.s), h('span', { class: 'lb' }, ' — ', inLang(edge.label), ' ', arrow, ' '), name(edge.t)];
}
function relationCard(edge, from, open) {
  const dots = ['a', 'b', 'third'].map(g => h('i', { class: edge.now.some(m => m.claim.grp === g) ? g : 'none' }));
  return h('details', { class: `rel ${edge.ghost ? 'ghost' : ''}`, open, 'data-edge': edge.id },
    h('summary', null, h('span', null, relationLine(edge, from)), h('span', { class: 'dots', title: t(edge.ev) }, edge.ev === 'disputed' && h('b', null, '≠'), dots, ' ', edge.now.length)),
    h('div', null, edge.now.map(claimCard), h('p', { class: 'by pad' }, button(t('show-relation'), () => set({ edge: edge.id, node: '', claim: '', path: '' }), { class: 'link' }))));
}

function overviewPanel() {
  const claims = claimsShown(), docs = new Set([...claims].map(id => C[id].doc));
  const most = [...VISIBLE].sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1)).slice(0, 8);
  return [h('p', { class: 'kick' }, t('overview')), h('h2', { class: 'name' }, inLang(K.title)), inLang(K.subtitle) && h('p', null, inLang(K.subtitle)),
    stats([VISIBLE.size, 'entities'], [SHOWN.size, 'relations'], [claims.size, 'claims']),
    heading(t('how')), h('div', { class: 'how' },
      [...(K.poles.length === 2 ? [[icon({ kind: 'state', side: 'a' }), t('how-side')]] : []), [icon({ kind: 'event', side: 'joint' }), t('how-shape')], [strokeIcon('several'), t('how-several')], [strokeIcon('third'), t('how-one')], [strokeIcon('third', 'outlook'), t('how-outlook')], [strokeIcon('third', 'analysis'), t('how-analysis')], [strokeIcon('disputed'), t('how-disputed')]].map(([mark, text]) => h('div', null, mark, h('span', null, text)))),
    heading(t('most')), h('ol', { class: 'top' }, most.map(id => h('li', null, button(nameOf(N[id]), () => set({ node: id }), { class: 'link' }), h('span', null, degree(id))))),
    heading(t('sources')), h('ul', { class: 'docs' }, Object.values(K.docs).filter(d => docs.has(d.id)).map(d => h('li', null, sourceLine(d))))];
}
const sourceLine = d => [safeUrl(d.url) ? h('a', { href: d.url, rel: 'noreferrer noopener', target: '_blank' }, d.title) : d.title, h('span', { class: 'by' }, ` ${d.who}, ${d.issued || t('undated-document')}`)];
const stats = (...pairs) => h('div', { class: 'stats' }, pairs.map(([n, word]) => h('div', null, h('b', null, n), h('span', null, t(word)))));

function nodePanel(node) {
  const edges = node.edges.filter(e => SHOWN.has(e.id)), claims = new Set(edges.flatMap(e => e.now.map(m => m.claim)));
  const others = LANGS.filter(l => l !== S.lang).map(l => node.name[l]).filter((x, i, all) => x && x !== nameOf(node) && all.indexOf(x) === i);
  const families = [...new Set(edges.map(e => e.fam))];
  return [h('p', { class: 'kick' }, icon(node, 16), ' ', inLang(node.sort) || t(node.kind)), h('h2', { class: 'name' }, nameOf(node)), h('p', { class: 'alias' }, [...others, ...node.alias].join(' · ')),
    h('div', { class: 'acts' }, button(t('find-path'), () => { picking = true; banner(); announce(t('path-hint')); }), button(t('focus'), () => set({ focus: S.focus === node.id ? '' : node.id }), { 'aria-pressed': String(S.focus === node.id) }),
      button(t('hide'), () => set({ nodes: toggled(S.nodes, node.id), node: '' })), S.pins[node.id] && button(t('unpin'), () => { const pins = { ...S.pins }; delete pins[node.id]; set({ pins }); }), button(t('copy-link'), copyLink)),
    stats([edges.length, 'relations'], [claims.size, 'claims'], [new Set([...claims].map(c => c.doc)).size, 'documents']),
    factSections(node), families.map(f => { const some = edges.filter(e => e.fam === f); return [heading(t('f-' + f), some.length), some.map(e => relationCard(e, node.id))]; })];
}
// What is said of the thing alone. Values of one property stand together: whether sources agree is seen at a glance.
function factSections(node) {
  const facts = node.facts.map(f => ({ ...f, claims: f.claims.filter(c => counts({ claim: c }) && (!S.voice || isHeldBy(c, S.voice))) })).filter(f => f.claims.length);
  if (!facts.length) return null;
  const card = f => h('details', { class: 'rel' }, h('summary', null, h('span', null, h('span', { class: 'lb' }, inLang(f.property), ': '), h('span', { class: 'other' }, inLang(f.value))), h('span', { class: 'dots' }, f.claims.some(c => c.against.length || c.denied) && h('b', null, '≠'), f.claims.length)), h('div', null, f.claims.map(claim => claimCard({ claim }))));
  return [heading(t('facts'), facts.length), facts.map(card)];
}
function edgePanel(edge) {
  const side = id => button(nameOf(N[id]), () => set({ node: id, edge: '' }), { class: 'link' });
  return [h('p', { class: 'kick' }, strokeIcon(edge.ev || 'third', edge.sure), ' ', t('f-' + edge.fam), ' · ', t(edge.ev)), h('h2', { class: 'name' }, inLang(edge.label)), h('p', null, side(edge.s), edge.mutual ? ' ↔ ' : ' → ', side(edge.t)),
    h('div', { class: 'acts' }, button(t('copy-link'), copyLink)), heading(t('claims'), edge.now.length), h('div', { class: 'rel' }, edge.now.map(claimCard)),
    edge.others.length > 0 && !edge.ghost && [heading(t('others-say'), edge.others.length), h('div', { class: 'rel' }, edge.others.map(claimCard))]];
}
function claimPanel(claim) {
  const doc = K.docs[claim.doc], edges = K.edges.filter(e => SHOWN.has(e.id) && e.now.some(m => m.claim.id === claim.id));
  const row = (key, ...value) => value.flat(9).some(Boolean) && [h('dt', null, t(key)), h('dd', null, value)];
  const link = id => (C[id] ? button(id, () => set({ claim: id }), { class: 'link' }) : id);
  return [h('p', { class: 'kick' }, t('claim'), ' ', claim.id), h('h2', { class: 'name' }, claim.denied && `${t('denies')} `, claim.text),
    h('div', { class: 'acts' }, button(t('copy-citation'), () => copyText(claim.cite, 'copied-citation')), button(t('copy-link'), copyLink)),
    h('dl', { class: 'facts' }, row('stance', stamp(claim), ' ', inLang(claim.limits)), row('said-by', speakerNames(claim)), row('document', sourceLine(doc)), row('where', claim.place), row('known', claim.known),
      row('content', claim.facts.map(f => h('p', null, f))), row('disagrees', claim.against.map((id, i) => [i ? ', ' : '', link(id)])), row('links', claim.links.map(([rel, id], i) => [i ? ', ' : '', `${t('l-' + rel)} `, link(id)])), row('citation', claim.cite)),
    heading(t('relations'), edges.length), edges.map(e => relationCard(e))];
}
function pathPanel() {
  const [a, b] = S.path.split('~');
  return [h('p', { class: 'kick' }, t('path')), h('h2', { class: 'name' }, `${nameOf(N[a])} → ${nameOf(N[b])}`), h('div', { class: 'acts' }, button(t('copy-link'), copyLink), button(t('clear'), () => set({ path: '' }))),
    PATH.length ? PATH.map(e => relationCard(e, null, true)) : h('p', null, t('no-path'))];
}
function panel() {
  const shown = S.path ? pathPanel() : S.claim ? claimPanel(C[S.claim]) : S.edge ? edgePanel(E[S.edge]) : S.node ? nodePanel(N[S.node]) : overviewPanel();
  const subject = S.path || S.claim || S.edge || S.node, side = $('#panel');
  side.replaceChildren(...fill(h('div'), shown).childNodes);
  if (side.dataset.subject !== subject) side.scrollTop = 0;
  side.dataset.subject = subject;
}
function copyText(text, said) {
  const done = () => announce(t(said));
  if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done, () => copyByHand(text, done));
  else copyByHand(text, done);
}
function copyByHand(text, done) { // file:// pages have no clipboard of their own in some browsers
  const area = h('textarea', { class: 'sr', readonly: true });
  area.value = text;
  document.body.append(area); area.select();
  document.execCommand('copy');
  area.remove(); done();
}
function copyLink() { writeHash(); copyText(location.href, 'copied-link'); }
