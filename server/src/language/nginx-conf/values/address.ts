import { portNumber, splitHostPort } from '../host-port.ts';
import type { ValueKind } from './kind.ts';

/** Four decimal octets; nginx takes no shorter form. */
export function isIpv4(text: string): boolean {
  const octets = text.split('.');
  return (
    octets.length === 4 && octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) < 256)
  );
}

export function isIpv6(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return false;
  const groups = [head, tail ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')));
  const last = groups.at(-1);
  const dotted = last?.includes('.') === true;
  if (dotted && !isIpv4(last)) return false;
  const plain = dotted ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[\da-f]{1,4}$/i.test(group))) return false;
  const count = plain.length + (dotted ? 2 : 0);
  return tail === undefined ? count === 8 : count < 8;
}

/** `10.0.0.0/8`, `::1`; the network needs no mask. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (more.length > 0 || (bits !== undefined && !/^\d+$/.test(bits))) return false;
  if (isIpv4(address)) return bits === undefined || Number(bits) <= 32;
  return isIpv6(address) && (bits === undefined || Number(bits) <= 128);
}

export const network: ValueKind = (text) =>
  isNetwork(text) ? undefined : 'an address such as `10.0.0.1` or a network such as `10.0.0.0/8`';

/**
 * Whether no resolver could ever find such a host: it has a character that no name has. nginx asks the system for each
 * name when it starts, which can't be foretold for the others.
 */
export function isImpossibleHost(host: string): boolean {
  return host === '' || /[^\w.*-]/.test(host);
}

export interface AddressOptions {
  /** Without a port: `required` refuses it, `optional` has a default. */
  readonly port: 'required' | 'optional';
}

/** `unix:PATH`, `HOST[:PORT]`, `[IPv6][:PORT]`; says what is wrong with it. */
export function addressProblem(text: string, { port }: AddressOptions): string | undefined {
  if (/^unix:/i.test(text))
    return text.length > 'unix:'.length ? undefined : '`unix:` needs the path of a socket';
  if (text === '') return 'the address is empty';
  const address = splitHostPort(text);
  if (address.kind === 'invalid') return address.reason;
  if (text.startsWith('[') && !isIpv6(address.host)) return `"${address.host}" is no IPv6 address`;
  if (!text.startsWith('[') && isImpossibleHost(address.host))
    return address.host === ''
      ? 'the host is missing before the port'
      : `"${address.host}" is no host name`;
  if (address.port === undefined) return port === 'required' ? 'the port is missing' : undefined;
  return portNumber(address.port) === undefined
    ? `"${address.port}" is no port between 1 and 65535`
    : undefined;
}
