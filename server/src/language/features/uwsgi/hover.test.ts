import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLanguage } from '../../language.ts';
import type { Around } from '../../rules/inputs.ts';
import { fakeDisk } from '../../testing/around.ts';
import { cursorIn } from '../../testing/cursor.ts';
import { iniTexts } from '../../testing/ini-texts.ts';
import { uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { article, snapshot } from '../../testing/workspace.ts';
import { textOf } from '../../text/span.ts';
import { uwsgiOptionNames } from '../../uwsgi/options.ts';
import { uwsgiHover } from './hover.ts';

const path = '/srv/site/app.ini';

function hover(marked: string, given?: Partial<Around>) {
  const { text, offset } = cursorIn(marked);
  const found = uwsgiHover(uwsgiFile(text, path, given), offset);
  return found && { on: textOf(text, found.span), markdown: found.markdown };
}

function says(marked: string, on: string, pattern: RegExp, given?: Partial<Around>) {
  const found = hover(marked, given);
  assert.equal(found?.on, on, marked);
  assert.match(found.markdown, pattern, marked);
}

test('an option: what it does, what it takes, other names, the manual', () => {
  says('[uwsgi]\nhara<|>kiri = 30\n', 'harakiri', /Seconds that one request may take/);
  says('[uwsgi]\n<|>workers = 3\n', 'workers', /How many worker processes/);
  says('[uwsgi]\nworkers<|> = 3\n', 'workers', /The same option: `processes`\./);
  says('[uwsgi]\nfastrout<|>er = :1\n', 'fastrouter', /plugin `fastrouter`/);
  says('[uwsgi]\nlist<|>en = 1\n', 'listen', /Takes effect while the file is read/);
  says('[uwsgi]\nstats<|> = :1\n', 'stats', /Switches `master` on/);
  says('[uwsgi]\nsubscribe2<|> = x\n', 'subscribe2', /SubscriptionServer\.html/);
  says('[uwsgi]\nvacuum<|> = x\n', 'vacuum', /Options\.html#vacuum\)/);
});

test('every option has a hover of its own', () => {
  for (const name of uwsgiOptionNames()) {
    says(`[uwsgi]\n<|>${name} = 1\n`, name, /^(?:- .*\n)*\n?\*\*`/);
  }
});

test('an option that another line overrides, and lines that add up', () => {
  says('[uwsgi]\npro<|>cesses = 1\nworkers = 2\n', 'processes', /\*\*Overridden\*\* by line 3/);
  says('[uwsgi]\nprocesses = 1\nworke<|>rs = 2\n', 'workers', /Overrides line 2\./);
  says('[uwsgi]\nsoc<|>ket = :1\nsocket = :2\n', 'socket', /One of 2 lines that add up/);
  says('[uwsgi]\nn = 4\npro<|>cesses = %(n)\n', 'processes', /Value here: `4`/);
});

test("the user's own uWSGI is quoted where it may be run, and escaped", () => {
  const help = new Map([['harakiri', 'set <b>harakiri</b> [timeout](x)']]);
  const uwsgi = { version: '2.0.21', pluginFolder: '/p', plugins: ['python3'], embedded: [], help };
  const installed = { uwsgi, nginx: undefined };
  says('[uwsgi]\nhara<|>kiri = 1\n', 'harakiri', /set \\<b\\>harakiri/, { installed });
  says('[uwsgi]\nwsgi-<|>file = x\n', 'wsgi-file', /`python` is installed/, { installed });
  says('[uwsgi]\nht<|>tp = :1\n', 'http', /`http` is not installed/, { installed });
  says('[uwsgi]\nplugins = a,pyth<|>on3\n', 'python3', /Installed on this machine/, { installed });
  says('[uwsgi]\nplugins = nop<|>e\n', 'nope', /Not installed on this machine/, { installed });
});

test('a variable says its value and its uses', () => {
  says('[uwsgi]\nna<|>me = x\na = %(name)%(name)\n', 'name', /a variable, used 2 times/);
  says('[uwsgi]\nna<|>me = %d\n', 'name', /Value: `\/srv\/site\/`/);
  assert.equal(hover('[uwsgi]\n`x`|<a<|>> = 1\n')?.markdown.includes('**`` `x`|<a> ``**'), true);
});

test('references: placeholders, environment, files, magic variables', () => {
  says('[uwsgi]\nn = 4\nx = a%(<|>n)b\n', '%(n)', /A variable, set in line 2: `4`/);
  says('[uwsgi]\nx = %(no<|>pe)\n', '%(nope)', /Not set in this file/);
  says('[uwsgi]\nn = 4\nx = %(n + <|>n)\n', 'n', /strictly from left to right/);
  says('[uwsgi]\nx = $(HO<|>ME)\n', '$(HOME)', /environment variable `HOME`/);
  says('[uwsgi]\nplugins = $(<|>X)\n', '$(X)', /Not replaced here/);
  says('[uwsgi]\nx = @(note<|>.txt)\n', '@(note.txt)', /It is not there/, { disk: fakeDisk({}) });
  says('[uwsgi]\nchdir = <|>%d/x\n', '%d', /The folder of this file.*`\/srv\/site\/`/);
  says('[uwsgi]\nx = 100<|>%%\n', '%%', /One percent sign/);
  says('[uwsgi]\nx = 50<|>% y\n', '% ', /Vanishes/);
  says('[uwsgi]\nx = 50<|>%\ny = 1\n', '%\n', /Takes the line break with it/);
});

test('log variables, unless a variable of the file takes their place', () => {
  says('[uwsgi]\nlog-format = %(sta<|>tus)\n', '%(status)', /the status of the response/);
  says('[uwsgi]\nlog-format = %(var.<|>X)\n', '%(var.X)', /request variable `X`/);
  says('[uwsgi]\nstatus = 7\nlogformat = %(<|>status)\n', '%(status)', /takes the place/);
});

test('sections', () => {
  says('[uw<|>sgi]\n', '[uwsgi]', /unless another one is asked for/);
  says('[uwsgi]\n[ro<|>uter]\n', '[router]', /`\/srv\/site\/app.ini:router`/);
});

test('values as uWSGI reads them', () => {
  says('[uwsgi]\nmaster = <|>maybe\n', 'maybe', /reads this as \*\*on\*\*/);
  says('[uwsgi]\nmaster = of<|>f\n', 'off', /reads this as \*\*off\*\*/);
  says('[uwsgi]\nprocesses = 4<|>k\n', '4k', /uWSGI reads 4\./);
  says('[uwsgi]\nlimit-as = 1<|>G\n', '1G', /uWSGI reads 1 megabytes/);
  says('[uwsgi]\nchmod-socket = 66<|>0\n', '660', /`rw-rw----`/);
  says('[uwsgi]\nsubscription-algo = lr<|>c\n', 'lrc', /fewest running requests/);
  says('[uwsgi]\nroute = ^/x redir<|>ect:y\n', 'redirect', /Redirects with 302/);
  says('[uwsgi]\nlogger = main fil<|>e:x\n', 'file', /Plugin `logfile`/);
  assert.equal(hover('[uwsgi]\nprocname = <|>x\n'), undefined);
  assert.equal(hover('; pro<|>cesses = 4\n'), undefined);
});

test('a path, and whether it is there', () => {
  const disk = fakeDisk({ '/srv/site/src/app.py': '' });
  says('[uwsgi]\nchdir = src\nwsgi-file = ap<|>p.py\n', 'app.py', /`src\/app.py`.*file is/, {
    disk,
  });
  says('[uwsgi]\nwsgi-file = ap<|>p.py\n', 'app.py', /Nothing is there/, { disk });
});

test('keys of key=value lists', () => {
  const subscribe = (rest: string) => `[uwsgi]\nsubscribe2 = server=a:1,${rest}\n`;
  says(subscribe('ke<|>y=b'), 'key=b', /What requests are matched with/);
  says(subscribe('weigth<|>=2'), 'weigth=2', /passes over it without a word/);
  says('[uwsgi]\ncron2 = minute=-2,uni<|>que=1 echo x\n', 'unique=1', /last run/);
});

test('addresses, and who is at the other end', () => {
  says('[uwsgi]\nsocket = 127<|>.*:0\n', '127.*:0', /first interface address.*free port/);
  says('[uwsgi]\nsocket = :3<|>0\n', ':30', /TCP, all interfaces, port 30/);
  says(
    '[uwsgi]\nsubscribe2 = server=loc<|>alhost:1,key=a\n',
    'localhost:1',
    /does not look names up/,
  );
  const ask = (file: keyof typeof article, at: string) => {
    const language = createLanguage();
    return language.features(snapshot(article), file)?.hover(article[file].indexOf(at))?.markdown;
  };
  assert.match(ask('/w/worker.ini', '127.0.0.1:3131') ?? '', /in line 6 of `router.ini`/);
  assert.match(ask('/w/router.ini', '127.0.0.1:3131') ?? '', /`app.localhost` come from line 5 of/);
  assert.match(
    ask('/w/router.ini', '127.0.0.1:3030') ?? '',
    /nginx passes requests here: line 9 of/,
  );
});

test('no offset of any file makes it throw', () => {
  fc.assert(
    fc.property(iniTexts, (text) => {
      const view = uwsgiFile(text);
      for (let at = 0; at <= text.length; at += 1) {
        const found = uwsgiHover(view, at);
        if (found) assert.ok(found.span.start <= at && at <= found.span.end);
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});
