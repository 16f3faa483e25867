import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguage } from '../language.ts';
import { article, edited, snapshot } from '../testing/workspace.ts';

const rule = 'stack/no-dangling-pass';
const wrong = (comment: string) =>
  edited(
    article,
    '/w/nginx.conf',
    'uwsgi_pass 127.0.0.1:3030',
    `${comment}\nuwsgi_pass 127.0.0.1:3031`,
  );
const messages = (files: Record<string, string>) =>
  [...createLanguage().check(snapshot(files)).values()].flat().map(({ message }) => message);

describe('a comment that ignores a rule', () => {
  it('silences the rule on the next line', () => {
    assert.deepEqual(messages(wrong(`# uwsgi-stack-ignore ${rule}: runs on the other host`)), []);
  });

  it('silences a rule of one file, too', () => {
    const files = {
      '/w/worker.ini':
        '[uwsgi]\n; uwsgi-stack-ignore uwsgi/boolean-value: legacy\nmaster = maybe\n',
    };
    assert.deepEqual(messages(files), []);
    assert.equal(messages(edited(files, '/w/worker.ini', '; uwsgi-stack-ignore', ';')).length, 1);
  });

  it('needs a reason', () => {
    assert.match(
      messages(wrong(`# uwsgi-stack-ignore ${rule}`)).join(),
      /^Say why stack\/no-dangling-pass/,
    );
  });

  it('must have something to silence', () => {
    const idle = edited(
      article,
      '/w/nginx.conf',
      'events',
      `# uwsgi-stack-ignore ${rule}: x\nevents`,
    );
    assert.match(messages(idle).join(), /^Nothing to ignore/);
  });

  it('silences neither another rule nor another line', () => {
    assert.equal(messages(wrong('# uwsgi-stack-ignore nginx/syntax: x')).length, 2);
    assert.equal(messages(wrong(`# uwsgi-stack-ignore ${rule}: x\n`)).length, 2);
  });
});
