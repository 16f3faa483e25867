import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Texts to mutate: the own seeds and the project's examples, and of `folder` every file that the real nginx accepts once
 * it has been made independent of this machine. A part of a configuration gets the blocks around it that it needs, on its
 * first line, so that lines keep their numbers.
 */
export async function collectSeeds(nginx, folder) {
  const own = textsIn(join(import.meta.dirname, 'seeds'));
  const examples = textsIn(join(import.meta.dirname, '../../examples')).map(neutral);
  const given = folder === '' ? [] : textsIn(folder).map(neutral);
  const accepted = [];
  for (const text of [...examples, ...given]) {
    const whole = await firstAccepted(nginx, text);
    if (whole !== undefined) accepted.push(whole);
  }
  return {
    seeds: [...own, ...accepted],
    refused: examples.length + given.length - accepted.length,
  };
}

/** How a text is read, tried from the widest to the narrowest place. */
const wrappers = [
  (text) => text,
  (text) => `events {} ${text}`,
  (text) => `events {} http { ${text}\n}\n`,
  (text) => `events {} http { server { ${text}\n} }\n`,
  (text) => `events {} http { server { location /conformance { ${text}\n} } }\n`,
];

async function firstAccepted(nginx, text) {
  for (const wrap of wrappers) {
    // The log of its own that nginx would open is closed to the user that the judge is.
    const whole = wrap(text).replace(/\bhttp(\s*)\{/, 'http$1{ access_log logs/access.log;');
    const { verdict } = await nginx.judge(whole);
    if (verdict === 'ok') return whole;
  }
  return undefined;
}

function textsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => /\.(?:conf|nginx|vhost|types)$|_params$/.test(path))
    .filter((path) => statSync(path).isFile() && statSync(path).size < 60_000)
    .sort()
    .map((path) => readFileSync(path, 'utf8'));
}

/** Takes out what depends on the machine: ports of the system, names of hosts, certificates, absolute folders, users. */
function neutral(text) {
  const upstreams = [...text.matchAll(/\bupstream\s+([\w.-]+)/g)].map(([, name]) => name);
  return text
    .replace(/((?:https?|uwsgi|grpc):\/\/)([a-z][\w.-]*)/gi, (whole, scheme, host) =>
      upstreams.includes(host) ? whole : `${scheme}127.0.0.1`,
    )
    .replace(
      /^(\s*)(load_module|user|pid|ssl_dhparam|ssl_stapling\w*|resolver|worker_rlimit_nofile)\s[^;{}]*;/gm,
      '$1',
    )
    .replace(
      /(\slisten\s+(?:[\d.*]+:|\[[^\]]*\]:)?)(\d{1,3})\b(?![.\d])/g,
      (_, head, port) => `${head}${20000 + Number(port)}`,
    )
    .replace(/\blisten\s+(?:\d+\.){3}\d+:/g, 'listen 127.0.0.1:')
    .replace(/(\s)((?:\w+_)?ssl_certificate)\s+[^;{}$]+;/g, '$1$2 cert.pem;')
    .replace(/(\s)((?:\w+_)?ssl_certificate_key)\s+[^;{}$]+;/g, '$1$2 key.pem;')
    .replace(/(\s)((?:\w+_)?ssl_(?:client|trusted)_certificate)\s+[^;{}$]+;/g, '$1$2 cert.pem;')
    .replace(/((?:access|error)_log\s+)\/[^\s;$]+/g, '$1logs/log')
    .replace(/(_(?:cache|temp)_path\s+)\/[^\s;]*\/([^\s;/]+)/g, '$1tmp_$2')
    .replace(/(https?:\/\/|uwsgi:\/\/|grpc:\/\/)[a-z][\w-]*(?:\.[\w-]+)+/gi, '$1127.0.0.1')
    .replace(
      /(\s(?:server|fastcgi_pass|uwsgi_pass|scgi_pass|grpc_pass)\s+)[a-z][\w-]*(?:\.[\w-]+)*(:\d+)/gi,
      '$1127.0.0.1$2',
    )
    .replace(
      /(\sinclude\s+)(?![^;]*(?:mime\.types|_params|fastcgi\.conf)\s*;)[^;{}]*;/g,
      '$1empty/*.conf;',
    )
    .replace(/(\sinclude\s+)[^;]*\/(mime\.types|\w+_params|fastcgi\.conf)\s*;/g, '$1$2;');
}
