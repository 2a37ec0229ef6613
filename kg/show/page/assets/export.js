// What can be taken away: the picture as SVG or PNG, the relations as CSV, the data as JSON, the page on paper.
function save(blob, name) {
  const link = h('a', { href: URL.createObjectURL(blob), download: name });
  document.body.append(link); link.click(); link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 4000);
}
function svgText() {
  const [x1, y1, x2, y2] = EXTENT.all, width = x2 - x1, height = y2 - y1 + 30;
  const svg = h('$svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `${x1} ${y1} ${width} ${height}`, width, height, 'font-family': 'Inter, Segoe UI, Noto Sans, Noto Sans KR, sans-serif' });
  fill(svg, h('$title', null, inLang(K.title)), h('$rect', { x: x1, y: y1, width, height, fill: COLOUR.bg }));
  for (const zone of zones()) if (zone.rect) { const [a, b, c, d] = zone.rect; svg.append(h('$rect', { x: a, y: b, width: c - a, height: d - b, rx: 16, fill: COLOUR[zone.fill] })); }
  for (const zone of zones()) svg.append(h('$text', { x: zone.x, y: zone.y, 'text-anchor': { left: 'start', right: 'end', center: 'middle' }[zone.align], 'font-size': 13, 'font-weight': 650, fill: COLOUR[zone.ink] }, zone.text));
  for (const id of SHOWN) svg.append(svgEdge(E[id]));
  for (const id of VISIBLE) svg.append(svgNode(N[id]));
  for (const [id, label] of LABELS) label.lines.forEach((line, i) => svg.append(h('$text', { x: label.x, y: label.top + label.size * 0.85 + i * label.leading, 'text-anchor': 'middle', 'font-size': label.size.toFixed(1), fill: labelColour(N[id]), stroke: COLOUR.bg, 'stroke-width': label.size * 0.28, 'paint-order': 'stroke' }, line)));
  svg.append(h('$text', { x: x1 + 14, y: y2 + 18, 'font-size': 12, fill: COLOUR.mut }, `${inLang(K.title)} · ${S.asof || K.today} · ${plural(VISIBLE.size, 'entity', 'entities')}, ${plural(SHOWN.size, 'relation-one', 'relations')}`));
  return new XMLSerializer().serializeToString(svg);
}
function svgEdge(edge) {
  const style = edgeStyle(edge), drawn = network && network.body.edges[edge.id], points = [];
  if (!drawn) { // the overview draws straight lines
    const [x1, y1] = positionOf(edge.s), [x2, y2] = positionOf(edge.t);
    return h('$line', { x1, y1, x2, y2, stroke: style.color.color, 'stroke-opacity': 0.3 });
  }
  for (let i = 0; i <= 16; i++) { const at = drawn.edgeType.getPoint(i / 16); points.push([at.x, at.y]); }
  const [x, y] = points[16], [fromX, fromY] = points[14], angle = Math.atan2(y - fromY, x - fromX) * 180 / Math.PI;
  const line = h('$polyline', { points: points.map(p => p.map(v => v.toFixed(1)).join(' ')).join(' '), fill: 'none', stroke: style.color.color, 'stroke-opacity': style.color.opacity, 'stroke-width': style.width, 'stroke-dasharray': style.dashes ? style.dashes.join(' ') : null });
  return h('$g', null, h('$title', null, sentence(edge)), line, !edge.mutual && h('$path', { d: 'M0 0L-7 3L-7 -3Z', fill: style.color.color, 'fill-opacity': style.color.opacity, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})` }));
}
function svgNode(node) {
  const [x, y] = positionOf(node.id), drawn = icon(node, node.r * 2);
  for (const part of drawn.querySelectorAll('*')) for (const name of ['fill', 'stroke']) { const value = part.getAttribute(name), found = /^var\(--(.+)\)$/.exec(value || ''); if (found) part.setAttribute(name, COLOUR[found[1]] || COLOUR.third); }
  drawn.setAttribute('x', x - node.r); drawn.setAttribute('y', y - node.r); drawn.setAttribute('opacity', isHot(node.id) ? 1 : 0.16);
  drawn.removeAttribute('aria-hidden');
  drawn.append(h('$title', null, nameOf(node)));
  return drawn;
}
function csvText() {
  // as escapes.cell: what a spreadsheet would run as a formula gets an apostrophe in front, a plain figure does not
  const clean = text => text.replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/g, ' ').replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '');
  const runs = text => /^[=+\-−@]/.test(text.replace(/^[\s"'`´‘’‚‛“”„«»‹›＂＇\xad\u200c\u200d]*/, '').slice(0, 1).normalize('NFKC')) && !/^[+\-−]?(\d[\d,]*(\.\d+)?|\.\d+)([eE][+-]?\d+)?( ?(%|\p{L}+))?$/u.test(text);
  const harmless = text => (runs(text) ? "'" + text : text);
  const quoted = value => '"' + harmless(clean(String(value ?? ''))).replace(/"/g, '""') + '"';
  const rows = [['from', 'relation', 'to', 'begins', 'ends', 'confirmed', 'stance', 'denied', 'speakers', 'document', 'place', 'claim', 'text']];
  for (const edge of shownEdges()) for (const m of edge.now) rows.push([nameOf(N[edge.s]), inLang(edge.label), nameOf(N[edge.t]), m.begins, m.ends, t(edge.ev), inLang(K.stances[m.claim.stance]), m.claim.denied, speakerNames(m.claim), m.claim.doc, m.claim.place, m.claim.id, m.claim.text]);
  return '\ufeff' + rows.map(row => row.map(quoted).join(',')).join('\r\n');
}
const EXPORTS = {
  png: () => { const image = new Image(), source = URL.createObjectURL(new Blob([svgText()], { type: 'image/svg+xml' })); image.onload = () => { const canvas = h('canvas', { width: image.width * 2, height: image.height * 2 }); canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height); canvas.toBlob(blob => { save(blob, 'kg.png'); URL.revokeObjectURL(source); }); }; image.src = source; },
  svg: () => save(new Blob([svgText()], { type: 'image/svg+xml' }), 'kg.svg'),
  csv: () => save(new Blob([csvText()], { type: 'text/csv' }), 'kg.csv'),
  json: () => save(new Blob([JSON.stringify(JSON.parse($('#kg-data').textContent), null, 1)], { type: 'application/json' }), 'kg.json'),
  print: () => print(),
};
