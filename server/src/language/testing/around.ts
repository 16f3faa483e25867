import { defaultLanguageSettings } from '../../../../shared/settings.ts';
import { blindDisk, type Disk, type DiskEntry } from '../disk.ts';
import { type Installed, type InstalledUwsgi, nothingInstalled } from '../installed.ts';
import { parseIni } from '../ini/parse.ts';
import { readConf } from '../nginx-conf/read-conf.ts';
import { parseNginx } from '../nginx/parse.ts';
import type { Around, NginxFile, UwsgiFile } from '../rules/inputs.ts';
import { buildGraph } from '../stack/graph.ts';
import { readConfig } from '../uwsgi/read-config.ts';

/** Surroundings that are empty but for what a test gives. */
export function around(given: Partial<Around> = {}): Around {
  return {
    graph: buildGraph(new Map()),
    uwsgiFile: () => undefined,
    effective: () => undefined,
    nginxFile: () => undefined,
    disk: blindDisk,
    installed: nothingInstalled,
    settings: defaultLanguageSettings,
    ...given,
  };
}

/** One ini file, read by itself. */
export function readUwsgi(text: string, path = '/srv/site/app.ini'): UwsgiFile {
  const tree = parseIni(text);
  return { path, text, tree, config: readConfig(tree, { path }) };
}

/** One nginx file, read by itself. */
export function readNginx(text: string, path = '/stack/nginx.conf'): NginxFile {
  const tree = parseNginx(text);
  return { path, text, tree, conf: readConf(tree) };
}

/** A disk on which there is what `files` names (path to text), its folders, and nothing else. */
export function fakeDisk(files: Readonly<Record<string, string>>): Disk {
  const folders = new Map<string, Set<string>>();
  for (const path of Object.keys(files)) {
    const parts = path.split('/');
    for (let at = 1; at < parts.length; at += 1) {
      const folder = parts.slice(0, at).join('/') || '/';
      folders.set(folder, (folders.get(folder) ?? new Set()).add(parts[at] ?? ''));
    }
  }
  const look = (path: string): DiskEntry => {
    if (path in files) return { kind: 'file', mode: 0o644 };
    const names = folders.get(path);
    return names ? { kind: 'folder', names: [...names].sort() } : { kind: 'absent' };
  };
  return { look, text: (path) => files[path] };
}

/** A machine with uWSGI as Debian has it: every plugin is a file, none is built in. */
export function installedUwsgi(given: Partial<InstalledUwsgi> = {}): Installed {
  return {
    nginx: undefined,
    uwsgi: {
      version: '2.0.21-debian',
      pluginFolder: '/usr/lib/uwsgi/plugins',
      plugins: ['cgi', 'fastrouter', 'http', 'logfile', 'python3', 'python311'],
      embedded: [],
      help: new Map(),
      ...given,
    },
  };
}
