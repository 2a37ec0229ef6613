// Bundles the page's modules into kg/show/page/assets/page.js, which is committed: whoever uses kg needs no Node.
// The first line records what it was made from, so that a test without Node can tell when it is stale.

import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex');

const names = readdirSync(here).filter((name) => name.endsWith('.js'));
const sources = names.sort().map((name) => `${name}\n${readFileSync(here + name, 'utf8').replaceAll('\r\n', '\n')}`);
const { outputFiles, metafile } = await build({
  absWorkingDir: fileURLToPath(new URL('../../../../', import.meta.url)),
  entryPoints: [`${here}main.js`],
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  legalComments: 'none',
  metafile: true,
  target: 'es2022',
  write: false,
});
const circle = Object.keys(metafile.inputs).find((module) => reachable(module).has(module));
if (circle) throw new Error(`${circle} imports itself by way of others.`);
const code = outputFiles[0].text;
const made = `// Made by npm run build: do not edit. Sources sha256:${sha256(sources.join(''))}, code sha256:${sha256(code)}`;
writeFileSync(`${here}../assets/page.js`, `${made}\n${code}`);

/**
 * The modules that one imports, directly or by way of others.
 * @param {string} module
 */
function reachable(module) {
  const found = new Set();
  const ahead = [module];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    for (const { path } of metafile.inputs[next].imports) {
      if (!found.has(path)) ahead.push(path);
      found.add(path);
    }
  }
  return found;
}
