import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { userRoot } from './user-root.ts';

test('workers with all rights', () => {
  checkNginxRule(
    userRoot,
    `
user root;
#    ^^^^ warning: the workers serve requests with all rights
events {}
`,
  );
});

test('workers with few', () => {
  checkNginxRule(userRoot, 'user www-data;\nevents {}\n');
  checkNginxRule(userRoot, 'user nginx root;\nevents {}\n');
});
