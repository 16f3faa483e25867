import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { mapDefault } from './map-default.ts';

test('maps with a gap', () => {
  checkNginxRule(
    mapDefault,
    `
http {
  map $host $app { a.test one; }
#     ^^^^^^^^^^ information: what no line names becomes empty: there is no \`default\`
  geo $inside { 10.0.0.0/8 1; }
#     ^^^^^^^ information: what no line names becomes empty: there is no \`default\`
}
`,
  );
});

test('maps without', () => {
  checkNginxRule(
    mapDefault,
    `
http {
  map $host $a { default ""; a.test one; }
  map $host $b { include hosts.map; }
  geo $inside { default 0; 10.0.0.0/8 1; }
}
`,
  );
});
