import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { askForPage, poll } from './traces.ts';
import { lookAway, openWorkbench, type Workbench } from './workbench.ts';

/** Each form of a link in a line of its own, and a traceback as Python itself writes it. */
const talkingApp = (folder: string) => `
import sys

print("see ${folder}/worker.ini:3 for that", file=sys.stderr)
print('  File "app.py", line 5, in of_the_test', file=sys.stderr)
print("told at https://example.org/of-the-test.", file=sys.stderr)

bottle_app = application


def application(environ, start_response):
    if environ["PATH_INFO"] == "/boom":
        raise LookupError("of the test")
    return bottle_app(environ, start_response)
`;

describe('the log panel', () => {
  let bench: Workbench;
  const lines = { raise: 0, types: 0 };

  const startByHand = async () => {
    await bench.openFile('nginx.conf');
    const lens = bench.page.locator('.codelens-decoration').getByText('Start Stack');
    await lens.waitFor({ timeout: 40_000 });
    await bench.editorAction('Start Stack').click();
    const ready = bench.statusItem('uWSGI Stack: ready').getByText('2 workers');
    await ready.waitFor({ timeout: 40_000 });
  };

  before(async () => {
    bench = await openWorkbench({
      prepare: (folder) => {
        const app = join(folder, 'app.py');
        appendFileSync(app, talkingApp(folder));
        lines.raise = lineOf(app, 'raise ');
        const conf = join(folder, 'nginx.conf');
        const text = readFileSync(conf, 'utf8');
        writeFileSync(conf, text.replace(/^ *server \{/m, 'gzip_types text/html;\n$&'));
        lines.types = lineOf(conf, 'gzip_types');
      },
    });
    await startByHand();
    await bench.page.getByRole('tab', { name: 'uWSGI Stack Log' }).click();
    await bench.log.locator('.row').first().waitFor();
  });

  after(async () => {
    await bench.close();
  });

  /** Clicks on a link among the lines that have this text. */
  const follow = async (text: string, link: string) => {
    const { log } = bench;
    const filter = log.getByRole('textbox', { name: 'Filter' });
    await filter.fill(text);
    const found = log.locator('.row', { hasText: text }).first();
    await found.locator('a', { hasText: link }).first().click();
  };
  const isAt = async (file: string, line: number) => {
    const { page } = bench;
    await page.locator('.tab.active').getByText(file, { exact: true }).waitFor();
    await page
      .locator('#workbench\\.parts\\.statusbar')
      .getByText(new RegExp(`^Ln ${line},`))
      .waitFor();
  };

  it('leads from a traceback to its line', async () => {
    assert.notEqual((await askForPage('/boom')).status, 200);
    await follow(`line ${lines.raise}, in application`, 'app.py');
    await isAt('app.py', lines.raise);
  });

  it('leads from a path that counts from the folder of the program', async () => {
    await follow('in of_the_test', 'app.py');
    await isAt('app.py', 5);
  });

  it('leads from FILE:LINE to that line', async () => {
    await follow('for that', 'worker.ini:3');
    await isAt('worker.ini', 3);
  });

  it('leads from a warning of nginx to the line of its configuration', async () => {
    await follow('duplicate MIME type', 'nginx.conf');
    await isAt('nginx.conf', lines.types);
  });

  it('leads from a URL to that page, in the browser', async () => {
    const { page } = bench;
    const url = 'https://example.org/of-the-test';
    await page.context().route(url, (route) => route.fulfill({ body: 'There.' }));
    const opened = page.context().waitForEvent('page');
    await follow('told at', url);
    const there = await opened;
    await there.waitForURL(url);
    await there.close();
  });

  it('keeps what was chosen in it when the window is loaded anew', async () => {
    const { log, page } = bench;
    const button = (name: string) => log.getByRole('button', { name, exact: true });
    await log.getByRole('textbox', { name: 'Filter' }).fill('of.the.test|Traceback');
    await button('Use Regular Expression').click();
    await log.getByRole('combobox', { name: 'Level' }).selectOption('warning');
    await button('Wrap Long Lines').click();
    await button('Follow New Lines').click();
    await button('router').click();
    const chosen = {
      filter: 'of.the.test|Traceback',
      level: 'warning',
      pressed: { regex: 'true', wrap: 'true', follow: 'false', router: 'false', nginx: 'true' },
    };
    const read = async () => ({
      filter: await log.getByRole('textbox', { name: 'Filter' }).inputValue(),
      level: await log.getByRole('combobox', { name: 'Level' }).inputValue(),
      pressed: {
        regex: await button('Use Regular Expression').getAttribute('aria-pressed'),
        wrap: await button('Wrap Long Lines').getAttribute('aria-pressed'),
        follow: await button('Follow New Lines').getAttribute('aria-pressed'),
        router: await button('router').getAttribute('aria-pressed'),
        nginx: await button('nginx').getAttribute('aria-pressed'),
      },
    });
    assert.deepEqual(await read(), chosen);

    // In a browser, VS Code itself writes down every five seconds what views remember.
    const isStored = async () => {
      const texts = await page.evaluate(storedInBrowser);
      // A text within a text; hiding the router was the last choice.
      return texts.some((text) => /"hidden(Roles)?":\["/.test(text.replaceAll('\\', '')));
    };
    const written = async () => ((await isStored()) ? true : undefined);
    await poll('the last choice is written down', written, 60_000);
    await page.reload();
    // The end of the window was the end of the stack.
    await startByHand();
    await page.getByRole('tab', { name: 'uWSGI Stack Log' }).click();
    await button('router').waitFor();
    assert.deepEqual(await read(), chosen);
    await lookAway(page);
    await bench.shoot('log-reloaded');
  });

  it('has the lines of the window before, once they are asked for', async () => {
    const { log, page } = bench;
    await page.reload();
    await page.getByRole('tab', { name: 'uWSGI Stack Log' }).click();
    // The page comes when the extension is there again.
    await log.getByText('Nothing logged yet.').waitFor({ timeout: 40_000 });
    await log.getByRole('textbox', { name: 'Filter' }).fill('LookupError: of the test');
    await log.getByRole('button', { name: 'Show Older Lines' }).click();
    const found = log.locator('.row', { hasText: 'LookupError: of the test' });
    await found.first().waitFor();
    await bench.shoot('log-window-before');
    assert.match(await found.first().innerText(), /worker \d/);
  });
});

function lineOf(file: string, text: string): number {
  const all = readFileSync(file, 'utf8').split('\n');
  return all.findIndex((line) => line.includes(text)) + 1;
}

/** Runs in the page: all that VS Code remembers there. */
async function storedInBrowser(): Promise<readonly string[]> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(request.error?.message));
      };
    });
  const texts: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith('vscode-web-state-db') !== true) continue;
    const database = await done(indexedDB.open(name));
    const table = database.transaction('ItemTable').objectStore('ItemTable');
    for (const value of await done<unknown[]>(table.getAll()))
      if (typeof value === 'string') texts.push(value);
    database.close();
  }
  return texts;
}
