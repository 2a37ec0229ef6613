// What is visible: both clocks, the voice, the legend, the focus and the path, in this order.
let VISIBLE = new Set(), SHOWN = new Set(), GHOSTS = new Set(), HOT = null, HOT_EDGES = new Set(), PATH = [];

const lastDay = month => month + '-31';
const isHeldBy = (claim, voice) => (['a', 'b', 'third'].includes(voice) ? claim.grp === voice : claim.by.includes(voice));

// A mention counts at a moment when it had begun, had not ended, and (second clock) was out by then.
function counts(mention) {
  if (S.stances.has(mention.claim.stance)) return false;
  if (!S.asof) return true;
  if (S.known && !(mention.claim.known && mention.claim.known <= lastDay(S.asof))) return false;
  if (!mention.begins && !mention.ends) return S.undated === '1';
  return !(mention.begins && mention.begins > lastDay(S.asof)) && !(mention.ends && mention.ends < S.asof + '-01');
}

// Who confirms a relation, from the claims that count.
function confirmation(claims) {
  if (claims.some(c => c.denied || c.against.length)) return 'disputed';
  const groups = new Set(claims.map(c => c.grp));
  if (groups.has('a') && groups.has('b')) return 'both';
  if (groups.size > 1) return 'corrob';
  const [group] = groups;
  return group === 'third' && new Set(claims.map(c => c.doc)).size > 1 ? 'several' : group;
}
const certainty = claims => (claims.some(c => c.view === 'asserted') ? 'asserted' : claims.some(c => c.view === 'outlook') ? 'outlook' : 'analysis');

function weigh(edge) {
  const living = edge.mentions.filter(counts);
  edge.own = S.voice ? living.filter(m => isHeldBy(m.claim, S.voice)) : living;
  edge.others = S.voice ? living.filter(m => !isHeldBy(m.claim, S.voice)) : [];
  edge.now = edge.own.length ? edge.own : edge.others;
  const claims = edge.now.map(m => m.claim);
  edge.ghost = !edge.own.length && edge.others.length > 0;
  edge.alone = S.voice !== '' && edge.own.length > 0 && !edge.others.length;
  edge.ev = claims.length ? confirmation(claims) : '';
  edge.sure = certainty(claims);
}

function compute() {
  VISIBLE = new Set(); SHOWN = new Set(); GHOSTS = new Set();
  const near = S.focus ? new Set([S.focus, ...N[S.focus].edges.flatMap(e => [e.s, e.t])]) : null;
  for (const edge of K.edges) {
    weigh(edge);
    if (!edge.now.length || S.families.has(edge.fam) || S.confirmed.has(edge.ev)) continue;
    if ([edge.s, edge.t].some(id => S.kinds.has(N[id].kind) || S.nodes.has(id) || (near && !near.has(id)))) continue;
    SHOWN.add(edge.id);
    if (edge.ghost) GHOSTS.add(edge.id);
    VISIBLE.add(edge.s).add(edge.t);
  }
  if (S.node && !S.nodes.has(S.node)) VISIBLE.add(S.node);
  highlight();
}

function highlight() {
  HOT = null; HOT_EDGES = new Set(); PATH = [];
  const light = edges => { for (const e of edges) { HOT.add(e.s).add(e.t); HOT_EDGES.add(e.id); } };
  if (S.path) {
    const [a, b] = S.path.split('~');
    PATH = strongestPath(a, b);
    HOT = new Set([a, b]);
    light(PATH);
  } else if (S.edge) { HOT = new Set(); light([E[S.edge]]); }
  else if (S.claim) {
    HOT = new Set(K.nodes.filter(n => VISIBLE.has(n.id) && n.facts.some(f => f.claims.some(c => c.id === S.claim))).map(n => n.id));
    light(K.edges.filter(e => SHOWN.has(e.id) && e.now.some(m => m.claim.id === S.claim)));
    if (!HOT.size) HOT = null; // it speaks of nothing in this picture: leave the picture as it is
  }
  else if (S.node) { HOT = new Set([S.node]); light(N[S.node].edges.filter(e => SHOWN.has(e.id))); }
}

// Well-attested relations are short, hubs that connect everything are far: as kg why does.
const HOP = { both: 1, corrob: 1.1, several: 1.1, a: 1.3, b: 1.3, third: 1.3, disputed: 1.8 };
function strongestPath(a, b) {
  const cost = { [a]: 0 }, from = {}, done = new Set();
  for (;;) {
    let best = null;
    for (const id in cost) if (!done.has(id) && (best === null || cost[id] < cost[best])) best = id;
    if (best === null || best === b) break;
    done.add(best);
    for (const edge of N[best].edges) {
      if (!SHOWN.has(edge.id) || edge.ghost) continue;
      const next = edge.s === best ? edge.t : edge.s;
      const through = next === b ? 0 : 0.25 * Math.log2(1 + N[next].edges.length);
      const total = cost[best] + HOP[edge.ev] + through;
      if (!(next in cost) || total < cost[next]) { cost[next] = total; from[next] = [best, edge]; }
    }
  }
  const steps = [];
  for (let at = b; from[at]; at = from[at][0]) steps.unshift(from[at][1]);
  return from[b] ? steps : [];
}

const degree = id => N[id].edges.filter(e => SHOWN.has(e.id)).length;
const claimsShown = () => new Set([...SHOWN].flatMap(id => E[id].now.map(m => m.claim.id)));
