/** A directive whose first argument is a path. */
export interface PathDirective {
  /**
   * `conf`: relative ones count from the folder of the main configuration, whichever file they stand in. `absolute`: they
   * count from nginx's prefix, which nobody knows here.
   */
  readonly base: 'conf' | 'absolute';
  /** What a file's name looks like. */
  readonly ending: RegExp | 'folder';
}

export function pathDirectiveOf(name: string): PathDirective | undefined {
  const found = pathDirectives.find(([pattern]) => pattern.test(name));
  return found && { base: found[1], ending: found[2] };
}

const pathDirectives: readonly (readonly [
  RegExp,
  PathDirective['base'],
  PathDirective['ending'],
])[] = [
  [/^include$/, 'conf', /./],
  [/^(?:\w+_)?ssl_(?:client_|trusted_)?certificate$/, 'conf', /\.(?:pem|crt|cer|cert)$|^[^.]+$/],
  [/^(?:\w+_)?ssl_certificate_key$/, 'conf', /\.(?:pem|key)$|^[^.]+$/],
  [/^ssl_dhparam$|ssl_crl$|ssl_password_file$|^ssl_session_ticket_key$/, 'conf', /./],
  [/^auth_basic_user_file$/, 'conf', /./],
  [/^(?:root|alias)$|_temp_path$|_cache_path$/, 'absolute', 'folder'],
  [/^(?:access_log|error_log|pid|load_module|xslt_stylesheet)$/, 'absolute', /./],
  [/_by_lua_file$/, 'absolute', /\.luac?$/],
];
