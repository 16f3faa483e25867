import { attachedUwsgiStops } from './attached-uwsgi-stops.ts';
import { circlingRequests } from './circling-requests.ts';
import { dottedKey } from './dotted-key.ts';
import { headerBuffer } from './header-buffer.ts';
import { hostWithPort } from './host-with-port.ts';
import { keyWithoutServer } from './key-without-server.ts';
import { missingSharedSocket } from './missing-shared-socket.ts';
import { modifierLost } from './modifier-lost.ts';
import { noDanglingPass } from './no-dangling-pass.ts';
import { noDanglingSubscription } from './no-dangling-subscription.ts';
import { noSharedPort } from './no-shared-port.ts';
import { passProtocol } from './pass-protocol.ts';
import { readTimeout } from './read-timeout.ts';
import { routerWithoutWorker } from './router-without-worker.ts';
import { serverWithoutWorker } from './server-without-worker.ts';
import { signedSubscriptions } from './signed-subscriptions.ts';
import { socketPermissions } from './socket-permissions.ts';
import { staticFolder } from './static-folder.ts';
import { subscriptionFrequency } from './subscription-frequency.ts';
import { timeoutBeforeHarakiri } from './timeout-before-harakiri.ts';
import { unannouncedWorker } from './unannounced-worker.ts';
import { unreachableWorker } from './unreachable-worker.ts';
import { uploadLimit } from './upload-limit.ts';
import type { StackRule } from '../rule.ts';

export const stackRules: readonly StackRule[] = [
  attachedUwsgiStops,
  circlingRequests,
  dottedKey,
  headerBuffer,
  hostWithPort,
  keyWithoutServer,
  missingSharedSocket,
  modifierLost,
  noDanglingPass,
  noDanglingSubscription,
  noSharedPort,
  passProtocol,
  readTimeout,
  routerWithoutWorker,
  serverWithoutWorker,
  signedSubscriptions,
  socketPermissions,
  staticFolder,
  subscriptionFrequency,
  timeoutBeforeHarakiri,
  unannouncedWorker,
  unreachableWorker,
  uploadLimit,
];
