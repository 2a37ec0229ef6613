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

/**
 * Put these children in the place of those that are there.
 * @param {Element} holder
 * @param {Child[]} children
 */
export function refill(holder, ...children) {
  holder.replaceChildren();
  fill(holder, ...children);
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
