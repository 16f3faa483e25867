import type { NginxRule } from '../rule.ts';
import { aliasInRegex } from './alias-in-regex.ts';
import { aliasSlash } from './alias-slash.ts';
import { aliasTraversal } from './alias-traversal.ts';
import { authBasicOpen } from './auth-basic-open.ts';
import { cacheKeyMissing } from './cache-key-missing.ts';
import { clientChosenTarget } from './client-chosen-target.ts';
import { clientHost } from './client-host.ts';
import { corsReflect } from './cors-reflect.ts';
import { duplicateHeader } from './duplicate-header.ts';
import { handlerNotInherited } from './handler-not-inherited.ts';
import { headersNotInherited } from './headers-not-inherited.ts';
import { keyWithPort } from './key-with-port.ts';
import { originRegex } from './origin-regex.ts';
import { otherProtocol } from './other-protocol.ts';
import { paramsNotInherited } from './params-not-inherited.ts';
import { proxyHeadersNotInherited } from './proxy-headers-not-inherited.ts';
import { responseSplitting } from './response-splitting.ts';
import { rootSensitive } from './root-sensitive.ts';
import { serverTokens } from './server-tokens.ts';
import { twoHandlers } from './two-handlers.ts';
import { upstreamPort } from './upstream-port.ts';
import { uwsgiParamName } from './uwsgi-param-name.ts';
import { uwsgiParamsMissing } from './uwsgi-params-missing.ts';
import { weakTlsCiphers } from './weak-tls-ciphers.ts';
import { weakTlsProtocols } from './weak-tls-protocols.ts';

/** Rules on mistakes that nginx starts with: what it does with them is another thing than what was meant. */
export const acceptedMistakes: readonly NginxRule[] = [
  aliasInRegex,
  aliasSlash,
  aliasTraversal,
  authBasicOpen,
  cacheKeyMissing,
  clientChosenTarget,
  clientHost,
  corsReflect,
  duplicateHeader,
  handlerNotInherited,
  headersNotInherited,
  keyWithPort,
  originRegex,
  otherProtocol,
  paramsNotInherited,
  proxyHeadersNotInherited,
  responseSplitting,
  rootSensitive,
  serverTokens,
  twoHandlers,
  upstreamPort,
  uwsgiParamName,
  uwsgiParamsMissing,
  weakTlsCiphers,
  weakTlsProtocols,
];
