import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { domainProblem, newStackFiles } from './new-stack.ts';

const ports = { nginx: 8081, router: 3032, subscription: 3133 };

describe('a new stack', () => {
  it('takes names of domains, and says what is wrong with others', () => {
    for (const name of ['app.localhost', 'a', 'a-b.c3', 'xn--bcher-kva.example'])
      assert.equal(domainProblem(name), undefined, name);
    assert.match(domainProblem('') ?? '', /such as app\.localhost/);
    assert.match(domainProblem('App.localhost') ?? '', /small letters/);
    assert.match(domainProblem('127.0.0.1') ?? '', /address/);
    for (const name of ['a b', '-a', 'a-', 'a..b', '.a', 'a;', 'a$b', `${'a'.repeat(64)}.b`, 'ä'])
      assert.match(domainProblem(name) ?? '', /letters, digits and hyphens/, name);
  });

  it('has one port for each wire, and the domain as key', () => {
    const files = newStackFiles(
      { domain: 'shop.localhost', framework: 'plain', workers: 3 },
      ports,
    );
    assert.match(files['nginx.conf'] ?? '', /listen 127\.0\.0\.1:8081;/);
    assert.match(files['nginx.conf'] ?? '', /uwsgi_pass 127\.0\.0\.1:3032;/);
    assert.match(files['router.ini'] ?? '', /shared-socket = 127\.0\.0\.1:3032\n/);
    assert.match(
      files['worker.ini'] ?? '',
      /subscribe2 = server=127\.0\.0\.1:3133,key=shop\.localhost\n/,
    );
    assert.deepEqual(JSON.parse(files['.vscode/settings.json'] ?? ''), {
      'uwsgiStack.stack.workers': 3,
    });
  });

  it('names the virtual environment where there is one', () => {
    const answers = { domain: 'a.localhost', framework: 'flask', workers: 1 } as const;
    assert.match(
      newStackFiles(answers, ports, { virtualenv: '%d.venv' })['worker.ini'] ?? '',
      /^virtualenv = %d\.venv$/m,
    );
    assert.doesNotMatch(newStackFiles(answers, ports)['worker.ini'] ?? '', /virtualenv/);
  });
});
