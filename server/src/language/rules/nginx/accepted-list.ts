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
import { hsts } from './hsts.ts';
import { ifFileExists } from './if-file-exists.ts';
import { ifHost } from './if-host.ts';
import { ifTryFiles } from './if-try-files.ts';
import { keepaliveRequests } from './keepalive-requests.ts';
import { keepaliveUpstream } from './keepalive-upstream.ts';
import { keyWithPort } from './key-with-port.ts';
import { limitReqBurst } from './limit-req-burst.ts';
import { listenDeprecated } from './listen-deprecated.ts';
import { locationNoSlash } from './location-no-slash.ts';
import { locationOvermatch } from './location-overmatch.ts';
import { locationShadowed } from './location-shadowed.ts';
import { logTarget } from './log-target.ts';
import { mapDefault } from './map-default.ts';
import { mergeSlashesOff } from './merge-slashes-off.ts';
import { methodByIf } from './method-by-if.ts';
import { mimeTypesMissing } from './mime-types-missing.ts';
import { missingResolver } from './missing-resolver.ts';
import { namedLocationMissing } from './named-location-missing.ts';
import { noDefaultServer } from './no-default-server.ts';
import { originRegex } from './origin-regex.ts';
import { otherProtocol } from './other-protocol.ts';
import { paramsNotInherited } from './params-not-inherited.ts';
import { phpAnyFile } from './php-any-file.ts';
import { proxyHeadersNotInherited } from './proxy-headers-not-inherited.ts';
import { proxyPassNormalized } from './proxy-pass-normalized.ts';
import { proxyPassSlash } from './proxy-pass-slash.ts';
import { proxyPassVariable } from './proxy-pass-variable.ts';
import { referersNone } from './referers-none.ts';
import { regexBacktracking } from './regex-backtracking.ts';
import { regexDot } from './regex-dot.ts';
import { resolverPublic } from './resolver-public.ts';
import { responseSplitting } from './response-splitting.ts';
import { returnBeforeAccess } from './return-before-access.ts';
import { rewriteLoop } from './rewrite-loop.ts';
import { rewriteToReturn } from './rewrite-to-return.ts';
import { rootInLocationOnly } from './root-in-location-only.ts';
import { rootSensitive } from './root-sensitive.ts';
import { serverName } from './server-name.ts';
import { serverTokens } from './server-tokens.ts';
import { sessionTickets } from './session-tickets.ts';
import { severalIfs } from './several-ifs.ts';
import { staleName } from './stale-name.ts';
import { staplingWithoutResolver } from './stapling-without-resolver.ts';
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
import { workerConnections } from './worker-connections.ts';

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
  headersNotInherited,
  headerValue,
  hsts,
  ifFileExists,
  ifHost,
  ifTryFiles,
  keepaliveRequests,
  keepaliveUpstream,
  keyWithPort,
  limitReqBurst,
  listenDeprecated,
  locationNoSlash,
  locationOvermatch,
  locationShadowed,
  logTarget,
  mapDefault,
  mergeSlashesOff,
  methodByIf,
  mimeTypesMissing,
  missingResolver,
  namedLocationMissing,
  noDefaultServer,
  originRegex,
  otherProtocol,
  paramsNotInherited,
  phpAnyFile,
  proxyHeadersNotInherited,
  proxyPassNormalized,
  proxyPassSlash,
  proxyPassVariable,
  referersNone,
  regexBacktracking,
  regexDot,
  resolverPublic,
  responseSplitting,
  returnBeforeAccess,
  rewriteLoop,
  rewriteToReturn,
  rootInLocationOnly,
  rootSensitive,
  serverName,
  serverTokens,
  sessionTickets,
  severalIfs,
  staleName,
  staplingWithoutResolver,
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
  workerConnections,
];
