import type { NginxDirective } from './directives.ts';

/** Where a directive is documented: its entry in nginx's manual, or the home of the module; undefined when nowhere. */
export function manualAddress({ name, module, documented }: NginxDirective): string | undefined {
  const { status, repo } = module;
  if (status === 'removed') return undefined;
  if (status === 'third-party') return repo && `https://github.com/${repo}`;
  const page = pageOf(module.name);
  return page === undefined || !documented
    ? undefined
    : `https://nginx.org/en/docs/${page}.html#${name}`;
}

/** Page of a module below `https://nginx.org/en/docs/`, without its ending. */
export function pageOf(module: string): string | undefined {
  if (module === 'core') return 'ngx_core_module';
  const [, room] = /^ngx_(http|stream|mail)_\w+$/.exec(module) ?? [];
  if (room !== undefined) return `${room}/${module}`;
  return /^ngx_(?:google_perftools|mgmt|otel)_module$/.test(module) ? module : undefined;
}
