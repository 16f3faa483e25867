import type { ConfNode, NginxConf } from '../nginx-conf/conf.ts';
import { includePatterns } from '../nginx-conf/includes.ts';
import type { IncludeFacts, LevelFacts, SettingFacts } from './facts.ts';

/** Gives the level of a block, or of the file for undefined. Blocks without a setting cost nothing. */
export function levelFacts(
  conf: NginxConf,
  serverOf: (node: ConfNode) => number | undefined,
): (block: ConfNode | undefined) => LevelFacts {
  const includes = Map.groupBy(includePatterns(conf), ({ node }) => node.parent);
  const known = new Map<ConfNode | undefined, LevelFacts>();
  const make = (block: ConfNode | undefined): LevelFacts => {
    const up = block === undefined ? undefined : known.get(block.parent);
    const own: IncludeFacts[] = [];
    const level: LevelFacts = {
      settings: settingsOf(block === undefined ? conf.nodes : block.children),
      includes: own,
      up,
    };
    for (const { node, text, span } of includes.get(block) ?? [])
      own.push({
        ...{ pattern: text, span, statement: node.statement.span },
        ...{ server: serverOf(node), level },
      });
    known.set(block, level);
    return level;
  };
  return (block) => {
    // From the outside in, without a recursion: nesting is the writer's choice.
    const missing: (ConfNode | undefined)[] = [];
    let at = block;
    while (at !== undefined && !known.has(at)) {
      missing.push(at);
      at = at.parent;
    }
    if (at === undefined && !known.has(at)) missing.push(at);
    for (const one of missing.reverse()) make(one);
    return known.get(block) ?? make(block);
  };
}

/** Directives that rules across files ask for. */
const wanted: ReadonlySet<string> = new Set([
  ...['uwsgi_param', 'uwsgi_modifier1', 'uwsgi_read_timeout', 'uwsgi_next_upstream'],
  ...['client_max_body_size', 'large_client_header_buffers', 'alias', 'root', 'set'],
]);

function settingsOf(nodes: readonly ConfNode[]): readonly SettingFacts[] {
  let found: SettingFacts[] | undefined;
  for (const { kind, statement } of nodes) {
    const { name } = kind;
    if (name === undefined || !wanted.has(name)) continue;
    const args = statement.args.map((word) => ({ text: word.value, span: word.span }));
    (found ??= []).push({ name, span: statement.span, args });
  }
  return found ?? nothing;
}

const nothing: readonly SettingFacts[] = [];
