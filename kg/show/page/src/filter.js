// Which claims count: the stance, the speaker and the two clocks. The same rules as the command line's, held to the
// same cases: tests/data/filter-cases.json.

/** @import { Claim, Period } from './types.js' */
/** @typedef {Pick<Claim, 'id' | 'stance' | 'speakers' | 'known'> & Partial<Pick<Claim, 'build'>>} Sifted what the rules look at */

/**
 * @typedef {object} Rules
 * @property {string} [asOf] true then: a year, a month or a day, or at any time from one to another: 2018-03/2018-06
 * @property {string} [knownAt] published by then
 * @property {string[]} [speakers] by one of these, or by who speaks for one of them; none: by anybody
 * @property {string[]} [others] by somebody who speaks for none of these
 * @property {string[] | null} [stances] meant so; null: in any way
 * @property {boolean} [undated] what has no date counts at any time
 * @property {'a' | 'b'} [build] of the earlier of two builds, or of the later
 */

/** @param {string} time a year, a month or a day, or two with a slash between */
function firstDay(time) {
  const [date] = time.split('/');
  return date + '-01-01'.slice(date.length - 4);
}
/** @param {string} time */
function lastDay(time) {
  const date = time.split('/').at(-1) || '';
  return date + '-12-31'.slice(date.length - 4); // no month is longer, and days are compared as texts
}

/** Applies rules, and remembers what it left out for want of a date or of a day of publication. */
export class Sieve {
  /** @type {Set<string>} */
  undated = new Set();
  /** @type {Set<string>} */
  unpublished = new Set();

  /**
   * @param {Rules} rules
   * @param {Map<string, string[]>} speaksFor whom each speaker speaks for, besides itself
   */
  constructor(rules, speaksFor) {
    this.rules = rules;
    this.speaksFor = speaksFor;
    // read once, and not for each of many claims
    this.first = rules.asOf ? firstDay(rules.asOf) : '';
    this.last = rules.asOf ? lastDay(rules.asOf) : '';
    this.knownBy = rules.knownAt ? lastDay(rules.knownAt) : '';
  }

  /**
   * Whether one of its speakers is, or speaks for, one of those asked for, and for none of the others.
   * @param {Sifted} claim
   */
  hears(claim) {
    const { speakers = [], others = [] } = this.rules;
    return claim.speakers.some((speaker) => {
      const voices = [speaker, ...(this.speaksFor.get(speaker) || [])];
      const asked = !speakers.length || voices.some((voice) => speakers.includes(voice));
      return asked && !voices.some((voice) => others.includes(voice));
    });
  }

  /**
   * Whether what a claim says of a period counts, whoever says so: by its stance, its publication and its time.
   * @param {Sifted} claim
   * @param {Period} period
   */
  counts(claim, period) {
    const { stances = null, build } = this.rules;
    if (build && claim.build && claim.build !== build) return false;
    if (stances && !stances.includes(claim.stance)) return false;
    if (this.knownBy && !(claim.known && claim.known <= this.knownBy)) {
      this.unpublished.add(claim.id);
      return false;
    }
    return this.holds(claim, period);
  }

  /**
   * Whether a period counts by the time that is asked for alone.
   * @param {Sifted} claim
   * @param {Period} period an open end reaches everywhere
   */
  holds(claim, { begins, ends }) {
    const { undated = false } = this.rules;
    if (!this.last) return true;
    if (begins || ends) return !(begins && begins > this.last) && !(ends && ends < this.first);
    if (!undated) this.undated.add(claim.id);
    return undated;
  }
}

/**
 * The claims that pass, and how many were left out for want of a date or of a day of publication.
 * @param {(Sifted & Period)[]} claims
 * @param {Rules} rules
 * @param {Record<string, string[]>} speaksFor
 */
export function sift(claims, rules, speaksFor) {
  const sieve = new Sieve(rules, new Map(Object.entries(speaksFor)));
  const passing = claims.filter((claim) => sieve.hears(claim) && sieve.counts(claim, claim));
  return {
    passes: passing.map((claim) => claim.id),
    undated: sieve.undated.size,
    unpublished: sieve.unpublished.size,
  };
}
