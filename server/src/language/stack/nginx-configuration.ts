import { type Declaration, declarationsOf } from '../nginx-conf/declarations.ts';
import type { NginxFile, NginxView } from '../rules/inputs.ts';

/**
 * The files that nginx reads together with this one, itself first: those of each main configuration that includes it.
 * Where no main configuration is among the files, those of each fragment that includes it.
 */
export function configurationOf(view: NginxView): readonly NginxFile[] {
  const { graph, nginxFile } = view.around;
  const reading = [...graph.includes].filter(
    ([path, files]) =>
      graph.files.get(path)?.nginx !== undefined &&
      (path === view.path || files.includes(view.path)),
  );
  const mains = reading.filter(([path]) => graph.files.get(path)?.nginx?.kind === 'main');
  const paths = new Set((mains.length > 0 ? mains : reading).flatMap(([, files]) => files));
  paths.delete(view.path);
  return [view, ...[...paths].flatMap((path) => nginxFile(path) ?? [])];
}

export interface PlacedDeclaration extends Declaration {
  readonly file: NginxFile;
}

/** Names of one kind that this file may refer to. */
export function declared(
  view: NginxView,
  kind: Declaration['kind'],
  scope: Declaration['scope'] | undefined,
): readonly PlacedDeclaration[] {
  return configurationOf(view).flatMap((file) =>
    declarationsOf(file.conf)
      .filter((one) => one.kind === kind && (scope === undefined || one.scope === scope))
      .map((one) => ({ ...one, file })),
  );
}

/** Main configurations that the file belongs to; itself when it is one. */
export function mainsOf({ path, around, conf }: NginxView): readonly string[] {
  const { graph } = around;
  const mains = [...graph.includes].flatMap(([main, files]) =>
    graph.files.get(main)?.nginx?.kind === 'main' && files.includes(path) ? [main] : [],
  );
  return mains.length > 0 || conf.kind !== 'main' ? mains : [path];
}
