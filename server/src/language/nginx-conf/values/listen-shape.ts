import type { NginxDirective } from '../directives.ts';
import { compareVersions } from '../version.ts';
import { isTemplated } from '../template.ts';
import { matching, number, oneOf, seconds, size, type ValueKind } from './kind.ts';
import { parameters, type ParameterTable, type Shape } from './shape.ts';
import { parseUrl } from './url.ts';

/** `listen ADDRESS [PARAMETER …]`; the table says which parameters http, stream and mail know. */
export function listenShape({ keywords }: NginxDirective, version: string): Shape {
  const names = keywords.filter((word) => compareVersions(version, addedIn[word] ?? '0') >= 0);
  const table: ParameterTable = Object.fromEntries(
    names.map((word): [string, ValueKind | 'bare'] => {
      const [name = '', value] = word.split('=');
      return value === undefined ? [word, 'bare'] : [`${name}=`, kinds[name] ?? anyValue];
    }),
  );
  const rest = parameters(table, { start: 1 });
  return function* (args) {
    const [address] = args;
    // nginx reads the address first. Variables are no part of it, but templates leave such words behind.
    if (address && !isTemplated(address)) {
      const parsed = parseUrl(address.value, { listen: true });
      if (typeof parsed === 'string')
        yield { word: address, message: `cannot listen at "${address.value}": ${parsed}` };
    }
    yield* rest(args);
  };
}

const addedIn: Readonly<Record<string, string>> = {
  quic: '1.25.0',
  multipath: '1.29.7',
};

const anyValue: ValueKind = () => undefined;

const keepalive: ValueKind = (text) => {
  if (text === 'on' || text === 'off') return undefined;
  const [idle = '', interval = '', count = '', ...more] = text.split(':');
  const time = (part: string) => part === '' || seconds(part) === undefined;
  const fits =
    more.length === 0 && time(idle) && time(interval) && (count === '' || /^\d+$/.test(count));
  const some = [idle, interval, count].some((part) => /[1-9]/.test(part));
  return fits && some ? undefined : '`on`, `off`, or times such as `30m::10`';
};

const kinds: Readonly<Record<string, ValueKind>> = {
  backlog: number(1),
  fastopen: number(),
  ipv6only: oneOf(['on', 'off'], { caseSensitive: true }),
  rcvbuf: size,
  setfib: number(),
  sndbuf: size,
  so_keepalive: keepalive,
  accept_filter: matching(/^/, 'a filter'),
};
