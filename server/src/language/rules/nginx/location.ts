import type { ConfNode } from '../../nginx-conf/conf.ts';
import { readLocation, type LocationMatch } from '../../nginx-conf/location.ts';
import { soundNamed } from '../../nginx-conf/sound.ts';
import { hasTemplateBlocks, isTemplatedStatement } from '../../nginx-conf/template.ts';
import type { Span } from '../../text/span.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix, type NginxRule, type RelatedPlace } from '../rule.ts';

export const location: NginxRule = defineRule({
  id: 'nginx/location',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a location that another one of its block has already, one that cannot stand inside the block around it, and an unknown modifier.',
    why: 'nginx refuses to start or reload with `duplicate location`, `location … is outside location …`, `cannot be inside the exact location` or `invalid location modifier`.',
    fix: 'Join the two blocks, write the whole path of an inner location, or use one of the modifiers `=`, `~`, `~*` and `^~`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#location',
  },
  check({ path, text, conf }, report) {
    const conditional = hasTemplateBlocks(text);
    const taken = new Map<ConfNode | undefined, Map<string, ConfNode>>();
    for (const { node } of soundNamed(conf, 'location')) {
      if (isTemplatedStatement(node.statement)) continue;
      const match = readLocation(node.statement.args);
      if (match === undefined) continue;
      const problem = problemOf(node, match, path);
      if (problem) {
        report(problem);
        continue;
      }
      if (match.kind !== 'prefix' && match.kind !== 'exact') continue;
      const level = taken.get(node.parent) ?? new Map<string, ConfNode>();
      taken.set(node.parent, level);
      const key = `${match.kind} ${match.name}`;
      const first = level.get(key);
      if (first === undefined) level.set(key, node);
      else if (!conditional)
        report({
          span: argsSpan(node),
          message: `a second location for ${match.kind === 'exact' ? 'exactly ' : ''}"${match.name}" in this block`,
          related: [{ path, span: argsSpan(first), message: 'the first one' }],
        });
    }
  },
});

interface Problem {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

function problemOf(node: ConfNode, match: LocationMatch, path: string): Problem | undefined {
  const { args } = node.statement;
  const [first] = args;
  if (match.kind === 'invalid' && first)
    return {
      span: first.span,
      message: `"${match.modifier}" is no modifier of a location: there are \`=\`, \`~\`, \`~*\` and \`^~\``,
    };
  const outer = node.parent;
  if (outer?.statement.name.value !== 'location' || isTemplatedStatement(outer.statement))
    return undefined;
  const around = readLocation(outer.statement.args);
  if (around === undefined) return undefined;
  const related = [{ path, span: argsSpan(outer), message: 'the location around it' }];
  const place = argsSpan(node);
  if (around.kind === 'exact')
    return {
      span: place,
      message: `no location can stand inside one for exactly "${around.name}"`,
      related,
    };
  if (around.kind === 'named')
    return { span: place, message: `no location can stand inside "${around.name}"`, related };
  if (match.kind === 'named')
    return {
      span: place,
      message: `"${match.name}" must stand in the server, not inside a location`,
      related,
    };
  // A regular expression is compared with no path; its text counts as the name of the location around, though.
  if (match.kind === 'regex' || match.name.startsWith(around.name)) return undefined;
  return {
    span: place,
    message: `"${match.name}" does not begin with "${around.name}", the path of the location around it`,
    related,
    fixes: around.kind === 'prefix' ? insideFix(node, match, around, path) : [],
  };
}

function insideFix(
  { statement }: ConfNode,
  match: LocationMatch,
  around: LocationMatch,
  path: string,
): readonly Fix[] {
  const word = statement.args.at(-1);
  if (word === undefined || word.quote || !match.name.startsWith('/')) return [];
  const newText = `${around.name.replace(/\/$/, '')}${match.name}`;
  const end = word.span.end;
  return [
    {
      title: `Change to "${newText}"`,
      edits: [{ path, span: span(end - match.name.length, end), newText }],
    },
  ];
}

function argsSpan({ statement }: ConfNode): Span {
  const [first] = statement.args;
  const last = statement.args.at(-1);
  return first && last ? span(first.span.start, last.span.end) : statement.name.span;
}
