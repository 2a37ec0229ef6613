// What the page's data looks like (see kg/values/scene.py, whose fields keep their names), and what the page makes of it.

/** @typedef {Record<string, string>} Texts one text for each language: en, ru, ko */
/** @typedef {'a' | 'b' | 'third'} Group for which pole a claim speaks, or for neither or both */
/** @typedef {'a' | 'b' | 'joint' | 'third' | 'none'} Side whose a thing is, none when nothing says so */
/** @typedef {[x: number, y: number]} Point */
/** @typedef {[left: number, top: number, right: number, bottom: number]} Box */

/**
 * @typedef {object} Claim
 * @property {string} id
 * @property {string} text
 * @property {string} stance
 * @property {string} view asserted, outlook or analysis
 * @property {string[]} speakers
 * @property {Group} group
 * @property {string} document
 * @property {string | null} known the day on which it was out
 * @property {string} place
 * @property {Texts} limits
 * @property {boolean} denied
 * @property {string[]} against
 * @property {{relation: string, claim: string}[]} links
 * @property {string[]} facts
 * @property {string} citation
 */

/**
 * @typedef {object} Period
 * @property {string | null} [begins]
 * @property {string | null} [ends]
 */

/** @typedef {Period & {claim: Claim}} Mention what a claim says of a relation, and when that holds by it */

/**
 * @typedef {object} Thing a node of the picture
 * @property {string} id
 * @property {string} kind
 * @property {Side} side
 * @property {Texts} name
 * @property {Texts} sort
 * @property {string[]} aliases
 * @property {{property: Texts, value: Texts, claims: Claim[]}[]} details
 * @property {number} x
 * @property {number} y
 * @property {number} radius
 * @property {Relation[]} relations
 */

/**
 * @typedef {object} Relation
 * @property {string} id
 * @property {string} source
 * @property {string} target
 * @property {string} relation
 * @property {string} family
 * @property {Texts} label
 * @property {boolean} mutual
 * @property {Mention[]} mentions
 * @property {Mention[]} own those that count by the reader's choices, of the voice that was chosen
 * @property {Mention[]} others the same of all other voices
 * @property {Mention[]} current what is shown: its own, or else the others'
 * @property {boolean} ghost only others say so
 * @property {boolean} alone nobody else says so
 * @property {string} confirmation who confirms it
 * @property {string} certainty how it is meant
 */

/** @typedef {{id: string, title: string, who: string, issued: string | null, address: string | null}} Source */
/** @typedef {{title: Texts, unit: string, bars: {whose: Texts, value: number, claim: string}[]}} Chart */

/** @typedef {[month: string, n: number, up: number, down: number, score: number]} Month acts of a month; '' when undated */
/** @typedef {{claim: string, source: string, target: string, kind: string, months: Month[]}} Strand */
/** @typedef {[id: string, day: string, source: string, target: string, kind: string, citation: string]} Act a record */
/** @typedef {{id: string, named: boolean, strands: Strand[], acts: Act[]}} Band */
/** @typedef {{name: Texts, family: string}} Kind */
/** @typedef {{kind: string, stance: string, speakers: string[], known: string | null, months: Month[]}} Series */
/** @typedef {{source: string, target: string, months: Month[], claims: string[]}} Cell */
/**
 * @typedef {object} States
 * @property {Record<string, Texts>} names
 * @property {string[][]} communities
 * @property {Cell[]} cells
 * @property {number} more
 * @property {number} beyond
 */
/** @typedef {{inside: number, nobodys: number, pairs: number, acts: number, unmeant: number}} Apart */
/**
 * @typedef {object} Flow
 * @property {string} id
 * @property {string} source
 * @property {string} target
 * @property {boolean} both
 * @property {Texts} sort
 * @property {Texts} name
 * @property {Texts[]} items
 * @property {string[]} claims
 * @property {{property: Texts, value: Texts, claims: string[]}[]} amounts
 * @property {string[]} returns
 */

/**
 * @typedef {object} Scene
 * @property {Texts} title
 * @property {Texts} subtitle
 * @property {string[]} poles
 * @property {any[]} nodes
 * @property {any[]} relations
 * @property {Claim[]} statements
 * @property {Source[]} sources
 * @property {Record<string, Texts>} speakers
 * @property {Record<string, string[]>} speaks_for
 * @property {Record<string, Texts>} stances
 * @property {Record<string, Texts>} families
 * @property {Chart[]} charts
 * @property {{text: string, view: string}[]} story
 * @property {Band[]} bands
 * @property {Record<string, Kind>} kinds
 * @property {Record<string, Texts>} actors
 * @property {Record<string, Texts>} kind_families
 * @property {Series[]} months
 * @property {States | null} states
 * @property {Apart | null} apart
 * @property {Flow[]} flows
 */

/**
 * @typedef {object} Network what pyvis holds: where each thing stands, what joins what, and how vis is set up
 * @property {{id: string, x: number, y: number}[]} nodes
 * @property {{id: string, from: string, to: string}[]} edges
 * @property {any} options
 */

/**
 * @typedef {object} PageData
 * @property {string} lang
 * @property {string} today
 * @property {Record<string, Texts>} words
 * @property {boolean} free laid out freely: no zones, and not everything fits one look
 * @property {boolean} large too large for vis: an overview, and the surroundings of one thing at a time
 * @property {Scene} scene
 * @property {Network} network
 */

export {};
