import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { variableDefinition } from './variable-definition.ts';

test('definitions that nginx refuses', () => {
  checkNginxRule(
    variableDefinition,
    `
http {
  map $host name { }
#           ^^^^ error: "map" needs a variable here: "name" lacks its \`$\`
  geo blocked { }
#     ^^^^^^^ error: "geo" needs a variable here: "blocked" lacks its \`$\`
  geo host $a { }
#     ^^^^ error: "geo" needs a variable here: "host" lacks its \`$\`
  server {
    set $host a;
#       ^^^^^ error: nginx fills "$host" itself: it can't be defined anew
    set $ a;
#       ^ error: the name of the variable is missing behind \`$\`
    location ~ (?<uri>.*) { }
#              ^^^^^^^^^^ error: a group cannot be named "uri": nginx fills "$uri" itself
  }
}
`,
  );
});

test('definitions that it takes', () => {
  checkNginxRule(
    variableDefinition,
    `
http {
  geo $remote_addr $a { }
  map $host $a { }
  server { set $args a; set $limit_rate 1k; set $http_x y; set $mine x; set {{ a }} b; location ~ (?<mine>.*) { } }
}
stream { map $a $uri { } }
`,
  );
});

test('the fix writes the sign', () => {
  const text = 'server { set a b; }';
  const [finding] = runRule(variableDefinition, readNginxFile(text));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), 'server { set $a b; }');
});
