import { statementsNamed } from '../../nginx-conf/statements.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const weakTlsCiphers: NginxRule = defineRule({
  id: 'nginx/weak-tls-ciphers',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports ciphers in `ssl_ciphers` that are broken, or that encrypt or authenticate nothing.',
    why: 'RC4, DES, 3DES, MD5, export ciphers and those without encryption (NULL) or certificate (aNULL, ADH) can be read or forged by others on the way.',
    fix: 'Remove them, or exclude them with `!`, as in `HIGH:!aNULL:!MD5`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_ciphers',
  },
  check({ path, text, conf }, report) {
    for (const { statement } of statementsNamed(conf, 'ssl_ciphers')) {
      const [word] = statement.args;
      if (word === undefined) continue;
      const start = word.span.start + (word.quote ? 1 : 0);
      const raw = text.slice(start, word.span.end - (word.quote ? 1 : 0));
      const names = raw.split(':');
      const excluded = new Set(names.filter((name) => name.startsWith('!')).map(excludedName));
      let at = start;
      for (const [index, name] of names.entries()) {
        const span: Span = { start: at, end: at + name.length };
        at = span.end + 1;
        const weak = weakness(name);
        if (weak === undefined || excluded.has(weak)) continue;
        const behind = index === names.length - 1 ? span.end : span.end + 1;
        const from = index === names.length - 1 && index > 0 ? span.start - 1 : span.start;
        report({
          span,
          message: `${name}: ${weak} is no protection any more`,
          fixes:
            names.length > 1
              ? [
                  {
                    title: `Remove ${name}`,
                    edits: [{ path, span: { start: from, end: behind }, newText: '' }],
                    preferred: true,
                  },
                ]
              : [],
        });
      }
    }
  },
});

function excludedName(name: string): string | undefined {
  return weakness(name.slice(1)) ?? name.slice(1).toUpperCase();
}

/** The reason why a name of OpenSSL's list is weak. Names with `!` or `-` take ciphers away, with `+` move them. */
function weakness(name: string): string | undefined {
  if (/^[!+@-]/.test(name)) return undefined;
  const parts = name.toUpperCase().split(/[-_+]/);
  const has = (...wanted: string[]) => wanted.some((one) => parts.includes(one));
  if (has('RC4')) return 'RC4';
  if (has('3DES', 'CBC3')) return '3DES';
  if (has('DES')) return 'DES';
  if (has('RC2')) return 'RC2';
  if (has('EXP', 'EXPORT', 'EXPORT40', 'EXPORT56')) return 'EXPORT';
  if (has('ENULL', 'NULL')) return 'NULL';
  if (has('ANULL', 'ADH', 'AECDH')) return 'ANULL';
  if (has('MD5')) return 'MD5';
  return has('LOW') ? 'LOW' : undefined;
}
