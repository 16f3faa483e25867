import type { ConfNode, NginxConf } from '../nginx-conf/conf.ts';
import { nodesNamed } from '../nginx-conf/walk.ts';
import type { NamedSpan, VariableFacts } from './facts.ts';

/** What `set`, and the blocks that choose a value by another variable, may give a variable. */
export function variableFacts(conf: NginxConf): readonly VariableFacts[] {
  return nodesNamed(conf, 'set', 'map', 'split_clients', 'geo').flatMap(
    (node): readonly VariableFacts[] => {
      const { name, args } = node.statement;
      const [first, second] = args;
      switch (name.value) {
        case 'set':
          return variable(first?.value, second === undefined ? [] : [named(second)], false);
        case 'map':
        case 'split_clients':
          return chosen(second?.value, node);
        case 'geo':
          return chosen(second?.value ?? first?.value, node);
        default:
          return [];
      }
    },
  );
}

function chosen(name: string | undefined, { children }: ConfNode): readonly VariableFacts[] {
  const entries = children.filter(({ statement }) => !parameters.has(statement.name.value));
  const values = entries.flatMap(({ statement: { args } }) => {
    const value = args.at(-1);
    return value === undefined || value.value === '' ? [] : [named(value)];
  });
  const open = children.some(({ statement }) => statement.name.value === 'include');
  return variable(name, values, open);
}

/** Words in these blocks that are no entries. */
const parameters: ReadonlySet<string> = new Set([
  ...['hostnames', 'volatile', 'include', 'ranges', 'delete', 'proxy', 'proxy_recursive'],
]);

function variable(
  name: string | undefined,
  values: readonly NamedSpan[],
  open: boolean,
): readonly VariableFacts[] {
  const plain = name === undefined ? undefined : /^\$(\w+)$/.exec(name)?.[1];
  return plain === undefined ? [] : [{ name: plain.toLowerCase(), values, open }];
}

function named({ value, span }: { value: string; span: NamedSpan['span'] }): NamedSpan {
  return { text: value, span };
}
