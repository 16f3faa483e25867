import { fittingEntries } from '../../nginx-conf/candidates.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import { parseListen } from '../../nginx-conf/listen.ts';
import { type Span, span } from '../../text/span.ts';
import { isAbsolute, resolvePath } from '../../text/path.ts';
import { accessFormat, accessFormatName } from './request-formats.ts';
import { type Endpoint, formatEndpoint } from '../endpoint.ts';
import { defaultListen, type PortRules, shadowAddress } from './shadow-address.ts';

/** Replaces a range of one file; the text holds as many line breaks as the range did. */
export interface ShadowEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface ShadowContext extends PortRules {
  /** Folder of the main configuration: relative paths in the shadow must still mean the same. */
  readonly confDirectory: string;
  readonly runDirectory: string;
  readonly accessLog: string;
  /** nginx notes here what the figures of the dashboard are made of. */
  readonly requestLog: string;
  readonly modules: string | undefined;
  /** Another socket in place of each address and unix socket, for a test that must not meet a running stack. */
  readonly listenAt?: (address: Endpoint) => string;
  /** Where files that every nginx brings lie, for includes of them that lead nowhere else. */
  readonly standardFolder?: string | undefined;
  /** Gathers "nginx listens on 8080 instead of 80". */
  readonly notes: string[];
  /** Where the shadow of an include's files is, or undefined to leave the include to nginx. */
  readonly includeTarget: (pattern: string) => string | undefined;
}

const tempPaths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'] as const;

/** Directives that an unprivileged development run has no use for; nginx would refuse or warn. */
const dropped = new Set(['user', 'lock_file', 'daemon']);
/** Likewise, but a test can leave them to nginx: they take effect only when it runs. */
const droppedInRun = new Set(['worker_priority', 'worker_rlimit_nofile', 'worker_cpu_affinity']);

/** Directives whose relative path counts from the folder of the main configuration, or from the prefix. */
const pathDirective =
  /^(?:root|alias|(?:\w+_)?ssl_(?:certificate(?:_key)?|client_certificate|trusted_certificate|crl|dhparam|password_file|stapling_file|session_ticket_key)|auth_basic_user_file|quic_host_key|xslt_stylesheet)$/;

const standardFile =
  /^(?:mime\.types|(?:fastcgi|uwsgi|scgi|proxy)_params|fastcgi\.conf|snippets\/fastcgi-php\.conf)$/;

/** The edits that one statement needs so that nginx runs it unprivileged, in the foreground, inside the run folder. */
export function editsOf(
  node: ConfNode,
  text: string,
  context: ShadowContext,
): readonly ShadowEdit[] {
  const { statement, parent } = node;
  const name = statement.name.value;
  const first = statement.args[0];
  const replace = (newText: string): ShadowEdit[] => [keepLines(text, statement.span, newText)];
  const inMain = parent === undefined;
  const isRun = context.listenAt === undefined;

  // What nginx refuses as it stands is left to it.
  if (statement.end.kind === 'missing' || fittingEntries(statement).length === 0) return [];
  if (inMain && (dropped.has(name) || (isRun && droppedInRun.has(name)))) return replace('');
  if (inMain && name === 'pid') return replace(`pid ${context.runDirectory}/nginx.pid;`);
  if (inMain && isRun && name === 'worker_processes') return replace('worker_processes 1;');
  if (name === 'error_log') return replace(errorLog(statement.args.map(({ value }) => value)));
  if (first === undefined)
    return name === 'server'
      ? serverWithoutListen(node, context)
      : name === 'http'
        ? temporary(node, context)
        : [];
  if (name === 'load_module' && !isAbsolute(first.value) && context.modules !== undefined) {
    const file = first.value.replace(/^modules\//, '');
    return replace(`load_module ${quote(`${context.modules}/${file}`)};`);
  }
  if (name === 'include') {
    const target = context.includeTarget(first.value);
    if (target !== undefined) return replace(`include ${quote(target)};`);
    if (context.standardFolder !== undefined && standardFile.test(first.value))
      return [keepLines(text, first.span, quote(`${context.standardFolder}/${first.value}`))];
    return isAbsolute(first.value)
      ? []
      : [keepLines(text, first.span, quote(resolvePath(context.confDirectory, first.value)))];
  }
  if (name === 'access_log') {
    if (first.value === 'off') return [];
    const moved = first.value.startsWith('syslog:')
      ? []
      : [keepLines(text, first.span, quote(context.accessLog))];
    return [...moved, ...usualFormat(node, context), ...requestLogBeside(node, context)];
  }
  if (/_(temp|cache)_path$/.test(name))
    return [keepLines(text, first.span, quote(temporaryFolder(name, first.value, context)))];
  if (name === 'listen' && node.contexts.some((block) => block.endsWith('server')))
    return listen(node, text, context);
  if (
    pathDirective.test(name) &&
    !isAbsolute(first.value) &&
    !/^(\$|data:|engine:|store:)/.test(first.value)
  )
    return [keepLines(text, first.span, quote(resolvePath(context.confDirectory, first.value)))];
  return [];
}

/** Statements that the main file gets when it has none of its own; they go before its first line's text. */
export function preamble(nodes: readonly ConfNode[], context: ShadowContext): string {
  const has = (name: string) => nodes.some(({ statement }) => statement.name.value === name);
  return [
    'daemon off;',
    ...(context.root ? ['user root;'] : []),
    ...(has('pid') ? [] : [`pid ${context.runDirectory}/nginx.pid;`]),
    ...(has('error_log') ? [] : ['error_log stderr notice;']),
  ]
    .join(' ')
    .concat(' ');
}

/** stderr, which the launcher reads; a level that hides the start of nginx's workers is lowered to `notice`. */
function errorLog(args: readonly string[]): string {
  const level = args[1] ?? 'notice';
  return `error_log stderr ${['debug', 'info', 'notice'].includes(level) ? level : 'notice'};`;
}

function temporary(
  { statement, children }: ConfNode,
  context: ShadowContext,
): readonly ShadowEdit[] {
  if (statement.end.kind !== 'block') return [];
  const { runDirectory, accessLog } = context;
  const set = new Set(children.map((child) => child.statement.name.value));
  const missing = tempPaths.filter((name) => !set.has(`${name}_temp_path`));
  const own =
    context.listenAt === undefined
      ? ` log_format ${requestFormat} '${requestLogFields}'; log_format ${accessFormatName} '${accessFormat.text}';${requestLogLine(context)}`
      : '';
  const format = context.listenAt === undefined ? ` ${accessFormatName}` : '';
  const log = own + (set.has('access_log') ? '' : ` access_log ${accessLog}${format};`);
  return [
    {
      span: span(statement.end.open + 1, statement.end.open + 1),
      newText:
        missing.map((name) => ` ${name}_temp_path ${runDirectory}/tmp/${name};`).join('') + log,
    },
  ];
}

/** Lines that nobody has chosen a format for get the host and the time beside what they have. */
function usualFormat(
  { statement, contexts }: ConfNode,
  context: ShadowContext,
): readonly ShadowEdit[] {
  const [path, ...others] = statement.args;
  if (context.listenAt !== undefined || path === undefined || others.length > 0) return [];
  if (contexts.some((one) => one.startsWith('stream'))) return [];
  return [{ span: span(path.span.end, path.span.end), newText: ` ${accessFormatName}` }];
}

const requestFormat = 'uwsgi_stack_requests';

/** Read by `client/src/stack/figures/request-log.ts`. nginx escapes what could be taken for a tab or the end of a line. */
const requestLogFields = [
  ...['$msec', '$connection', '$connection_requests', '$status', '$request_time'],
  ...['$upstream_addr', '$upstream_connect_time', '$upstream_header_time'],
  ...['$upstream_response_time', '$http_x_uwsgi_stack_trace'],
].join(String.raw`\t`);

function requestLogLine({ requestLog }: ShadowContext): string {
  return ` access_log ${requestLog} ${requestFormat};`;
}

/**
 * A block with an access log of its own inherits none, so ours goes beside it; `http` has it from its first line on.
 * Several of them in one block note a request several times, which the reader knows.
 */
function requestLogBeside(
  { statement, parent, contexts }: ConfNode,
  context: ShadowContext,
): readonly ShadowEdit[] {
  if (context.listenAt !== undefined || parent?.opens === 'http') return [];
  // A format is known within `http` alone.
  if (contexts.some((one) => one.startsWith('stream'))) return [];
  const at = span(statement.span.end, statement.span.end);
  return [{ span: at, newText: requestLogLine(context) }];
}

/** Different folders stay different: nginx refuses one that two zones share. */
function temporaryFolder(name: string, path: string, { runDirectory }: ShadowContext): string {
  const own = name.endsWith('_cache_path') ? `-${path.replace(/[^\w.-]+/g, '-')}` : '';
  return `${runDirectory}/tmp/${name}${own}`;
}

/** nginx would take port 80 as root and 8000 otherwise, on every interface; here it is always the loopback's 8000. */
function serverWithoutListen(
  { statement, parent, children }: ConfNode,
  context: ShadowContext,
): readonly ShadowEdit[] {
  const { listenAt = formatEndpoint } = context;
  const address =
    context.listenAt === undefined ? shadowAddress(defaultListen, context) : defaultListen;
  if (parent?.opens !== 'http' || statement.end.kind !== 'block') return [];
  if (children.some((child) => child.statement.name.value === 'listen')) return [];
  return [
    {
      span: span(statement.end.open + 1, statement.end.open + 1),
      newText: ` listen ${listenAt(address)};`,
    },
  ];
}

function listen(
  { statement }: ConfNode,
  text: string,
  context: ShadowContext,
): readonly ShadowEdit[] {
  const [word] = statement.args;
  if (word === undefined) return [];
  const parsed = parseListen(word.value);
  if (context.listenAt !== undefined)
    return parsed.kind === 'tcp' || parsed.kind === 'unix'
      ? [keepLines(text, word.span, context.listenAt(parsed))]
      : [];
  if (parsed.kind !== 'tcp') return []; // unix sockets stay; what is invalid nginx itself will refuse
  const shadow = formatEndpoint(
    shadowAddress({ kind: 'tcp', host: parsed.host, port: parsed.port }, context),
  );
  if (shadow === word.value) return [];
  context.notes.push(`nginx listens on ${shadow} instead of ${word.value}.`);
  return [keepLines(text, word.span, shadow)];
}

/** The replacement, with the line breaks that the replaced range held, so that nginx's line numbers stay true. */
function keepLines(text: string, at: Span, newText: string): ShadowEdit {
  const breaks = text.slice(at.start, at.end).split('\n').length - 1;
  return { span: at, newText: newText + '\n'.repeat(breaks) };
}

function quote(value: string): string {
  return /^[\w./*?:@+-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
