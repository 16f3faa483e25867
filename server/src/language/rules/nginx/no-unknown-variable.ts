import { declarationsOf } from '../../nginx-conf/declarations.ts';
import { variableUses } from '../../nginx-conf/variable-uses.ts';
import { allVariables, builtInVariable, type VariableScope } from '../../nginx-conf/variables.ts';
import { existsIn, targetNginx } from '../../nginx-conf/version.ts';
import type { NginxFile, NginxView } from '../inputs.ts';
import { wholesOf } from '../../stack/nginx-wholes.ts';
import { closest } from '../../text/closest.ts';
import { once } from '../../text/once.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const noUnknownVariable: NginxRule = defineRule({
  id: 'nginx/no-unknown-variable',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a variable that neither nginx nor any file of the configuration defines.',
    why: 'nginx refuses to start or reload with `unknown "…" variable`, and names no line. A definition counts for the whole `http` block, wherever it stands; `stream` has variables of its own.',
    fix: 'Take the name that is offered, or define the variable with `set`, `map` or `geo`.',
    source: 'https://nginx.org/en/docs/varindex.html',
  },
  check(view, report) {
    const { path, text, conf, around } = view;
    const version = targetNginx(around);
    const others = once(() => otherNames(view));
    for (const { kind, name, span, scope } of variableUses(conf, text)) {
      if (kind !== 'name') continue;
      const built = builtInVariable(name, scope);
      const known = built && (built.status !== 'core' || existsIn(built, version));
      if (known || namesOf(view, scope).has(name.toLowerCase())) continue;
      const elsewhere = others();
      if (elsewhere === undefined || elsewhere[scope].has(name.toLowerCase())) continue;
      if (built) {
        const since = built.firstRelease ?? '';
        report({ span, message: `"$${name}" is there from nginx ${since} on, not in ${version}` });
        continue;
      }
      const offered = closest(name, candidates(view, scope));
      const written = text.slice(span.start, span.end);
      const [best] = offered;
      report({
        span,
        message:
          best === undefined
            ? `nothing defines the variable "$${name}"`
            : `nothing defines the variable "$${name}"; did you mean "$${best}"?`,
        fixes: offered.map((other, index) => ({
          title: `Change to "$${other}"`,
          edits: [{ path, span, newText: written.startsWith('${') ? `\${${other}}` : `$${other}` }],
          preferred: index === 0,
        })),
      });
    }
  },
});

type Names = Readonly<Record<VariableScope, ReadonlySet<string>>>;

/** What the other files of the configuration define; undefined while anything may define a variable unseen. */
function otherNames(view: NginxView): Names | undefined {
  const wholes = wholesOf(view);
  const closed = wholes.every(
    ({ complete, files }) => complete && files.every((file) => !mayDefineMore(file)),
  );
  if (wholes.length === 0 || !closed) return undefined;
  const files = new Set(wholes.flatMap((whole) => whole.files));
  const all = (scope: VariableScope) =>
    new Set([...files].flatMap((file) => [...namesOf(file, scope)]));
  return { http: all('http'), stream: all('stream') };
}

/** Names in lower case: nginx takes `$A` and `$a` for the same. */
function namesOf({ conf }: Pick<NginxFile, 'conf'>, scope: VariableScope): ReadonlySet<string> {
  let names = memo.get(conf);
  if (names === undefined) {
    const of = (wanted: VariableScope) =>
      new Set(
        declarationsOf(conf)
          .filter((one) => one.kind === 'variable' && one.scope === wanted)
          .map(({ name }) => name.toLowerCase()),
      );
    names = { http: of('http'), stream: of('stream') };
    memo.set(conf, names);
  }
  return names[scope];
}

const memo = new WeakMap<NginxFile['conf'], Names>();

/** Modules that are no part of nginx bring variables that nobody here can list. */
function mayDefineMore({ conf, text }: NginxFile): boolean {
  const before = open.get(conf);
  if (before !== undefined) return before;
  let more = /\{\{|\{%|<%/.test(text);
  for (const { name, nodes, known, contexts } of conf.kinds) {
    if (more) break;
    if (contexts.length === 0) continue;
    more =
      (name === 'load_module' &&
        nodes.some(({ statement }) => !ownModule.test(statement.args[0]?.value ?? ''))) ||
      (known.length > 0 &&
        known.every(({ module: { status } }) => status !== 'core' && status !== 'removed'));
  }
  open.set(conf, more);
  return more;
}

const open = new WeakMap<NginxFile['conf'], boolean>();
const ownModule = /ngx_(?:stream|mail|http_(?:image_filter|xslt_filter|geoip|perl))_module\.so$/;

function* candidates({ conf }: NginxFile, scope: VariableScope): Generator<string> {
  for (const { kind, name, scope: own } of declarationsOf(conf))
    if (kind === 'variable' && own === scope) yield name;
  for (const { name, family, status } of allVariables(scope))
    if (!family && status === 'core') yield name;
}
