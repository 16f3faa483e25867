import { passParameters } from '../../data/nginx-parameters.extra.ts';
import { mimeTypes, requestHeaders, responseHeaders } from '../../data/nginx-headers.extra.ts';
import type { CompletionItem } from '../feature.ts';
import { codeSpan } from '../markdown.ts';
import type { CompletionRequest } from './completion-request.ts';
import { lookUp } from '../../text/look-up.ts';

/** Names that are no words of nginx: of `uwsgi_param`, of headers, of MIME types; modules, server names. */
export function completeParameters(request: CompletionRequest): readonly CompletionItem[] {
  const { directive, index, replace, args } = request;
  const items = (names: readonly string[], used: readonly string[] = []) =>
    names
      .filter((name) => !used.includes(name))
      .map((name, at): CompletionItem => ({
        label: name,
        kind: 'value',
        replace,
        insert: name,
        sort: `2${String(at).padStart(3, '0')}`,
      }));
  if (/^(?:uwsgi|fastcgi|scgi)_param$/.test(directive)) return parameterItems(request);
  if (index === 0 && /^(?:proxy_set_header|grpc_set_header)$/.test(directive))
    return headerItems(request, requestHeaders);
  if (index === 0 && /^(?:add_header|add_trailer)$/.test(directive))
    return headerItems(request, responseHeaders);
  if (index === 1 && directive === 'add_header')
    return items(lookUp(responseHeaders, args[0] ?? '')?.split(' | ') ?? []);
  if (index === 1 && directive === 'proxy_set_header')
    return items(lookUp(requestHeaders, args[0] ?? '')?.split(' | ') ?? []);
  if (index === 0 && /_(?:hide|pass)_header$/.test(directive))
    return items(['X-Powered-By', 'Server', 'Date', 'Set-Cookie', 'X-Runtime', 'X-AspNet-Version']);
  if (index === 0 && directive === 'default_type') return items(mimeTypes);
  if (index >= 0 && /^(?:gzip|charset|ssi|sub_filter|addition)_types$/.test(directive))
    return items(
      mimeTypes.filter((type) => type !== 'text/html'),
      args,
    );
  if (index === 0 && directive === 'load_module') return items(modules);
  if (directive === 'server_name') return items(['localhost', '_', '""', '$hostname'], args);
  if (directive === 'index') return items(['index.html', 'index.htm', 'index.php'], args);
  if (index === 0 && directive === 'charset') return items(['utf-8', 'iso-8859-1']);
  if (directive === 'allow' || directive === 'deny' || directive === 'set_real_ip_from')
    return items(['127.0.0.1', '::1', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']);
  if (index === 0 && directive === 'real_ip_header')
    return items(['X-Forwarded-For', 'X-Real-IP', 'proxy_protocol', 'CF-Connecting-IP']);
  if (index === 0 && /^limit_(?:req|conn)_zone$/.test(directive))
    return items(['$binary_remote_addr', '$server_name', '$remote_user']);
  return [];
}

function parameterItems({
  index,
  replace,
  args,
  view,
}: CompletionRequest): readonly CompletionItem[] {
  if (index === 1) {
    const known = lookUp(passParameters, args[0] ?? '');
    if (known === undefined) return [];
    return [
      {
        label: known.value,
        kind: 'value',
        replace,
        insert: known.value,
        detail: 'usual',
        sort: '00',
      },
    ];
  }
  if (index !== 0) return [];
  const lineEnd = view.text.indexOf('\n', replace.end);
  const rest = view.text.slice(replace.end, lineEnd === -1 ? undefined : lineEnd).trim();
  return Object.entries(passParameters).map(([name, { value, text }], at) => {
    const whole = /^;?\s*(?:$|[}#])/.test(rest);
    const escaped = value.replace(/[\\$}]/g, '\\$&');
    return {
      label: name,
      kind: 'keyword',
      replace,
      insert: whole ? `${name} \${1:${escaped}}` : name,
      ...(whole && { snippet: true }),
      detail: value,
      markdown: `${text}\n\nUsually ${codeSpan(value)}`,
      sort: `0${name.startsWith('UWSGI_') ? '0' : '1'}${String(at).padStart(3, '0')}`,
    };
  });
}

function headerItems(
  { replace }: CompletionRequest,
  headers: Readonly<Record<string, string>>,
): readonly CompletionItem[] {
  return Object.entries(headers).map(([name, values], at) => ({
    label: name,
    kind: 'keyword',
    replace,
    insert: name,
    detail: values.split(' | ')[0] ?? '',
    sort: `2${String(at).padStart(3, '0')}`,
  }));
}

const modules: readonly string[] = [
  'http_auth_pam',
  'http_brotli_filter',
  'http_cache_purge',
  'http_echo',
  'http_fancyindex',
  'http_geoip2',
  'http_geoip',
  'http_headers_more_filter',
  'http_image_filter',
  'http_js',
  'http_lua',
  'http_perl',
  'http_subs_filter',
  'http_upstream_fair',
  'http_xslt_filter',
  'mail',
  'stream',
  'stream_geoip',
  'stream_js',
].map((name) => `modules/ngx_${name}_module.so`);
