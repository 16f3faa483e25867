import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguage } from '../../language.ts';
import { fakeDisk } from '../../testing/around.ts';
import { article, edited, snapshot } from '../../testing/workspace.ts';

type Files = Readonly<Record<string, string>>;

function diagram(files: Files) {
  const language = createLanguage();
  const now = {
    ...snapshot(files),
    disk: fakeDisk({ ...files, '/w/app.py': 'application = 1\n' }),
  };
  const [stack] = language.outlines(now);
  const found = language.diagram(now, stack?.id ?? '');
  assert.ok(found);
  const title = (id: string) => found.nodes.find((node) => node.id === id)?.title ?? id;
  return {
    nodes: found.nodes,
    names: found.nodes.map(({ kind, title: name }) => `${kind} ${name}`),
    wires: found.edges.map(({ from, to, label }) =>
      `${title(from)} -${label}-> ${title(to)}`.replace('--', '-'),
    ),
    broken: found.edges.filter(({ problem }) => problem !== undefined),
  };
}

describe('the diagram of a stack', () => {
  it('has the stations of a request, and the wires between them', () => {
    const { names, wires, broken, nodes } = diagram(article);
    assert.deepEqual(names, [
      'server app.localhost',
      'pass location /',
      'router router.ini',
      'worker worker.ini',
      'app app.py',
    ]);
    assert.deepEqual(wires, [
      'app.localhost -> location /',
      'location / -127.0.0.1:3030-> router.ini',
      'router.ini -app.localhost-> worker.ini',
      'worker.ini -> app.py',
    ]);
    assert.deepEqual(broken, []);
    assert.deepEqual(nodes[1]?.place, { path: '/w/nginx.conf', line: 8, character: 23 });
  });

  it('shows where a pass leads to nobody', () => {
    const { names, wires, broken } = diagram(edited(article, '/w/nginx.conf', ':3030', ':3037'));
    assert.ok(names.includes('nowhere 127.0.0.1:3037'));
    assert.ok(wires.includes('location / -> 127.0.0.1:3037'));
    assert.match(broken[0]?.problem ?? '', /^Nothing listens at 127\.0\.0\.1:3037/);
  });

  it('shows where a worker announces itself to nobody', () => {
    const { wires } = diagram(edited(article, '/w/worker.ini', ':3131', ':3132'));
    assert.ok(wires.includes('127.0.0.1:3132 (UDP) -> worker.ini'));
  });

  it('tells the worst finding of a station', () => {
    const { nodes } = diagram(edited(article, '/w/worker.ini', 'master', 'mastre'));
    const worker = nodes.find(({ kind }) => kind === 'worker');
    assert.equal(worker?.level, 'warning');
    assert.match(worker.problem ?? '', /mastre/);
  });

  it('knows one file that is router and worker', () => {
    const one = `${article['/w/router.ini']}plugins = python3\n${article['/w/worker.ini'].replace(/^[\s\S]*?master = true\n/, '')}`;
    const { names } = diagram({ '/w/nginx.conf': article['/w/nginx.conf'], '/w/one.ini': one });
    assert.deepEqual(
      names.filter((name) => name.endsWith('one.ini')),
      ['router one.ini', 'worker one.ini'],
    );
  });

  it('is none of a stack that is not there', () => {
    assert.equal(createLanguage().diagram(snapshot(article), 'other'), undefined);
  });
});
