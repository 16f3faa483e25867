import type { NginxRule } from '../rule.ts';
import { accessListReplaced } from './access-list-replaced.ts';
import { aliasInRegex } from './alias-in-regex.ts';
import { aliasSlash } from './alias-slash.ts';
import { aliasTraversal } from './alias-traversal.ts';
import { allowWithoutDeny } from './allow-without-deny.ts';
import { authBasicOpen } from './auth-basic-open.ts';
import { autoindex } from './autoindex.ts';
import { cacheKeyMissing } from './cache-key-missing.ts';
import { captureMissing } from './capture-missing.ts';
import { clientAddress } from './client-address.ts';
import { clientChosenTarget } from './client-chosen-target.ts';
import { clientHost } from './client-host.ts';
import { conditionalVariable } from './conditional-variable.ts';
import { corsReflect } from './cors-reflect.ts';
import { duplicateHeader } from './duplicate-header.ts';
import { duplicateServerName } from './duplicate-server-name.ts';
import { gzipTypesHtml } from './gzip-types-html.ts';
import { handlerNotInherited } from './handler-not-inherited.ts';
import { headerAlways } from './header-always.ts';
import { headerValue } from './header-value.ts';
import { headersNotInherited } from './headers-not-inherited.ts';
import { ifTryFiles } from './if-try-files.ts';
import { keepaliveUpstream } from './keepalive-upstream.ts';
import { keyWithPort } from './key-with-port.ts';
import { listenDeprecated } from './listen-deprecated.ts';
import { locationNoSlash } from './location-no-slash.ts';
import { locationShadowed } from './location-shadowed.ts';
import { logTarget } from './log-target.ts';
import { mapDefault } from './map-default.ts';
import { missingResolver } from './missing-resolver.ts';
import { namedLocationMissing } from './named-location-missing.ts';
import { originRegex } from './origin-regex.ts';
import { otherProtocol } from './other-protocol.ts';
import { paramsNotInherited } from './params-not-inherited.ts';
import { proxyHeadersNotInherited } from './proxy-headers-not-inherited.ts';
import { proxyPassSlash } from './proxy-pass-slash.ts';
import { proxyPassVariable } from './proxy-pass-variable.ts';
import { regexDot } from './regex-dot.ts';
import { responseSplitting } from './response-splitting.ts';
import { returnBeforeAccess } from './return-before-access.ts';
import { rewriteLoop } from './rewrite-loop.ts';
import { rewriteToReturn } from './rewrite-to-return.ts';
import { rootSensitive } from './root-sensitive.ts';
import { serverName } from './server-name.ts';
import { serverTokens } from './server-tokens.ts';
import { severalIfs } from './several-ifs.ts';
import { statusExposed } from './status-exposed.ts';
import { swallowedLine } from './swallowed-line.ts';
import { tlsPortWithoutSsl } from './tls-port-without-ssl.ts';
import { tryFilesLoop } from './try-files-loop.ts';
import { twoHandlers } from './two-handlers.ts';
import { typesOverride } from './types-override.ts';
import { unreachableAccess } from './unreachable-access.ts';
import { unreachableStatement } from './unreachable-statement.ts';
import { upstreamPort } from './upstream-port.ts';
import { userRoot } from './user-root.ts';
import { uwsgiParamName } from './uwsgi-param-name.ts';
import { uwsgiParamsMissing } from './uwsgi-params-missing.ts';
import { weakTlsCiphers } from './weak-tls-ciphers.ts';
import { weakTlsProtocols } from './weak-tls-protocols.ts';
import { websocketHeaders } from './websocket-headers.ts';

/** Rules on mistakes that nginx starts with: what it does with them is another thing than what was meant. */
export const acceptedMistakes: readonly NginxRule[] = [
  accessListReplaced,
  aliasInRegex,
  aliasSlash,
  aliasTraversal,
  allowWithoutDeny,
  authBasicOpen,
  autoindex,
  cacheKeyMissing,
  captureMissing,
  clientAddress,
  clientChosenTarget,
  clientHost,
  conditionalVariable,
  corsReflect,
  duplicateHeader,
  duplicateServerName,
  gzipTypesHtml,
  handlerNotInherited,
  headerAlways,
  headerValue,
  headersNotInherited,
  ifTryFiles,
  keepaliveUpstream,
  keyWithPort,
  listenDeprecated,
  locationNoSlash,
  locationShadowed,
  logTarget,
  mapDefault,
  missingResolver,
  namedLocationMissing,
  originRegex,
  otherProtocol,
  paramsNotInherited,
  proxyHeadersNotInherited,
  proxyPassSlash,
  proxyPassVariable,
  regexDot,
  responseSplitting,
  returnBeforeAccess,
  rewriteLoop,
  rewriteToReturn,
  rootSensitive,
  serverName,
  serverTokens,
  severalIfs,
  statusExposed,
  swallowedLine,
  tlsPortWithoutSsl,
  tryFilesLoop,
  twoHandlers,
  typesOverride,
  unreachableAccess,
  unreachableStatement,
  upstreamPort,
  userRoot,
  uwsgiParamName,
  uwsgiParamsMissing,
  weakTlsCiphers,
  weakTlsProtocols,
  websocketHeaders,
];
