import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { dataBlock } from './data-block.ts';

test('entries of map', () => {
  checkNginxRule(
    dataBlock,
    `
http {
  map $a $b {
    default 0;
    volatile;
    a 1;
    A 2;
#   ^ error: "A" is in this "map" already; case counts for nothing
    \\default 3;
    "~^x y" 4;
    "~^x y" 5;
    lone;
#   ^^^^ error: an entry of "map" is a text and its value, not one word
    x 1 2;
#       ^ error: an entry of "map" is a text and its value, not 3 words
    default 9;
#   ^^^^^^^ error: a second \`default\` in this "map"
    include more.map;
    {{ entry }};
  }
  map $host $c {
    hostnames;
    .example.com 1;
    example.com 2;
#   ^^^^^^^^^^^ error: "example.com" is in this "map" already; case counts for nothing
    a.*.b 3;
#   ^^^^^ error: "a.*.b" is no host name: a \`*\` is the whole first or the whole last part
    www.example.* 4;
  }
}
`,
  );
});

test('entries of geo', () => {
  checkNginxRule(
    dataBlock,
    `
http {
  geo $a {
    default 0; proxy 10.0.0.0/8; proxy_recursive; delete 127.0.0.1;
    10.0.0.0/33 1;
#   ^^^^^^^^^^^ error: "10.0.0.0/33" is no network such as \`10.0.0.0/8\`
    10.1.2.3/8 1;
#   ^^^^^^^^^^ warning: only the first bits of "10.1.2.3/8" count: nginx takes it for 10.0.0.0/8
    2001:db8::/32 1; 255.255.255.255 2;
    10.0.0.1 1;
    10.0.0.1 2;
#   ^^^^^^^^ warning: "10.0.0.1" has a value already; this one counts
    ranges;
#   ^^^^^^ error: \`ranges\` must stand before the first network of "geo"
  }
  geo $b {
    ranges; default x;
    10.0.0.0-10.0.0.9 a;
    10.0.0.9-10.0.0.0 a;
#   ^^^^^^^^^^^^^^^^^ error: "10.0.0.9-10.0.0.0" is no range such as \`10.0.0.0-10.0.0.255\`
  }
}
`,
  );
});

test('entries of types, split_clients and charset_map', () => {
  checkNginxRule(
    dataBlock,
    `
http {
  types {
    text/html html htm;
    text/plain; text/css css
    HTML;
#   ^^^^ warning: the extension "html" was "text/html" before; from here on it is "text/css"
    include a b;
#   ^^^^^^^ error: "include" takes one file
  }
  split_clients $a $b {
    0.5% x; 99.5% y; * z;
  }
  split_clients $a $b {
    60% x;
    50% y;
#   ^^^ error: the shares are more than 100 % up to here
  }
  split_clients $a $b {
    0.001% x;
#   ^^^^^^ error: "0.001%" is no share such as \`0.5%\`, nor \`*\` for the rest
  }
  charset_map koi8-r utf-8 {
    80 E282AC;
    GG E2;
#   ^^ error: "GG" is no code from 00 to FF
    81 E28;
#      ^^^ error: "E28" is no code of one to four bytes in hexadecimal digits
  }
  charset_map koi8-r windows-1251 { 80 88; }
}
`,
  );
});

test('a file that is the body of a map, and one that a template fills', () => {
  checkNginxRule(
    dataBlock,
    `
default 0;
/a 1;
/b 2;
   /a 3;
#  ^^ error: "/a" is in this…
`,
  );
  checkNginxRule(dataBlock, 'map $a $b {\n{% for x in y %}\n{{ x }} 1;\n{% endfor %}\nlone;\n}\n');
});

test('a missing `;` is told, and mended where it is missing', () => {
  const text = 'map $a $b {\n  default 0\n  x 1;\n}\n';
  const [finding] = runRule(dataBlock, readNginxFile(text));
  assert.match(finding?.message ?? '', /a `;` is missing behind "0"$/);
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), 'map $a $b {\n  default 0;\n  x 1;\n}\n');
});
