import { parseIni } from './ini/parse.ts';
import { readConf } from './nginx-conf/read-conf.ts';
import { parseNginx } from './nginx/parse.ts';
import type { NginxFile, UwsgiFile } from './rules/inputs.ts';
import type { FileFacts } from './stack/facts.ts';
import { nginxFacts } from './stack/nginx-facts.ts';
import { uwsgiFacts } from './stack/uwsgi-facts.ts';
import { readConfig } from './uwsgi/read-config.ts';

/** A file as the editor or the disk has it. */
export interface SourceFile {
  /** Absolute, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Differs whenever the text does. */
  readonly version: number;
  readonly kind: 'nginx' | 'uwsgi-ini';
}

export interface ReadFile {
  readonly nginx: NginxFile | undefined;
  readonly uwsgi: UwsgiFile | undefined;
  readonly facts: FileFacts;
}

/** Text to tree to meaning to facts. */
export function readFile({ path, text, kind }: SourceFile): ReadFile {
  if (kind === 'nginx') {
    const tree = parseNginx(text);
    const nginx = { path, text, tree, conf: readConf(tree) };
    return { nginx, uwsgi: undefined, facts: { path, nginx: nginxFacts(nginx), uwsgi: undefined } };
  }
  const tree = parseIni(text);
  const uwsgi = { path, text, tree, config: readConfig(tree, { path }) };
  return { nginx: undefined, uwsgi, facts: { path, nginx: undefined, uwsgi: uwsgiFacts(uwsgi) } };
}
