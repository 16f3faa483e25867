import { declarationsOf } from '../../nginx-conf/declarations.ts';
import { allVariables } from '../../nginx-conf/variables.ts';
import { existsIn } from '../../nginx-conf/version.ts';
import { span } from '../../text/span.ts';
import type { CompletionItem } from '../feature.ts';
import { codeSpan } from '../markdown.ts';
import type { CompletionRequest } from './completion-request.ts';
import { configurationOf } from '../../stack/nginx-configuration.ts';
import { variableWords } from './describe-variable.ts';
import { lineIn } from './line-of.ts';

/** Variables behind a `$`; undefined when none is being written at the cursor. */
export function completeVariables(
  request: CompletionRequest,
): readonly CompletionItem[] | undefined {
  const { view, offset, typed, scope, target, replace: word } = request;
  const match = /\$(\{?)(\w*)$/.exec(typed);
  if (match === null) return undefined;
  if (!takesVariables(request)) return [];
  const [whole, brace] = match;
  const rest = /^\w*\}?/.exec(view.text.slice(offset, word.end))?.[0] ?? '';
  const replace = span(
    offset - whole.length,
    offset + (brace === '' ? rest.replace('}', '') : rest).length,
  );
  const item = (
    name: string,
    detail: string,
    markdown: string | undefined,
    sort: string,
  ): CompletionItem => ({
    label: `$${name}`,
    kind: 'variable',
    replace,
    insert: brace === '' ? `$${name}` : `\${${name}}`,
    detail,
    ...(markdown !== undefined && { markdown }),
    sort,
  });
  const items = new Map<string, CompletionItem>();
  for (const file of configurationOf(view))
    for (const one of declarationsOf(file.conf)) {
      if (one.kind !== 'variable' || one.scope !== scope || items.has(one.name)) continue;
      const directive = one.node.statement.name.value;
      const line = lineIn(file.tree, one.span.start);
      items.set(
        one.name,
        item(one.name, `${directive}, line ${line}`, `Made by ${codeSpan(directive)}.`, '0'),
      );
    }
  for (const variable of allVariables(scope)) {
    const { name, family, status, internal, module } = variable;
    if (status !== 'core' || internal || items.has(name)) continue;
    const exists = existsIn(variable, target);
    const words = variableWords(variable);
    const shown = item(
      name,
      exists
        ? module.replace(/^ngx_(?:http|stream)_|_module$/g, '')
        : `since ${variable.firstRelease ?? ''}`,
      words,
      !exists ? '4' : words === undefined ? '3' : family ? '2' : '1',
    );
    items.set(
      name,
      family
        ? { ...shown, label: `$${name}…`, insert: brace === '' ? `$${name}` : `\${${name}` }
        : shown,
    );
  }
  return [...items.values()];
}

/** Some directives read their arguments once, at start: a `$` is then the end of a regular expression, or just a `$`. */
function takesVariables({ directive, index, place, entries }: CompletionRequest): boolean {
  if (place.raw !== undefined) return index >= 0;
  if (index < 0) return false;
  switch (directive) {
    case 'location':
    case 'include':
    case 'listen':
    case 'upstream':
    case 'error_log':
    case 'load_module':
    case 'user':
    case 'pid':
      return false;
    case 'rewrite':
      return index > 0;
    case 'server':
      return false;
    default:
      return entries.every(
        ({ valueType }) =>
          !/^(?:flag|size|number|enum|enum-set|time-ms|number-size)$/.test(valueType ?? ''),
      );
  }
}
