import type { NginxRule } from '../rule.ts';
import { cacheKeyMissing } from './cache-key-missing.ts';
import { duplicateHeader } from './duplicate-header.ts';
import { handlerNotInherited } from './handler-not-inherited.ts';
import { headersNotInherited } from './headers-not-inherited.ts';
import { keyWithPort } from './key-with-port.ts';
import { otherProtocol } from './other-protocol.ts';
import { paramsNotInherited } from './params-not-inherited.ts';
import { proxyHeadersNotInherited } from './proxy-headers-not-inherited.ts';
import { serverTokens } from './server-tokens.ts';
import { twoHandlers } from './two-handlers.ts';
import { upstreamPort } from './upstream-port.ts';
import { uwsgiParamName } from './uwsgi-param-name.ts';
import { uwsgiParamsMissing } from './uwsgi-params-missing.ts';

/** Rules on mistakes that nginx starts with: what it does with them is another thing than what was meant. */
export const acceptedMistakes: readonly NginxRule[] = [
  cacheKeyMissing,
  duplicateHeader,
  handlerNotInherited,
  headersNotInherited,
  keyWithPort,
  otherProtocol,
  paramsNotInherited,
  proxyHeadersNotInherited,
  serverTokens,
  twoHandlers,
  upstreamPort,
  uwsgiParamName,
  uwsgiParamsMissing,
];
