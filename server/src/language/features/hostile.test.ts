import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage, type FileFeatures } from '../language.ts';
import { snapshot } from '../testing/workspace.ts';

/** Links that run commands, images that call home, HTML, icons; the fences of code in all of it. */
const bait = '[x](command:bait)![i](http://t/)<img/src=bait>$(zap)``https://u/`';
const quoted = `"${bait}"`;

const files = {
  '/w/nginx.conf': `events {}
http {
  map $host $a { default ${quoted}; ${quoted} ${quoted}; }
  log_format main ${quoted};
  upstream ${quoted} { server unix:/run/${bait}.sock; }
  limit_req_zone $host zone=${bait}:1m rate=1r/s;
  include ${quoted};
  include sites/*.conf;
  server {
    listen 127.0.0.1:8080;
    server_name app.localhost ${quoted};
    set $b ${quoted};
    location ${quoted} {
      limit_req zone=${bait};
      root ${quoted};
      add_header X-A ${quoted};
      uwsgi_param ${quoted} ${quoted};
      uwsgi_pass ${quoted};
      return 302 http://h/${bait};
    }
    location ~ ${quoted} { access_log /x main; try_files $uri @${bait}; uwsgi_pass 127.0.0.1:3030; }
    location @${bait} { ${bait} 1; rewrite ${quoted} /${bait} last; }
  }
}
`,
  '/w/router.ini': `[uwsgi]
plugins = fastrouter
master = true
fastrouter = 127.0.0.1:3030
fastrouter-subscription-server = 127.0.0.1:3131
`,
  '/w/worker.ini': `[uwsgi]
name = ${bait}
set-placeholder = other=${bait}
plugins = ${bait}
master = true
socket = /run/${bait}.sock
socket = 127.*:0
subscribe2 = server=127.0.0.1:3131,key=${bait},addr=${bait}
chdir = %(name)/${bait}
env = ${bait}=${bait}
wsgi-file = ${bait}.py
module = ${bait}:${bait}
ini = ${bait}.ini
ini = :${bait}
logformat = %(uri) ${bait} %(${bait})
route = ^/${bait} goto:${bait}
${bait} = %(${bait}) $(${bait}) @(${bait})
[${bait}]
http = ${bait}
`,
};

/** What is left when code and what is escaped are gone: the rest may be ours alone. */
function active(markdown: string): string {
  const withoutFences = markdown.replaceAll(/^(`{3,}).*\n[\s\S]*?^\1`*$/gm, '');
  let rest = '';
  for (let at = 0; at < withoutFences.length;) {
    if (withoutFences[at] === '\\') at += 2;
    else if (withoutFences[at] === '`') {
      const fence = /^`+/.exec(withoutFences.slice(at))?.[0] ?? '';
      const close = new RegExp(`(?<!\`)${fence}(?!\`)`, 'g');
      close.lastIndex = at + fence.length;
      const end = close.exec(withoutFences);
      at = end === null ? at + fence.length : end.index + fence.length;
    } else rest += withoutFences[at++] ?? '';
  }
  return rest;
}

function assertHarmless(markdown: string): void {
  // Addresses of the manuals are ours; nothing else may be a link, an image or a tag.
  const left = active(markdown).replaceAll(/\[[^\][]*\]\(https:\/\/[^\s()<>]+\)/g, '');
  assert.doesNotMatch(left, /bait|\]\(|!\[|<\w|\$\(|https?:/, markdown);
}

test('what a file holds becomes no link, image, tag or icon in a hover or a completion', () => {
  const language = createLanguage();
  const now = snapshot(files);
  language.check(now);
  let shown = 0;
  const look = (markdown: string | undefined) => {
    if (markdown === undefined) return;
    if (markdown.includes('bait')) shown++;
    assertHarmless(markdown);
  };
  for (const [path, text] of Object.entries(files)) {
    const features: FileFeatures | undefined = language.features(now, path);
    assert.ok(features);
    for (let at = 0; at <= text.length; at++) {
      look(features.hover(at)?.markdown);
      if (at % 5 > 0) continue;
      for (const { markdown } of features.completion(at)) look(markdown);
      for (const { markdown } of features.signature(at)?.parameters ?? []) look(markdown);
    }
  }
  assert.ok(shown > 50, `only ${shown} of them hold the bait`);
});
