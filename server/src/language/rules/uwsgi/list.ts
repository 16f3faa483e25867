import type { UwsgiRule } from '../rule.ts';
import { address } from './address.ts';
import { announcedSocket } from './announced-socket.ts';
import { announcementFrequency } from './announcement-frequency.ts';
import { autoPortReload } from './auto-port-reload.ts';
import { booleanValue } from './boolean-value.ts';
import { chmodValue } from './chmod-value.ts';
import { containerStop } from './container-stop.ts';
import { duplicateOption } from './duplicate-option.ts';
import { encoderNewline } from './encoder-newline.ts';
import { envOrder } from './env-order.ts';
import { harakiriUpload } from './harakiri-upload.ts';
import { includeLoop } from './include-loop.ts';
import { inheritedPlaceholder } from './inherited-placeholder.ts';
import { inlineComment } from './inline-comment.ts';
import { keyvalKeys } from './keyval-keys.ts';
import { lineContinuation } from './line-continuation.ts';
import { listenBacklog } from './listen-backlog.ts';
import { logVariable } from './log-variable.ts';
import { logicBlocks } from './logic-blocks.ts';
import { masterOff } from './master-off.ts';
import { noMissingApp } from './no-missing-app.ts';
import { noMissingCallable } from './no-missing-callable.ts';
import { noMissingInclude } from './no-missing-include.ts';
import { noMissingPath } from './no-missing-path.ts';
import { noUnknownOption } from './no-unknown-option.ts';
import { numberValue } from './number-value.ts';
import { oddCharacter } from './odd-character.ts';
import { optionOfAnotherVersion } from './option-of-another-version.ts';
import { optionWithoutEffect } from './option-without-effect.ts';
import { pasteApp } from './paste-app.ts';
import { percentSign } from './percent-sign.ts';
import { placeholderName } from './placeholder-name.ts';
import { pluginMissing } from './plugin-missing.ts';
import { pluginNotInstalled } from './plugin-not-installed.ts';
import { privilegedPort } from './privileged-port.ts';
import { publicAddress } from './public-address.ts';
import { quotedValue } from './quoted-value.ts';
import { relativeInclude } from './relative-include.ts';
import { retiredOption } from './retired-option.ts';
import { routerBackends } from './router-backends.ts';
import { routerNeedsMaster } from './router-needs-master.ts';
import { runAsRoot } from './run-as-root.ts';
import { shellVariable } from './shell-variable.ts';
import { daemonize } from './daemonize.ts';
import { needApp } from './need-app.ts';
import { heartbeatAlone } from './heartbeat-alone.ts';
import { strictOrder } from './strict-order.ts';
import { subscriptionKeys } from './subscription-keys.ts';
import { syntax } from './syntax.ts';
import { threadsOff } from './threads-off.ts';
import { undefinedPlaceholder } from './undefined-placeholder.ts';
import { unexpandedPlaceholder } from './unexpanded-placeholder.ts';
import { unknownWord } from './unknown-word.ts';
import { valueSyntax } from './value-syntax.ts';
import { virtualEnv } from './virtual-env.ts';
import { workerCount } from './worker-count.ts';
import { workersNeedMaster } from './workers-need-master.ts';

/** Every rule on one ini file. */
export const uwsgiRules: readonly UwsgiRule[] = [
  syntax,
  address,
  announcedSocket,
  announcementFrequency,
  autoPortReload,
  booleanValue,
  chmodValue,
  containerStop,
  duplicateOption,
  encoderNewline,
  envOrder,
  harakiriUpload,
  includeLoop,
  inheritedPlaceholder,
  inlineComment,
  keyvalKeys,
  lineContinuation,
  listenBacklog,
  logVariable,
  logicBlocks,
  masterOff,
  noMissingApp,
  noMissingCallable,
  noMissingInclude,
  noMissingPath,
  noUnknownOption,
  numberValue,
  oddCharacter,
  optionOfAnotherVersion,
  optionWithoutEffect,
  pasteApp,
  percentSign,
  placeholderName,
  pluginMissing,
  pluginNotInstalled,
  privilegedPort,
  publicAddress,
  quotedValue,
  relativeInclude,
  retiredOption,
  routerBackends,
  routerNeedsMaster,
  runAsRoot,
  shellVariable,
  strictOrder,
  subscriptionKeys,
  threadsOff,
  undefinedPlaceholder,
  unexpandedPlaceholder,
  unknownWord,
  valueSyntax,
  virtualEnv,
  workerCount,
  workersNeedMaster,
  daemonize,
  needApp,
  heartbeatAlone,
];
