// @ts-check
import { spawn } from 'node:child_process';
import { childEnvironment, root } from './paths.mjs';

/** An ending that a person can act on: its message is printed without a stack trace. */
export class Stop extends Error {}

/**
 * Runs something that lasts: one line at its start and end, and a sign of life every 20 seconds.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  console.log(`> ${title} …`);
  const heartbeat = setInterval(() => {
    console.log(`  … ${title}: ${seconds(start)}`);
  }, 20_000);
  try {
    const result = await work();
    console.log(`  done in ${seconds(start)}`);
    return result;
  } catch (error) {
    console.log(`  failed after ${seconds(start)}`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

/** @param {number} start */
export function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string>} [env] additions to the environment
 * @property {boolean} [quiet] keep the output back, and show its end only when the program fails
 * @property {number} [timeoutMs]
 */

/**
 * Runs a program without a shell.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: childEnvironment(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const pid = child.pid;
    const end = () => {
      if (pid !== undefined) killGroup(pid, 'SIGTERM');
    };
    const interrupt = () => {
      end();
      process.exit(130);
    };
    process.once('exit', end);
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', interrupt);
    const timer = setTimeout(
      () => {
        console.log(
          `  ${program} did not end within ${(options.timeoutMs ?? 0) / 1000} s; stopping it`,
        );
        end();
        if (pid !== undefined) setTimeout(killGroup, 10_000, pid, 'SIGKILL').unref();
      },
      options.timeoutMs ?? 2 ** 31 - 1,
    );
    let output = '';
    /** @param {Buffer} data */
    const take = (data) => {
      output += data.toString();
      if (options.quiet !== true) process.stdout.write(data);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const settle = () => {
      clearTimeout(timer);
      process.removeListener('exit', end);
      process.removeListener('SIGINT', interrupt);
      process.removeListener('SIGTERM', interrupt);
    };
    child.once('error', (error) => {
      settle();
      reject(new Stop(`${program} could not be started: ${error.message}`));
    });
    child.once('close', (code) => {
      settle();
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Like `run`, but an exit code other than 0 ends everything, with the end of the output.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export async function runOrStop(program, args, options = {}) {
  const { code, output } = await run(program, args, options);
  if (code === 0) return output;
  const command = [program, ...args].join(' ');
  const shown =
    options.quiet === true ? `\n${output.trimEnd().split('\n').slice(-40).join('\n')}` : '';
  throw new Stop(`\`${command}\` ended with exit code ${code}.${shown}`);
}

/**
 * @param {number} pid the leader of a process group
 * @param {NodeJS.Signals} signal
 */
export function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

/**
 * The frame of each script: a `Stop` is a message for a person, anything else is a bug of ours.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof Stop) console.error(`\n${error.message}`);
    else console.error(error);
    process.exitCode = 1;
  }
}
