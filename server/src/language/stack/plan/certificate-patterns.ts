import type { FailurePattern } from '../../../../../shared/launch-plan.ts';
import { walkNodes } from '../../nginx-conf/walk.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { basename, dirname, resolvePath } from '../../text/path.ts';
import type { PlaceOf } from './place.ts';

/** nginx names the file of a certificate that it cannot load, but not the line that asks for it. */
export function certificatePatterns(
  paths: readonly string[],
  files: ReadonlyMap<string, NginxFile>,
  place: PlaceOf,
): readonly FailurePattern[] {
  const main = paths.find((path) => files.get(path)?.conf.kind === 'main') ?? '';
  return paths.flatMap((path) =>
    [...walkNodes(files.get(path)?.conf.nodes ?? [])].flatMap(({ statement }): FailurePattern[] => {
      const [word] = statement.args;
      const name = statement.name.value;
      if (word === undefined || !/ssl_certificate(?:_key)?$/.test(name)) return [];
      if (/^(?:data:|engine:|store:)|\$/.test(word.value)) return [];
      const file = resolvePath(dirname(main), word.value);
      const line = place(path, word.span.start).line + 1;
      const told = `${basename(path)}:${String(line)}: ${name}: nginx cannot load ${file}`;
      const kind = name.endsWith('_key') ? ' key' : '';
      const failed = `\\[emerg\\] \\d+#\\d+: cannot load certificate${kind} "${escapePattern(file)}": `;
      return [
        {
          pattern: `${failed}.*(No such file or directory|Permission denied)`,
          cause: `${told}: $1.`,
          remedy: 'Create the file, or mend the path.',
          fatal: true,
        },
        {
          pattern: `${failed}(.+)$`,
          cause: `${told}: $1`,
          remedy: 'Put a PEM file there.',
          fatal: true,
        },
      ];
    }),
  );
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
