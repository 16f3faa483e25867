import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchPlan, LaunchStep, PlannedFile } from '../../../shared/launch-plan.ts';

export interface DebugSetup {
  /** Folder that holds the package `debugpy`, where the worker's own Python may have none. */
  readonly libraries: string | undefined;
}

/** A process of a worker that waits for a debugger. */
export interface DebugDoor {
  readonly pid: number;
  /** On the loopback. */
  readonly port: number;
}

/**
 * The plan with one worker under debugpy. Each of its processes opens a door for a debugger before it loads the app
 * (hence `lazy-apps`), on a port that it chooses, and notes it in the run folder. `harakiri` would kill a process that
 * stands at a breakpoint.
 */
export function underDebugger(plan: LaunchPlan, stepId: string, setup: DebugSetup): LaunchPlan {
  const folder = join(plan.runDirectory, 'debug');
  const doors = join(folder, stepId);
  const files: readonly PlannedFile[] = [
    { kind: 'directory', path: folder },
    { kind: 'directory', path: doors, exact: true },
    { kind: 'text', path: join(folder, `${moduleName}.py`), text: script },
  ];
  const options = [
    ...['enable-threads=true', 'lazy-apps=true', 'harakiri=0'],
    `pythonpath=${folder}`,
    ...(setup.libraries === undefined ? [] : [`pythonpath=${setup.libraries}`]),
    `import=${moduleName}`,
  ];
  const change = (step: LaunchStep): LaunchStep => ({
    ...step,
    argv: [...step.argv, ...options.flatMap((option) => ['--set', option])],
    env: { ...step.env, set: { ...step.env.set, [doorsVariable]: doors } },
  });
  return {
    ...plan,
    files: [...plan.files, ...files],
    steps: plan.steps.map((step) => (step.id === stepId ? change(step) : step)),
  };
}

/** The doors that are open while the plan is carried out. */
export function readDoors(plan: LaunchPlan | undefined, stepId: string): readonly DebugDoor[] {
  const step = plan?.steps.find(({ id }) => id === stepId);
  const folder = step?.env.set[doorsVariable];
  if (folder === undefined) return [];
  try {
    return readdirSync(folder).flatMap((name) => {
      const pid = Number(/^(\d+)\.port$/.exec(name)?.[1]);
      const port = Number(readFileSync(join(folder, name), 'utf8'));
      return Number.isInteger(pid) && port > 0 ? [{ pid, port }] : [];
    });
  } catch {
    return [];
  }
}

/** Where an extension for Python keeps its debugpy; undefined where it has none. */
export function bundledDebugger(extension: string): string | undefined {
  const libraries = join(extension, 'bundled', 'libs');
  return existsSync(join(libraries, 'debugpy')) ? libraries : undefined;
}

const moduleName = 'uwsgi_stack_debugger';
/** Not `UWSGI_…`, which would be an option of uWSGI. */
const doorsVariable = 'STACK_DEBUG_DOORS';

/** Under uWSGI `sys.executable` is uWSGI, with which debugpy could not start its adapter. */
const script = `import os
import sys

import debugpy

_names = ("python%d.%d" % sys.version_info[:2], "python3", "python")
_paths = (os.path.join(sys.exec_prefix, "bin", name) for name in _names)
debugpy.configure(python=next(path for path in _paths if os.path.exists(path)))
_host, _port = debugpy.listen(("127.0.0.1", 0))
_door = os.path.join(os.environ["${doorsVariable}"], "%d.port" % os.getpid())
with open(_door + ".new", "w") as _file:
    _file.write(str(_port))
os.rename(_door + ".new", _door)
`;
