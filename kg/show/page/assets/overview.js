// Large pictures: vis draws some hundred things well, not ten thousand. Here everything is painted on one canvas in a few
// batches; vis takes over for the surroundings of one thing (see showSurroundings).
const MAX_LABELS = 60;
const Eye = { x: 0, y: 0, scale: 1 }; // the world point in the middle of the canvas, and pixels per unit
const isOverview = () => K.large && !S.focus;
let paper = null, frameAsked = false, resting = null, ranked = null;

function startOverview() {
  paper = h('canvas', { id: 'overview' });
  $('#network').append(paper);
  measureExtent();
  ranked = [...K.nodes].sort((a, b) => b.edges.length - a.edges.length).map(n => n.id); // labels by importance, sorted once
  let from = null, moved = false;
  paper.addEventListener('pointerdown', e => { from = [e.clientX, e.clientY]; moved = false; paper.setPointerCapture(e.pointerId); });
  paper.addEventListener('pointermove', e => {
    if (!from) return;
    const [dx, dy] = [e.clientX - from[0], e.clientY - from[1]];
    if (Math.abs(dx) + Math.abs(dy) > 3) moved = true;
    Eye.x -= dx / Eye.scale; Eye.y -= dy / Eye.scale; from = [e.clientX, e.clientY];
    askFrame();
  });
  paper.addEventListener('pointerup', e => { from = null; if (!moved) pick(thingAt(e.clientX, e.clientY)); });
  paper.addEventListener('dblclick', e => { const id = thingAt(e.clientX, e.clientY); if (id) set({ focus: id, node: id }); });
  paper.addEventListener('wheel', e => { e.preventDefault(); zoomOverview(Math.exp(-e.deltaY * 0.0012), e.clientX, e.clientY); }, { passive: false });
}
const size = () => paper.getBoundingClientRect();
function toScreen(x, y) { const r = size(); return [(x - Eye.x) * Eye.scale + r.width / 2, (y - Eye.y) * Eye.scale + r.height / 2]; }
function thingAt(clientX, clientY) {
  const r = size(), x = (clientX - r.left - r.width / 2) / Eye.scale + Eye.x, y = (clientY - r.top - r.height / 2) / Eye.scale + Eye.y;
  let best = null, near = 10 / Eye.scale;
  for (const id of VISIBLE) {
    const [nx, ny] = positionOf(id), far = Math.hypot(nx - x, ny - y) - dotRadius(N[id]);
    if (far < near) { near = far; best = id; }
  }
  return best;
}
function fitOverview() {
  const r = size(), [x1, y1, x2, y2] = EXTENT.all;
  Eye.x = (x1 + x2) / 2; Eye.y = (y1 + y2) / 2; Eye.scale = Math.min(r.width / (x2 - x1), r.height / (y2 - y1));
  askFrame();
}
function zoomOverview(factor, clientX, clientY) {
  const r = size(), dx = (clientX ?? r.left + r.width / 2) - r.left - r.width / 2, dy = (clientY ?? r.top + r.height / 2) - r.top - r.height / 2;
  const scale = Math.max(0.005, Math.min(8, Eye.scale * factor));
  Eye.x += dx / Eye.scale - dx / scale; Eye.y += dy / Eye.scale - dy / scale; Eye.scale = scale;
  askFrame();
}
function askFrame() { // at most one painting a frame; while moving, relations wait until the hand rests
  clearTimeout(resting);
  if (SHOWN.size > 15000) resting = setTimeout(() => paintOverview(true), 140);
  if (frameAsked) return;
  frameAsked = true;
  requestAnimationFrame(() => { frameAsked = false; paintOverview(SHOWN.size <= 15000); });
}
const dotRadius = node => Math.max(node.r * 0.55, 1.6 / Eye.scale);

function paintOverview(withEdges) {
  const r = size(), ratio = window.devicePixelRatio || 1, ctx = paper.getContext('2d');
  if (paper.width !== Math.round(r.width * ratio) || paper.height !== Math.round(r.height * ratio)) { paper.width = Math.round(r.width * ratio); paper.height = Math.round(r.height * ratio); }
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = COLOUR.bg; ctx.fillRect(0, 0, r.width, r.height);
  ctx.setTransform(ratio * Eye.scale, 0, 0, ratio * Eye.scale, ratio * (r.width / 2 - Eye.x * Eye.scale), ratio * (r.height / 2 - Eye.y * Eye.scale));
  const half = [r.width / 2 / Eye.scale, r.height / 2 / Eye.scale], inside = (x, y) => Math.abs(x - Eye.x) < half[0] && Math.abs(y - Eye.y) < half[1];
  if (withEdges) paintEdges(ctx);
  paintDots(ctx, inside);
  paintOverviewLabels(ctx, inside);
}
function paintEdges(ctx) {
  const batches = {};
  for (const id of SHOWN) {
    const edge = E[id], hot = !HOT || HOT_EDGES.has(id);
    (batches[`${edgeColour(edge)}|${hot ? (HOT ? 0.9 : 0.22) : 0.04}`] ??= []).push(edge);
  }
  for (const key in batches) {
    const [colour, opacity] = key.split('|');
    ctx.beginPath();
    for (const edge of batches[key]) { const [x1, y1] = positionOf(edge.s), [x2, y2] = positionOf(edge.t); ctx.moveTo(x1, y1); ctx.lineTo(x2, y2); }
    ctx.globalAlpha = +opacity; ctx.strokeStyle = colour; ctx.lineWidth = 1 / Eye.scale; ctx.stroke();
  }
  ctx.globalAlpha = 1;
}
function paintDots(ctx, inside) {
  const batches = {};
  for (const id of VISIBLE) { const [x, y] = positionOf(id); if (inside(x, y)) (batches[`${N[id].side}|${isHot(id) ? 1 : 0.2}`] ??= []).push([x, y, dotRadius(N[id])]); }
  for (const key in batches) {
    const [side, opacity] = key.split('|');
    ctx.beginPath();
    for (const [x, y, radius] of batches[key]) { ctx.moveTo(x + radius, y); ctx.arc(x, y, radius, 0, 7); }
    ctx.globalAlpha = +opacity; ctx.fillStyle = COLOUR[side]; ctx.fill();
  }
  ctx.globalAlpha = 1;
  if (S.node) { const [x, y] = positionOf(S.node); ctx.beginPath(); ctx.arc(x, y, dotRadius(N[S.node]) + 4 / Eye.scale, 0, 7); ctx.lineWidth = 2.5 / Eye.scale; ctx.strokeStyle = COLOUR.acc; ctx.stroke(); }
}
function paintOverviewLabels(ctx, inside) {
  const fontSize = 12 / Eye.scale, boxes = [];
  LABELS.clear();
  ctx.textAlign = 'center'; ctx.textBaseline = 'top'; ctx.lineJoin = 'round'; ctx.font = `550 ${fontSize}px ${FONT}`;
  const wanted = HOT ? [...HOT].sort((a, b) => importance(b) - importance(a)) : ranked;
  for (const id of wanted) {
    if (LABELS.size >= MAX_LABELS) break;
    const [x, y] = positionOf(id);
    if (!VISIBLE.has(id) || !inside(x, y)) continue;
    const line = wrap(nameOf(N[id]), 28)[0], width = ctx.measureText(line).width, top = y + dotRadius(N[id]) + 2 / Eye.scale;
    const box = [x - width / 2, top, x + width / 2, top + fontSize * 1.2];
    if (overlaps(box, boxes)) continue;
    boxes.push(box);
    LABELS.set(id, { lines: [line], x, top, size: fontSize, leading: fontSize * 1.2, box });
    ctx.lineWidth = fontSize * 0.35; ctx.strokeStyle = COLOUR.bg; ctx.strokeText(line, x, top);
    ctx.fillStyle = labelColour(N[id]); ctx.fillText(line, x, top);
  }
}

// ---- the surroundings of one thing, drawn by vis: rings around it, its closest in the middle
const MAX_AROUND = 150;
function showSurroundings() {
  const near = [...new Set(N[S.focus].edges.filter(e => SHOWN.has(e.id)).flatMap(e => [e.s, e.t]))].filter(id => id !== S.focus).sort((a, b) => importance(b) - importance(a)).slice(0, MAX_AROUND);
  const at = { [S.focus]: [0, 0] };
  near.forEach((id, i) => { const ring = Math.floor(Math.sqrt(i / 3)), first = 3 * ring * ring, on = Math.min(near.length, 3 * (ring + 1) ** 2) - first, angle = 2 * Math.PI * (i - first) / on + ring; at[id] = [Math.round(220 * (ring + 1) * Math.cos(angle) * 1.25), Math.round(170 * (ring + 1) * Math.sin(angle))]; });
  return at;
}
