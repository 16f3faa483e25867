import { isWildcardHost } from '../../stack/endpoint.ts';
import { parseAddress } from '../../uwsgi/address.ts';
import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import { defineRule } from '../rule.ts';
import { addressesOf } from './addresses-of.ts';
import { insertLineAfter } from './entry-text.ts';

export const harakiriUpload = defineRule({
  id: 'uwsgi/harakiri-upload',
  scope: 'uwsgi',
  level: 'information',
  docs: {
    what: 'A time limit for requests where clients talk to uWSGI themselves, without post-buffering.',
    why: 'Without nginx in front, which takes an upload in first, the time of a slow upload counts: harakiri then kills a worker that only waits for its client. uWSGI warns of it at its start.',
    fix: 'Add `post-buffering = 8192`: uWSGI then reads the whole body before the time counts.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html',
  },
  check(view, report) {
    const { effective } = view;
    const harakiri = lastOption(effective, 'harakiri');
    if (harakiri?.path !== view.path || harakiri.conditional || harakiri.origin !== 'line') return;
    if (!effective.complete || !/^[1-9]\d*$/.test(harakiri.value)) return;
    const { entries } = effective;
    if (entries.some(({ option }) => option?.name.startsWith('post-buffering'))) return;
    const front = entries.find(facesClients);
    if (front === undefined) return;
    const line = 'post-buffering = 8192';
    report({
      span: harakiri.keySpan,
      message: 'The time of a slow upload counts, too: without post-buffering its worker is killed',
      related: [{ path: front.path, span: front.valueSpan, message: 'Clients connect here' }],
      fixes: [insertLineAfter(view, harakiri, line, `Add \`${line}\``)],
    });
  },
});

/** HTTP at every address of the machine. */
function facesClients(entry: EffectiveEntry): boolean {
  if (!/^https?(?:-socket|11-socket)?$/.test(entry.option?.name ?? '')) return false;
  return addressesOf(entry).some(({ text, use }) => {
    const address = parseAddress(text, use);
    return address.kind === 'tcp' && isWildcardHost(address.host);
  });
}
