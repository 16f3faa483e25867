import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  l10n,
  languages,
  Location,
  Range,
  Uri,
  workspace,
} from 'vscode';
import type { SourcePlace } from '../../../shared/launch-plan.ts';
import {
  createMessageStore,
  type KeptMessage,
  type MessageStore,
} from '../stack/messages/message-store.ts';
import { explainOutage } from '../stack/messages/outage.ts';
import type { Lifetime } from './lifetime.ts';
import { openPlace } from './open-place.ts';
import type { StackController } from './stack-controller.ts';
import { notify } from './notify.ts';

/**
 * What the running programs complain about, in the list of problems, at the line where it is mended. What the files alone
 * tell already is told by the language server; this is what only the programs know.
 */
export function createProblems(
  controller: StackController,
  showLog: (stack: string, step: string) => void,
): Lifetime {
  const collection = languages.createDiagnosticCollection('uwsgi-stack-run');
  const stores = new Map<string, MessageStore>();
  /** Causes of outages that the person has been told, until the stack is all right again. */
  const told = new Map<string, Set<string>>();

  const draw = () => {
    const byFile = new Map<string, Diagnostic[]>();
    for (const { messages } of stores.values())
      for (const message of messages) {
        const list = byFile.get(message.place.path) ?? [];
        byFile.set(message.place.path, list);
        list.push(toDiagnostic(message));
      }
    collection.clear();
    for (const [path, list] of byFile) collection.set(Uri.file(path), list);
  };
  const storeOf = (stack: string): MessageStore => {
    const known = stores.get(stack) ?? createMessageStore(draw);
    stores.set(stack, known);
    return known;
  };
  const tellOutage = (stack: string, message: KeptMessage) => {
    const state = controller.stateOf(stack);
    // While it starts and stops, requests may well fail.
    if (!state.established || state.wanted === 'down') return;
    const outage = explainOutage(message, state, (time) => new Date(time).toLocaleTimeString());
    const known = told.get(stack) ?? new Set();
    told.set(stack, known);
    if (outage === undefined || known.has(outage.key)) return;
    known.add(outage.key);
    const { cause, restart } = outage;
    const start = l10n.t('Start It Again');
    const log = l10n.t('Show Log');
    const open = l10n.t('Open Configuration');
    const buttons = restart === undefined ? [open, log] : [start, log];
    void notify.warning(cause, ...buttons).then((answer) => {
      if (answer === start && restart !== undefined) void controller.restartStep(stack, restart);
      if (answer === log) showLog(stack, restart ?? message.step);
      if (answer === open) void openPlace(message.place);
    });
  };

  const subscriptions = [
    collection,
    controller.onDidLog(({ stack, lines }) => {
      const stopping = controller.stateOf(stack).wanted === 'down';
      for (const message of storeOf(stack).read(lines, stopping)) tellOutage(stack, message);
    }),
    controller.onDidChange(() => {
      for (const { id } of controller.stacks) {
        const { steps, plan, phase } = controller.stateOf(id);
        if (plan === undefined) continue;
        const present = steps.map(({ step }) => step);
        storeOf(id).plan(present, plan.root);
        if (phase === 'ready') told.delete(id);
      }
    }),
    workspace.onDidSaveTextDocument(({ uri }) => {
      for (const store of stores.values()) store.saved(uri.fsPath);
    }),
  ];
  return {
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function toDiagnostic(message: KeptMessage): Diagnostic {
  const { place, level, program, says, means, remedy, frames, count } = message;
  const times = count > 1 ? l10n.t(' ({0} times)', count) : '';
  const diagnostic = new Diagnostic(
    lineRange(place),
    [`${says}${times}`, means, remedy].filter((part) => part !== undefined).join('\n'),
    level === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
  );
  diagnostic.source = program;
  diagnostic.relatedInformation = frames
    .filter((frame) => frame !== place)
    .slice(-5)
    .map(
      (frame) =>
        new DiagnosticRelatedInformation(
          new Location(Uri.file(frame.path), lineRange(frame)),
          l10n.t('part of the way there'),
        ),
    );
  return diagnostic;
}

/** The editor draws to the end of the line, however long it is. */
function lineRange({ line }: SourcePlace): Range {
  return new Range(line, 0, line, 1000);
}
