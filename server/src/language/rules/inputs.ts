import type { IniTree } from '../ini/tree.ts';
import type { NginxConf } from '../nginx-conf/conf.ts';
import type { NginxTree } from '../nginx/tree.ts';
import type { StackGraph } from '../stack/graph.ts';
import type { UwsgiConfig } from '../uwsgi/config.ts';

/** What a rule on one uWSGI ini file sees. */
export interface UwsgiFile {
  readonly path: string;
  readonly text: string;
  readonly tree: IniTree;
  readonly config: UwsgiConfig;
}

/** What a rule on one nginx file sees. */
export interface NginxFile {
  readonly path: string;
  readonly text: string;
  readonly tree: NginxTree;
  readonly conf: NginxConf;
}

/** What a rule across files sees: the facts of every file, joined into one graph. */
export interface StackView {
  readonly graph: StackGraph;
}
