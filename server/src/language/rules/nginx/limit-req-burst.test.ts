import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { limitReqBurst } from './limit-req-burst.ts';

test('a limit that two requests at once exceed', () => {
  checkNginxRule(
    limitReqBurst,
    `
location / {
  limit_req zone=one;
# ^^^^^^^^^^^^^^^^^^ information: the second of two requests at once is refused: there is no \`burst\`
}
`,
  );
});

test('a limit with some room', () => {
  checkNginxRule(
    limitReqBurst,
    `
location / { limit_req zone=one burst=5; limit_req_status 429; }
`,
  );
});
