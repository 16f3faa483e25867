import { test } from 'node:test';
import { checkUwsgiRule } from '../../testing/uwsgi-rule.ts';
import { unexpandedPlaceholder } from './unexpanded-placeholder.ts';

test('variables in options that are carried out at once', () => {
  checkUwsgiRule(
    unexpandedPlaceholder,
    `[uwsgi]
name = a
plugins = $(PLUGIN)
;         ^^^^^^^^^ error: plugins is carried out while uWSGI reads the file, …
ini = /etc/%(name).ini
;          ^^^^^^^ error: ini is carried out …
listen = @(backlog)
;        ^^^^^^^^^^ error: listen is carried out …
for = %(name)
;     ^^^^^^^ error: for is carried out …
resolve = router=%(name)
;                ^^^^^^^ error: resolve is carried out …
`,
  );
});

test('variables where they are replaced', () => {
  checkUwsgiRule(
    unexpandedPlaceholder,
    `[uwsgi]
name = a
set = other=%(name)
set-placeholder = third=%(name)
ini = %dother.ini
plugins = {{ plugins }}
inherit = %(name).ini
chdir = $(HOME)/%(name)
declare-option = hello=env=A=%(name)
`,
  );
});
