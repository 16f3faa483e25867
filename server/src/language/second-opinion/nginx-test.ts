import type { Disk } from '../disk.ts';
import type { NginxFile } from '../rules/inputs.ts';
import type { StackGraph } from '../stack/graph.ts';
import { withIncludes } from '../request/with-includes.ts';
import { type Opinion, opinionsOf } from './opinions.ts';
import { type NginxTestOptions, type NginxTestPlan, planNginxTest } from './plan-nginx-test.ts';
import { wrapFragment } from '../stack/plan/wrap-fragment.ts';
import { readNginxOutput } from './read-nginx-output.ts';

/** One run of `nginx -t`: what to write for it, and how to read what it says. */
export interface NginxTest {
  /** The main configuration; of a fragment that is tested alone itself. */
  readonly main: string;
  /** The texts that are tested, by path, as far as they are files of the workspace. */
  readonly texts: ReadonlyMap<string, string>;
  readonly plan: (options: NginxTestOptions) => NginxTestPlan;
  readonly opinions: (output: string, plan: NginxTestPlan) => readonly Opinion[];
}

export interface NginxTestSources {
  readonly graph: StackGraph;
  /** Every nginx file of the workspace. */
  readonly files: ReadonlyMap<string, NginxFile>;
  readonly disk: Disk;
}

/**
 * The tests that judge a file: one for each main configuration that brings it in. A fragment that none does is tested in
 * a wrapper of its own, but only when `alone` asks for it: much of what nginx says of it then lies in the wrapper.
 */
export function nginxTests(
  sources: NginxTestSources,
  path: string,
  { alone }: { readonly alone: boolean },
): readonly NginxTest[] {
  const { graph, files } = sources;
  const asked = files.get(path);
  if (asked === undefined || !path.startsWith('/')) return [];
  const mains = [...files.values()].filter(
    (file) =>
      file.conf.kind === 'main' &&
      (file === asked || graph.includes.get(file.path)?.includes(path) === true),
  );
  if (mains.length > 0) return mains.map((main) => testOf(sources, main, main));
  const wrapper = alone ? wrapFragment(asked) : undefined;
  return wrapper === undefined ? [] : [testOf(sources, wrapper, asked)];
}

/** `root` is what nginx is started with, `main` what a person has asked for. */
function testOf({ files, disk }: NginxTestSources, root: NginxFile, main: NginxFile): NginxTest {
  // Those outside of the workspace are copied, too: they may name logs and sockets of the machine.
  const all = withIncludes(root, files, disk);
  const seen = new Map([...all].filter(([path]) => files.has(path)));
  return {
    main: main.path,
    texts: new Map([...seen].map(([path, { text }]) => [path, text])),
    plan: (options) => planNginxTest(root, all, options),
    opinions: (output, plan) =>
      opinionsOf({
        messages: readNginxOutput(output),
        plan,
        main: main.path,
        files: seen,
        fragment: root !== main,
      }),
  };
}
