// What can be taken away: the picture as SVG or PNG, the relations as CSV, the data as JSON, the page on paper or inside
// another.

import { writeAddress } from './choices.js';
import { copyText } from './clipboard.js';
import { readData, scene } from './data.js';
import { element } from './dom.js';
import { posterText } from './poster.js';
import { csvText } from './relations.js';
import { inLanguage } from './words.js';

/** @import { Format } from './poster.js' */

/**
 * @param {Blob} blob
 * @param {string} name
 */
function save(blob, name) {
  const link = element('a', { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 4000);
}

/** @param {Format} format */
const saveDrawing = (format) => save(new Blob([posterText(format)], { type: 'image/svg+xml' }), 'kg.svg');

/** @param {Format} format */
function savePicture(format) {
  const image = new Image();
  const source = URL.createObjectURL(new Blob([posterText(format)], { type: 'image/svg+xml' }));
  image.onload = () => {
    const canvas = element('canvas', { width: image.width * 2, height: image.height * 2 });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      if (blob) save(blob, 'kg.png');
      URL.revokeObjectURL(source);
    });
  };
  image.src = source;
}

/** What shows the present view inside another page. */
export function embedCode() {
  writeAddress();
  const address = new URL(location.href);
  const choices = new URLSearchParams(address.hash.slice(1));
  choices.set('embed', '1');
  address.hash = choices.toString();
  const frame = element('iframe', { src: address.href, title: inLanguage(scene.title), width: '100%', height: '640' });
  frame.setAttribute('style', 'border:0');
  return new XMLSerializer().serializeToString(frame).replace(' xmlns="http://www.w3.org/1999/xhtml"', '');
}

/** @type {Record<string, () => void>} */
export const EXPORTS = {
  png: () => savePicture('wide'),
  'png-square': () => savePicture('square'),
  svg: () => saveDrawing('wide'),
  'svg-square': () => saveDrawing('square'),
  print: () => print(),
  csv: () => save(new Blob([csvText()], { type: 'text/csv' }), 'kg.csv'),
  json: async () => {
    const text = JSON.stringify(await readData(), null, 1);
    save(new Blob([text], { type: 'application/json' }), 'kg.json');
  },
  embed: () => copyText(embedCode(), 'copied-embed'),
};
