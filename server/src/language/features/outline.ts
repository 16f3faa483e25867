import type { OutlineNode, StackOutline } from '../../../../shared/messages.ts';
import type { SourceFile } from '../read-file.ts';
import { formatEndpoint } from '../stack/endpoint.ts';
import type { StackGraph } from '../stack/graph.ts';
import { stackPages } from '../stack/plan/pages.ts';
import { placeOf } from '../stack/plan/place.ts';
import { type Stack, templateId } from '../stack/stacks.ts';
import { basename } from '../text/path.ts';

/** What the editor shows of a stack before it runs. */
export function stackOutline(
  stack: Stack,
  graph: StackGraph,
  files: ReadonlyMap<string, SourceFile>,
): StackOutline {
  const place = placeOf(new Map([...files].map(([path, { text }]) => [path, text])));
  const nginx = stack.nginx.map((path): OutlineNode => {
    const servers = (graph.includes.get(path) ?? [path]).flatMap(
      (file) => graph.files.get(file)?.nginx?.servers ?? [],
    );
    const listen = servers.flatMap(({ listens }) => listens)[0];
    return {
      roles: ['nginx'],
      title: basename(path),
      address: listen?.endpoint && formatEndpoint(listen.endpoint),
      names: servers.flatMap(({ names }) => names.map(({ text }) => text)),
      ...place(path, 0),
    };
  });
  const uwsgi = [...stack.routers, ...stack.workers].map((path): OutlineNode => {
    const facts = graph.files.get(path)?.uwsgi;
    const router = facts?.router === true;
    return {
      roles: router ? (facts.worker ? ['router', 'worker'] : ['router']) : ['worker'],
      title: router ? basename(path) : templateId(path, stack.workers),
      address: (router ? facts.fronts : facts?.sockets)?.[0]?.text,
      names: facts?.subscriptions.flatMap(({ key }) => (key === undefined ? [] : [key.text])) ?? [],
      ...place(path, facts?.span.start ?? 0),
    };
  });
  const [page] = stackPages(stack, graph, { root: false });
  return {
    id: stack.id,
    title: stack.title,
    root: stack.root,
    nodes: [...nginx, ...uwsgi],
    url: page?.page.url,
    files: stack.files,
  };
}
