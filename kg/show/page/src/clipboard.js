// Texts that the reader takes along by the clipboard.

import { announce, element } from './dom.js';
import { word } from './words.js';

/**
 * @param {string} text
 * @param {string} key of what is said when it is done
 */
export function copyText(text, key) {
  const done = () => announce(word(key));
  if (navigator.clipboard && window.isSecureContext) {
    navigator.clipboard.writeText(text).then(done, () => copyByHand(text, done));
  } else copyByHand(text, done);
}
/**
 * Pages of file:// have no clipboard of their own in some browsers.
 * @param {string} text
 * @param {() => void} done
 */
function copyByHand(text, done) {
  const area = element('textarea', { class: 'sr', readonly: true });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  done();
}
