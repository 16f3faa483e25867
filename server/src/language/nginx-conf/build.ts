import type { NginxModule } from './directives.ts';

/** Whether an nginx has a module: in itself, as a file that `load_module` names, or not at all. */
export type Availability = 'built-in' | 'dynamic' | 'absent';

/** Of a module of nginx itself, by the `--with-…` arguments that `nginx -V` prints. */
export function availability(
  { name, build }: Pick<NginxModule, 'name' | 'build'>,
  configureArguments: readonly string[],
): Availability {
  const has = (option: string): Availability =>
    configureArguments.includes(option)
      ? 'built-in'
      : configureArguments.includes(`${option}=dynamic`)
        ? 'dynamic'
        : 'absent';
  const family = familyOf(name, build);
  if (family === undefined) return build === undefined ? 'built-in' : has(build);
  const whole = has(family);
  if (whole === 'absent' || build === undefined || build === family) return whole;
  const own = has(build);
  return own === 'built-in' ? whole : own;
}

/** Word of the file that brings a dynamic module: `ngx_stream_module.so`, `ngx_http_perl_module.so`. */
export function moduleFile({ name, build }: Pick<NginxModule, 'name' | 'build'>): string {
  const family = familyOf(name, build);
  if (family !== undefined && !build?.includes('geoip'))
    return `ngx_${family.replace('--with-', '')}_module.so`;
  const own = build?.replace(/^--with-/, '').replace('http_xslt', 'http_xslt_filter') ?? name;
  return `ngx_${own.replace(/^ngx_/, '')}.so`;
}

function familyOf(name: string, build: string | undefined): string | undefined {
  const of = `${name} ${build ?? ''}`;
  if (/ngx_stream_|--with-stream/.test(of)) return '--with-stream';
  return /ngx_mail_|--with-mail/.test(of) ? '--with-mail' : undefined;
}
