import type { ConfNode } from '../nginx-conf/conf.ts';
import { readLocation } from '../nginx-conf/location.ts';
import type { NginxFile } from '../rules/inputs.ts';
import type { StackGraph } from '../stack/graph.ts';
import { stackPages } from '../stack/plan/pages.ts';
import type { Stack } from '../stack/stacks.ts';
import type { Span } from '../text/span.ts';
import type { Lens } from './code-lens.ts';
import { exampleUrl } from './example-url.ts';

export const sendRequestCommand = 'uwsgiStack.sendRequest';

/** *Send Request* above each location that clients can ask for, and above each key that a worker announces itself with. */
export function requestLenses(
  stacks: readonly Stack[],
  graph: StackGraph,
  nginxFiles: ReadonlyMap<string, NginxFile>,
  path: string,
): readonly Lens[] {
  const stack = stacks.find(({ files }) => files.includes(path));
  if (stack === undefined) return [];
  const lens = (span: Span, url: string): Lens => ({
    span,
    title: '$(send)\u00a0Send Request', // VS Code drops a plain space behind an icon
    command: sendRequestCommand,
    arguments: [stack.id, url],
  });
  const file = nginxFiles.get(path);
  if (file !== undefined)
    return file.conf.all
      .filter(isOpenLocation)
      .map(({ statement }) =>
        lens(statement.name.span, exampleUrl(nginxFiles, file, statement.name.span.start)),
      );
  // With the ports as they are written: the client knows where the run has moved them.
  const pages = stackPages(stack, graph, { root: true });
  return graph.subscriptions.flatMap(({ subscription: { path: at, span, key } }) => {
    const page = at === path ? pages.find((each) => each.key === key?.text)?.page : undefined;
    return key === undefined || page === undefined ? [] : [lens(span, page.url)];
  });
}

function isOpenLocation({ statement, children }: ConfNode): boolean {
  return (
    statement.name.value === 'location' &&
    statement.end.kind === 'block' &&
    readLocation(statement.args)?.kind !== 'named' &&
    children.every((child) => child.statement.name.value !== 'internal')
  );
}
