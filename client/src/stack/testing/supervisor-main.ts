import { join } from 'node:path';
import { createSupervisor } from '../supervisor.ts';
import { realStack } from './real-stack.ts';

// A supervisor in a process of its own, to be killed: starts a real stack in the folder given and says when it is up.
const folder = process.argv[2] ?? '';
const stack = await realStack(folder);
const supervisor = createSupervisor({
  guardEntry: join(import.meta.dirname, '..', 'guard-main.ts'),
  logsDirectory: stack.logsDirectory,
});
const outcome = await supervisor.start(stack.plan(2));
console.log(JSON.stringify({ outcome, runDirectory: stack.runDirectory }));
