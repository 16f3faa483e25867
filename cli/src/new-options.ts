import { parseArgs } from 'node:util';
import {
  domainProblem,
  frameworks,
  type NewStackAnswers,
} from '../../client/src/stack/new-stack.ts';

/** The answers and the folder, or what is wrong with the command line. */
export function readNewOptions(
  args: readonly string[],
): { readonly folder: string; readonly answers: NewStackAnswers } | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [folder = '.', ...more] = positionals;
  if (more.length > 0) return `one folder at a time, not also ${more.join(', ')}`;
  const problem = domainProblem(values.domain);
  if (problem !== undefined) return `--domain ${values.domain}: ${problem}`;
  const framework = frameworks.find((one) => one === values.framework);
  if (framework === undefined) return `--framework takes one of ${frameworks.join(', ')}`;
  const workers = Number(values.workers);
  if (!Number.isInteger(workers) || workers < 1 || workers > 100)
    return '--workers takes a number from 1 to 100';
  return { folder, answers: { domain: values.domain, framework, workers } };
}

const options = {
  domain: { type: 'string', default: 'app.localhost' },
  framework: { type: 'string', default: 'plain' },
  workers: { type: 'string', default: '2' },
} as const;
