// Where the keyboard is: what opens takes it and is announced, what closes gives it back, and nothing else moves it.

import { choices } from './choices.js';
import { announce, find, focusPlace, placeIn } from './dom.js';

/** @import { Place } from './dom.js' */

/** From where an opening takes the keyboard along; in the graph it stays, for whoever walks on from there. */
const LEADING = '#panel, .sheet, .search, #walk, #lead, #banner';

/** Where the reader came from into the panel. @type {{place: Place | null, zone: HTMLElement} | null} */
let opener = null;

/** Where the keyboard belongs when nothing better is left. */
export const mainSurface = () => find(choices.view === 'graph' ? '#walk' : '#' + choices.view);

/** @param {Element | null} one */
const isLost = (one) => !one || one === document.body || !one.checkVisibility({ visibilityProperty: true });

/**
 * Draw, and then see to it that the keyboard stands where the reader needs it.
 * @param {() => void} draw
 */
export function keepFocus(draw) {
  const panel = find('#panel');
  const [before, subject] = [document.activeElement, panel.dataset.subject];
  const zone = /** @type {HTMLElement | null} */ (before?.closest(LEADING) ?? null);
  const place = zone && placeIn(zone);
  draw();
  const now = panel.dataset.subject;
  if (subject !== undefined && now !== subject) {
    if (now) {
      if (zone && zone !== panel) opener = { place, zone };
      announce(openedText(panel));
      if (zone) find('h2', panel).focus();
      return;
    }
    if (zone === panel) return goBack();
  }
  if (before !== document.body && isLost(document.activeElement)) mainSurface().focus();
}

/** @param {HTMLElement} panel */
const openedText = (panel) =>
  [find('.kick', panel), find('h2', panel)]
    .map((part) => part?.textContent?.trim())
    .filter(Boolean)
    .join(': ');

/** To where the reader was before the panel opened. */
function goBack() {
  const [last, at] = [opener, document.activeElement];
  opener = null;
  if (last?.place) focusPlace(last.place);
  else last?.zone.focus();
  if (isLost(document.activeElement) || document.activeElement === at) mainSurface().focus();
}
