import { availability, moduleFile } from '../../nginx-conf/build.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import type { NginxModule } from '../../nginx-conf/directives.ts';
import { soundKinds, soundNamed } from '../../nginx-conf/sound.ts';
import { isTemplated } from '../../nginx-conf/template.ts';
import { existsIn } from '../../nginx-conf/version.ts';
import { wholesOf } from '../../stack/nginx-wholes.ts';
import { basename } from '../../text/path.ts';
import { once } from '../../text/once.ts';
import type { InstalledNginx } from '../../installed.ts';
import type { NginxView } from '../inputs.ts';
import { defineRule, type NginxRule, type Report } from '../rule.ts';

export const moduleNotLoaded: NginxRule = defineRule({
  id: 'nginx/module-not-loaded',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a directive of a module that the installed nginx was built without, or that no `load_module` loads.',
    why: 'nginx refuses to start or reload with `unknown directive`. Debian, for one, keeps `stream`, `mail` and others in modules of their own.',
    fix: 'Load the module at the top of the main file, and install its package where the file is missing; for another nginx, set `uwsgiStack.nginx.version`.',
    source: 'https://nginx.org/en/docs/ngx_core_module.html#load_module',
  },
  check(view, report) {
    const { conf, around } = view;
    const { nginx } = around.installed;
    const target = around.settings.nginxVersion;
    // Another release is another build.
    if (nginx === undefined || (target !== '' && target !== nginx.version)) return;
    const loaded = once(() => loadedModules(view));
    for (const { node } of soundNamed(conf, 'use')) checkEvents(node, nginx, report);
    for (const { entry, nodes } of soundKinds(conf)) {
      const { module } = entry;
      if (module.status !== 'core' || !existsIn(entry, nginx.version)) continue;
      const found = availability(module, nginx.configureArguments);
      if (found === 'built-in') continue;
      const files = loaded();
      if (files === undefined) continue;
      const file = moduleFile(module);
      if (found === 'dynamic' && files.has(file)) continue;
      const message =
        found === 'dynamic'
          ? `the installed nginx ${nginx.version} knows "${entry.name}" only behind \`load_module modules/${file};\``
          : `the installed nginx ${nginx.version} was built without the module of "${entry.name}" (${module.build ?? module.name})`;
      for (const node of nodes)
        if (isOutermost(node, module)) report({ span: node.statement.name.span, message });
    }
  },
});

/** Linux has `epoll`; two others are built in only when they are asked for. */
function checkEvents({ statement }: ConfNode, nginx: InstalledNginx, report: Report): void {
  const [word] = statement.args;
  if (word === undefined || nginx.platform !== 'linux' || isTemplated(word)) return;
  const { value, span } = word;
  const asked = nginx.configureArguments.includes(`--with-${value}_module`);
  if (value === 'epoll' || asked) return;
  report({
    span,
    message: `the installed nginx ${nginx.version} cannot wait for events by "${value}": on Linux it uses \`epoll\``,
  });
}

/** Files of all `load_module` lines; undefined where some may stand in a file that is not known. */
function loadedModules(view: NginxView): ReadonlySet<string> | undefined {
  const wholes = wholesOf(view);
  if (wholes.length === 0 || !wholes.every(({ complete }) => complete)) return undefined;
  return new Set(
    wholes
      .flatMap(({ files }) => files)
      .flatMap(({ conf }) => conf.nodes)
      .filter(({ statement }) => statement.name.value === 'load_module')
      .map(({ statement }) => basename(statement.args[0]?.value ?? '')),
  );
}

/** What stands in a block that is unknown itself needs no finding of its own. */
function isOutermost({ parent }: ConfNode, module: NginxModule): boolean {
  const own = /^ngx_(?:stream|mail)_/.exec(module.name)?.[0];
  return (
    own === undefined ||
    parent?.known.every((entry) => !entry.module.name.startsWith(own)) !== false
  );
}
