// @ts-check
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

/**
 * For node:test: a failure in full, nothing for a test that passed, and the counts into the file that the runner names.
 * @param {AsyncIterable<import('node:test').TestEvent>} events
 */
export default async function* report(events) {
  /** @type {string[]} */
  const path = [];
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of events) {
    if (event.type === 'test:start') {
      path.length = event.data.nesting;
      path.push(event.data.name);
    } else if (event.type === 'test:pass' || event.type === 'test:fail') {
      const { name, nesting, details, file, line, skip, todo } = event.data;
      if (details.type === 'suite') continue;
      if (skip !== undefined && skip !== false) counts.skipped += 1;
      else if (event.type === 'test:pass') counts.passed += 1;
      else if (todo !== undefined && todo !== false) counts.skipped += 1;
      else {
        const error = /** @type {{ error?: Error }} */ (details).error;
        // A test that only sums up the failures inside it says nothing new.
        if (/** @type {{ failureType?: string }} */ (error)?.failureType === 'subtestsFailed')
          continue;
        counts.failed += 1;
        const where = file === undefined ? '' : ` (${relative(process.cwd(), file)}:${line ?? 1})`;
        const title = [...path.slice(0, nesting), name].join(' > ');
        yield `  FAILED ${title}${where}\n${indent(inspect(error?.cause ?? error))}\n`;
      }
    } else if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      yield event.data.message;
    }
  }
  const file = process.env.UWSGI_STACK_RESULTS;
  if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
}

/** @param {string} text */
function indent(text) {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
