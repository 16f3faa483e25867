import type { Disk } from '../disk.ts';
import type { Explanation, RequestPlace } from '../request/explanation.ts';
import { explainRequest, readRequestMap } from '../request/explain-request.ts';
import { readUrl } from '../request/read-url.ts';
import type { NginxFile, NginxView } from '../rules/inputs.ts';
import type { StackGraph } from '../stack/graph.ts';
import { withIncludes } from '../request/with-includes.ts';
import { exampleUrl } from './example-url.ts';
import { mainsOf } from '../stack/nginx-configuration.ts';

export interface ExplainQuestion {
  /** `http://host:port/path`, or a path alone. */
  readonly url: string;
  /** GET when it is not given. */
  readonly method?: string;
  /** Address that the client connects to, where the host name does not tell. */
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** File that is looked at: the configurations that it belongs to are asked. Without one, all are. */
  readonly path?: string;
}

export type ExplainOutcome =
  | { readonly kind: 'explained'; readonly explanations: readonly Explanation[] }
  | { readonly kind: 'problem'; readonly message: string };

export interface ExplainSources {
  readonly graph: StackGraph;
  /** Every nginx file. */
  readonly files: ReadonlyMap<string, NginxFile>;
  readonly disk: Disk;
}

/** What nginx does with a request; one explanation for each configuration that would take it. */
export function explainUrl(sources: ExplainSources, question: ExplainQuestion): ExplainOutcome {
  const { graph, files, disk } = sources;
  const { path, method = 'GET', address, headers } = question;
  const mains = mainFiles(sources, path);
  const [first] = mains;
  if (first === undefined)
    return { kind: 'problem', message: 'There is no nginx configuration to ask.' };
  const base = exampleUrl(files, first, undefined);
  const read = readUrl(question.url, { method: method.toUpperCase(), base });
  if (read === undefined)
    return {
      kind: 'problem',
      message: `"${question.url}" is no address: write http://host:port/path, or a path.`,
    };
  const request = {
    ...read,
    ...(address !== undefined && { address }),
    ...(headers !== undefined && { headers }),
  };
  const all = mains.map((main) =>
    explainRequest(
      readRequestMap({ main, files: withIncludes(main, files, disk) }),
      { graph, disk },
      request,
    ),
  );
  const taken = all.filter(({ server }) => server !== undefined);
  return { kind: 'explained', explanations: taken.length > 0 ? taken : all.slice(0, 1) };
}

/** The location that wins for a URL, as a hint beside it would name it. */
export function winningLocation(view: NginxView, url: string): RequestPlace | undefined {
  const { graph, nginxFile, disk } = view.around;
  const files = new Map(
    mainsOf(view)
      .flatMap((main) => graph.includes.get(main) ?? [main])
      .flatMap((path) => nginxFile(path) ?? [])
      .map((file) => [file.path, file]),
  );
  files.set(view.path, view);
  const outcome = explainUrl({ graph, files, disk }, { url, path: view.path });
  return outcome.kind === 'explained' ? outcome.explanations[0]?.location : undefined;
}

/** A question is asked of this many configurations at most. */
const mainLimit = 20;

function mainFiles(
  { graph, files }: ExplainSources,
  path: string | undefined,
): readonly NginxFile[] {
  const asked = path === undefined ? undefined : files.get(path);
  const mains = [...files.values()].filter(
    (file) =>
      file.conf.kind === 'main' &&
      (asked === undefined ||
        file === asked ||
        graph.includes.get(file.path)?.includes(asked.path) === true),
  );
  if (mains.length > 0) return mains.slice(0, mainLimit);
  if (asked !== undefined) return [asked];
  const fragments = [...files.values()].filter(({ conf }) =>
    conf.nodes.some(({ statement }) => ['server', 'location'].includes(statement.name.value)),
  );
  return fragments.slice(0, mainLimit);
}
