import type { EntryLine } from '../../../ini/tree.ts';
import type { UwsgiView } from '../../../rules/inputs.ts';
import { uwsgiOption } from '../../../uwsgi/options.ts';
import { parseSubscribeTo } from '../../../uwsgi/subscription.ts';
import type { Action } from '../../feature.ts';
import { edit } from './edit.ts';

/** `subscribe-to = SERVER:KEY,MODIFIER1,SIGN` with the names of its fields; uWSGI announces the same. */
export function useSubscribe2(view: UwsgiView, line: EntryLine): readonly Action[] {
  if (uwsgiOption(line.key)?.canonical !== 'subscribe-to' && line.key !== 'subscribe') return [];
  // With a placeholder or a backslash in it, it may fall into other parts.
  if (/[%$\\]/.test(line.value)) return [];
  const { server, key, address, sharedSocket, modifier1, sign } = parseSubscribeTo(line.value);
  if (server === undefined || key === undefined || key.text === '') return [];
  // `@FILE` is a list of keys, and `=N=` a shared socket: subscribe2 has neither.
  if (sharedSocket !== undefined || key.text.startsWith('@')) return [];
  if (modifier1 !== undefined && !/^\d+$/.test(modifier1.text)) return [];
  const fields = { server, key, addr: address, modifier1, sign };
  const value = Object.entries(fields)
    .flatMap(([name, part]) => (part === undefined ? [] : [`${name}=${part.text}`]))
    .join(',');
  return [
    {
      title: 'Convert to subscribe2',
      kind: 'refactor.rewrite',
      edits: [edit(view, line.keySpan, 'subscribe2'), edit(view, line.valueSpan, value)],
    },
  ];
}
