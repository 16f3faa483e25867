import type { LanguageSettings } from '../../../../shared/settings.ts';
import type { Disk } from '../disk.ts';
import type { IniTree } from '../ini/tree.ts';
import type { Installed } from '../installed.ts';
import type { NginxConf } from '../nginx-conf/conf.ts';
import type { NginxTree } from '../nginx/tree.ts';
import type { StackGraph } from '../stack/graph.ts';
import type { UwsgiConfig } from '../uwsgi/config.ts';
import type { EffectiveConfig } from '../uwsgi/effective.ts';

/** One uWSGI ini file, read by itself. */
export interface UwsgiFile {
  readonly path: string;
  readonly text: string;
  readonly tree: IniTree;
  readonly config: UwsgiConfig;
}

/** One nginx file, read by itself. */
export interface NginxFile {
  readonly path: string;
  readonly text: string;
  readonly tree: NginxTree;
  readonly conf: NginxConf;
}

/** What lies around a file: the other files of the workspace, the disk, the machine, the settings. */
export interface Around {
  readonly graph: StackGraph;
  /** Another file of the workspace by its absolute path. */
  readonly uwsgiFile: (path: string) => UwsgiFile | undefined;
  /** What that file means together with the files that it brings in, when it is asked for `[uwsgi]` or that section. */
  readonly effective: (path: string, section?: string) => EffectiveConfig | undefined;
  readonly nginxFile: (path: string) => NginxFile | undefined;
  readonly disk: Disk;
  readonly installed: Installed;
  readonly settings: LanguageSettings;
}

/**
 * What a rule or a feature on one uWSGI ini file sees. Its `config` holds the lines of all sections that uWSGI is asked
 * for, as far as that is known.
 */
export interface UwsgiView extends UwsgiFile {
  /**
   * What uWSGI runs with when it is started with this file: the file and all that it brings in. Rules on what stands
   * in a line use `config`; rules on what is there or missing in the whole use this.
   */
  readonly effective: EffectiveConfig;
  readonly around: Around;
}

/** What a rule or a feature on one nginx file sees. */
export interface NginxView extends NginxFile {
  readonly around: Around;
}

/** What a rule across files sees: the facts of every file, joined into one graph. */
export interface StackView {
  readonly graph: StackGraph;
  readonly around: Around;
}
