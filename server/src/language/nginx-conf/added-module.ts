import type { NginxModule } from './directives.ts';

/**
 * Whether the file or folder of a module, as `load_module` or an `--add-module=` of `nginx -V` names it, may be that of a
 * module that does not belong to nginx. Builders name them as they like (`ngx_lua-0.10.26`, `ngx_http_lua_module.so`), so a
 * word in common is enough.
 */
export function mayBring(
  path: string,
  { name, repo }: Pick<NginxModule, 'name' | 'repo'>,
): boolean {
  const wanted = wordsOf(`${name} ${repo?.split('/').at(-1) ?? ''}`);
  return wordsOf(path.split('/').at(-1) ?? '').some((word) => wanted.includes(word));
}

const everyday = new Set(['ngx', 'nginx', 'http', 'stream', 'module', 'filter', 'static', 'so']);

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z]+\d?/g) ?? []).filter((word) => !everyday.has(word));
}
