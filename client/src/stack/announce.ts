import { createSocket } from 'node:dgram';
import type { RouterSeat } from '../../../shared/launch-plan.ts';
import type { StepState } from './state.ts';
import { subscriptionPacket } from './subscription-packet.ts';

/**
 * A router that was started again knows no worker until each has announced itself anew, ten seconds later at worst. Until
 * then it is told by us what the workers had told its predecessor.
 */
export async function announceWorkers(router: string, steps: readonly StepState[]): Promise<void> {
  const known = steps.flatMap(({ step, status }) =>
    status.kind === 'ready' && status.address !== undefined && step.after.includes(router)
      ? (step.graceful?.leaves ?? []).map((seat) => ({ seat, address: status.address ?? '' }))
      : [],
  );
  await Promise.all(known.map(({ seat, address }) => sendToRouter(seat, 'subscribe', address)));
}

/** One datagram, which may be lost. Nobody there is no error: a router that has ended lists nobody. */
export async function sendToRouter(
  { server, key, modifier1 }: RouterSeat,
  what: 'subscribe' | 'unsubscribe',
  address: string,
): Promise<void> {
  const socket = createSocket('udp4');
  const packet = subscriptionPacket(what, {
    ...{ key, address },
    ...(what === 'subscribe' && { modifier1 }),
  });
  await new Promise<void>((sent) => {
    socket.once('error', () => {
      sent();
    });
    socket.send(packet, server.port, server.host, () => {
      sent();
    });
  });
  socket.close();
}
