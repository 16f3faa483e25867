import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import { defineRule } from '../rule.ts';
import { insertLineAfter, meansOff } from './entry-text.ts';
import { hasNoMaster } from './has-no-master.ts';

export const containerStop = defineRule({
  id: 'uwsgi/container-stop',
  scope: 'uwsgi',
  level: 'information',
  docs: {
    what: 'A uWSGI made for a container, by where it logs to, that SIGTERM does not stop.',
    why: 'Containers are stopped with SIGTERM, at which uWSGI 2.0 reloads: it goes on until it is killed, some seconds later, without having finished its requests.',
    fix: 'Add `die-on-term = true`, or tell the container another signal, such as `STOPSIGNAL SIGINT`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Management.html',
  },
  check(view, report) {
    const { effective } = view;
    const log = effective.entries.find(logsToContainer);
    if (log?.path !== view.path || log.conditional || log.origin !== 'line') return;
    if (!effective.complete || !effective.roles.worker || hasNoMaster(effective)) return;
    const master = lastOption(effective, 'master');
    if (master?.known === true && meansOff(master.value)) return;
    if (effective.entries.some(stops)) return;
    const line = 'die-on-term = true';
    report({
      span: log.keySpan,
      message:
        'Logs as a container does, but the signal that stops a container makes uWSGI reload: `die-on-term` is missing',
      fixes: [insertLineAfter(view, log, line, `Add \`${line}\``)],
    });
  },
});

function logsToContainer({ option, value }: EffectiveEntry): boolean {
  if (option === undefined) return false;
  const place = /(?:^|:)\/(?:dev\/std(?:out|err)|proc\/(?:1|self)\/fd\/[12])$|(?:^|\s)stdio(?::|$)/;
  return /^(?:logto2?|(?:req-)?logger)$/.test(option.name) && place.test(value);
}

/** Whatever says what a signal means is taken to have thought of it. */
function stops({ option, value }: EffectiveEntry): boolean {
  if (option?.name === 'hook-master-start') return value.includes('unix_signal:15');
  return /^(?:die-on-term|exit-on-reload|emperor)$/.test(option?.name ?? '');
}
