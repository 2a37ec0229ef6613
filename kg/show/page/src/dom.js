// The DOM is built from text nodes only: data can never become markup.

/** @typedef {Node | string | number | boolean | null | undefined | Child[]} Child */
/** @typedef {Record<string, any> | null} Attributes `on` holds listeners by event; null and false leave one out */

/**
 * The first element that a selector names; the page's own elements are always there.
 * @param {string} selector
 * @param {ParentNode} [root]
 */
export const find = (selector, root = document) => /** @type {HTMLElement} */ (root.querySelector(selector));

/** @param {string} selector */
export const findAll = (selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);

/**
 * @template {Element} Kind
 * @param {Kind} holder
 * @param {Child[]} children
 * @returns {Kind}
 */
export function fill(holder, ...children) {
  for (const child of /** @type {Child[]} */ (children.flat(9))) {
    if (child == null || child === false) continue;
    holder.append(child instanceof Node ? child : String(child));
  }
  return holder;
}

/**
 * @template {Element} Kind
 * @param {Kind} made
 * @param {Attributes} attributes
 * @param {Child[]} children
 */
function dress(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value == null || value === false) continue;
    if (name === 'on') for (const event in value) made.addEventListener(event, value[event]);
    else made.setAttribute(name, value === true ? '' : value);
  }
  return fill(made, ...children);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 */
export const element = (tag, attributes = null, ...children) =>
  dress(document.createElement(tag), attributes, children);

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 */
export const shape = (tag, attributes = null, ...children) =>
  dress(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

/**
 * @param {Child} text
 * @param {(event: MouseEvent) => void} action
 * @param {Record<string, any>} [more]
 */
export const button = (text, action, more = {}) =>
  element('button', { type: 'button', on: { click: action }, ...more }, text);

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
/** @param {ParentNode} holder */
const focusable = (holder) => /** @type {HTMLElement[]} */ ([...holder.querySelectorAll(FOCUSABLE)]);

/**
 * By what a control is known when it is made anew.
 * @param {Element} control
 */
const nameOf = (control) =>
  [control.tagName, control.id || control.getAttribute('aria-label') || control.textContent].join(' ');

/** @typedef {{holder: HTMLElement, name: string, nth: number, at: number}} Place of the keyboard in a holder */

/**
 * Where the keyboard is in a holder, to find it again when that is filled anew; null when it is elsewhere.
 * @param {HTMLElement | SVGElement} holder
 * @returns {Place | null}
 */
export function placeIn(holder) {
  const here = /** @type {HTMLElement} */ (document.activeElement);
  if (here === holder || !holder.contains(here)) return null;
  const controls = focusable(holder);
  const [at, name] = [controls.indexOf(here), nameOf(here)];
  const nth = controls.slice(0, at).filter((control) => nameOf(control) === name).length;
  return { holder: /** @type {HTMLElement} */ (holder), name, nth, at };
}

/**
 * Bring the keyboard back: to the same control, or to what stands in its place, or to the holder.
 * @param {Place} place
 */
export function focusPlace({ holder, name, nth, at }) {
  const controls = focusable(holder);
  const same = controls.filter((control) => nameOf(control) === name);
  const found = same[nth] || same[0] || controls[Math.min(at, controls.length - 1)] || holder;
  found.focus({ preventScroll: true });
}

/**
 * Put these children in the place of those that are there. What was unfolded stays so, and the keyboard stays where it
 * was: this is the one rule by which no redrawing loses it.
 * @param {HTMLElement | SVGElement} holder
 * @param {Child[]} children
 */
export function refill(holder, ...children) {
  const place = placeIn(holder);
  const unfolded = new Set([...holder.querySelectorAll('details[open] > summary')].map(nameOf));
  holder.replaceChildren();
  fill(holder, ...children);
  for (const summary of holder.querySelectorAll('details:not([open]) > summary')) {
    if (unfolded.has(nameOf(summary))) summary.parentElement?.setAttribute('open', '');
  }
  if (place) focusPlace(place);
}

/**
 * Say something to who hears the page.
 * @param {string} text
 */
export function announce(text) {
  find('#live').textContent = text;
}

/** @param {string | null} address */
export const isWebAddress = (address) => /^https?:\/\//i.test(address || '');
