import { declarationsOf } from '../../nginx-conf/declarations.ts';
import { soundNamed, soundWhere } from '../../nginx-conf/sound.ts';
import { isTemplated } from '../../nginx-conf/template.ts';
import { passAddress } from '../../nginx-conf/values/pass-shape.ts';
import { type ZoneMention, zonesOf } from '../../nginx-conf/zones.ts';
import type { Word } from '../../nginx/tree.ts';
import { wholesOf } from '../../stack/nginx-wholes.ts';
import { closest } from '../../text/closest.ts';
import { once } from '../../text/once.ts';
import { span } from '../../text/span.ts';
import type { NginxFile, NginxView } from '../inputs.ts';
import { defineRule, type Fix, type NginxRule, type RelatedPlace, type Report } from '../rule.ts';
import { noticedAt } from './noticed-at.ts';

export const noUnknownName: NginxRule = defineRule({
  id: 'nginx/no-unknown-name',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a log format, a zone of shared memory, a cache, or an upstream without a port, that no file of the configuration declares.',
    why: 'nginx refuses to start or reload with `unknown log format`, `zero size shared memory zone`, `zone "…" is unknown` or `no port in upstream`.',
    fix: 'Take the name that is offered, or declare it: `log_format`, `limit_req_zone`, `limit_conn_zone`, `…_cache_path` or `upstream`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_log_module.html#log_format',
  },
  check(view, report) {
    const files = once(() => allFiles(view));
    checkFormats(view, files, report);
    checkZones(view, files, report);
    checkUpstreams(view, files, report);
    checkThreadPools(view, files, report);
  },
});

/** Every file that could declare a name; undefined while some of them are unknown. */
function allFiles(view: NginxView): readonly NginxFile[] | undefined {
  const wholes = wholesOf(view);
  if (wholes.length === 0 || !wholes.every(({ complete }) => complete)) return undefined;
  return [...new Set(wholes.flatMap(({ files }) => files))];
}

type Files = () => readonly NginxFile[] | undefined;

/** nginx looks for the format when it reads the line, so that it must stand above. */
function checkFormats(view: NginxView, files: Files, report: Report): void {
  for (const { node, entry } of soundNamed(view.conf, 'access_log')) {
    const word = node.statement.args[1];
    if (word === undefined || isTemplated(word)) continue;
    if (node.statement.args[0]?.value === 'off') continue;
    const isStream = entry.contexts.some((context) => context.startsWith('stream'));
    const wanted = word.value.toLowerCase();
    if (wanted === 'combined' && !isStream) continue;
    const scope = isStream ? 'stream' : 'http';
    const named = (file: NginxFile) =>
      declarationsOf(file.conf).filter((one) => one.kind === 'log format' && one.scope === scope);
    const own = named(view).filter(({ name }) => name.toLowerCase() === wanted);
    if (own.some((one) => one.span.start < word.span.start)) continue;
    const all = files();
    if (all === undefined) continue;
    const others = all.filter((file) => file.path !== view.path).flatMap(named);
    if (others.some(({ name }) => name.toLowerCase() === wanted)) continue;
    const [later] = own;
    if (later)
      report({
        span: word.span,
        message: `the log format "${word.value}" is declared only below: nginx must know it here`,
        related: [{ path: view.path, span: later.span, message: 'the declaration' }],
      });
    else {
      const names = [...named(view), ...others].map(({ name }) => name);
      tell(view, report, word, `no log format has the name "${word.value}"`, [
        ...names,
        'combined',
      ]);
    }
  }
}

function checkZones(view: NginxView, files: Files, report: Report): void {
  for (const mention of zonesOf(view.conf)) {
    const { name, size, use, word, node } = mention;
    if (size !== undefined || isSized(view, mention)) continue;
    const all = files();
    if (all === undefined || all.some((file) => isSized(file, mention))) continue;
    const known = all.flatMap(({ conf }) => zonesOf(conf)).filter((one) => one.size !== undefined);
    // A zone of another kind is reported where the two clash.
    if (known.some((one) => one.name === name)) continue;
    const names = known.filter((one) => one.use === use).map((one) => one.name);
    const kind = use.endsWith('_cache') ? 'cache' : 'zone of shared memory';
    const message = use.endsWith(' upstream')
      ? `the zone "${name}" needs its size, such as \`64k\`, at least once`
      : `no ${kind} has the name "${name}"`;
    const behind = word.value.length - name.length;
    // nginx joins the caches at the end of http.
    const related = use.endsWith('_cache') ? noticedAt(view.path, node) : [];
    tell(view, report, word, message, names, { behind, related });
  }
}

function isSized({ conf }: Pick<NginxFile, 'conf'>, { name, use }: ZoneMention): boolean {
  return zonesOf(conf).some(
    (one) => one.name === name && one.use === use && one.size !== undefined,
  );
}

/** A name without a port can only be that of an upstream; `proxy_pass` has ports of its own to fall back on. */
function checkUpstreams(view: NginxView, files: Files, report: Report): void {
  for (const { node, entry } of soundWhere(view.conf, ({ name }) => name.endsWith('_pass'))) {
    const [word] = node.statement.args;
    if (word === undefined || isTemplated(word)) continue;
    const isStream = entry.contexts.some((context) => context.startsWith('stream'));
    const address = passAddress(entry.name, isStream, word);
    if (address?.kind !== 'url' || address.url.kind === 'unix') continue;
    const { host, port } = address.url;
    const scope = isStream ? 'stream' : 'http';
    const has = (file: Pick<NginxFile, 'conf'>) =>
      upstreamNames(file, scope).has(host.toLowerCase());
    if (port === undefined) {
      if ((entry.name === 'proxy_pass' && !isStream) || has(view)) continue;
      const all = files();
      if (all === undefined || all.some(has)) continue;
      const known = all.flatMap((file) => [...upstreamNames(file, scope).values()]);
      const message = `no upstream has the name "${host}", and an address needs a port`;
      tell(view, report, word, message, known, { behind: address.scheme.length });
    } else if (has(view) || (files() ?? []).some(has))
      report({
        span: word.span,
        message: `"${host}" is an upstream, which has ports of its own: leave ":${port}" out`,
      });
  }
}

/** Names of upstreams by themselves in lower case. Each address of a file is looked for among them. */
function upstreamNames(
  { conf }: Pick<NginxFile, 'conf'>,
  scope: 'http' | 'stream',
): ReadonlyMap<string, string> {
  let names = upstreams.get(conf);
  if (names === undefined) {
    names = { http: new Map(), stream: new Map() };
    for (const one of declarationsOf(conf))
      if (one.kind === 'upstream') names[one.scope].set(one.name.toLowerCase(), one.name);
    upstreams.set(conf, names);
  }
  return names[scope];
}

const upstreams = new WeakMap<
  NginxFile['conf'],
  Readonly<Record<'http' | 'stream', Map<string, string>>>
>();

/** `aio threads=NAME`; the pool `default` is always there. */
function checkThreadPools(view: NginxView, files: Files, report: Report): void {
  for (const { node } of soundNamed(view.conf, 'aio')) {
    const [word] = node.statement.args;
    const name = /^threads=([^$]+)$/.exec(word?.value ?? '')?.[1];
    if (word === undefined || name === undefined) continue;
    if (name === 'default' || isTemplated(word)) continue;
    const all = files();
    if (all === undefined) continue;
    const names = all
      .flatMap(({ conf }) => declarationsOf(conf))
      .filter((one) => one.kind === 'thread pool')
      .map((one) => one.name);
    if (!names.includes(name))
      tell(view, report, word, `no thread pool has the name "${name}"`, names, {
        behind: 'threads='.length,
      });
  }
}

/** `behind`: characters of the word before the name itself. */
function tell(
  { path }: NginxView,
  report: Report,
  word: Word,
  message: string,
  names: readonly string[],
  { behind = 0, related = [] }: { behind?: number; related?: readonly RelatedPlace[] } = {},
): void {
  const written = word.value.slice(behind);
  const offered = closest(written, names);
  const [best] = offered;
  const start = word.span.start + (word.quote ? 1 : 0) + behind;
  const place = span(start, word.span.end - (word.quote ? 1 : 0));
  report({
    span: word.span,
    message: best === undefined ? message : `${message}; did you mean "${best}"?`,
    related,
    fixes: offered.map((newText, index): Fix => ({
      title: `Change to "${newText}"`,
      edits: [{ path, span: place, newText }],
      preferred: index === 0,
    })),
  });
}
