// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../../client/e2e/workbench.ts';
import { median } from './quantile.mjs';
import { writeSection } from './write-section.mjs';

/*
 * What the extension costs VS Code when a folder with a stack is opened, as VS Code itself tells it: the time from loading
 * its code to the end of `activate`. Each time in a VS Code of its own. Git is measured in a folder where
 * this extension is not activated: in one host, the work of either counts for the other where they take turns.
 */

const times = Number(process.env.BENCH_TIMES ?? 5);

/**
 * @param {string} name as VS Code's list has it
 * @param {{ example: boolean }} options
 */
async function activation(name, { example }) {
  const bench = await openWorkbench({
    example,
    prepare: (folder) => {
      if (!example) writeFileSync(join(folder, 'notes.txt'), '');
    },
  });
  try {
    // Starts of VS Code on a busy machine take their time; they are not what is measured.
    bench.page.setDefaultTimeout(60_000);
    await bench.openFile(example ? 'nginx.conf' : 'notes.txt');
    if (example) await bench.editorAction('Start Stack').waitFor();
    await bench.run('Developer: Show Running Extensions');
    // The slowest stand first, and rows out of sight are not there.
    await bench.page.setViewportSize({ width: 1280, height: 3000 });
    const row = bench.page.locator('.runtime-extensions-editor .extension', {
      has: bench.page.getByText(name, { exact: true }),
    });
    const text = await row.locator('.activation-time').innerText();
    const milliseconds = /(\d+)\s*ms/.exec(text)?.[1];
    if (milliseconds === undefined) throw new Error(`VS Code says: ${text}`);
    return Number(milliseconds);
  } finally {
    await bench.close();
  }
}

/** @type {number[]} */
const ownTimes = [];
/** @type {number[]} */
const gitTimes = [];
for (let turn = 0; turn < times; turn++) {
  ownTimes.push(await activation('uwsgi-stack.uwsgi-stack', { example: true }));
  gitTimes.push(await activation('Git', { example: false }));
}
const [own, git] = [median(ownTimes), median(gitTimes)];
const table = `| this extension (ms) | VS Code’s own Git (ms) | ratio |\n| ---: | ---: | ---: |\n| ${own} | ${git} | ${(own / git).toFixed(2)} |`;
console.log(`\nActivation\n${table}`);
if (process.argv.includes('--write'))
  await writeSection(
    'Activation',
    `What VS Code’s _Show Running Extensions_ says: loading an extension’s code and the whole of \`activate\`. This extension in a folder with a stack, beside the extension Git that VS Code brings, in another one; medians of ${times} starts, in turn. The client of the language server is loaded after that. Made by \`npm run bench -- activation --write\` (\`scripts/bench/activation.mjs\`).\n\n${table}`,
  );
