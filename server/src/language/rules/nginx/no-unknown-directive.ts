import { mayBring } from '../../nginx-conf/added-module.ts';
import { wholesOf } from '../../stack/nginx-wholes.ts';
import { once } from '../../text/once.ts';
import type { NginxView } from '../inputs.ts';
import { allowedIn } from '../../nginx-conf/candidates.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import {
  allDirectiveNames,
  directivesNamed,
  type NginxDirective,
} from '../../nginx-conf/directives.ts';
import { hasTemplateBlocks, isTemplated } from '../../nginx-conf/template.ts';
import { existsIn, isGoneIn, targetNginx } from '../../nginx-conf/version.ts';
import { closest } from '../../text/closest.ts';
import { defineRule, type Fix, type NginxRule } from '../rule.ts';

export const noUnknownDirective: NginxRule = defineRule({
  id: 'nginx/no-unknown-directive',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports names that no directive of nginx has, and names the module where one beside nginx brings the directive.',
    why: 'nginx refuses to start or reload with `unknown directive "…"`. Names are case-sensitive.',
    fix: 'Take the name that is offered, or load the module that brings the directive. For an nginx with modules built in, list their directives in `uwsgiStack.nginx.customDirectives` (`lua_*` stands for all that begin so).',
    source: 'https://nginx.org/en/docs/dirindex.html',
  },
  check(view, report) {
    const { path, text, conf, around } = view;
    if (conf.rawBody !== undefined) return;
    const version = targetNginx(around);
    const added = once(() => addedModules(view));
    const isOwn = namePattern(around.settings.nginxCustomDirectives);
    for (const { name, contexts, known, nodes } of conf.kinds) {
      if (contexts.length === 0 || name === undefined || isOwn(name)) continue;
      if (known.some((entry) => isCoreIn(entry, version))) continue;
      if (known.length === 0 && hasTemplateBlocks(text) && !/^\w+$/.test(name)) continue;
      for (const node of nodes) {
        if (isTemplated(node.statement.name)) continue;
        const { span } = node.statement.name;
        if (known.length === 0) report({ span, ...explain(node, path) });
        else {
          const remark = remarkOn(node, version, added);
          if (remark) report({ span, ...remark });
        }
      }
    }
  },
});

/** Names of a setting, in which `*` stands for anything: `lua_*`. */
function namePattern(names: readonly string[]): (name: string) => boolean {
  const exact = new Set(names);
  const begun = names
    .filter((name) => name.includes('*'))
    .map((name) => name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*'))
    .map((pattern) => new RegExp(`^${pattern}$`));
  return (name) => exact.has(name) || begun.some((pattern) => pattern.test(name));
}

interface Remark {
  readonly message: string;
  readonly level?: 'warning' | 'information';
}

/** Files and folders of the modules that are loaded or built in; undefined where a file that is not known may load some. */
function addedModules(view: NginxView): readonly string[] | undefined {
  const wholes = wholesOf(view);
  if (wholes.length === 0 || !wholes.every(({ complete }) => complete)) return undefined;
  const loaded = wholes
    .flatMap(({ files }) => files)
    .flatMap(({ conf }) => conf.nodes)
    .filter(({ statement }) => statement.name.value === 'load_module')
    .map(({ statement }) => statement.args[0]?.value ?? '');
  const built = (view.around.installed.nginx?.configureArguments ?? []).flatMap(
    (argument) => /^--add-(?:dynamic-)?module=(.*)$/.exec(argument)?.[1] ?? [],
  );
  return [...loaded, ...built];
}

function isCoreIn(entry: NginxDirective, version: string): boolean {
  return entry.module.status === 'core' && existsIn(entry, version);
}

/** For a name that some nginx knows, but not every stock nginx. */
function remarkOn(
  { known, statement }: ConfNode,
  version: string,
  added: () => readonly string[] | undefined,
): Remark | undefined {
  const { value } = statement.name;
  const of = (wanted: string) => known.filter(({ module: { status } }) => status === wanted);
  const core = of('core');
  const [removed] = of('removed');
  if (removed) return removedRemark(removed, version);
  const [younger] = core;
  if (younger)
    return {
      message: `nginx knows "${value}" from ${younger.firstRelease ?? 'a later release'} on; these files are for ${version}`,
    };
  const [entry] = known;
  if (!entry) return undefined;
  const { name: module, status, debianPackage, repo } = entry.module;
  const modules = added();
  if (modules?.some((path) => mayBring(path, entry.module))) return undefined;
  // A fragment may be included by a file that loads the module.
  const mild = modules === undefined ? ({ level: 'information' } as const) : {};
  if (status === 'commercial')
    return { ...mild, message: `"${value}" needs NGINX Plus (${module})` };
  const from = debianPackage ? `Debian package ${debianPackage}` : repo;
  const missing = modules === undefined ? '' : ', which no `load_module` loads';
  return {
    ...mild,
    message: `"${value}" needs the module ${module}${from ? ` (${from})` : ''}${missing}`,
  };
}

function removedRemark(entry: NginxDirective, version: string): Remark {
  const { name, removedIn, replacement } = entry;
  const since = removedIn ? ` in nginx ${removedIn}` : '';
  const instead = replacement ? `: use "${replacement}"` : '';
  const message = `"${name}" was removed${since}${instead}`;
  return isGoneIn(entry, version) ? { message } : { level: 'warning', message };
}

function explain(
  { statement, contexts }: ConfNode,
  path: string,
): { message: string; fixes?: readonly Fix[] } {
  const { value, span } = statement.name;
  const replace = (title: string, newText: string): Fix => ({
    title,
    edits: [{ path, span, newText }],
    preferred: true,
  });
  const plain = value.replace(/[\ufeff\u200b\u00a0]/g, ' ').trim();
  if (plain !== value && plain !== '') {
    const invisible = value.startsWith('\ufeff') ? 'a byte order mark' : 'an invisible character';
    return {
      message: `${invisible} belongs to this word: nginx reads "${plain}" as an unknown directive`,
      fixes: [replace('Remove the invisible character', plain)],
    };
  }
  const paren = /^(if)(\(.*)$/.exec(value);
  if (paren)
    return {
      message: 'a blank is missing between `if` and `(`',
      fixes: [replace('Insert a blank', `${paren[1] ?? ''} ${paren[2] ?? ''}`)],
    };
  const guesses = closest(value, namesIn(contexts));
  const offered = guesses.length > 0 ? guesses : closest(value, coreNames());
  const [best] = offered;
  const hint = best === undefined ? '' : `; did you mean "${best}"?`;
  return {
    message: `unknown directive "${value}"${hint}`,
    fixes: offered.map((name, index) => ({
      ...replace(`Change to "${name}"`, name),
      preferred: index === 0,
    })),
  };
}

function* coreNames(): Generator<string> {
  for (const name of allDirectiveNames())
    if (directivesNamed(name).some(({ module }) => module.status === 'core')) yield name;
}

function* namesIn(contexts: ConfNode['contexts']): Generator<string> {
  for (const name of coreNames())
    if (
      directivesNamed(name).some((entry) => contexts.some((context) => allowedIn(entry, context)))
    )
      yield name;
}
