import {
  createLanguage,
  nothingInstalled,
  type Snapshot,
} from '../../../server/src/language/language.ts';
import { nodeWorld } from '../../../server/src/node/node-world.ts';
import { defaultLanguageSettings } from '../../../shared/settings.ts';
import { inOneLine } from '../../../shared/terminal-text.ts';
import { fillDisk } from '../fill-disk.ts';
import { type CheckOptions, levels } from './check-options.ts';
import { collectFiles, shownPath } from './collect-files.ts';
import { fixFiles } from './fix-files.ts';
import { formatReport } from './format-report.ts';
import { makeReport, type Report, shownLevel } from './report.ts';
import { replaceText } from './write-file.ts';

/**
 * Checks files without an editor. Standard output gets the report and nothing else. 0 without errors, 1 with errors, 2
 * when something that was named cannot be checked, or a fix cannot be written.
 */
export async function check(options: CheckOptions): Promise<number> {
  const { files, problems } = await collectFiles(options.paths, options.contexts);
  if (problems.length > 0) return failed(problems);
  const language = createLanguage();
  const disk = fillDisk(language);
  const start: Snapshot = {
    files: new Map(files.map((file) => [file.path, file])),
    settings: {
      ...defaultLanguageSettings,
      rules: options.rules,
      nginxVersion: options.nginxVersion,
      nginxCustomDirectives: options.customDirectives,
      uwsgiVersion: options.uwsgiVersion,
    },
    disk: disk.current(),
    installed:
      options.installed === undefined ? nothingInstalled : await nodeWorld.probe(options.installed),
  };
  const grave = levels.indexOf(options.level);
  const { snapshot, findings, changed } = await fixFiles(
    start,
    async (current) => language.check(await disk.fill(current)),
    (finding) => options.fix && levels.indexOf(shownLevel(finding)) <= grave,
  );
  const unwritten = await Promise.all(
    changed.map(async ({ path, text }) => {
      const before = start.files.get(path)?.text ?? '';
      try {
        await replaceText(path, before, text);
        return [];
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return [`${shownPath(path)} is left as it is: ${reason}`];
      }
    }),
  );
  // Configurations of other programs count only where nginx includes them.
  const checked = [...snapshot.files.values()].filter(
    ({ kind, path }) => kind !== 'unclear' || language.features(snapshot, path) !== undefined,
  );
  const report = makeReport(snapshot, findings, options.level, checked.length);
  process.stdout.write(formatReport(report, options.format));
  process.stderr.write(`${summary(report, changed.length - unwritten.flat().length)}\n`);
  if (unwritten.flat().length > 0) return failed(unwritten.flat());
  return report.findings.some(({ level }) => level === 'error') ? 1 : 0;
}

function summary({ files, findings }: Report, fixed: number): string {
  const counts = levels.flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count === 0 ? [] : [level === 'info' ? `${count} info` : several(count, level)];
  });
  const all = counts.length === 0 ? 'nothing to report' : counts.join(', ');
  return `${several(files, 'file')}: ${all}${fixed === 0 ? '' : `; ${several(fixed, 'file')} fixed`}`;
}

function several(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function failed(problems: readonly string[]): number {
  for (const problem of problems) process.stderr.write(`uwsgi-stack: ${inOneLine(problem)}\n`);
  return 2;
}
