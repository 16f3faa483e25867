import { pasteApps } from '../../python/paste.ts';
import { closest } from '../../text/closest.ts';
import { basename, isAbsolute, resolvePath } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';
import { placeInValue, replace } from './entry-text.ts';
import { absence, startFolder } from './start-folder.ts';

export const pasteApp = defineRule({
  id: 'uwsgi/paste-app',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A PasteDeploy file that is missing, has no app of the name that is asked for, or is named in a way that PasteDeploy does not take.',
    why: 'uWSGI hands the value to paste.deploy.loadapp, which wants a scheme and, behind `config:`, an absolute path; uWSGI exits with status 22 when it fails. Without #NAME the app is called main.',
    fix: 'Write `paste = config:%d/FILE.ini`, and define `[app:main]` in the file.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Python.html#paste-support',
  },
  check(view, report) {
    const start = startFolder(view);
    for (const entry of view.config.entries) {
      if (entry.option?.plugin !== 'python' || !entry.known || entry.conditional) continue;
      if (entry.value === '' || hasTemplateMark(entry.value)) continue;
      if (entry.option.name === 'paste') {
        checkPaste(view, entry, report);
      } else if (entry.option.name.startsWith('ini-paste') && start !== undefined) {
        // The file is taken from the folder of the launch, and may name a section of its own for uWSGI.
        const path = resolvePath(start.launch, entry.value.replace(/:[^/:]*$/, ''));
        checkFile(view, entry, path, 'main', span(0, entry.value.length), report);
      }
    }
  },
});

function checkPaste(view: UwsgiView, entry: ConfigEntry, report: Report): void {
  const { value } = entry;
  const hash = value.indexOf('#');
  const uri = hash === -1 ? value : value.slice(0, hash);
  const colon = uri.indexOf(':');
  const path = uri.slice(colon + 1);
  if (colon === -1 || (/^config$/i.test(uri.slice(0, colon)) && !isAbsolute(path))) {
    if (colon === -1 && !/\.(?:ini|conf|cfg)$/.test(uri)) return;
    const message =
      colon === -1
        ? 'PasteDeploy wants a scheme here, as in config:/FOLDER/FILE.ini'
        : 'PasteDeploy takes no relative path here: uWSGI does not tell it where that would count from';
    const newText = `config:${isAbsolute(path) ? '' : '%d'}${path.replace(/^\.\//, '')}`;
    const place = placeInValue(view, entry, span(0, uri.length));
    const fixes = [replace(view, place, newText, `Change to "${newText}"`)];
    report({ span: place, message, fixes });
    return;
  }
  if (!/^config$/i.test(uri.slice(0, colon))) return;
  if (lastOption(view.effective, 'paste-name') !== undefined) return;
  const name = hash === -1 ? 'main' : value.slice(hash + 1);
  const place = hash === -1 ? span(0, value.length) : span(hash + 1, value.length);
  checkFile(view, entry, resolvePath('/', path), name, place, report);
}

function checkFile(
  view: UwsgiView,
  entry: ConfigEntry,
  path: string,
  name: string,
  nameSpan: ReturnType<typeof span>,
  report: Report,
): void {
  const missing = absence(view, path);
  if (missing === 'elsewhere') return;
  if (missing !== undefined) {
    const sure = missing === 'here' && isAbsolute(entry.value.replace(/^config:/i, ''));
    const level = sure ? 'error' : missing === 'here' ? 'warning' : 'information';
    const message = `There is no file ${path}: uWSGI does not start`;
    report({ span: entry.valueSpan, level, message });
    return;
  }
  const text = view.around.uwsgiFile(path)?.text ?? view.around.disk.text(path);
  // Names may be made of other ones there, and PasteDeploy fills them in.
  if (text === undefined || name.includes('%')) return;
  const apps = pasteApps(text);
  if (apps.includes(name)) return;
  const named = entry.value.includes('#');
  const place = placeInValue(view, entry, nameSpan);
  const near = named ? closest(name, apps) : apps.slice(0, 3);
  const fixes = near.map((app, index) => {
    const newText = named ? app : `${entry.value}#${app}`;
    return { ...replace(view, place, newText, `Change to "${newText}"`), preferred: index === 0 };
  });
  const has = apps.length === 0 ? 'no app at all' : `no [app:${name}], but ${apps.join(', ')}`;
  report({
    span: place,
    message: `${basename(path)} has ${has}: uWSGI does not start`,
    related: [{ path, span: { start: 0, end: 0 }, message: `${basename(path)} is here` }],
    fixes: entry.option?.name === 'paste' ? fixes : [],
  });
}
