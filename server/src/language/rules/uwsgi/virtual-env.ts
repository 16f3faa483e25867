import { readVenv } from '../../python/venv.ts';
import { basename, dirname, isAbsolute, resolvePath } from '../../text/path.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { allOptions } from '../../uwsgi/lookup.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix, Report } from '../rule.ts';
import { replace } from './entry-text.ts';
import { isPluginList, pluginFamily, pluginItems } from './plugin-lists.ts';
import { absence, namesIn, startFolder } from './start-folder.ts';
import type { StartFolder } from './start-folder.ts';

export const virtualEnv = defineRule({
  id: 'uwsgi/virtual-env',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A `home` or `virtualenv` that is missing, is no virtual environment, or was made by another Python than the plugin is built with.',
    why: 'With a home that holds no Python uWSGI ends with "Fatal Python error: init_fs_encoding". The packages of an environment lie in a folder with the version of its Python: the plugin of another version does not see them.',
    fix: 'Make the environment with the Python of the plugin: `python3 -m venv FOLDER`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Python.html#virtualenv-support',
  },
  check(view, report) {
    const start = startFolder(view);
    if (start === undefined) return;
    for (const entry of view.config.entries) {
      if (entry.option?.plugin !== 'python' || entry.option.canonical !== 'home') continue;
      if (!entry.known || entry.conditional || entry.value === '') continue;
      if (hasTemplateMark(entry.value)) continue;
      // A relative one counts from the folder after `chdir`.
      if (!isAbsolute(entry.value) && start.app === undefined) continue;
      const path = resolvePath(start.app ?? start.launch, entry.value);
      checkHome(view, start, entry, path, report);
    }
  },
});

function checkHome(
  view: UwsgiView,
  start: StartFolder,
  entry: ConfigEntry,
  path: string,
  report: Report,
): void {
  const { disk } = view.around;
  const found = disk.look(path);
  const span = entry.valueSpan;
  const sure = isAbsolute(entry.value) || start.sure;
  if (found === undefined || found.kind === 'other') return;
  if (found.kind === 'absent') {
    const place = absence(view, path);
    if (place === undefined || place === 'elsewhere') return;
    const level = place === 'machine' ? 'information' : sure ? 'error' : 'warning';
    const fixes = otherHomes(view, entry, dirname(path));
    const make = `Make it with \`python3 -m venv ${basename(path)}\``;
    report({
      span,
      level,
      message: `There is no folder ${path}: uWSGI does not start. ${make}`,
      fixes,
    });
    return;
  }
  const cfgPath = resolvePath(path, 'pyvenv.cfg');
  const names = namesIn(found);
  if (!names.includes('pyvenv.cfg')) {
    checkOther(view, entry, path, names, report);
    return;
  }
  const text = disk.text(cfgPath);
  const { version } = text === undefined ? { version: undefined } : readVenv(text);
  const plugin = pluginVersion(view);
  if (version === undefined || plugin === undefined) return;
  const made = `${version.major}.${version.minor}`;
  const related = [
    { path: cfgPath, span: { start: 0, end: 0 }, message: `Made by Python ${made}` },
  ];
  if (version.major !== plugin.major) {
    const message = `This environment was made by Python ${made}, but the plugin is Python ${plugin.text}: uWSGI does not find the Python library in it. ${anew(plugin.text)}`;
    report({ span, message, related });
    return;
  }
  if (plugin.minor === undefined || plugin.minor === version.minor) return;
  const libraries = namesIn(disk.look(resolvePath(path, 'lib')));
  if (libraries.length === 0 || libraries.includes(`python${plugin.text}`)) return;
  const message = `This environment was made by Python ${made}, but the plugin is Python ${plugin.text}, which does not look into lib/python${made}: the app's packages are not found. ${anew(plugin.text)}`;
  report({ span, level: 'warning', message, related });
}

function anew(version: string): string {
  return `Make it anew with python${version}, or load the plugin of its version`;
}

/** A folder without pyvenv.cfg: a Python of its own, an environment of old, or nothing of the kind. */
function checkOther(
  view: UwsgiView,
  entry: ConfigEntry,
  path: string,
  names: readonly string[],
  report: Report,
): void {
  const { disk } = view.around;
  const span = entry.valueSpan;
  if (names.length > 0) {
    const lib = disk.look(resolvePath(path, 'lib'));
    if (names.includes('lib') && lib === undefined) return;
    if (namesIn(lib).some((name) => /^(?:python|pypy)[\d.]*$/.test(name))) return;
  }
  const above = entry.value.replace(/\/(?:bin|lib)(?:\/[^/]*)*\/?$/, '');
  const parent = path.replace(/\/(?:bin|lib)(?:\/.*)?$/, '');
  if (parent !== path && namesIn(disk.look(parent)).includes('pyvenv.cfg')) {
    const fixes = [replace(view, span, above, `Change to "${above}"`)];
    const message =
      'The home is the folder of the environment itself: uWSGI does not start with this';
    report({ span, message, fixes });
    return;
  }
  const file = disk.look(path)?.kind === 'file';
  const what = file ? 'is a file' : 'holds no Python: there is no pyvenv.cfg in it';
  const message = `${path} ${what}; uWSGI does not start with it as home`;
  report({ span, message, fixes: otherHomes(view, entry, dirname(path)) });
}

/** Environments beside the one that is named. */
function otherHomes(view: UwsgiView, entry: ConfigEntry, folder: string): readonly Fix[] {
  const { disk } = view.around;
  const beside = namesIn(disk.look(folder)).filter((name) => /^\.?v?(?:irtual)?env\d*$/.test(name));
  const homes = beside.filter((name) =>
    namesIn(disk.look(resolvePath(folder, name))).includes('pyvenv.cfg'),
  );
  return homes.slice(0, 3).map((name, index) => {
    const newText = `${entry.value.replace(/\/+$/, '').replace(/[^/]*$/, '')}${name}`;
    const fix = replace(view, entry.valueSpan, newText, `Change to "${newText}"`);
    return { ...fix, preferred: index === 0 };
  });
}

interface PluginVersion {
  readonly text: string;
  readonly major: number;
  readonly minor: number | undefined;
}

/** `python311` says it; of `python3` the machine may tell, when it has one version of it only. */
function pluginVersion(view: UwsgiView): PluginVersion | undefined {
  const lists = allOptions(view.effective, 'plugins', 'plugin', 'need-plugin', 'need-plugins');
  const names = lists
    .filter((entry) => isPluginList(entry) && entry.known && !entry.conditional)
    .flatMap(({ value }) => pluginItems(value).map(({ name }) => name))
    .filter((name) => pluginFamily(name) === 'python');
  const [first, second] = names;
  if (first === undefined || second !== undefined) return undefined;
  const exact = versionIn(first);
  if (exact?.minor !== undefined) return exact;
  const installed = (view.around.installed.uwsgi?.plugins ?? [])
    .filter((name) => pluginFamily(name) === 'python')
    .map(versionIn)
    .filter((version) => version?.minor !== undefined && version.major === exact?.major);
  return installed.length === 1 ? installed[0] : exact;
}

function versionIn(name: string): PluginVersion | undefined {
  const [, major, minor] = /python(\d)\.?(\d*)(?:_plugin\.so)?$/.exec(name) ?? [];
  if (major === undefined) return undefined;
  const exact = minor !== undefined && minor !== '';
  return {
    text: exact ? `${major}.${minor}` : major,
    major: Number(major),
    minor: exact ? Number(minor) : undefined,
  };
}
