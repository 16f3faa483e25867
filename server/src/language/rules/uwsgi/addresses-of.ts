import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { AddressUse } from '../../uwsgi/address.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { parseSubscribe2, parseSubscribeTo } from '../../uwsgi/subscription.ts';
import type { ValuePart } from '../../uwsgi/subscription.ts';

/** One address in the value of an option, and how uWSGI reads it. */
export interface AddressPlace {
  readonly text: string;
  /** From the beginning of the value. */
  readonly span: Span;
  readonly use: AddressUse;
  /** Whether uWSGI looks a host name up there. */
  readonly resolved: boolean;
}

export function addressesOf({
  option,
  value,
}: Pick<ConfigEntry, 'option' | 'value'>): readonly AddressPlace[] {
  if (option === undefined) return [];
  if (option.name === 'subscribe2') {
    const { server, address } = parseSubscribe2(value);
    return [...target(server), ...announced(address)];
  }
  if (option.name === 'subscribe' || option.canonical === 'subscribe-to') {
    const { server, address } = parseSubscribeTo(value);
    return [...target(server), ...announced(address)];
  }
  const whole = { text: value, span: span(0, value.length), resolved: true };
  if (option.handler === 'add_ssl_socket' || option.handler === 'https') {
    const comma = value.indexOf(',');
    const end = comma === -1 ? value.length : comma;
    const use = option.handler === 'https' ? 'router' : 'socket';
    return [{ text: value.slice(0, end), span: span(0, end), use, resolved: true }];
  }
  if (option.handler === 'add_shared_socket') return [{ ...whole, use: 'shared-socket' }];
  if (option.handler === 'add_socket') return [{ ...whole, use: 'socket' }];
  if (option.handler === 'corerouter') return [{ ...whole, use: 'router' }];
  if (option.handler === 'corerouter_ss') {
    return [{ ...whole, use: 'subscription-server', resolved: false }];
  }
  if (statsOptions.has(option.name)) return [{ ...whole, use: 'stats' }];
  if (backendOptions.has(option.name)) return [{ ...whole, use: 'router', resolved: false }];
  return [];
}

function target(part: ValuePart | undefined): readonly AddressPlace[] {
  return part ? [{ ...part, use: 'subscribe-target', resolved: false }] : [];
}

/** The address that the router is told; it cannot look a name up either. */
function announced(part: ValuePart | undefined): readonly AddressPlace[] {
  return part ? [{ ...part, use: 'socket', resolved: false }] : [];
}

const statsOptions: ReadonlySet<string> = new Set([
  ...['stats', 'stats-server', 'fastrouter-stats', 'fastrouter-stats-server', 'fastrouter-ss'],
]);

const backendOptions: ReadonlySet<string> = new Set(['fastrouter-to', 'fastrouter-fallback']);
