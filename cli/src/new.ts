import { relative, resolve } from 'node:path';
import type { NewStackAnswers } from '../../client/src/stack/new-stack.ts';
import { writeNewStack } from '../../client/src/stack/write-new-stack.ts';

/** Writes a stack into a folder, and says how to start it. */
export async function newStack(folder: string, answers: NewStackAnswers): Promise<number> {
  const result = await writeNewStack(resolve(folder), answers);
  switch (result.kind) {
    case 'written': {
      const place = relative(process.cwd(), result.folder) || '.';
      process.stdout.write(
        `A stack for http://${answers.domain}:${result.ports.nginx}/ is in ${place}. Start it with\n\n  uwsgi-stack up ${place} --workers ${answers.workers}\n`,
      );
      return 0;
    }
    case 'taken':
      process.stderr.write(
        `uwsgi-stack: nothing was written, as ${result.names.join(', ')} ${result.names.length === 1 ? 'is' : 'are'} there already: choose another folder\n`,
      );
      return 1;
    case 'failed':
      process.stderr.write(`uwsgi-stack: nothing was written: ${result.reason}\n`);
      return 1;
  }
}
