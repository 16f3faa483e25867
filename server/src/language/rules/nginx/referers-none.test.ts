import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { referersNone } from './referers-none.ts';

test('a check that is passed without a referer', () => {
  checkNginxRule(
    referersNone,
    `
location / {
  valid_referers none server_names;
#                ^^^^ information: requests without a Referer pass, and every client can leave it out
}
`,
  );
});

test('a check of all', () => {
  checkNginxRule(
    referersNone,
    `
location / { valid_referers server_names *.example; }
`,
  );
});
