import type { ConfigEntry } from '../../uwsgi/config.ts';
import { defineRule } from '../rule.ts';
import { insertLineBefore } from './entry-text.ts';
import { hasNoMaster } from './has-no-master.ts';
import { wholesOf } from './wholes-of.ts';

export const workersNeedMaster = defineRule({
  id: 'uwsgi/workers-need-master',
  scope: 'uwsgi',
  reach: 'file',
  level: 'information',
  docs: {
    what: 'Workers that are to end now and then, or several workers, without the master process.',
    why: 'Only the master starts a worker anew. Without it each harakiri, each `max-requests` and each crash leaves one worker less, until none answers.',
    fix: 'Add `master = true`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html',
  },
  check(view, report) {
    const entries = view.config.entries.filter(({ conditional }) => !conditional);
    const ending = entries.filter(endsWorkers);
    const [first] = [...ending, ...entries.filter(startsSeveral)];
    if (first === undefined || !view.config.roles.worker) return;
    if (!wholesOf(view).every(hasNoMaster)) return;
    const why =
      ending.length > 0
        ? `${first.key} ends workers, and without \`master = true\` nobody starts them anew`
        : 'Without `master = true` nobody starts a worker anew that has crashed';
    report({
      span: first.keySpan,
      message: why,
      fixes: [insertLineBefore(view, first, 'master = true', 'Add `master = true`')],
    });
  },
});

function endsWorkers({ option, known, value }: ConfigEntry): boolean {
  return option !== undefined && ending.test(option.name) && known && !/^0*$/.test(value);
}

const ending =
  /^(?:harakiri|max-requests|max-worker-lifetime|(?:evil-)?reload-on-(?:as|rss)|reload-on-exception)$/;

function startsSeveral({ option, known, value }: ConfigEntry): boolean {
  return option?.canonical === 'processes' && known && Number.parseInt(value, 10) > 1;
}
