import { includePatterns, type IncludePattern } from '../../nginx-conf/includes.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { matchingFiles } from '../../stack/includes.ts';
import { wholesOf } from '../../stack/nginx-wholes.ts';
import { closest } from '../../text/closest.ts';
import { basename, dirname, isAbsolute, resolvePath } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import type { NginxView } from '../inputs.ts';
import { defineRule, type NginxRule, type Report } from '../rule.ts';

export const include: NginxRule = defineRule({
  id: 'nginx/include',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports an included file that is not there, a folder in its place, and files that include each other in a circle.',
    why: 'nginx refuses to start or reload with `open() "…" failed`, and crashes on a circle. Relative paths count from the folder of the main file, never from the including one; only a pattern with `*`, `?` or `[` may match nothing.',
    fix: 'Correct the path, or write a pattern such as `conf.d/*.conf` where the file may be missing.',
    source: 'https://nginx.org/en/docs/ngx_core_module.html#include',
  },
  check(view, report) {
    const patterns = includePatterns(view.conf);
    if (patterns.length === 0 || hasTemplateBlocks(view.text)) return;
    const bases = [...new Set(wholesOf(view).map(({ main }) => dirname(main)))];
    // In a part of a configuration nobody knows where relative paths begin.
    if (bases.length === 0 && patterns.every(({ text }) => !isAbsolute(text))) return;
    // Thousands of servers may include the same few files.
    const fine = new Set<string>();
    for (const pattern of patterns) {
      if (fine.has(pattern.text) || /\{\{|\{%|<%|\$\{/.test(pattern.text)) continue;
      const findings = bases.map((base) => problemOf(view, pattern, base));
      const [first] = findings;
      // Of several main files one that finds it is enough.
      if (first !== undefined && findings.every((finding) => finding !== undefined)) report(first);
      else fine.add(pattern.text);
    }
  },
});

type Finding = Parameters<Report>[0];

function problemOf(
  view: NginxView,
  { text, span: place, hasWildcard, node }: IncludePattern,
  base: string,
): Finding | undefined {
  const { path, around } = view;
  const known = [...around.graph.includes.keys()];
  const targets = matchingFiles(known, base, text);
  const back = targets.find(
    (target) =>
      // Most files include nothing, and are done with at once.
      (around.graph.files.get(target)?.nginx?.includes.length ?? 0) > 0 &&
      leadsTo(view, target, base),
  );
  if (back !== undefined)
    return {
      span: place,
      level: 'error',
      message:
        back === path
          ? 'this file includes itself: nginx crashes on it'
          : `"${basename(back)}" includes this file again: nginx crashes on it`,
    };
  if (hasWildcard || targets.length > 0) return undefined;
  const full = resolvePath(base, text);
  const found = around.disk.look(full);
  if (found === undefined || found.kind === 'file' || found.kind === 'other') return undefined;
  if (found.kind === 'folder')
    return {
      span: place,
      level: 'error',
      message: `"${text}" is a folder: nginx includes files`,
      fixes: [replace(view, place, node.statement.args[0]?.quote, `${text.replace(/\/$/, '')}/*`)],
    };
  const folder = around.disk.look(dirname(full));
  const names = folder?.kind === 'folder' ? folder.names : [];
  const offered = closest(basename(full), names).filter((name) => !name.startsWith('.'));
  const [best] = offered;
  if (best !== undefined)
    return {
      span: place,
      // A name so near is a slip, and no file that only another machine has.
      level: 'error',
      message: `there is no file "${text}"; did you mean "${best}"?`,
      fixes: offered.map((name) =>
        replace(view, place, node.statement.args[0]?.quote, text.replace(/[^/]*$/, name)),
      ),
    };
  const beside = isAbsolute(text) ? undefined : around.disk.look(resolvePath(dirname(path), text));
  if (beside?.kind === 'file')
    return {
      span: place,
      message: `"${text}" counts from the folder of the main file (${base}), where it is not`,
    };
  return {
    span: place,
    level: /^(?:mime\.types|(?:fastcgi|uwsgi|scgi)_params|fastcgi\.conf)$/.test(text)
      ? 'information'
      : 'warning',
    message: `there is no file ${full} here: nginx does not start without it`,
  };
}

/** Whether a file includes, directly or not, the one that is looked at. */
function leadsTo({ path, around }: NginxView, target: string, base: string): boolean {
  const known = [...around.graph.includes.keys()];
  const seen = new Set<string>();
  const waiting = [target];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === path) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    const conf = around.nginxFile(next)?.conf;
    for (const { text, hasWildcard } of conf ? includePatterns(conf) : [])
      if (hasWildcard) waiting.push(...matchingFiles(known, base, text));
      else waiting.push(resolvePath(base, text));
  }
  return false;
}

function replace(
  { path }: NginxView,
  place: { readonly start: number; readonly end: number },
  quote: string | undefined,
  newText: string,
) {
  const inner = quote ? span(place.start + 1, place.end - 1) : span(place.start, place.end);
  return { title: `Change to "${newText}"`, edits: [{ path, span: inner, newText }] };
}
