// What the page's data looks like (see kg/values/scene.py, whose fields keep their names), and what the page makes of it.

/** @typedef {Record<string, string>} Texts one text for each language: en, ru, ko */
/** @typedef {'a' | 'b' | 'joint' | 'third'} Group for which pole a claim speaks, for both (joint) or for neither */
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
 * @property {Record<string, Telling>} told the same in other languages than the page was made in, where it differs
 * @property {number} records how many acts of a data set it sums up
 * @property {string} origin the same for reprints of one document, and for what one speaker says
 * @property {'' | 'a' | 'b'} build the one of two builds that alone has it
 */

/** @typedef {{text: string, place: string, facts: string[], citation: string}} Telling */
/** @typedef {{id: string, claims: number, left_out: Record<string, number>}} Voice how much of what somebody says is here */

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
 * @property {number} sign 1 for cooperation, -1 for conflict
 * @property {Mention[]} mentions
 * @property {Mention[]} own those that count by the reader's choices, of the voice that was chosen
 * @property {Mention[]} others the same of all other voices
 * @property {Mention[]} current what is shown: its own, or else the others'
 * @property {boolean} ghost only others say so
 * @property {boolean} alone nobody else says so
 * @property {string} confirmation who confirms it
 * @property {string} certainty how it is meant
 * @property {Mention[]} before of two sides that are compared, those of the first
 * @property {Mention[]} after those of the second
 * @property {string} change what became of it between the two; empty when nothing is compared
 */

/** @typedef {{id: string, title: string, who: string, issued: string | null, address: string | null}} Source */
/**
 * @typedef {object} Since what a page holds of an earlier build
 * @property {string} name of the revision, as it was asked for
 * @property {string} commit
 * @property {string} day
 * @property {Record<string, 'a' | 'b'>} only which claims the earlier build alone has, or this one
 * @property {Record<string, Texts>} edits what was changed of a claim
 * @property {Record<string, string>} was a claim as it was before, by the claim as it is
 * @property {Texts[]} notes what the page of the earlier build left out
 */

/**
 * @typedef {object} Beside a second pair
 * @property {Texts} title
 * @property {string[]} poles
 * @property {any[]} nodes
 * @property {any[]} relations
 * @property {Claim[]} statements
 * @property {Texts[]} notes
 */

/** @typedef {{whose: Texts, value: number | null, claim: string, text: Texts, low: number | null, when: string}} Bar */
/** @typedef {{title: Texts, unit: string, bars: Bar[]}} Chart */

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
 * @property {Voice[]} voices
 * @property {Texts[]} notes what the page leaves out, sums up or cannot tell
 * @property {Texts[]} warnings what must be known before anything is believed
 * @property {Since | null} since
 * @property {Beside | null} beside
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
