// Search in any script: names in all languages, aliases, and spellings that only differ in case, accents or hyphens.
const fold = text => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '').normalize('NFC');
const NAMES = K.nodes.map(node => ({ id: node.id, keys: [...new Set([...(typeof node.name === "string" ? [node.name] : Object.values(node.name)), ...node.alias, node.id.replace(/^\w+:/, '')])].map(text => ({ text, key: fold(text), words: text.split(/[^\p{L}\p{N}]+/u).map(fold) })) }));
let selected = 0, found = [];

function search(text) {
  const key = fold(text);
  if (!key) return [];
  const hits = [];
  for (const { id, keys } of NAMES) {
    const score = Math.max(...keys.map(k => (k.key === key ? 4 : k.words.includes(key) ? 3 : k.key.startsWith(key) ? 2 : k.key.includes(key) ? 1 : 0)));
    if (score) hits.push({ id, score, by: keys.find(k => k.key.includes(key)).text });
  }
  return hits.sort((a, b) => b.score - a.score || N[b.id].edges.length - N[a.id].edges.length).slice(0, 12);
}
function showHits(text) {
  const list = $('#hits'), input = $('#q');
  found = search(text); selected = 0;
  list.hidden = !text;
  input.setAttribute('aria-expanded', String(!!text));
  const option = (hit, i) => h('li', { role: 'option', id: `hit${i}`, 'aria-selected': String(i === selected), on: { mousedown: e => { e.preventDefault(); choose(hit.id); } } }, icon(N[hit.id]), h('span', null, nameOf(N[hit.id]), h('small', null, [inLang(N[hit.id].sort), hit.by !== nameOf(N[hit.id]) && hit.by].filter(Boolean).join(' · '))));
  list.replaceChildren(...(found.length || !text ? found.map(option) : [h('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, t('no-hit'))]));
  if (text) announce(plural(found.length, 'hit', 'hits'));
  if (found.length) input.setAttribute('aria-activedescendant', 'hit0'); else input.removeAttribute('aria-activedescendant');
}
function moveHit(by) {
  if (!found.length) return;
  selected = (selected + by + found.length) % found.length;
  $$('#hits li').forEach((li, i) => li.setAttribute('aria-selected', String(i === selected)));
  $('#q').setAttribute('aria-activedescendant', `hit${selected}`);
  $(`#hit${selected}`).scrollIntoView({ block: 'nearest' });
}
function choose(id) {
  const kinds = new Set(S.kinds), nodes = new Set(S.nodes);
  kinds.delete(N[id].kind); nodes.delete(id);
  $('#q').value = ''; showHits('');
  if (picking && S.node && id !== S.node) { picking = false; return set({ path: `${S.node}~${id}`, kinds, nodes }); }
  set({ node: id, edge: '', claim: '', path: '', kinds, nodes });
  if (S.view === 'graph') reveal(id);
  $('#panel').focus({ preventScroll: true });
}
