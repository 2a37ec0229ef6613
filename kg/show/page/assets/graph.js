// The picture: vis-network draws positions and edges that pyvis handed over; shapes, labels and zones are ours.
const ICONS = {
  person: 'M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2zM12 14c-4.2 0-7.6 2.2-7.6 5v1.2h15.2V19c0-2.8-3.4-5-7.6-5z',
  state: 'M6 3v18h2.1v-7h4.4l1 2H20V5.4h-5.2l-1-2.4z',
  org: 'M12 3 3 7.6v1.9h18V7.6zM5 11.2v6.3h2.6v-6.3zm5.7 0v6.3h2.6v-6.3zm5.7 0v6.3H19v-6.3zM3 19.2v2h18v-2z',
  agreement: 'M6 2.5h8.2L19 7.3v14.2H6zm7.4 1.8v3.8h3.8zM8.6 11v1.7h7.8V11zm0 3.6v1.7h7.8v-1.7z',
  project: 'M4 20h16v-2H4zM6.5 16h3V9h-3zm4.6 0h3V4h-3zm4.6 0h3v-5h-3z',
  structure: 'M2 8h20v2.6h-1.4v7.9H18v-1.9a6 6 0 0 0-12 0v1.9H3.4v-7.9H2z',
  event: 'M7 2.6v2H4.4v16.2h15.2V4.6H17v-2h-2v2H9v-2zM6.4 9.2h11.2v9.6H6.4zm2.2 2.4v3.2h3.2v-3.2z',
  place: 'M12 2.4a7 7 0 0 0-7 7c0 5.2 7 12.4 7 12.4s7-7.2 7-12.4a7 7 0 0 0-7-7zm0 9.6a2.7 2.7 0 1 1 0-5.4 2.7 2.7 0 0 1 0 5.4z',
  topic: 'M4 6.2h16v2.4H4zm0 4.6h16v2.4H4zm0 4.6h10v2.4H4z',
};
const SHAPES = { person: 'circle', state: 'circle', org: 'circle', place: 'circle', agreement: 'square', project: 'square', structure: 'square', event: 'diamond', topic: 'pill' };
const FONT = 'Inter, "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';
const STROKE = { both: 2.4, corrob: 2, several: 1.7, a: 1.2, b: 1.2, third: 1.2, disputed: 2.2 };
const DASH = { asserted: false, outlook: [7, 5], analysis: [2, 4] };
const COLOUR = {};
let network = null, edgesData = null, hovered = null, hoveredEdge = null;
const LABELS = new Map();
const iconPaths = Object.fromEntries(Object.entries(ICONS).map(([kind, d]) => [kind, new Path2D(d)]));

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['bg', 'panel', 'ink', 'mut', 'line', 'a', 'b', 'joint', 'third', 'warn', 'acc', 'zone-a', 'zone-b', 'zone-third']) COLOUR[name] = style.getPropertyValue('--' + name).trim();
}
const edgeColour = edge => (edge.ev === 'disputed' ? COLOUR.warn : ['both', 'corrob'].includes(edge.ev) ? COLOUR.joint : edge.ev === 'several' ? COLOUR.mut : COLOUR[edge.ev]);
const isHot = id => !HOT || HOT.has(id);
let AROUND = null; // points of a large picture's surroundings
const positionOf = id => S.pins[id] || (AROUND && AROUND[id]) || [N[id].x, N[id].y];

function trace(context, shape, x, y, r) {
  context.beginPath();
  if (shape === 'circle') context.arc(x, y, r, 0, 7);
  else if (shape === 'square') context.roundRect(x - r * 0.92, y - r * 0.92, r * 1.84, r * 1.84, r * 0.3);
  else if (shape === 'pill') context.roundRect(x - r * 1.15, y - r * 0.78, r * 2.3, r * 1.56, r * 0.78);
  else { const a = r * 1.18; context.moveTo(x, y - a); context.lineTo(x + a, y); context.lineTo(x, y + a); context.lineTo(x - a, y); context.closePath(); }
}

function drawNode({ ctx, id, x, y }) {
  const node = N[id], shape = SHAPES[node.kind], colour = COLOUR[node.side], hollow = node.kind === 'place' || node.kind === 'topic';
  return {
    drawNode() {
      ctx.globalAlpha = isHot(id) ? 1 : 0.16;
      trace(ctx, shape, x, y, node.r + 2.5); ctx.fillStyle = COLOUR.bg; ctx.fill();
      trace(ctx, shape, x, y, node.r);
      ctx.fillStyle = hollow ? COLOUR.panel : colour; ctx.fill();
      if (hollow) { ctx.lineWidth = 1.6; ctx.strokeStyle = colour; ctx.stroke(); }
      const scale = node.r * 1.16 / 24;
      ctx.save(); ctx.translate(x - 12 * scale, y - 12 * scale); ctx.scale(scale, scale);
      ctx.fillStyle = hollow ? colour : COLOUR.panel; ctx.fill(iconPaths[node.kind], 'evenodd'); ctx.restore();
      if (id === S.node || id === hovered || S.path.split('~').includes(id)) { trace(ctx, shape, x, y, node.r + 5); ctx.lineWidth = 2.6; ctx.strokeStyle = COLOUR.acc; ctx.stroke(); }
      if (S.pins[id]) { ctx.beginPath(); ctx.arc(x + node.r * 0.8, y - node.r * 0.8, 4, 0, 7); ctx.fillStyle = COLOUR.acc; ctx.fill(); }
      ctx.globalAlpha = 1;
    },
    nodeDimensions: { width: 2 * node.r + 4, height: 2 * node.r + 4 },
  };
}

// ---- labels: once a frame, most important first, never overlapping, never below 11 px on the screen
const importance = id => (id === S.node ? 1e6 : 0) + (id === hovered ? 5e5 : 0) + (HOT && HOT.has(id) ? 1e5 : 0) + (K.poles.includes(id) ? 5000 : 0) + (N[id].kind === 'state' ? 500 : 0) + N[id].edges.length;
const overlaps = (one, boxes) => boxes.some(b => one[0] < b[2] && one[2] > b[0] && one[1] < b[3] && one[3] > b[1]);
function wrap(text, width) {
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && (line + ' ' + word).length > width) { lines.push(line); line = word; } else line = line ? line + ' ' + word : word;
  }
  lines.push(line);
  return lines.length > 3 ? [...lines.slice(0, 2), lines[2] + '…'] : lines;
}
const cut = (line, length) => (line.length > length ? line.slice(0, length - 1).trimEnd() : line) + '…';
function shorter(lines) {
  const [first, ...more] = lines;
  return [...(more.length > 1 ? [[first, cut(more[0], 16)]] : []), ...(more.length ? [[cut(first, 16)], [cut(first, 10)]] : [[cut(first, 10)]])];
}
function drawLabels(ctx) {
  const visible = AROUND ? Object.keys(AROUND).filter(id => VISIBLE.has(id)) : VISIBLE;
  const scale = network.getScale(), size = Math.max(11.5 / scale, Math.min(13, 15 / scale)), leading = size * 1.16, boxes = [];
  LABELS.clear();
  ctx.textAlign = 'center'; ctx.textBaseline = 'top'; ctx.lineJoin = 'round';
  for (const id of [...visible].sort((a, b) => importance(b) - importance(a))) { // shapes first: no label on another's shape
    const [x, y] = positionOf(id), r = N[id].r;
    if (isHot(id)) boxes.push([x - r, y - r, x + r, y + r]);
  }
  const shapes = boxes.length;
  for (const id of [...visible].sort((a, b) => importance(b) - importance(a))) {
    if (!isHot(id)) continue;
    const node = N[id], [x, y] = positionOf(id), strong = node.kind === 'state' || id === S.node;
    ctx.font = `${strong ? 650 : 500} ${size}px ${FONT}`;
    const top = y + node.r * (SHAPES[node.kind] === 'diamond' ? 1.18 : 1) + 4 / Math.max(0.8, scale);
    const taken = id === S.node ? boxes.slice(shapes) : boxes, whole = wrap(nameOf(node), /[\u3040-\u9fff\uac00-\ud7af]/.test(nameOf(node)) ? 12 : 19);
    let box = null, lines = null;
    for (lines of [whole, ...shorter(whole)]) { // a cut name beats no name
      const width = Math.max(...lines.map(l => ctx.measureText(l).width));
      box = [x - width / 2 - 2, top - 1, x + width / 2 + 2, top + lines.length * leading];
      if (!overlaps(box, taken)) break;
      box = null;
    }
    if (!box) continue;
    boxes.push(box);
    LABELS.set(id, { lines, x, top, size, leading, box });
    ctx.lineWidth = size * 0.42; ctx.strokeStyle = COLOUR.bg;
    lines.forEach((l, i) => ctx.strokeText(l, x, top + i * leading));
    ctx.fillStyle = labelColour(node);
    lines.forEach((l, i) => ctx.fillText(l, x, top + i * leading));
  }
  drawEdgeLabels(ctx, size * 0.92, boxes.slice(shapes));
}
const labelColour = node => (['a', 'b'].includes(node.side) ? COLOUR[node.side] : node.side === 'third' ? COLOUR.mut : COLOUR.ink);

function middle(id) {
  const drawn = network.body.edges[id];
  if (!drawn || !drawn.connected) return null;
  return drawn.edgeType.getPoint(0.5);
}
function drawEdgeLabels(ctx, size, boxes) {
  const wanted = new Set(HOT_EDGES.size <= 14 || S.edge ? HOT_EDGES : []);
  if (hoveredEdge) wanted.add(hoveredEdge);
  ctx.textBaseline = 'middle';
  for (const id of AROUND ? [...SHOWN].filter(id => E[id].s in AROUND && E[id].t in AROUND) : SHOWN) {
    const edge = E[id], at = wanted.has(id) || edge.ev === 'disputed' ? middle(id) : null;
    if (!at || (HOT && !HOT_EDGES.has(id) && !wanted.has(id))) continue;
    const text = wanted.has(id) ? inLang(edge.label) : '≠';
    ctx.font = `${wanted.has(id) ? 500 : 800} ${size}px ${FONT}`;
    const width = Math.max(ctx.measureText(text).width, size * 0.5), box = [at.x - width / 2 - 5, at.y - size * 0.75, at.x + width / 2 + 5, at.y + size * 0.75];
    if (wanted.has(id) && overlaps(box, boxes)) continue;
    boxes.push(box);
    ctx.beginPath(); ctx.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], size * 0.5);
    ctx.fillStyle = wanted.has(id) ? COLOUR.panel : COLOUR.warn; ctx.fill();
    ctx.lineWidth = 1; ctx.strokeStyle = edgeColour(edge); ctx.stroke();
    ctx.fillStyle = wanted.has(id) ? COLOUR.ink : COLOUR.panel; ctx.fillText(text, at.x, at.y + size * 0.05);
  }
}

// ---- zones of the two poles, what they share, and third parties
let EXTENT = null;
function measureExtent() {
  const box = side => {
    const found = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of AROUND ? Object.keys(AROUND).map(id => N[id]) : K.nodes) {
      if (side && node.side !== side) continue;
      const [x, y] = AROUND ? AROUND[node.id] : [node.x, node.y];
      found[0] = Math.min(found[0], x - 78); found[1] = Math.min(found[1], y - 58); found[2] = Math.max(found[2], x + 78); found[3] = Math.max(found[3], y + 72);
    }
    return found[0] < found[2] ? found : null;
  };
  EXTENT = { all: box() || [-100, -100, 100, 100], a: box('a'), b: box('b'), third: box('third'), joint: box('joint') };
}
const hasZones = () => K.poles.length === 2 && EXTENT.a && EXTENT.b && !K.free;
function zones() { // each: where, its fill, and a caption with its place and ink
  if (!hasZones()) return [];
  const { all, a, b, third, joint } = EXTENT, top = third ? third[3] + 6 : all[1];
  const poleName = i => (N[K.poles[i]] ? nameOf(N[K.poles[i]]) : K.poles[i]).toUpperCase();
  const found = [
    { rect: [all[0], top, a[2], all[3]], fill: 'zone-a', text: poleName(0), x: all[0] + 14, y: top + 18, align: 'left', ink: 'a' },
    { rect: [b[0], top, all[2], all[3]], fill: 'zone-b', text: poleName(1), x: all[2] - 14, y: top + 18, align: 'right', ink: 'b' },
  ];
  if (joint) found.push({ text: t('shared').toUpperCase(), x: (a[2] + b[0]) / 2, y: top + 18, align: 'center', ink: 'mut' });
  if (third) found.push({ rect: [all[0], all[1], all[2], third[3] - 4], fill: 'zone-third', text: t('third-parties').toUpperCase(), x: all[0] + 14, y: all[1] + 18, align: 'left', ink: 'mut' });
  return found;
}
function drawZones(ctx) {
  for (const { rect, fill: colour } of zones()) {
    if (!rect) continue;
    ctx.beginPath(); ctx.roundRect(rect[0], rect[1], rect[2] - rect[0], rect[3] - rect[1], 16);
    ctx.fillStyle = COLOUR[colour]; ctx.fill();
  }
  ctx.textBaseline = 'middle';
  ctx.font = `650 ${Math.max(12.5, 11 / network.getScale())}px ${FONT}`;
  for (const { text, x, y, align, ink } of zones()) { ctx.textAlign = align; ctx.fillStyle = COLOUR[ink]; ctx.fillText(text, x, y); }
}

// ---- vis
function edgeStyle(edge) {
  const hot = !HOT || HOT_EDGES.has(edge.id), shown = SHOWN.has(edge.id);
  return {
    id: edge.id, hidden: !shown, color: { color: edgeColour(edge), opacity: !hot ? 0.07 : edge.ghost ? 0.16 : edge.alone ? 1 : 0.62, inherit: false },
    width: (STROKE[edge.ev] || 1) * (edge.alone ? 1.6 : HOT && hot ? 1.35 : 1), dashes: DASH[edge.sure], arrows: { to: { enabled: !edge.mutual, scaleFactor: 0.42 } },
  };
}
function startGraph() {
  if (K.large) return startOverview();
  startVis(JSON.parse($('#vis-data').textContent));
  measureExtent();
}
function startVis(given) {
  const options = JSON.parse($('#vis-options').textContent), holder = h('div', { class: 'fill' });
  $('#network').append(holder);
  options.nodes = { ...options.nodes, shape: 'custom', ctxRenderer: drawNode };
  const parallel = {};
  edgesData = new vis.DataSet(given.edges.map(edge => {
    const pair = [edge.from, edge.to].sort().join('~'), n = (parallel[pair] = (parallel[pair] || 0) + 1);
    const type = (n % 2 === 1) === (edge.from < edge.to) ? 'curvedCW' : 'curvedCCW';
    return { ...edge, smooth: { enabled: true, type, roundness: 0.07 + 0.09 * Math.floor(n / 2) } };
  }));
  nodesData = new vis.DataSet(given.nodes);
  network = new vis.Network(holder, { nodes: nodesData, edges: edgesData }, options);
  network.on('beforeDrawing', drawZones);
  network.on('afterDrawing', drawLabels);
  network.on('click', ({ nodes, edges }) => pick(nodes[0], edges[0]));
  network.on('doubleClick', ({ nodes }) => nodes[0] && set({ focus: nodes[0], node: nodes[0] }));
  network.on('hoverNode', ({ node }) => { hovered = node; network.redraw(); });
  network.on('blurNode', () => { hovered = null; network.redraw(); });
  network.on('hoverEdge', ({ edge }) => { hoveredEdge = edge; network.redraw(); });
  network.on('blurEdge', () => { hoveredEdge = null; network.redraw(); });
  network.on('dragEnd', ({ nodes }) => {
    if (!nodes.length) return;
    const at = network.getPositions(nodes);
    set({ pins: { ...S.pins, ...Object.fromEntries(nodes.map(id => [id, [Math.round(at[id].x), Math.round(at[id].y)]])) } });
  });
}
let nodesData = null;
let surrounded = '';
function paintGraph() {
  if (K.large) {
    paper.hidden = !isOverview();
    if (surrounded !== S.focus) enterSurroundings();
    if (isOverview()) return askFrame();
  }
  const nodes = AROUND ? Object.keys(AROUND).map(id => N[id]) : K.nodes, edges = AROUND ? K.edges.filter(e => e.s in AROUND && e.t in AROUND) : K.edges;
  nodesData.update(nodes.map(n => { const [x, y] = positionOf(n.id); return { id: n.id, hidden: !VISIBLE.has(n.id), x, y }; }));
  edgesData.update(edges.map(edgeStyle));
  network.redraw();
}
function enterSurroundings() { // of one thing in a large picture; leaving it gives the overview back
  surrounded = S.focus;
  if (network) { network.destroy(); network = null; $('#network .fill').remove(); }
  AROUND = S.focus ? showSurroundings() : null;
  measureExtent();
  if (!AROUND) return;
  const inside = K.edges.filter(e => e.s in AROUND && e.t in AROUND);
  startVis({ nodes: Object.entries(AROUND).map(([id, [x, y]]) => ({ id, x, y })), edges: inside.map(e => ({ id: e.id, from: e.s, to: e.t })) });
  fitGraph(false);
}
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const moving = duration => (calm.matches ? false : { duration, easingFunction: 'easeInOutQuad' });
function fitGraph(slowly) {
  if (isOverview()) return fitOverview();
  const canvas = $('#network').getBoundingClientRect(), [x1, y1, x2, y2] = EXTENT.all;
  if (!canvas.width || !canvas.height) return;
  const scale = Math.min(canvas.width / (x2 - x1 + 20), canvas.height / (y2 - y1 + 20), 1.4);
  network.moveTo({ position: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }, scale, animation: slowly ? moving(220) : false });
}
const zoomBy = factor => isOverview() ? zoomOverview(factor) : network.moveTo({ scale: Math.max(0.05, Math.min(6, network.getScale() * factor)), animation: moving(160) });
function centreOn(id) {
  const [x, y] = positionOf(id);
  if (isOverview()) { Object.assign(Eye, { x, y, scale: Math.max(Eye.scale, 0.6) }); return askFrame(); }
  network.moveTo({ position: { x, y }, animation: moving(260) });
}

const reveal = id => K.free && centreOn(id); // a small picture shows everything anyway

let picking = false;
function pick(node, edge) {
  if (picking && node && S.node && node !== S.node) { picking = false; return set({ path: `${S.node}~${node}`, edge: '', claim: '' }); }
  picking = false;
  if (node) set({ node, edge: '', claim: '', path: '' });
  else if (edge && E[edge]) set({ edge, node: '', claim: '', path: '' });
  else set({ node: '', edge: '', claim: '', path: '' });
}
