import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Installed } from '../../installed.ts';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { moduleNotLoaded } from './module-not-loaded.ts';

const debian: Installed = {
  uwsgi: undefined,
  nginx: {
    version: '1.22.1',
    configureArguments: [
      '--with-http_ssl_module',
      '--with-stream=dynamic',
      '--with-stream_ssl_module',
      '--with-http_perl_module=dynamic',
    ],
  },
};

test('modules that the installed nginx lacks or has not loaded', () => {
  checkNginxRule(
    moduleNotLoaded,
    `
events {}
stream {
#<<<<< error: the installed nginx 1.22.1 knows "stream" only behind \`load_module modules/ngx_stream_module.so;\`
  server { listen 1; proxy_pass 127.0.0.1:2; }
}
http {
  perl_modules a;
# ^^^^^^^^^^^^ error: the installed nginx 1.22.1 knows "perl_modules" only behind…
  server { location / { mp4; } listen 1 ssl; ssl_certificate a; }
#                       ^^^ error: the installed nginx 1.22.1 was built without the module of "mp4" (--with-http_mp4_module)
}
`,
    undefined,
    { installed: debian },
  );
});

test('loaded modules, files that may load them, other releases', () => {
  const text =
    'load_module modules/ngx_stream_module.so; events {} stream { server { listen 1; } }';
  checkNginxRule(moduleNotLoaded, text, undefined, { installed: debian });
  checkNginxRule(moduleNotLoaded, 'include modules/*.conf; events {} stream {}', undefined, {
    installed: debian,
  });
  checkNginxRule(moduleNotLoaded, 'events {} stream {}');
  const file = readNginxFile('events {} stream {}', undefined, { installed: debian });
  const settings = { ...file.around.settings, nginxVersion: '1.31.5' };
  assert.deepEqual(runRule(moduleNotLoaded, { ...file, around: { ...file.around, settings } }), []);
});

test('ways to wait for events that Linux lacks', () => {
  const installed = {
    ...debian,
    nginx: { version: '1.22.1', configureArguments: [], platform: 'linux' },
  };
  checkNginxRule(
    moduleNotLoaded,
    `
events { use kqueue; }
#            ^^^^^^ error: the installed nginx 1.22.1 cannot wait for events by "kqueue": on Linux it uses \`epoll\`
`,
    undefined,
    { installed },
  );
  checkNginxRule(moduleNotLoaded, 'events { use epoll; }', undefined, { installed });
  checkNginxRule(moduleNotLoaded, 'events { use kqueue; }', undefined, { installed: debian });
});
