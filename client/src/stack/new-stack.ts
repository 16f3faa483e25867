/** What a person says of a stack that does not exist yet. */
export interface NewStackAnswers {
  /** E.g. `app.localhost`. */
  readonly domain: string;
  readonly framework: Framework;
  /** 1 to 100. */
  readonly workers: number;
}

export const frameworks = ['plain', 'bottle', 'flask', 'django'] as const;
export type Framework = (typeof frameworks)[number];

export interface NewStackPorts {
  readonly nginx: number;
  readonly router: number;
  readonly subscription: number;
}

/** Name, below the folder of the stack, and text of each file. */
export type NewFiles = Readonly<Record<string, string>>;

/** Why a name can't be the domain of a stack; undefined when it can. */
export function domainProblem(domain: string): string | undefined {
  if (domain === '') return 'Write a name such as app.localhost.';
  if (domain !== domain.toLowerCase())
    return 'Write it in small letters: the router compares names with their case.';
  if (domain.length > 253 || !domain.split('.').every(isLabel))
    return 'A name has letters, digits and hyphens, with dots between its parts.';
  // A browser resolves such names to this machine by itself; a bare number is an address.
  return /^[\d.]+$/.test(domain)
    ? 'An address has no name: write one such as app.localhost.'
    : undefined;
}

/** All files of a stack: nginx, a router, and one file for as many workers as are wanted. */
export function newStackFiles(
  { domain, framework, workers }: NewStackAnswers,
  { nginx, router, subscription }: NewStackPorts,
  { virtualenv }: { readonly virtualenv?: string } = {},
): NewFiles {
  return {
    'nginx.conf': `# nginx hands every request for ${domain} to the FastRouter.
worker_processes 1;
pid nginx.pid;
error_log stderr notice;

events {
    worker_connections 256;
}

http {
    access_log access.log;

    server {
        listen 127.0.0.1:${nginx};
        server_name ${domain};

        location / {
            include uwsgi_params;
            # The router looks its workers up by this key.
            uwsgi_param UWSGI_FASTROUTER_KEY $host;
            uwsgi_pass 127.0.0.1:${router};
        }
    }

    # In nginx's own folder only root may write; these count from the folder of \`-p\`.
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
}
`,
    uwsgi_params: parameters,
    'router.ini': `[uwsgi]
plugins = fastrouter
master = true

; nginx hands its requests over here ...
shared-socket = 127.0.0.1:${router}
fastrouter = =0

; ... and workers announce themselves here (UDP).
fastrouter-subscription-server = 127.0.0.1:${subscription}

; Accept nothing until the first worker is there.
fastrouter-cheap = true
`,
    'worker.ini': `[uwsgi]
plugins = python3
master = true
processes = 1
threads = 2

; Any free port: as many workers as you like can run side by side.
socket = 127.*:0
subscribe2 = server=127.0.0.1:${subscription},key=${domain}

${virtualenv === undefined ? '' : `virtualenv = ${virtualenv}\n`}wsgi-file = app.py
need-app = true
die-on-term = true
`,
    'app.py': apps[framework],
    '.vscode/settings.json': `${JSON.stringify({ 'uwsgiStack.stack.workers': workers }, undefined, 2)}\n`,
  };
}

function isLabel(label: string): boolean {
  return label.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label);
}

const parameters = `# What a WSGI application needs to know of a request.
uwsgi_param QUERY_STRING $query_string;
uwsgi_param REQUEST_METHOD $request_method;
uwsgi_param CONTENT_TYPE $content_type;
uwsgi_param CONTENT_LENGTH $content_length;

uwsgi_param REQUEST_URI $request_uri;
uwsgi_param PATH_INFO $document_uri;
uwsgi_param DOCUMENT_ROOT $document_root;
uwsgi_param SERVER_PROTOCOL $server_protocol;
uwsgi_param REQUEST_SCHEME $scheme;
uwsgi_param HTTPS $https if_not_empty;

uwsgi_param REMOTE_ADDR $remote_addr;
uwsgi_param REMOTE_PORT $remote_port;
uwsgi_param SERVER_PORT $server_port;
uwsgi_param SERVER_NAME $server_name;
`;

const apps: Readonly<Record<Framework, string>> = {
  plain: `"""The application behind the router: says which worker has answered."""

import os


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return [f"Hello from worker {os.getpid()}\\n".encode()]
`,
  bottle: `"""The application behind the router: says which worker has answered."""

import os

from bottle import default_app, route


@route("/")
def index():
    return f"Hello from worker {os.getpid()}\\n"


application = default_app()
`,
  flask: `"""The application behind the router: says which worker has answered."""

import os

from flask import Flask

application = Flask(__name__)


@application.route("/")
def index():
    return f"Hello from worker {os.getpid()}\\n"
`,
  django: `"""The application behind the router: says which worker has answered. All of Django's settings in one file."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(
    DEBUG=True,
    SECRET_KEY=os.environ.get("SECRET_KEY", "only-for-this-machine"),
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
)


def index(request):
    return HttpResponse(f"Hello from worker {os.getpid()}\\n", content_type="text/plain")


urlpatterns = [path("", index)]
application = get_wsgi_application()
`,
};
