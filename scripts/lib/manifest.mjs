// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Texts of package.nls.json by their keys. */
export function readTexts() {
  return /** @type {Record<string, string>} */ (read('package.nls.json'));
}

/**
 * The manifest as VS Code shows it in English: with the texts of package.nls.json in the place of their keys.
 * @returns {unknown}
 */
export function readManifest() {
  const texts = readTexts();
  return read('package.json', (_key, value) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : texts[key];
  });
}

/** @param {string} name @param {(key: string, value: unknown) => unknown} [reviver] @returns {unknown} */
function read(name, reviver) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'), reviver);
}
