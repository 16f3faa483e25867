import { isIpv4 } from './address.ts';

/** The network that nginx reads when bits behind the mask are set (it warns); undefined when none is. IPv4 only. */
export function lowBits(network: string): string | undefined {
  const [address = '', mask] = network.split('/');
  if (mask === undefined || !isIpv4(address)) return undefined;
  const bits = Number(mask);
  const octets = address.split('.').map(Number);
  const kept = octets.map((octet, index) => {
    const own = Math.min(8, Math.max(0, bits - index * 8));
    return octet & (0xff << (8 - own)) & 0xff;
  });
  return kept.every((octet, index) => octet === octets[index])
    ? undefined
    : `${kept.join('.')}/${bits}`;
}
