// The evidence panel: an overview, an entity, a relation, a claim or a path; each says who says so and where.

import { bandPanel } from './bandpanel.js';
import { isBand } from './bands.js';
import { choices, choose, LANGUAGES, NOTHING_OPEN, openNode, toggled, writeAddress } from './choices.js';
import { copyText } from './clipboard.js';
import { claimOf, claims, relationOf, scene, sources, thingOf } from './data.js';
import { disputePanel } from './disputes.js';
import { button, element, find, refill } from './dom.js';
import {
  briefLink,
  buildMark,
  claimCard,
  claimLink,
  claimText,
  disputeLink,
  documentLink,
  editsOf,
  heading,
  placeOf,
  relationCard,
  sourceLine,
  stamp,
} from './evidence.js';
import { foldedAround, unfold } from './first.js';
import { icon, strokeIcon } from './look.js';
import { remarks } from './notes.js';
import {
  chosenSieve,
  chosenSieves,
  countedClaims,
  countsAlone,
  isToldBy,
  picture,
  shownOf,
  shownRelations,
} from './picture.js';
import { portion } from './portions.js';
import { howToRead } from './reading.js';
import { progress } from './seek.js';
import { disputesAbout, disputesOf } from './standing.js';
import { claimList } from './voice.js';
import { foreign, inLanguage, named, nameOf, sentence, speakerNames, telling, word } from './words.js';

/** @import { Child } from './dom.js' */
/** @import { Standing } from './standing.js' */
/** @import { Claim, Relation, Source, Thing } from './types.js' */

/** @param {[number, string][]} pairs */
const stats = (...pairs) =>
  element(
    'div',
    { class: 'stats' },
    pairs.map(([count, key]) => element('div', null, element('b', null, count), element('span', null, word(key)))),
  );

/** @param {Child[]} children */
const kicker = (...children) => element('p', { class: 'kick' }, ...children);
/** @param {Child[]} children */
const title = (...children) => element('h2', { class: 'name', tabindex: -1 }, ...children);
/** @param {Child[]} children */
const actions = (...children) => element('div', { class: 'acts' }, ...children);
const copyLinkButton = () => button(word('copy-link'), copyLink);

const MOST = 8;
function overviewPanel() {
  const told = countedClaims();
  const cited = new Set([...told].map((claim) => claim.document));
  /** @type {Map<string, number>} */
  const degrees = new Map([...picture.nodes].map((id) => [id, 0]));
  for (const { source, target } of shownRelations()) {
    for (const end of source === target ? [source] : [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  const most = [...degrees].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).slice(0, MOST);
  const topLine = (/** @type {[string, number]} */ [id, degree]) =>
    element(
      'li',
      null,
      button(named(id), () => openNode(id), { class: 'link' }),
      element('span', null, degree),
    );
  const docs = [...sources.values()].filter((source) => cited.has(source.id));
  return [
    choices.missing && element('p', { class: 'missing', role: 'alert' }, word('missing'), ' ', choices.missing),
    kicker(word('overview')),
    title(inLanguage(scene.title)),
    inLanguage(scene.subtitle) && element('p', null, inLanguage(scene.subtitle)),
    stats(
      [picture.nodes.size, 'entities'],
      [picture.relations.size - picture.ghosts.size, 'relations'],
      [told.size, 'claims'],
    ),
    choices.voice && claimList(panel),
    remarks(),
    heading(word('how')),
    howToRead(),
    heading(word('most')),
    element('ol', { class: 'top' }, most.map(topLine)),
    heading(word('sources')),
    element(
      'ul',
      { class: 'docs' },
      docs.map((source) => element('li', null, documentLink(source))),
    ),
    !choices.voice && claimList(panel),
  ];
}

/** @param {Thing} thing */
function nodePanel(thing) {
  const { id, name } = thing;
  const shown = shownOf(id);
  const told = new Set(shown.flatMap((relation) => relation.current.map((mention) => mention.claim)));
  const cited = new Set([...told].map((claim) => claim.document));
  const others = new Map(LANGUAGES.map((lang) => [name[lang], lang]));
  for (const known of ['', undefined, nameOf(thing)]) others.delete(/** @type {string} */ (known));
  const otherNames = [...others].map(([text, lang]) => element('span', { lang: foreign(lang) }, text));
  const families = [...new Set(shown.map((relation) => relation.family))];
  const section = (/** @type {string} */ family) => {
    const some = shown.filter((relation) => relation.family === family);
    return [heading(word('f-' + family), some.length), some.map((relation) => relationCard(relation))];
  };
  return [
    kicker(icon(thing, 16), ' ', inLanguage(thing.sort) || word(thing.kind)),
    title(nameOf(thing)),
    element(
      'p',
      { class: 'alias' },
      [...otherNames, ...thing.aliases].map((one, at) => [at ? ' · ' : '', one]),
    ),
    nodeActions(id),
    stats([shown.length, 'relations'], [told.size, 'claims'], [cited.size, 'documents']),
    detailSections(thing),
    families.map(section),
  ];
}

/** @type {() => void} */
let askForEnd = () => {};
/**
 * What happens when the reader wants a path from the thing that is open.
 * @param {() => void} action
 */
export function whenPathIsAsked(action) {
  askForEnd = action;
}

/** @param {string} id */
function nodeActions(id) {
  const isFocus = choices.focus === id;
  const unpin = () => {
    const pins = { ...choices.pins };
    delete pins[id];
    choose({ pins });
  };
  return actions(
    button(word('find-path'), () => askForEnd()),
    button(word('focus'), () => choose({ focus: isFocus ? '' : id }), { 'aria-pressed': String(isFocus) }),
    button(word('hide'), () => choose({ hiddenNodes: toggled(choices.hiddenNodes, id), node: '' })),
    choices.pins[id] && button(word('unpin'), unpin),
    foldedAround(id).length > 0 && button(`${word('unfold-around')} (+${foldedAround(id).length})`, () => unfold(id)),
    copyLinkButton(),
  );
}

/**
 * What is said of the thing alone. Values of one property stand together: whether sources agree is seen at a glance.
 * @param {Thing} thing
 */
function detailSections(thing) {
  const sieves = chosenSieves();
  const details = thing.details.map((detail) => ({
    ...detail,
    claims: detail.claims.filter((claim) => sieves.some((sieve) => countsAlone(sieve, claim))),
  }));
  const told = details.filter((detail) => detail.claims.length);
  const card = (/** @type {Thing['details'][0]} */ detail) => {
    const isDisputed = detail.claims.some((claim) => claim.against.length || claim.denied);
    const property = element('span', { class: 'lb' }, inLanguage(detail.property), ': ');
    const value = element('span', { class: 'other' }, inLanguage(detail.value));
    const dots = element('span', { class: 'dots' }, isDisputed && element('b', null, '≠'), detail.claims.length);
    return element(
      'details',
      { class: 'rel' },
      element('summary', null, element('span', null, property, value), dots),
      element(
        'div',
        null,
        detail.claims.map((claim) => claimCard({ claim })),
      ),
    );
  };
  return told.length > 0 && [heading(word('facts'), told.length), told.map(card)];
}

/** @param {Standing[]} found */
const disputeList = (found) =>
  found.length > 0 && [
    heading(word('disputes'), found.length),
    element(
      'ul',
      { class: 'contested-by' },
      found.map((one) => element('li', null, disputeLink(one))),
    ),
  ];

/** @param {Relation} relation */
function relationPanel(relation) {
  const { source, target, mutual, family, label } = relation;
  const side = (/** @type {string} */ id) => button(named(id), () => openNode(id), { class: 'link' });
  const cards = (/** @type {Relation['current']} */ mentions) =>
    element('div', { class: 'rel' }, mentions.map(claimCard));
  const mark = strokeIcon(relation.confirmation || 'third', relation.certainty);
  return [
    kicker(mark, ' ', word('f-' + family), ' · ', word(relation.confirmation)),
    title(sentence({ source, target, mutual, label, says: relation.says })),
    element('p', null, side(source), mutual ? ' ↔ ' : ' → ', side(target)),
    actions(copyLinkButton()),
    disputeList(disputesAbout(relation)),
    heading(word('claims'), relation.current.length),
    cards(relation.current),
    relation.others.length > 0 &&
      !relation.ghost && [heading(word('others-say'), relation.others.length), cards(relation.others)],
  ];
}

/** @param {Claim} claim */
function claimPanel(claim) {
  const { facts, citation } = telling(claim);
  const told = shownRelations().filter((relation) => isToldBy(relation, claim.id));
  const row = (/** @type {string} */ key, /** @type {Child[]} */ ...value) =>
    value.flat(9).some(Boolean) && [element('dt', null, word(key)), element('dd', null, value)];
  const link = (/** @type {string} */ id) => (claims.has(id) ? claimLink(id) : id);
  const listed = (/** @type {Child[]} */ items) => items.map((item, at) => [at ? ', ' : '', item]);
  const was = scene.since?.was[claim.id];
  const links = claim.links.map((one) => [`${word('l-' + one.relation)} `, link(one.claim)]);
  return [
    kicker(word('claim'), ' ', claim.id, ' ', buildMark(claim)),
    title(claim.denied && `${word('denies')} `, claimText(claim)),
    actions(
      button(word('copy-citation'), () => copyText(citation, 'copied-citation')),
      copyLinkButton(),
      briefLink(claim),
    ),
    element(
      'dl',
      { class: 'facts' },
      row('stance', stamp(claim), ' ', inLanguage(claim.limits)),
      row('said-by', speakerNames(claim)),
      row('document', documentLink(/** @type {Source} */ (sources.get(claim.document)))),
      row('where', placeOf(claim)),
      row('known', claim.known),
      row(
        'content',
        facts.map((fact) => element('p', null, fact)),
      ),
      row('disagrees', listed(claim.against.map(link))),
      row('links', listed(links)),
      row('citation', citation),
      was && row('earlier', claimLink(was)),
    ),
    editsOf(claim),
    disputeList(disputesOf(claim)),
    heading(word('relations'), told.length),
    told.map((relation) => relationCard(relation)),
  ];
}

/** What is taken of a document. @param {Source} source */
function documentPanel(source) {
  const sieve = chosenSieve();
  const taken = scene.statements.filter((claim) => claim.document === source.id);
  const told = taken.filter((claim) => countsAlone(sieve, claim));
  const { rows, more } = portion('doc', told, panel);
  return [
    kicker(word('document')),
    title(element('span', { lang: foreign(source.language) }, source.title)),
    element('p', null, sourceLine(source)),
    actions(copyLinkButton()),
    heading(word('claims'), told.length),
    told.length < taken.length && element('p', { class: 'by' }, word('left-out'), ' ', taken.length - told.length),
    element(
      'div',
      { class: 'rel' },
      rows.map((claim) => claimCard({ claim })),
    ),
    more,
  ];
}

function pathPanel() {
  const [from, to] = choices.path.split('~');
  const cards = picture.path.map((relation) => relationCard(relation, { open: true }));
  return [
    kicker(word('path')),
    title(`${named(from)} → ${named(to)}`),
    actions(
      copyLinkButton(),
      button(word('clear'), () => choose({ path: '' })),
    ),
    cards.length ? cards : element('p', null, word(progress ? 'seeking' : 'no-path')),
  ];
}

function shownPanel() {
  const { path, claim, doc, dispute, edge, node } = choices;
  if (path) return pathPanel();
  if (claim) return claimPanel(claimOf(claim));
  if (doc) return documentPanel(/** @type {Source} */ (sources.get(doc)));
  if (dispute) return disputePanel(dispute, [copyLinkButton()]);
  if (edge) return isBand(edge) ? bandPanel(relationOf(edge), copyText) : relationPanel(relationOf(edge));
  return node ? nodePanel(thingOf(node)) : overviewPanel();
}

export function panel() {
  const { path, claim, doc, dispute, edge, node } = choices;
  const subject = path || claim || doc || dispute || edge || node;
  const side = find('#panel');
  refill(side, subject && opened(side), ...shownPanel());
  if (side.dataset.subject !== subject) side.scrollTop = 0;
  side.dataset.subject = subject;
  document.documentElement.toggleAttribute('data-open', subject !== '');
}

/**
 * What closes the panel, and on a phone makes it taller.
 * @param {HTMLElement} side
 */
function opened(side) {
  const stretch = () => {
    const isTall = side.classList.toggle('tall');
    find('.taller', side).setAttribute('aria-pressed', String(isTall));
  };
  const pressed = String(side.classList.contains('tall'));
  const taller = { class: 'taller', 'aria-label': word('taller'), 'aria-pressed': pressed };
  return element(
    'div',
    { class: 'opened' },
    button('⇕', stretch, taller),
    button('×', () => choose(NOTHING_OPEN), { 'aria-label': word('close') }),
  );
}

function copyLink() {
  writeAddress();
  copyText(location.href, 'copied-link');
}
