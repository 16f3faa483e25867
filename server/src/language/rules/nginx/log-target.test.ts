import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { logTarget } from './log-target.ts';

test('files with the names of words', () => {
  checkNginxRule(
    logTarget,
    `
error_log off;
#         ^^^ warning: nginx writes into a file with the name "off"
http {
  access_log stderr;
#            ^^^^^^ warning: nginx writes into a file with the name "stderr"
  server { error_log stdout info; access_log none; }
#                    ^^^^^^ warning: nginx writes into a file with the name "stdout"
#                                            ^^^^ warning: nginx writes into a file with the name "none"
}
`,
  );
});

test('words that are known, and files', () => {
  checkNginxRule(
    logTarget,
    `
error_log stderr;
http {
  access_log off;
  access_log /var/log/off;
  server { error_log /dev/null crit; access_log /dev/stdout; }
}
`,
  );
});
