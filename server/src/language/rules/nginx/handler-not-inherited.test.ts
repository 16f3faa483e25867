import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { handlerNotInherited } from './handler-not-inherited.ts';

test('a location that nobody answers', () => {
  checkNginxRule(
    handlerNotInherited,
    `
location / {
  uwsgi_pass 127.0.0.1:3031;
  location /upload {
#          ^^^^^^^ warning: requests for this location do not go to \`uwsgi_pass\`: a pass is not inherited, so nginx looks for files
    client_max_body_size 50m;
  }
}
`,
  );
});

test('locations that answer by themselves', () => {
  checkNginxRule(
    handlerNotInherited,
    `
location / {
  uwsgi_pass 127.0.0.1:3031;
  location /a { uwsgi_pass 127.0.0.1:3031; }
  location /b { root /srv; }
  location /c { return 404; }
  location /d { include app.conf; }
  location /e { echo hello; }
}
location /static/ {
  root /srv;
  location /static/css/ { expires 1d; }
}
`,
  );
});
