// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from '../lib/paths.mjs';

const page = join(root, 'docs/benchmarks.md');

/**
 * Puts one section into docs/benchmarks.md, in the place of an older one of the same title, and leaves the others alone.
 * @param {string} title
 * @param {string} body
 */
export async function writeSection(title, body) {
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '# Benchmarks\n';
  const section = `## ${title}\n\n${body}\n\n`;
  const start = `${before}\n`.search(new RegExp(`^## ${title}$`, 'm'));
  const next = start < 0 ? -1 : before.indexOf('\n## ', start);
  const text =
    start < 0
      ? `${before.trimEnd()}\n\n${section}`
      : before.slice(0, start) + section + (next < 0 ? '' : before.slice(next + 1));
  writeFileSync(page, await format(text, { parser: 'markdown', printWidth: 100 }));
}
