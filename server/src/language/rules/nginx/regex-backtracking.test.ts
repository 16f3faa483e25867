import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { regexBacktracking } from './regex-backtracking.ts';

test('repetitions of repetitions', () => {
  checkNginxRule(
    regexBacktracking,
    `
server {
  location ~ ^/(a+)+$ { return 404; }
#            ^^^^^^^^ warning: \`(a+)+\` repeats a repetition: a request that nearly fits keeps nginx busy
  location ~ ^/([a-z0-9]*)*/x$ { return 404; }
#            ^^^^^^^^^^^^^^^^^ warning: \`([a-z0-9]*)*\` repeats…
}
`,
  );
});

test('repetitions with something between', () => {
  checkNginxRule(
    regexBacktracking,
    `
server {
  location ~ ^/(?:[^/]+/)+$ { return 404; }
  location ~ ^/(a+)(b+)$ { return 404; }
  location ~ ^/(ab)+$ { return 404; }
  location ~ "^/(a+){2}$" { return 404; }
}
`,
  );
});
