// @ts-check
import { openWorkbench } from '../../client/e2e/workbench.ts';
import { median } from './quantile.mjs';
import { writeSection } from './write-section.mjs';

/*
 * What the extension costs VS Code when a folder with a stack is opened, as VS Code itself tells it: the time from loading
 * its code to the end of `activate`. Each time in a VS Code of its own.
 */

const times = Number(process.env.BENCH_TIMES ?? 5);

async function activation() {
  const bench = await openWorkbench();
  try {
    await bench.openFile('nginx.conf');
    await bench.editorAction('Start Stack').waitFor();
    await bench.run('Developer: Show Running Extensions');
    const timeOf = async (/** @type {string} */ name) => {
      const row = bench.page.locator('.runtime-extensions-editor .extension', {
        has: bench.page.getByText(name, { exact: true }),
      });
      const text = await row.locator('.activation-time').innerText();
      const milliseconds = /(\d+)\s*ms/.exec(text)?.[1];
      if (milliseconds === undefined) throw new Error(`VS Code says: ${text}`);
      return Number(milliseconds);
    };
    return { own: await timeOf('uwsgi-stack.uwsgi-stack'), git: await timeOf('Git') };
  } finally {
    await bench.close();
  }
}

/** @type {{ own: number, git: number }[]} */
const taken = [];
for (let turn = 0; turn < times; turn++) taken.push(await activation());
const [own, git] = [median(taken.map((one) => one.own)), median(taken.map((one) => one.git))];
const table = `| this extension (ms) | VS Code’s own Git (ms) | ratio |\n| ---: | ---: | ---: |\n| ${own} | ${git} | ${(own / git).toFixed(2)} |`;
console.log(`\nActivation\n${table}`);
if (process.argv.includes('--write'))
  await writeSection(
    'Activation',
    `What VS Code’s _Show Running Extensions_ says in a folder with a stack: loading an extension’s code and the whole of \`activate\`, beside the extension Git that VS Code brings; medians of ${times} starts. Made by \`npm run bench -- activation --write\` (\`scripts/bench/activation.mjs\`).\n\n${table}`,
  );
