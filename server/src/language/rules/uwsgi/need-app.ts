import { defineRule } from '../rule.ts';
import { insertLineAfter } from './entry-text.ts';
import { wholesOf } from './wholes-of.ts';

export const needApp = defineRule({
  id: 'uwsgi/need-app',
  scope: 'uwsgi',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports a worker whose app may be missing without uWSGI minding.',
    why: 'Where the app cannot be imported uWSGI says `no app loaded. going in full dynamic mode`, stays up, subscribes, and answers everything with 500.',
    fix: 'Add `need-app = true`: uWSGI then ends, and whoever supervises it sees so.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html#need-app',
  },
  check(view, report) {
    const app = view.config.entries.find(
      ({ option, conditional }) =>
        !conditional && option !== undefined && apps.has(option.canonical),
    );
    if (app === undefined) return;
    const [whole, another] = wholesOf(view);
    if (whole === undefined || another !== undefined || !whole.complete) return;
    if (whole.byKey.has('need-app') || whole.byKey.has('lazy-apps')) return;
    report({
      span: app.keySpan,
      message: 'Where this app cannot be imported uWSGI stays up and answers with 500',
      fixes: [insertLineAfter(view, app, 'need-app = true', 'Add `need-app = true`')],
    });
  },
});

const apps: ReadonlySet<string> = new Set(['module', 'wsgi', 'wsgi-file', 'file']);
