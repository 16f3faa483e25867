import type { EffectiveOf } from './effective-memo.ts';
import type { ReadFile } from './read-file.ts';
import type { UwsgiFile } from './rules/inputs.ts';
import type { FileFacts } from './stack/facts.ts';
import { nginxFacts } from './stack/nginx-facts.ts';
import { uwsgiFacts } from './stack/uwsgi-facts.ts';
import type { EffectiveConfig } from './uwsgi/effective.ts';

/** Gives the facts of a file that has been read. */
export type FactsOf = (
  path: string,
  file: ReadFile,
  uwsgiFile: (path: string) => UwsgiFile | undefined,
) => FileFacts;

/**
 * Keeps the facts of each file: an nginx file's as long as it stays the same, a uWSGI file's as long as no file that it
 * brings in, or looks for, has changed either. The graph is built anew only when facts are new objects.
 */
export function createFactsOf(
  effectiveOf: EffectiveOf,
): FactsOf & { readonly forget: (path: string) => void } {
  const known = new Map<string, Known>();
  const factsOf: FactsOf = (path, file, uwsgiFile) => {
    const before = known.get(path);
    if (before?.file === file && sameAnswers(before.asked, uwsgiFile)) return before.facts;
    const asked = new Map<string, UwsgiFile | undefined>();
    const effective = effectiveOf(path, (other) => {
      const answer = uwsgiFile(other);
      asked.set(other, answer);
      return answer;
    });
    const facts = readFacts(path, file, effective);
    known.set(path, { file, asked, facts });
    return facts;
  };
  return Object.assign(factsOf, {
    forget: (path: string) => {
      known.delete(path);
    },
  });
}

interface Known {
  readonly file: ReadFile;
  readonly asked: ReadonlyMap<string, UwsgiFile | undefined>;
  readonly facts: FileFacts;
}

function sameAnswers(
  asked: Known['asked'],
  uwsgiFile: (path: string) => UwsgiFile | undefined,
): boolean {
  for (const [path, answer] of asked) if (uwsgiFile(path) !== answer) return false;
  return true;
}

function readFacts(
  path: string,
  { nginx, uwsgi }: ReadFile,
  effective: EffectiveConfig | undefined,
): FileFacts {
  return {
    path,
    nginx: nginx && nginxFacts(nginx),
    uwsgi: uwsgi && effective && uwsgiFacts(uwsgi, effective),
  };
}
