import { parseIni } from './ini/parse.ts';
import type { NginxContext } from './nginx-conf/directives.ts';
import { readConf } from './nginx-conf/read-conf.ts';
import { parseNginx } from './nginx/parse.ts';
import type { NginxFile, UwsgiFile } from './rules/inputs.ts';
import { readConfig } from './uwsgi/read-config.ts';

/** A file as the editor or the disk has it. */
export interface SourceFile {
  /** Absolute, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Differs whenever the text does. */
  readonly version: number;
  /** `unclear`: nothing of ours by itself, but part of an nginx configuration where one includes it. */
  readonly kind: 'nginx' | 'uwsgi-ini' | 'unclear';
  /** Where an nginx fragment is meant to be included, when somebody has said so. */
  readonly contexts?: readonly NginxContext[];
}

export interface ReadFile {
  readonly nginx: NginxFile | undefined;
  readonly uwsgi: UwsgiFile | undefined;
}

/** Text to tree to meaning, of one file by itself. */
export function readFile({ path, text, kind, contexts = [] }: SourceFile): ReadFile {
  if (kind === 'nginx') {
    const tree = parseNginx(text);
    const conf = readConf(tree, { topContexts: contexts });
    return { nginx: { path, text, tree, conf }, uwsgi: undefined };
  }
  if (kind === 'unclear') return { nginx: undefined, uwsgi: undefined };
  const tree = parseIni(text);
  return { nginx: undefined, uwsgi: { path, text, tree, config: readConfig(tree, { path }) } };
}
