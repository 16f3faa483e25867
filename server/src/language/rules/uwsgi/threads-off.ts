import { basename } from '../../text/path.ts';
import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import { defineRule } from '../rule.ts';
import { insertLineAfter, meansOff } from './entry-text.ts';
import { locateFile, locateModule, pythonTargets, searchFolders } from './python-app.ts';
import { startFolder } from './start-folder.ts';
import { compareVersions, targetVersion } from './target-version.ts';
import { wholesOf } from './wholes-of.ts';

export const threadsOff = defineRule({
  id: 'uwsgi/threads-off',
  scope: 'uwsgi',
  level: 'information',
  docs: {
    what: 'An app that starts threads of its own, in a uWSGI that does not let them run.',
    why: 'Before 2.0.27, Python threads run only while a request is served, unless `enable-threads` or more than one of `threads` is set: a background job stands still. From 2.0.27 on they always run.',
    fix: 'Add `enable-threads = true`. With threads that start when the app is loaded, `lazy-apps = true` as well: they do not survive the fork of the workers.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html',
  },
  check(view, report) {
    const target = targetVersion(view.around);
    if (target.from === 'newest' || compareVersions(target.text, '2.0.27') >= 0) return;
    const start = startFolder(view);
    if (start?.app === undefined) return;
    const folders = searchFolders(view, start);
    for (const app of pythonTargets(view)) {
      if (!app.app || app.entry.conditional || app.entry.origin !== 'line') continue;
      const located =
        app.kind === 'file'
          ? locateFile(view, app.text, start.app)
          : folders && locateModule(view, app.text, folders);
      if (located?.kind !== 'found') continue;
      const [, word] = startsThreads.exec(view.around.disk.text(located.path) ?? '') ?? [];
      if (word === undefined) continue;
      const wholes = wholesOf(view);
      if (!wholes.every(({ complete }) => complete)) return;
      if (wholes.some(({ entries }) => entries.some(runsThreads))) return;
      report({
        span: app.entry.keySpan,
        message: `${basename(located.path)} starts threads (${word}), which uWSGI ${target.text} lets run only while it serves a request, without \`enable-threads\``,
        related: [{ path: located.path, span: { start: 0, end: 0 }, message: 'The app' }],
        fixes: [
          insertLineAfter(view, app.entry, 'enable-threads = true', 'Add `enable-threads = true`'),
        ],
      });
      return;
    }
  },
});

/** At the beginning of a line no comment stands before it. */
const startsThreads =
  /^[^#\n]*?\b(Thread|Timer|ThreadPoolExecutor|BackgroundScheduler|sentry_sdk\.init)\(/m;

/** Options that need threads switch them on by themselves. */
function runsThreads({ option, known, value }: EffectiveEntry): boolean {
  if (option === undefined) return false;
  if (option.name === 'enable-threads') return !known || !meansOff(value);
  if (option.name === 'threads') return !known || Number.parseInt(value, 10) > 1;
  return (
    option.flags.includes('THREADS') || /^(?:gevent|asyncio|tornado|coroae)$/.test(option.name)
  );
}
