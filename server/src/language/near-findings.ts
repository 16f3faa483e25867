import { type Excerpt, nginxExcerpt, surrounds, uwsgiExcerpt } from './excerpt.ts';
import { parseIni } from './ini/parse.ts';
import type { IniTree } from './ini/tree.ts';
import type { NginxConf } from './nginx-conf/conf.ts';
import { readConf } from './nginx-conf/read-conf.ts';
import { mayBeTemplated } from './nginx-conf/template.ts';
import { parseNginx } from './nginx/parse.ts';
import type { ReadFile } from './read-file.ts';
import type { Around, NginxView, UwsgiView } from './rules/inputs.ts';
import { nginxRules } from './rules/nginx/list.ts';
import { withNoticedLines } from './rules/nginx/where-noticed.ts';
import type { Finding, NginxRule, Report, Rule, UwsgiRule } from './rules/rule.ts';
import { runRule } from './rules/run.ts';
import { uwsgiRules } from './rules/uwsgi/list.ts';
import { type Edit, editBetween, moveSpan } from './text/edit.ts';
import type { Span } from './text/span.ts';
import { readConfig } from './uwsgi/read-config.ts';

/** A file as it was when all rules were asked. */
export interface CheckedBefore {
  readonly reading: ReadFile;
  /** What they found, those across files among them. */
  readonly findings: readonly Finding[];
}

/**
 * What can be said of a file at once after a letter: the rules that need no more than the changed place and what
 * applies there are asked about an excerpt, the findings of the others, and of other places, have moved with the text.
 * undefined where all rules have to be asked for anything to be said.
 */
export function nearFindings(
  { path, text }: { readonly path: string; readonly text: string },
  before: CheckedBefore,
  around: Pick<Around, 'settings' | 'disk' | 'installed'>,
  rules: RuleLists = { nginx: nginxRules, uwsgi: uwsgiRules },
): Near | undefined {
  const { nginx, uwsgi } = before.reading;
  const old = (nginx ?? uwsgi)?.text;
  if (old === undefined) return undefined;
  const edit = editBetween(old, text);
  const change: Change = { path, text, edit, around: nearAround(around), rules };
  const fresh = nginx ? nearNginx(change, nginx.conf) : uwsgi && nearUwsgi(change, uwsgi.tree);
  if (fresh === undefined) return undefined;
  const { region, asked, findings } = fresh;
  const kept = before.findings.flatMap((finding) => {
    const moved = withSpans(finding, path, (place) => moveSpan(place, edit));
    return moved === undefined || (asked.has(moved.rule) && isIn(region, moved.span.start))
      ? []
      : [moved];
  });
  return { region, asked, findings: [...kept, ...findings] };
}

export function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

interface RuleLists {
  readonly nginx: readonly NginxRule[];
  readonly uwsgi: readonly UwsgiRule[];
}

interface Change {
  readonly path: string;
  readonly text: string;
  readonly edit: Edit;
  readonly around: Around;
  readonly rules: RuleLists;
}

export interface Near {
  /** The changed place, with as much around it as was looked at anew. */
  readonly region: Span;
  /** The rules that could be asked about it. */
  readonly asked: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

function nearNginx(change: Change, conf: NginxConf): Near | undefined {
  const { path, text, edit, around, rules } = change;
  if (mayBeTemplated(text)) return undefined;
  // What a part of a configuration may hold is read off its own outermost lines.
  if (conf.kind === 'fragment' && !conf.nodes.some((node) => surrounds(node, edit)))
    return undefined;
  const excerpt = nginxExcerpt(conf, edit, text);
  if (excerpt === undefined) return undefined;
  const tree = parseNginx(excerpt.text);
  // Braces that don't balance and quotes that don't end take other blocks with them.
  if (tree.errors.some(({ code }) => unbalanced.has(code))) return undefined;
  const now = readConf(tree, { topContexts: conf.topContexts });
  if (now.kind !== conf.kind || now.rawBody !== conf.rawBody) return undefined;
  const view: NginxView = { path, text: excerpt.text, tree, conf: now, around };
  const near = askRules(rules.nginx, view);
  return inFile(excerpt, { ...near, findings: withNoticedLines(view, near.findings) }, path);
}

const unbalanced: ReadonlySet<string> = new Set([
  'missing-close',
  'stray-open',
  'stray-close',
  'unclosed-quote',
]);

function nearUwsgi(change: Change, before: IniTree): Near | undefined {
  const { path, text, edit, around, rules } = change;
  const excerpt = uwsgiExcerpt(before, edit, text);
  if (excerpt === undefined) return undefined;
  const tree = parseIni(excerpt.text);
  const config = readConfig(tree, { path });
  const view: UwsgiView = {
    ...{ path, text: excerpt.text, tree, config, around },
    get effective(): never {
      throw new AsksMore();
    },
  };
  return inFile(excerpt, askRules(rules.uwsgi, view), path);
}

/** A rule wants to know what only the check of all files tells. */
class AsksMore extends Error {}

function nearAround({
  settings,
  disk,
  installed,
}: Pick<Around, 'settings' | 'disk' | 'installed'>) {
  const refuse = (): never => {
    throw new AsksMore();
  };
  return {
    ...{ settings, disk, installed },
    get graph() {
      return refuse();
    },
    ...{ uwsgiFile: refuse, effective: refuse, nginxFile: refuse },
  };
}

/** What those rules find that need nothing else. */
function askRules<View extends NginxView | UwsgiView>(
  rules: readonly NearRule<View>[],
  view: View,
): Omit<Near, 'region'> {
  const { path, around } = view;
  const asked = new Set<string>();
  const findings = rules.flatMap((rule) => {
    if (rule.reach === 'file') return [];
    const refused: AsksMore[] = [];
    const check: NearRule<View>['check'] = (given, report) => {
      try {
        rule.check(given, report);
      } catch (error) {
        if (!(error instanceof AsksMore)) throw error;
        refused.push(error);
      }
    };
    const found = runRule({ ...rule, check }, view, path, around.settings.rules);
    if (refused.length > 0) return [];
    asked.add(rule.id);
    return found;
  });
  return { asked, findings };
}

type NearRule<View> = Pick<Rule, 'id' | 'level' | 'optional' | 'reach'> & {
  readonly check: (view: View, report: Report) => void;
};

/** Only what stands in the region: of other places the excerpt may lack something. */
function inFile(
  { region, toFile }: Excerpt,
  { asked, findings }: Omit<Near, 'region'>,
  path: string,
): Near {
  return {
    region,
    asked,
    findings: findings.flatMap((finding) => {
      const moved = withSpans(finding, path, toFile);
      return moved !== undefined && isIn(region, moved.span.start) ? [moved] : [];
    }),
  };
}

/** The finding with all its places in the file moved; undefined when its own is gone. */
function withSpans(
  finding: Finding,
  path: string,
  move: (place: Span) => Span | undefined,
): Finding | undefined {
  const moved = <T extends { readonly path: string; readonly span: Span }>(place: T): T[] => {
    if (place.path !== path) return [place];
    const now = move(place.span);
    return now === undefined ? [] : [{ ...place, span: now }];
  };
  const [own] = moved(finding);
  return (
    own && {
      ...own,
      related: own.related.flatMap(moved),
      fixes: own.fixes.flatMap((fix) => {
        const edits = fix.edits.flatMap(moved);
        return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
      }),
    }
  );
}
