import { l10n } from 'vscode';
import type { LaunchPlan } from '../../../shared/launch-plan.ts';
import type { TextPlace } from '../../../shared/messages.ts';
import type { Trace } from '../stack/figures/trace.ts';
import type { SentRequest } from './sent-request.ts';

/** One line of what a request has met on its way. */
export interface Hop {
  readonly section: string;
  readonly text: string;
  readonly time: string | undefined;
  readonly detail?: string;
  readonly icon: string;
  readonly place?: TextPlace | undefined;
  /** Step whose log tells more. */
  readonly step?: string | undefined;
}

/** In the order of its way, the answer first. */
export function traceHops(plan: LaunchPlan, { trace, explained }: SentRequest): readonly Hop[] {
  return [
    answerHop(trace),
    ...nginxHops(trace, explained),
    ...routerHops(plan, trace),
    ...workerHops(trace),
    ...trace.lines.map((line): Hop => ({
      section: l10n.t('Log lines that belong to it'),
      text: line.text,
      time: titleOf(plan, line.stepId),
      icon: 'output',
      step: line.stepId,
    })),
  ];
}

function answerHop({ answer }: Trace): Hop {
  const section = l10n.t('Answer');
  if (answer.kind === 'none')
    return {
      section,
      text: l10n.t('No answer: {0}', answer.reason),
      time: undefined,
      icon: 'error',
    };
  const { times, status } = answer;
  return {
    section,
    text: `${status} ${answer.reason}`,
    time: millis(times.end),
    detail: l10n.t(
      'connected after {0}, first byte after {1}, {2} bytes',
      millis(times.connected),
      millis(times.firstByte),
      answer.bytes,
    ),
    icon: status < 400 ? 'pass' : 'error',
  };
}

function nginxHops({ nginx, answer }: Trace, explained: SentRequest['explained']): readonly Hop[] {
  if (answer.kind === 'none') return [];
  const section = 'nginx';
  const steps = (explained?.steps ?? []).map(({ text, place, sure }): Hop => ({
    ...{ section, text, place, time: undefined, icon: 'check' },
    ...(!sure && { detail: l10n.t('The files alone do not decide it.') }),
  }));
  if (nginx === undefined)
    return [
      ...steps,
      {
        section,
        text: l10n.t('nginx has logged nothing of it, so its times are not known.'),
        time: undefined,
        icon: 'info',
      },
    ];
  const { upstream } = nginx;
  const way: Hop =
    upstream === undefined
      ? {
          section,
          text: l10n.t('nginx has answered it by itself, with {0}', nginx.status),
          time: millis(nginx.millis),
          icon: 'arrow-right',
          step: 'nginx',
        }
      : {
          section,
          text: l10n.t('Passed on to {0}', upstream.address),
          time: millis(nginx.millis),
          detail: l10n.t(
            'upstream: connected after {0}, head of the answer after {1}, all of it after {2}',
            known(upstream.connect),
            known(upstream.header),
            known(upstream.response),
          ),
          icon: 'arrow-right',
          step: 'nginx',
        };
  return [...steps, way];
}

function routerHops(plan: LaunchPlan, { nodes }: Trace): readonly Hop[] {
  return nodes.map((node) => ({
    section: l10n.t('Router'),
    text: l10n.t('Key {0}: node {1}', node.key, node.address),
    time: node.worker === undefined ? undefined : titleOf(plan, node.worker),
    ...(nodes.length > 1 && { detail: others() }),
    icon: 'type-hierarchy',
    step: node.router,
  }));
}

function workerHops({ workers, sure }: Trace): readonly Hop[] {
  return workers.map(({ step, title, pid, millis: time }) => ({
    section: l10n.t('Worker'),
    text:
      pid === undefined
        ? l10n.t('{0} has answered', title)
        : l10n.t('{0} has answered, process {1}', title, pid),
    time: time === undefined ? undefined : millis(time),
    ...(!sure && { detail: others() }),
    icon: 'server-process',
    step,
  }));
}

function others(): string {
  return l10n.t('Other requests came at the same time: it may have been another one.');
}

/** The same to keep, with the head and the beginning of the answer. */
export function traceDocument(
  hops: readonly Hop[],
  { wish, target, trace: { answer } }: SentRequest,
): string {
  const sections = [...new Set(hops.map(({ section }) => section))];
  const lines = sections.flatMap((section) => [
    `## ${section}`,
    '',
    ...hops
      .filter((hop) => hop.section === section)
      .map(({ text, time, detail, place }) =>
        [
          `- ${code(text)}`,
          ...(time === undefined ? [] : [` — ${time}`]),
          ...(detail === undefined ? [] : [` (${detail})`]),
          ...(place === undefined ? [] : [` ${code(`${place.path}:${place.line + 1}`)}`]),
        ].join(''),
      ),
    '',
  ]);
  const head =
    answer.kind === 'none'
      ? []
      : [
          fenced(answer.headers.map(([name, value]) => `${name}: ${value}`).join('\n')),
          '',
          fenced(answer.body),
          '',
        ];
  return [`# ${code(`${wish.method} ${target.written}`)}`, '', ...lines, ...head].join('\n');
}

/** Longer than any run of backticks in the text. */
function ticks(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(least, ...runs.map((run) => run.length + 1)));
}

function code(text: string): string {
  const fence = ticks(text, 1);
  const room = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}

function fenced(text: string): string {
  const fence = ticks(text, 3);
  return `${fence}\n${text}\n${fence}`;
}

function titleOf(plan: LaunchPlan, step: string): string {
  return plan.steps.find(({ id }) => id === step)?.title ?? step;
}

function known(time: number | undefined): string {
  return time === undefined ? '–' : millis(time);
}

function millis(time: number): string {
  return l10n.t('{0} ms', time < 10 ? Math.round(time * 10) / 10 : Math.round(time));
}
