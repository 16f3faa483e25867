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
import { createOutageWatch, type OutageWatch } from '../stack/messages/outage-watch.ts';
import type { Outage } from '../stack/messages/outage.ts';
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
  const watches = new Map<string, OutageWatch>();

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
  const lookForOutage = (stack: string) => {
    const watch =
      watches.get(stack) ??
      createOutageWatch(
        (outage, { step }) => void tellOutage(stack, outage, step),
        (time) => new Date(time).toLocaleTimeString(),
      );
    watches.set(stack, watch);
    watch.look(storeOf(stack).messages, controller.stateOf(stack));
  };
  const tellOutage = async (stack: string, outage: Outage, nginx: string): Promise<void> => {
    const { cause, restart, add, place } = outage;
    const start = l10n.t('Start It Again');
    const more = l10n.t('Add Worker');
    const log = l10n.t('Show Log');
    const open = l10n.t('Open Configuration');
    const mend = restart !== undefined ? start : add !== undefined ? more : open;
    const answer = await notify.warning(cause, mend, log);
    if (answer === start && restart !== undefined) await controller.restartStep(stack, restart);
    if (answer === more && add !== undefined) await controller.addWorker(stack, add);
    if (answer === log) showLog(stack, restart ?? nginx);
    if (answer === open) await openPlace(place);
  };

  const subscriptions = [
    collection,
    controller.onDidLog(({ stack, lines }) => {
      const stopping = controller.stateOf(stack).wanted === 'down';
      if (storeOf(stack).read(lines, stopping).length > 0) lookForOutage(stack);
    }),
    controller.onDidChange(() => {
      for (const { id } of controller.stacks) {
        const { steps, plan } = controller.stateOf(id);
        if (plan === undefined) continue;
        const present = steps.map(({ step }) => step);
        storeOf(id).plan(present, plan.root);
        lookForOutage(id);
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
