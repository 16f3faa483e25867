import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { resolverPublic } from './resolver-public.ts';

test('public name servers', () => {
  checkNginxRule(
    resolverPublic,
    `
http {
  resolver 127.0.0.53 8.8.8.8:53 valid=30s;
#                     ^^^^^^^^^^ information: anybody on the way can answer for this public name server
}
`,
  );
});

test('name servers of the own', () => {
  checkNginxRule(
    resolverPublic,
    `
http { resolver 127.0.0.53 10.0.0.2 valid=30s; }
`,
  );
});
