// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeFiles } from '../../client/src/stack/run-directory.ts';
import { exampleStack } from './example-stack.mjs';
import { median } from './quantile.mjs';
import { writeSection } from './write-section.mjs';

/*
 * From the command to the first page through nginx, router and worker: our supervisor against a shell script that starts
 * the same programs with the same arguments in the same order, and waits for the same facts by looking every 25
 * milliseconds. Both in turn, so that a machine that is busy is so for both.
 */

/** @typedef {import('../../shared/launch-plan.ts').LaunchPlan} LaunchPlan */

const counts = (process.env.BENCH_WORKERS ?? '1,10,50').split(',').map(Number);
const times = Number(process.env.BENCH_TIMES ?? 5);

/** @param {LaunchPlan} plan */
function script(plan) {
  /** @param {string} text */
  const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  const [router, ...others] = plan.steps;
  const nginx = others.at(-1);
  const workers = others.slice(0, -1);
  const page = plan.pages[0];
  if (router === undefined || nginx === undefined || page?.address.kind !== 'tcp')
    throw new Error();
  const launch = (/** @type {typeof router} */ { cwd, argv, id }) =>
    `(cd ${quote(cwd)}; exec ${argv.map(quote).join(' ')}) </dev/null >>${plan.runDirectory}/${id}.out 2>&1 &\npids="$pids $!"`;
  const socket = `${plan.runDirectory}/router.sock`;
  const nodes = `perl -MIO::Socket::UNIX -e 'my $s = IO::Socket::UNIX->new(${quote(socket).replaceAll("'", '"')}) or exit 1; local $/; my $t = <$s>; my $n = () = $t =~ /"last_check"/g; exit($n < ${workers.length})' 2>/dev/null`;
  const get = `perl -MIO::Socket::INET -e 'my $s = IO::Socket::INET->new("${page.address.host}:${page.address.port}") or exit 1; print $s "GET / HTTP/1.0\\r\\nHost: ${page.host}\\r\\n\\r\\n"; exit(<$s> !~ / 200 /)' 2>/dev/null`;
  return `set -u
pids=
trap 'kill -INT $pids; wait' EXIT
${launch(router)}
until [ -S ${quote(socket)} ]; do sleep 0.025; done
${workers.map(launch).join('\n')}
until ${nodes}; do sleep 0.025; done
${quote(nginx.argv[0])} ${nginx.argv.slice(1).map(quote).join(' ')} -t -q
${launch(nginx)}
until ${get}; do sleep 0.025; done
echo ready
read _
`;
}

/** @param {Awaited<ReturnType<typeof exampleStack>>} stack */
async function byScript(stack) {
  const plan = await stack.plan();
  mkdirSync(plan.runDirectory, { recursive: true, mode: 0o700 });
  writeFiles(plan.files, plan.runDirectory);
  const file = join(stack.folder, 'up.sh');
  writeFileSync(file, script(plan));
  const start = performance.now();
  const child = spawn('sh', [file], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const took = performance.now() - start;
  child.stdin.end('\n');
  await once(child, 'exit');
  return took;
}

/** @param {Awaited<ReturnType<typeof exampleStack>>} stack */
async function bySupervisor(stack) {
  const start = performance.now();
  const outcome = await stack.session.start();
  const took = performance.now() - start;
  if (outcome.kind !== 'ready') throw new Error(JSON.stringify(outcome));
  await stack.session.stop();
  return took;
}

const rows = [
  '| workers | shell script (ms) | uWSGI Stack (ms) | ratio |',
  '| ---: | ---: | ---: | ---: |',
];
console.log(rows.join('\n'));
for (const count of counts) {
  const stack = await exampleStack(count);
  try {
    await bySupervisor(stack);
    /** @type {number[]} */
    const bare = [];
    /** @type {number[]} */
    const ours = [];
    for (let turn = 0; turn < times; turn += 1) {
      bare.push(await byScript(stack));
      ours.push(await bySupervisor(stack));
    }
    const [one, other] = [median(bare), median(ours)];
    const row = `| ${count} | ${one.toFixed(0)} | ${other.toFixed(0)} | ${(other / one).toFixed(2)} |`;
    rows.push(row);
    console.log(row);
  } finally {
    await stack.remove();
  }
}
if (process.argv.includes('--write'))
  await writeSection(
    'From the command to the first page',
    `Medians of ${times} starts each, in turn: the supervisor, with its plan, its guard and its looks at every address, beside a\nshell script that starts the same programs with the same arguments and waits for the same facts by looking every 25\nmilliseconds. The milliseconds are of one machine; the ratio is the result. Made by \`npm run bench -- start-time --write\`.\n\n${rows.join('\n')}`,
  );
