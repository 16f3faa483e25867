import type { Word } from '../nginx/tree.ts';

/**
 * Words in which nginx looks for variables when it reads the configuration (`ngx_http_script_compile` and its kin); in all
 * others a `$` is a dollar sign. Undefined for a directive without any.
 */
export function scriptWords(name: string, args: readonly Word[]): readonly Word[] | undefined {
  const which = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
  if (which === undefined) return undefined;
  if (which === 'all') return args;
  return typeof which === 'number' ? args.slice(which, which + 1) : which(args);
}

type Which = 'all' | number | ((args: readonly Word[]) => readonly Word[]);

const second = 1;
const from =
  (start: number): Which =>
  (args) =>
    args.slice(start);
/** A regular expression is no text with variables. */
const noRegex: Which = (args) => args.filter(({ value }) => !value.startsWith('~'));
const last: Which = (args) => args.slice(-1);

const passes = ['proxy', 'uwsgi', 'fastcgi', 'scgi', 'grpc', 'tunnel'];
const every = (prefixes: readonly string[], suffix: string, which: Which) =>
  Object.fromEntries(prefixes.map((prefix) => [`${prefix}_${suffix}`, which]));
const cached = ['proxy', 'uwsgi', 'fastcgi', 'scgi'];
const secured = ['proxy', 'uwsgi', 'grpc'];

const scripts: Readonly<Record<string, Which>> = {
  ...every(passes, 'pass', 0),
  ...every([...passes, 'memcached'], 'bind', 0),
  ...every(cached, 'cache', 0),
  ...every(cached, 'cache_key', 0),
  ...every(cached, 'cache_bypass', 'all'),
  ...every(cached, 'no_cache', 'all'),
  ...every(cached, 'limit_rate', 0),
  ...every(cached, 'store', 0),
  ...every(secured, 'ssl_certificate', 0),
  ...every(secured, 'ssl_certificate_key', 0),
  ...every(secured, 'ssl_name', 0),
  access_log: (args) =>
    args.filter(
      ({ value }, index) =>
        (index === 0 && !value.startsWith('syslog:')) || (index > 1 && value.startsWith('if=')),
    ),
  add_header: second,
  add_trailer: second,
  alias: 0,
  auth_basic: 0,
  auth_basic_user_file: 0,
  auth_request_set: second,
  client_body_early_read: 'all',
  disable_symlinks: (args) => args.filter(({ value }) => value.startsWith('from=')),
  early_hints: 'all',
  error_page: last,
  expires: last,
  fastcgi_param: second,
  grpc_set_header: second,
  hash: 0,
  image_filter: from(1),
  image_filter_jpeg_quality: 0,
  image_filter_sharpen: 0,
  image_filter_webp_quality: 0,
  index: 'all',
  limit_conn_zone: 0,
  limit_rate: 0,
  limit_rate_after: 0,
  limit_req_zone: 0,
  log_format: from(1),
  map: 0,
  pass: 0,
  proxy_cookie_domain: noRegex,
  proxy_cookie_flags: noRegex,
  proxy_cookie_path: noRegex,
  proxy_download_rate: 0,
  proxy_method: 0,
  proxy_redirect: noRegex,
  proxy_set_body: 0,
  proxy_set_header: second,
  proxy_upload_rate: 0,
  return: last,
  rewrite: second,
  root: 0,
  scgi_param: second,
  secure_link: 0,
  secure_link_md5: 0,
  set: second,
  split_clients: 0,
  ssl_certificate: 0,
  ssl_certificate_key: 0,
  sub_filter: 'all',
  try_files: 'all',
  uwsgi_param: second,
  xslt_param: second,
  xslt_string_param: second,
  xslt_stylesheet: from(1),
};
