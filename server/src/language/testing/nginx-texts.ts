import fc from 'fast-check';

/** Broken and whole nginx files, made of what a person writes and what a parser stumbles over. */
const piece = fc.constantFrom(
  ...['http', 'server', 'location', 'map', 'types', 'upstream', 'geo', 'if', 'stream', 'events'],
  ...['listen', 'uwsgi_pass', 'uwsgi_param', 'include', 'rewrite', 'return', 'limit_req', 'set'],
  ...['access_log', 'error_page', 'try_files', 'proxy_cache_path', 'server_name', 'add_header'],
  ...['limit_req_zone', 'log_format', 'proxy_pass', 'split_clients', 'root', 'ssl_session_cache'],
  ...['content_by_lua_block { if a then b = {} end }', 'content_by_lua_block', 'default', '80'],
  ...['127.0.0.1:3030', '$host', '${host', '${a}', '$a', '$1', '$', '@a', '~*', '~', '^/(?<a>x)$'],
  ...[
    '(?P<b>',
    'zone=a:1m',
    'keys_zone=',
    'shared:a:1m',
    '__proto__',
    'constructor',
    '404',
    '=200',
  ],
  ...['8k', '*.a', '-f', 'a', 'http://a/b', 'unix:/a.sock', 'off', '# c', '#region', '#endregion'],
  ...[' ', '\n', '\n\n', '\t', '\r\n', ';', ';', '{', '{', '}', '}', '"', "'", '#', '\\', '(', ')'],
  ...['=', '{{ a }}', '{% if a %}', '\u{1f600}', '"a\nb"'],
);

export const nginxTexts: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '\n', '')), { maxLength: 50 })
  .map((pieces) => pieces.flat().join(''));
