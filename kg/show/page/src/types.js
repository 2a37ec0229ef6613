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
 * @property {string} quoted the ends of its passage, as browsers look for them; empty where the text is not kept
 * @property {Record<string, Telling>} told the same in other languages than the page was made in, where it differs
 * @property {number} records how many acts of a data set it sums up
 * @property {string} origin the same for reprints of one document, and for what one speaker says
 * @property {string} language in which the text is; empty when nobody says
 * @property {'' | 'a' | 'b'} build the one of two builds that alone has it
 */

/** @typedef {{text: string, place: string, facts: string[], citation: string, language: string}} Telling */
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
 * @property {string} outline the name of a state's outline on the map
 * @property {{latitude: number, longitude: number, claims: Claim[]}[]} spots where claims say that it is
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
 * @property {Texts} says a sentence with places for its two ends, {a} and {b}
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
/** @typedef {{id: string, title: string, who: string, issued: string | null, address: string | null, language: string, copy: string}} Source */

/**
 * What some claims of a dispute say alike; they stand once for each time that they hold.
 * @typedef {object} Party
 * @property {Mention[]} mentions
 * @property {Texts} value what all sides give the same thing; without words where they are not compared by a value
 * @property {number | string | null} low its bounds on the scale of the dispute, null for what is open
 * @property {number | string | null} high
 */

/**
 * @typedef {object} Dispute
 * @property {string} id
 * @property {string} kind
 * @property {'judged' | 'written' | 'computed'} way
 * @property {Texts} title
 * @property {Texts} reason
 * @property {Texts} judges
 * @property {number} origins
 * @property {Party[]} sides
 * @property {string} thing
 * @property {Texts} about
 * @property {'number' | 'date' | ''} scale
 * @property {string} unit
 * @property {[string, string][]} pairs claims of which two cannot both be right, where that is known
 */

/** @typedef {{name: Texts, definition: Texts, alike: boolean}} DisputeKind alike: they agree, or one leads to the other */

/** @typedef {{section: string, claims: string[], says: Texts}} LeadLine */
/** @typedef {{value: Texts, what: Texts, claims: string[]}} LeadFigure */
/** @typedef {{lines: LeadLine[], figures: LeadFigure[]}} Lead */

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
 * @property {Lead} lead
 * @property {string[]} order the things as a first picture takes them in
 * @property {{text: string, view: string}[]} story
 * @property {Dispute[]} disputes most telling first
 * @property {Record<string, DisputeKind>} dispute_kinds
 * @property {number} more_disputes not on the page
 * @property {{address: string, claims: string[]} | null} brief beside the page
 * @property {Voice[]} voices
 * @property {Texts[]} notes what the page leaves out, sums up or cannot tell
 * @property {Texts[]} warnings what must be known before anything is believed
 * @property {Band[]} bands
 * @property {Record<string, Kind>} kinds
 * @property {Record<string, Texts>} actors
 * @property {Record<string, Texts>} kind_families
 * @property {Series[]} months
 * @property {States | null} states
 * @property {Apart | null} apart
 * @property {Flow[]} flows
 * @property {Since | null} since
 * @property {Beside | null} beside
 */

/**
 * @typedef {object} Network what pyvis holds: where each thing stands, in the order of the scene, and how vis is set up
 * @property {{x: number, y: number}[]} nodes
 * @property {any} options
 */

/**
 * @typedef {object} Ground outlines for the map, in hundredths of a degree, each point after the first as a difference
 * @property {string} source
 * @property {Point} middle longitude and latitude
 * @property {number[][]} arcs
 * @property {Record<string, number[][]>} rings arcs by state, those of negative number the other way round
 * @property {number[][]} areas disputed
 * @property {number[][]} borders disputed, or not settled
 */

/**
 * @typedef {object} PageData
 * @property {string} lang
 * @property {string} today
 * @property {Record<string, Texts>} words
 * @property {boolean} free laid out freely: no zones, and not everything fits one look
 * @property {boolean} large too large for vis: an overview, and the surroundings of one thing at a time
 * @property {Record<string, Point>} first where the things of the first picture stand
 * @property {Scene} scene
 * @property {Network} network
 * @property {Ground | null} ground
 */

export {};
