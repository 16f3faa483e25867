import type { Word } from '../nginx/tree.ts';
import type { NginxFile } from '../rules/inputs.ts';
import type { Span } from '../text/span.ts';

export interface SubjectPlace {
  readonly path: string;
  readonly span: Span;
}

/** Where in the files stands what a message speaks of, when nginx names no line. */
export interface SubjectFinder {
  /** `subjects` are the words that the message quotes. */
  readonly find: (message: string, subjects: readonly string[]) => SubjectPlace | undefined;
}

/** The files are read once, at the first question: a test may have many warnings. */
export function createSubjectFinder(files: ReadonlyMap<string, NginxFile>): SubjectFinder {
  let index: Index | undefined;
  return {
    find: (message, subjects) => {
      index ??= readIndex(files);
      const { words, ofDirective } = index;
      // `"proxy_cache" zone "x" is unknown`: the word of that directive.
      for (const name of subjects)
        for (const subject of subjects) {
          const found = ofDirective.get(`${name} ${subject}`);
          if (found !== undefined) return found;
        }
      for (const subject of subjects)
        for (const key of keysOfSubject(subject)) {
          const found = words.get(key);
          if (found !== undefined) return found;
        }
      return directiveIn(message, index);
    },
  };
}

interface Index {
  /** First place of each word, and of each name inside of one. */
  readonly words: ReadonlyMap<string, SubjectPlace>;
  /** By `directive argument`. */
  readonly ofDirective: ReadonlyMap<string, SubjectPlace>;
  readonly directives: ReadonlyMap<string, SubjectPlace>;
}

function readIndex(files: ReadonlyMap<string, NginxFile>): Index {
  const words = new Map<string, SubjectPlace>();
  const ofDirective = new Map<string, SubjectPlace>();
  const directives = new Map<string, SubjectPlace>();
  const put = (map: Map<string, SubjectPlace>, key: string, path: string, { span }: Word) => {
    if (!map.has(key)) map.set(key, { path, span });
  };
  for (const { path, conf } of files.values())
    for (const { statement } of conf.all) {
      const { name, args } = statement;
      put(directives, name.value, path, name);
      for (const word of [name, ...args])
        for (const key of keysOf(word)) put(words, key, path, word);
      for (const word of args) put(ofDirective, `${name.value} ${word.value}`, path, word);
    }
  return { words, ofDirective, directives };
}

/** The word itself, the variables in it, and the name in `zone=name:10m`. */
function keysOf({ value }: Word): readonly string[] {
  if (!/[$=:]/.test(value)) return [value];
  const variables = [...value.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
  const zone = /^(?:[^=:]*=)?([^=:]+)/.exec(value)?.[1] ?? value;
  return [value, ...variables, zone];
}

/** A path may be written from the folder of the configuration on. */
function keysOfSubject(subject: string): readonly string[] {
  if (subject === '') return [];
  if (!subject.startsWith('/')) return [subject];
  const parts = subject.split('/');
  return parts.map((_, at) => parts.slice(at).join('/')).filter((key) => key !== '');
}

/** The first directive that the message names: `map_hash`, of which a `map` is made, included. */
function directiveIn(message: string, { directives }: Index): SubjectPlace | undefined {
  for (const word of message.match(/[a-z][a-z_]{2,}/g) ?? [])
    for (const name of [word, word.replace(/s?_hash$/, '')]) {
      const found = name === 'server' ? undefined : directives.get(name);
      if (found !== undefined) return found;
    }
  return undefined;
}
