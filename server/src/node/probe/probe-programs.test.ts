import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { readNginxBuild } from './probe-nginx.ts';
import { probePrograms } from './probe-programs.ts';
import { readEmbedded, readHelp, readPluginFolder, readPluginNames } from './probe-uwsgi.ts';

const lacks = (program: string) =>
  spawnSync(program, ['-v'], { timeout: 5000 }).error !== undefined;

describe('what the programs say of themselves', { timeout: 60_000 }, () => {
  it('nginx names its version and what it is built with', () => {
    const output = `nginx version: openresty/1.21.4.1
built by gcc 9.4.0
configure arguments: --prefix=/opt --with-cc-opt='-O2 --with-x' --with-http_ssl_module --add-module=../lua
`;
    assert.deepEqual(readNginxBuild(output), {
      version: '1.21.4.1',
      configureArguments: [
        "--with-cc-opt='-O2 --with-x'",
        '--with-http_ssl_module',
        '--add-module=../lua',
      ],
    });
    assert.equal(readNginxBuild('nginx: invalid option'), undefined);
  });

  it('uWSGI names its plugin folder among its build flags', () => {
    const flags = String.raw`-O2 -DUWSGI_VERSION="\"2.0.21\"" -DUWSGI_PLUGIN_DIR="\"/usr/lib/uwsgi/plugins\""`;
    assert.equal(readPluginFolder(flags), '/usr/lib/uwsgi/plugins');
    assert.equal(readPluginFolder(String.raw`-DUWSGI_PLUGIN_DIR="\".\""`), undefined);
    assert.equal(readPluginFolder(''), undefined);
    assert.deepEqual(readPluginNames(['python3_plugin.so', 'readme', 'x_plugin.so.1']), [
      'python3',
    ]);
  });

  it('uWSGI lists the plugins that are built in', () => {
    const output = `
*** uWSGI loaded generic plugins ***
gevent
fastrouter

*** uWSGI loaded request plugins ***
0: python
--- end of plugins list ---

*** Starting uWSGI 2.0.30 (64bit) ***
`;
    assert.deepEqual(readEmbedded(output), ['gevent', 'fastrouter', 'python']);
    assert.deepEqual(readEmbedded('uwsgi: unrecognized option'), []);
  });

  it('uWSGI explains its options', () => {
    const output = `Usage: uwsgi [options...]
    -s|--socket                           bind to the specified socket
    --pivot_root                          pivot_root() to the directories
    -s|--socket                           once more
`;
    assert.deepEqual(
      [...readHelp(output)],
      [
        ['socket', 'bind to the specified socket'],
        ['pivot_root', 'pivot_root() to the directories'],
      ],
    );
  });

  it('the real ones are understood', { skip: lacks('nginx') || lacks('uwsgi') }, async () => {
    const { nginx, uwsgi } = await probePrograms({ nginx: 'nginx', uwsgi: 'uwsgi' });
    assert.match(nginx?.version ?? '', /^\d+\.\d+\.\d+$/);
    assert.ok(nginx?.configureArguments.some((argument) => argument.startsWith('--with-')));
    assert.match(uwsgi?.version ?? '', /^\d+\.\d+/);
    assert.ok((uwsgi?.help.size ?? 0) > 500);
    assert.ok([...(uwsgi?.plugins ?? []), ...(uwsgi?.embedded ?? [])].length > 0);
  });

  it('absent ones are not installed', async () => {
    const absent = { nginx: '/no/such/nginx', uwsgi: 'no-such-uwsgi' };
    assert.deepEqual(await probePrograms(absent), { nginx: undefined, uwsgi: undefined });
  });
});
