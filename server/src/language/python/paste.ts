import ini from 'ini';

/** Names of the apps that a PasteDeploy file defines: `main` for `[app:main]`. */
export function pasteApps(text: string): readonly string[] {
  const names = new Set<string>();
  for (const header of headersOf(text)) {
    const [, name] = appHeader.exec(header) ?? [];
    if (name !== undefined) names.add(name.trim());
  }
  return [...names];
}

/** paste.deploy looks an app up under these prefixes. */
const appHeader = /^\s*(?:app|application|composite|composit|pipeline|filter-app)\s*:\s*(\S.*)$/;

/** The package makes groups of `[a.b]`; a dot in a name of PasteDeploy is part of the name. */
function headersOf(text: string): readonly string[] {
  const headers: string[] = [];
  const open: [string, unknown][] = Object.entries(ini.parse(text));
  // Grows while it is walked over.
  for (const [name, value] of open) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const lines = Object.entries(value);
    // A group that holds nothing but groups stands for no header of its own.
    if (lines.length === 0 || lines.some(([, line]) => typeof line !== 'object'))
      headers.push(name);
    for (const [inner, below] of lines) open.push([`${name}.${inner}`, below]);
  }
  return headers;
}
