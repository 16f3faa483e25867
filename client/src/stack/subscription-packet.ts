/** A worker's place in a router's table, as both speak of it. */
export interface Announcement {
  readonly key: string;
  /** As the router lists it: `127.0.0.1:4040`, `/run/app.sock`. */
  readonly address: string;
  readonly modifier1?: number;
  readonly modifier2?: number;
  readonly weight?: number;
}

/**
 * The datagram that tells a router to list a worker, or to forget it: byte 224, the length of the rest (16 bits, little
 * endian), 0 or 1, then names and values, each behind its length. Source: uWSGI, core/subscription.c.
 */
export function subscriptionPacket(
  what: 'subscribe' | 'unsubscribe',
  { key, address, modifier1, modifier2, weight }: Announcement,
): Buffer {
  const pairs = Object.entries({ key, address, modifier1, modifier2, weight }).flatMap(
    ([name, value]) => (value === undefined ? [] : [sized(name), sized(String(value))]),
  );
  const body = Buffer.concat(pairs);
  const head = Buffer.from([224, 0, 0, what === 'subscribe' ? 0 : 1]);
  head.writeUInt16LE(body.length, 1);
  return Buffer.concat([head, body]);
}

function sized(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(2);
  length.writeUInt16LE(bytes.length);
  return Buffer.concat([length, bytes]);
}
