import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { directiveArity } from './directive-arity.ts';

test('too many and too few arguments', () => {
  checkNginxRule(
    directiveArity,
    `
events { }
http {
  sendfile on off;
  #           ^^^ error: "sendfile" takes one argument, \`on\` or \`off\`, not 2
  uwsgi_param A;
 #^^^^^^^^^^^ error: "uwsgi_param" takes 2 or 3 arguments, not 1
  server x {
  #      ^ error: "server" takes no argument, not 1
    listen;
   #^^^^^^ error: "listen" takes at least 1 argument, not 0
  }
}
`,
  );
});

test('a block too much or too little', () => {
  checkNginxRule(
    directiveArity,
    `
http {
  server {
    location /x;
    #        ^^ error: "location" needs a block: \`{\` instead of \`;\`
    root /x { }
    #       ^ error: "root" opens no block: it ends with \`;\`
  }
}
`,
  );
  checkNginxRule(
    directiveArity,
    `
server {
  location ~ \\.php\${ root /x; }
  #          ^^^^^^^ error: \`\${\` does not open the block of "location"…
}
`,
  );
});

test('one form of several is enough', () => {
  checkNginxRule(
    directiveArity,
    `
http {
  upstream u { server a:1; keepalive 2; }
  server { if ($a = b) { return 404; } try_files $uri / =404; }
  access_log off;
}
`,
  );
});

test('templates may expand to any number of words', () => {
  checkNginxRule(
    directiveArity,
    'server {\n  sendfile <%= a b %>;\n  uwsgi_param ${PARAM};\n  listen {{ a }} {{ b }};\n}\n',
  );
});

test('a wrong place is the business of another rule', () => {
  checkNginxRule(directiveArity, 'events { sendfile; }\nhttp { }');
});
