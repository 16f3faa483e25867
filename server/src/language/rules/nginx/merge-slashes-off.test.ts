import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { mergeSlashesOff } from './merge-slashes-off.ts';

test('slashes that are kept', () => {
  checkNginxRule(
    mergeSlashesOff,
    `
server {
  merge_slashes off;
#               ^^^ warning: \`//path\` passes by the locations that guard \`/path\`
}
`,
  );
});

test('slashes that are merged', () => {
  checkNginxRule(
    mergeSlashesOff,
    `
server { merge_slashes on; }
`,
  );
});
