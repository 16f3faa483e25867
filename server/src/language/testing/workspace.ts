import type { PlanParams } from '../../../../shared/messages.ts';
import { defaultLanguageSettings, type LanguageSettings } from '../../../../shared/settings.ts';
import {
  blindDisk,
  kindOfFile,
  nothingInstalled,
  type Snapshot,
  type SourceFile,
} from '../language.ts';

/** The article's stack, short. */
export const article = {
  '/w/nginx.conf': `events {}
http {
    server {
        listen 127.0.0.1:8080;
        server_name app.localhost;
        location / {
            include uwsgi_params;
            uwsgi_param UWSGI_FASTROUTER_KEY $host;
            uwsgi_pass 127.0.0.1:3030;
        }
    }
}
`,
  '/w/router.ini': `[uwsgi]
plugins = fastrouter
master = true
shared-socket = 127.0.0.1:3030
fastrouter = =0
fastrouter-subscription-server = 127.0.0.1:3131
`,
  '/w/worker.ini': `[uwsgi]
plugins = python3
master = true
socket = 127.*:0
subscribe2 = server=127.0.0.1:3131,key=app.localhost
wsgi-file = app.py
`,
} as const;

export function snapshot(
  files: Readonly<Record<string, string>>,
  settings: Partial<LanguageSettings> = {},
): Snapshot {
  const known = Object.entries(files).flatMap(([path, text]): [string, SourceFile][] => {
    const kind = kindOfFile(path, text);
    return kind === undefined ? [] : [[path, { path, text, kind, version: 1 }]];
  });
  return {
    files: new Map(known),
    settings: { ...defaultLanguageSettings, ...settings },
    disk: blindDisk,
    installed: nothingInstalled,
  };
}

/** The files with one text in place of another, which must be there. */
export function edited<Files extends Readonly<Record<string, string>>>(
  files: Files,
  path: keyof Files & string,
  before: string,
  after: string,
): Files {
  const text = files[path] ?? '';
  if (!text.includes(before)) throw new Error(`${path} has no ${before}`);
  return { ...files, [path]: text.replace(before, after) };
}

export const planParams: PlanParams = {
  stack: undefined,
  workers: {},
  runDirectory: '/run/x',
  programs: {
    nginx: '/usr/sbin/nginx',
    uwsgi: '/usr/bin/uwsgi',
    nginxModules: '/usr/lib/nginx/modules',
    nginxFolder: '/etc/nginx',
  },
  root: false,
};
