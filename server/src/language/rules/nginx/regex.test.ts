import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { regex } from './regex.ts';

test('regular expressions wherever nginx compiles one', () => {
  checkNginxRule(
    regex,
    `
map $a $b {
  "~^(a" 1;
# ^^^^^^ error: this regular expression does not compile: \`)\` is missing
  "(a" 2;
}
server {
  server_name ~^(?<n>a$ (a;
#             ^^^^^^^^^ error: this regular expression does not compile: \`)\` is missing
  rewrite [a /b;
#         ^^ error: this regular expression does not compile: \`]\` is missing
  if ($a ~ "*x") { break; }
#          ^^^^ error: this regular expression does not compile: \`*\` repeats nothing
  if ($a = "*x") { break; }
  location ~* \\.(gif|jpg$ {}
#             ^^^^^^^^^^^ error: this regular expression does not compile: \`)\` is missing
  location /(a { fastcgi_split_path_info ^(.+\\.php)$; }
#                                        ^^^^^^^^^^^ error: "fastcgi_split_path_info" needs two groups, for the script and for the rest, not 1
  location / { proxy_redirect ~(a b; proxy_redirect (a b; gzip_disable msie6 a; rewrite {{ x( }} y; }
#                             ^^^ error: this regular expression does not compile: \`)\` is missing
}
`
      .replace('\nmap', '\nhttp {\nmap')
      .replace(/\n$/, '\n}\n'),
  );
});
