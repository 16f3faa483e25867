// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * @param {readonly string[]} folders
 * @param {{ real?: boolean }} [choice] only (or all but) the `*.oracle.test.ts`, which ask the real programs
 * @returns {string[]} test files below the folders, relative to the root, sorted
 */
export function findTests(folders, choice = {}) {
  return folders.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
      .filter((file) => choice.real === undefined || choice.real === file.includes('.oracle.'))
      .map((file) => join(folder, file))
      .sort();
  });
}
