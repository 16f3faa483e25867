import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makePlan, makeStep } from '../testing/plans.ts';
import { requestTarget } from './request-target.ts';

const claim = (port: number, label: string) => ({
  address: { kind: 'tcp' as const, host: '127.0.0.1', port },
  transport: 'stream' as const,
  source: { path: '/nginx.conf', line: 0 },
  label,
});
const plan = makePlan(
  '/run',
  [
    makeStep('nginx', {
      roles: ['nginx'],
      claims: [claim(8080, 'listen *:80'), claim(8443, 'listen [::]:443')],
    }),
  ],
  {
    pages: [
      {
        url: 'http://app.localhost:8080/',
        address: { kind: 'tcp', host: '127.0.0.1', port: 8080 },
        ...{ host: 'app.localhost:8080', path: '/' },
      },
    ],
  },
);

/** What goes where, in one line. */
function shown(url: string): string {
  const result = requestTarget(plan, url);
  if (result.kind === 'problem') return result.message;
  const { address, tls, host, path, written } = result.target;
  const port = address.kind === 'tcp' ? address.port : address.path;
  return `${tls ? 'tls ' : ''}${port} ${host} ${path} <${written}>`;
}

describe('where a request goes', () => {
  it('finds the port of the run, as it is and as it is written', () => {
    const expected = '/a?b=1 <http://app.localhost/a?b=1>';
    assert.equal(shown('http://app.localhost:8080/a?b=1'), `8080 app.localhost:8080 ${expected}`);
    assert.equal(shown('http://app.localhost/a?b=1'), `8080 app.localhost ${expected}`);
    assert.equal(shown('https://x/'), 'tls 8443 x / <https://x/>');
  });

  it('takes a path alone, and a host without a scheme', () => {
    assert.equal(shown('/x'), '8080 app.localhost:8080 /x <http://app.localhost/x>');
    assert.equal(shown('other:8080/x'), '8080 other:8080 /x <http://other/x>');
  });

  it('asks nobody but the nginx of the run', () => {
    assert.equal(
      shown('http://example.com:9999/'),
      'nginx does not listen on port 9999 here; it does on 8080, 8443.',
    );
    const none = requestTarget(makePlan('/run', []), 'http://x/');
    assert.ok(none.kind === 'problem');
    assert.equal(none.message, 'This stack has no nginx that could be asked.');
  });

  it('says what is no address', () => {
    for (const text of ['ftp://x/', 'http://', 'http://a b/'])
      assert.match(shown(text), /is no address/, text);
  });
});
