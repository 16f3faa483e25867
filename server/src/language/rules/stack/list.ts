import { attachedUwsgiStops } from './attached-uwsgi-stops.ts';
import { hostWithPort } from './host-with-port.ts';
import { keyWithoutServer } from './key-without-server.ts';
import { noDanglingPass } from './no-dangling-pass.ts';
import { noDanglingSubscription } from './no-dangling-subscription.ts';
import { noSharedPort } from './no-shared-port.ts';
import { passProtocol } from './pass-protocol.ts';
import { serverWithoutWorker } from './server-without-worker.ts';
import { socketPermissions } from './socket-permissions.ts';
import { subscriptionFrequency } from './subscription-frequency.ts';
import { timeoutBeforeHarakiri } from './timeout-before-harakiri.ts';
import type { StackRule } from '../rule.ts';

export const stackRules: readonly StackRule[] = [
  attachedUwsgiStops,
  hostWithPort,
  keyWithoutServer,
  noDanglingPass,
  noDanglingSubscription,
  noSharedPort,
  passProtocol,
  serverWithoutWorker,
  socketPermissions,
  subscriptionFrequency,
  timeoutBeforeHarakiri,
];
