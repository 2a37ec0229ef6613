// The time bar: a histogram of claims, a slider over months, play, and the second clock.
const MONTHS = (() => {
  const days = K.edges.flatMap(e => e.mentions.flatMap(m => [m.begins, m.ends])).concat(K.claims.map(c => c.known)).filter(Boolean).sort();
  if (!days.length) return [];
  const number = day => +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1, first = number(days[0]), last = number(days[days.length - 1]);
  const step = last - first > 2400 ? 12 : 1; // centuries go by the year
  const months = [];
  for (let n = first; n <= last + step - 1; n += step) months.push(`${String(Math.floor(n / 12)).padStart(4, '0')}-${String(n % 12 + 1).padStart(2, '0')}`);
  return months;
})();
let playing = null;

function time() {
  const bar = $('#time');
  bar.hidden = !MONTHS.length;
  if (!MONTHS.length) return;
  const at = S.asof ? MONTHS.findLastIndex(m => m <= S.asof) : MONTHS.length;
  const perMonth = {};
  for (const id of K.edges.flatMap(e => e.mentions)) { const day = S.known ? id.claim.known : id.begins || id.ends; if (day) perMonth[day.slice(0, 7)] = (perMonth[day.slice(0, 7)] || 0) + 1; }
  const most = Math.max(1, ...Object.values(perMonth)), width = 1000, step = width / MONTHS.length;
  const bars = MONTHS.map((m, i) => perMonth[m] && h('$rect', { x: i * step, y: 26 - 24 * perMonth[m] / most, width: Math.max(2, step - 1), height: 24 * perMonth[m] / most, class: i <= at ? 'on' : 'off' }));
  const years = MONTHS.map((m, i) => m.endsWith('-01') && [h('$line', { x1: i * step, y1: 0, x2: i * step, y2: 28, class: 'grid' })]);
  const slider = h('input', { type: 'range', min: 0, max: MONTHS.length, step: 1, 'aria-label': t('as-of'), 'aria-valuetext': S.asof || t('all-dates') });
  slider.value = at;
  slider.addEventListener('input', () => { const m = MONTHS[+slider.value]; set({ asof: m || '' }, { remember: false }); });
  const check = (key, label) => { const box = h('input', { type: 'checkbox', id: `box-${key}` }); box.checked = S[key] === '1'; box.addEventListener('change', () => set({ [key]: box.checked ? '1' : '' })); return h('label', { class: 'check', for: `box-${key}` }, box, t(label)); };
  const focused = document.activeElement && bar.contains(document.activeElement) ? document.activeElement.id || document.activeElement.type : '';
  bar.replaceChildren(
    h('div', { class: 'clocks' }, button(playing ? '❚❚' : '▶', play, { class: 'play', id: 'play', 'aria-label': t(playing ? 'pause' : 'play') }), h('div', null, check('known', 'known-then'), check('undated', 'with-undated'))),
    h('div', { class: 'track' }, h('$svg', { viewBox: `0 0 ${width} 30`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, years, bars), h('div', { class: 'years', 'aria-hidden': 'true' }, yearMarks()), slider),
    h('output', { for: 'time' }, h('b', null, S.asof || t('all-dates')), h('small', null, `${plural(VISIBLE.size, 'entity', 'entities')} · ${plural(SHOWN.size, 'relation-one', 'relations')}`)));
  if (focused === 'range') $('input[type=range]', bar).focus();
  else if (focused) $(`#${focused}`, bar)?.focus();
}
function yearMarks() {
  const years = [...new Set(MONTHS.map(m => m.slice(0, 4)))], every = Math.ceil(years.length / 8);
  return years.filter((_, i) => i % every === 0).map(y => h('span', { style: `left:${100 * Math.max(0, MONTHS.indexOf(`${y}-01`)) / MONTHS.length}%` }, y));
}
function play() {
  if (playing) { clearInterval(playing); playing = null; return time(); }
  let at = S.asof ? MONTHS.indexOf(S.asof) : -1;
  if (at >= MONTHS.length - 1) at = -1;
  const stride = Math.max(1, Math.ceil(MONTHS.length / 48));
  const tick = () => {
    at += stride;
    if (at >= MONTHS.length) { clearInterval(playing); playing = null; return set({ asof: '' }, { remember: false }); }
    set({ asof: MONTHS[at] }, { remember: false });
  };
  playing = setInterval(tick, calm.matches ? 900 : 320);
  tick();
}
