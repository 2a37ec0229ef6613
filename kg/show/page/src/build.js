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
const worker = await bundle('route-worker.js', {});
const code = await bundle('main.js', { ROUTE_WORKER: JSON.stringify(worker) });
const made = `// Made by npm run build: do not edit. Sources sha256:${sha256(sources.join(''))}, code sha256:${sha256(code)}`;
writeFileSync(`${here}../assets/page.js`, `${made}\n${code}`);

/**
 * A module with all that it imports.
 * @param {string} entry
 * @param {Record<string, string>} define values by the names that stand for them
 */
async function bundle(entry, define) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: fileURLToPath(new URL('../../../../', import.meta.url)),
    entryPoints: [here + entry],
    bundle: true,
    charset: 'utf8',
    define,
    format: 'esm',
    legalComments: 'none',
    metafile: true,
    target: 'es2022',
    write: false,
  });
  const { inputs } = metafile;
  const circle = Object.keys(inputs).find((module) => reachable(module, inputs).has(module));
  if (circle) throw new Error(`${circle} imports itself by way of others.`);
  return outputFiles[0].text;
}

/**
 * The modules that one imports, directly or by way of others.
 * @param {string} module
 * @param {Record<string, {imports: {path: string}[]}>} inputs
 */
function reachable(module, inputs) {
  const found = new Set();
  const ahead = [module];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    for (const { path } of inputs[next].imports) {
      if (!found.has(path)) ahead.push(path);
      found.add(path);
    }
  }
  return found;
}
