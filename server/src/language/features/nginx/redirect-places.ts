import { findLocation } from '../../request/find-location.ts';
import { toBytes } from '../../request/bytes.ts';
import { readRequestMap } from '../../request/explain-request.ts';
import type { LocationModel, ServerModel } from '../../request/http-model.ts';
import { type JoinedNode, placeOfNode, titleOf } from '../../request/join-conf.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import type { NginxView } from '../../rules/inputs.ts';
import type { Place } from '../feature.ts';
import { configurationOf, mainsOf } from '../../stack/nginx-configuration.ts';
import type { WordPlace } from './node-at.ts';

/** A location that a request is sent on to within nginx. */
export interface RedirectTarget extends Place {
  /** `location ~ \.php$` */
  readonly title: string;
  readonly modifier: LocationModel['modifier'];
}

/** Where `error_page`, `try_files`, `rewrite` and the like lead, for any number of words of one file. */
export function redirectTargets(view: NginxView): (place: WordPlace) => readonly RedirectTarget[] {
  let servers: readonly OwnServer[] | undefined;
  return (place) => {
    const uri = uriIn(place);
    if (uri === undefined) return [];
    servers ??= serversOf(view);
    const found = new Map<string, RedirectTarget>();
    for (const { model, holds } of servers) {
      if (!holds.has(place.node.statement.span.start)) continue;
      const target = placed(findLocation(model.locations, toBytes(uri)).location);
      if (target !== undefined) found.set(`${target.path}\0${target.span.start}`, target);
    }
    return [...found.values()];
  };
}

/** A server, with where the statements begin that it has from the asking file. */
interface OwnServer {
  readonly model: ServerModel;
  readonly holds: ReadonlySet<number>;
}

function serversOf(view: NginxView): readonly OwnServer[] {
  const files = new Map(configurationOf(view).map((file) => [file.path, file]));
  const mains = mainsOf(view);
  return (mains.length > 0 ? mains : [view.path]).flatMap((path) => {
    const main = files.get(path);
    if (main === undefined) return [];
    return readRequestMap({ main, files }).model.servers.map((model) => ({
      model,
      holds: startsIn(model.node, view.path),
    }));
  });
}

function startsIn(server: JoinedNode, path: string): ReadonlySet<number> {
  const starts = new Set<number>();
  const waiting = [...server.children];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.path === path) starts.add(next.node.statement.span.start);
    for (const child of next.children) waiting.push(child);
  }
  return starts;
}

function placed(location: LocationModel | undefined): RedirectTarget | undefined {
  if (location === undefined) return undefined;
  return {
    ...placeOfNode(location.node),
    title: titleOf(location.node),
    modifier: location.modifier,
  };
}

/** The path that the word sends the request on to; undefined when it does not, or a variable decides. */
function uriIn({ node, word, index }: WordPlace): string | undefined {
  const { value } = word;
  if (!value.startsWith('/') || !isRedirect(node, index)) return undefined;
  const [path = ''] = value.split('?');
  return path.includes('$') ? undefined : path;
}

function isRedirect({ statement, contexts }: ConfNode, index: number): boolean {
  if (contexts.length === 0) return false;
  const { name, args } = statement;
  switch (name.value) {
    case 'error_page':
    case 'try_files':
      return index > 0 && index === args.length - 1;
    case 'rewrite':
      return index === 1 && !/^(?:break|redirect|permanent)$/.test(args[2]?.value ?? '');
    case 'auth_request':
    case 'mirror':
    case 'post_action':
      return index === 0;
    default:
      return false;
  }
}
