// @ts-check

/**
 * An ini file as people write them, of about so many lines, without a mistake that would fill the lists of findings.
 * @param {number} lines
 */
export function iniText(lines) {
  const body = [];
  for (let n = 0; body.length < lines - 8; n++) {
    body.push(
      `; pool ${n}`,
      `name${n} = app${n}`,
      `env = POOL_${n}=%(name${n})/data`,
      `static-map = /static/${n}=/srv/%(name${n})/static`,
      `attach-daemon = /usr/bin/worker --queue ${n} --name %(name${n})`,
      '',
    );
  }
  return `[uwsgi]\nmaster = true\nplugins = python3\nprocesses = 4\nsocket = 127.*:0\n${body.join('\n')}\n`;
}

/** @param {number} lines */
export function confText(lines) {
  const body = [];
  for (let n = 0; body.length < lines - 6; n++) {
    body.push(
      '  server {',
      `    listen ${n % 3 === 0 ? 8000 + (n % 50_000) : 80};`,
      `    server_name app${n}.localhost;`,
      '    location / {',
      '      include uwsgi_params;',
      '      uwsgi_param UWSGI_FASTROUTER_KEY $host;',
      '      uwsgi_pass 127.0.0.1:3030;',
      '    }',
      `    location /static/${n}/ { root /srv/app${n}; expires 1h; }`,
      '  }',
    );
  }
  return `events { }\nhttp {\n${body.join('\n')}\n}\n`;
}

/**
 * A workspace of so many files: for each router nine workers, and an nginx for all.
 * @param {number} count
 * @returns {[path: string, text: string][]}
 */
export function workspaceTexts(count) {
  /** @type {[string, string][]} */
  const files = [['/w/nginx.conf', confText(400)]];
  for (let n = 0; files.length < count; n++) {
    const port = 3030 + n;
    files.push([
      `/w/pool${n}/router.ini`,
      `[uwsgi]\nplugins = fastrouter\nmaster = true\nfastrouter = 127.0.0.1:${port}\nfastrouter-subscription-server = 127.0.0.1:${port + 10_000}\n`,
    ]);
    for (let worker = 0; worker < 9 && files.length < count; worker++)
      files.push([
        `/w/pool${n}/worker${worker}.ini`,
        `[uwsgi]\nplugins = python3\nmaster = true\nsocket = 127.*:0\nsubscribe2 = server=127.0.0.1:${port + 10_000},key=app${n}.localhost\nwsgi-file = app.py\n${iniText(60).slice(8)}`,
      ]);
  }
  return files;
}
