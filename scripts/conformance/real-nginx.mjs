import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The judge: `nginx -t` on a text, in a prefix of its own, as a user who may change nothing else. The surroundings are
 * made neutral: the certificate is self-signed, the few files that the seeds include are there.
 */
export function openNginx(program = 'nginx') {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const own = (path) => {
    if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid);
  };
  chmodSync(folder, 0o755);
  own(folder);
  for (const name of ['logs', 'html', 'cache', 'tmp']) {
    mkdirSync(join(folder, name));
    own(join(folder, name));
  }
  for (const [name, text] of Object.entries(surroundings)) writeFileSync(join(folder, name), text);
  makeCertificate(folder);
  own(join(folder, 'key.pem'));
  let count = 0;
  return {
    folder,
    surroundings: Object.keys(surroundings),
    /** { verdict: 'ok' } | { verdict: 'rejected', message, line } | { verdict: 'environment', message } */
    async judge(text) {
      const path = join(folder, `${(count += 1)}.conf`);
      writeFileSync(path, text);
      const pid = /\bpid\b/.test(text) ? [] : ['-g', 'pid logs/nginx.pid;'];
      const args = ['-t', '-p', folder, '-c', path, '-e', 'stderr', ...pid];
      const { code, output } = await run(program, args, owner);
      rmSync(path, { force: true });
      return readVerdict(code, output, path, text);
    },
    close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const surroundings = {
  'mime.types': 'types {\n  text/html html htm;\n  text/css css;\n}\n',
  uwsgi_params:
    'uwsgi_param QUERY_STRING $query_string;\nuwsgi_param REQUEST_METHOD $request_method;\n',
  scgi_params: 'scgi_param REQUEST_METHOD $request_method;\n',
  fastcgi_params: 'fastcgi_param QUERY_STRING $query_string;\n',
  'fastcgi.conf': 'fastcgi_param QUERY_STRING $query_string;\n',
  proxy_params: 'proxy_set_header Host $http_host;\n',
};

function makeCertificate(folder) {
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=x'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  execFileSync('openssl', [...args, ...files], { stdio: 'ignore', timeout: 20_000 });
}

function run(program, args, owner) {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, RES_OPTIONS: 'timeout:1 attempts:1' };
    const child = spawn(program, args, { ...owner, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), 8_000);
    child.stderr.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.on('error', () => {
      clearTimeout(timer);
      resolve({ code: -1, output });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

/** Messages that depend on the machine, not on the text. */
const ofTheMachine =
  /^(?:bind\(\)|socket\(\)|open\(\)|mkdir\(\)|host not found|getpwnam|getgrnam|dlopen|cannot load|chown|setsockopt|connect\(\)|BIO_|SSL_|PEM_|stat\(\)|opendir|could not build|still could not|"aio|the "setfib|name resolution|pread|CreateFile|no valid IPv6)|is unsupported on this platform|is not supported on this|failed \(\d+:/;

function readVerdict(code, output, path, text) {
  if (code === 0) return { verdict: 'ok' };
  const match = /\[(?:emerg|crit|alert)\] \d+#\d+: ([\s\S]*?)(?:\n\d{4}\/|\nnginx: |$)/.exec(
    output,
  );
  if (code !== 1 || match === null) return { verdict: 'environment', message: `exit ${code}` };
  let message = match[1].trim();
  const place = ` in ${path}:`;
  const at = message.lastIndexOf(place);
  const line = at === -1 ? undefined : Number(message.slice(at + place.length));
  if (at !== -1) message = message.slice(0, at);
  const missingInclude =
    /^open\(\)/.test(message) && line !== undefined && /include/.test(text.split('\n')[line - 1]);
  if (ofTheMachine.test(message) && !missingInclude) return { verdict: 'environment', message };
  return { verdict: 'rejected', message, line };
}
