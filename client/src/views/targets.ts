import { l10n, Uri, window } from 'vscode';
import type { LaunchStep } from '../../../shared/launch-plan.ts';
import type { StackOutline } from '../../../shared/messages.ts';
import type { StackController } from './stack-controller.ts';
import { isStackNode } from './stack-nodes.ts';
import { stateIcon, stateWord } from './step-look.ts';

/**
 * Which stack a command is about. It comes from a tree item (a node), a code lens or another extension (an id), an
 * editor's title bar (a uri) or the palette (nothing): where that leaves a choice, the person has it.
 */
export async function targetStack(
  controller: StackController,
  argument: unknown,
  among: (stack: StackOutline) => boolean = () => true,
): Promise<StackOutline | undefined> {
  if (isStackNode(argument)) return argument.stack;
  if (typeof argument === 'string') {
    const named = controller.stacks.find((stack) => stack.id === argument);
    if (named !== undefined) return named;
  }
  const path =
    argument instanceof Uri ? argument.fsPath : window.activeTextEditor?.document.uri.fsPath;
  const candidates = controller.stacks.filter(among);
  const ofFile = candidates.filter((stack) => path !== undefined && stack.files.includes(path));
  const choice = ofFile.length > 0 ? ofFile : candidates;
  if (choice.length <= 1) return choice[0];
  const picked = await window.showQuickPick(
    choice.map((stack) => {
      const { phase } = controller.stateOf(stack.id);
      return {
        label: stack.title,
        description: stateWord(phase),
        detail: stack.root,
        iconPath: stateIcon(phase),
        stack,
      };
    }),
    { placeHolder: l10n.t('Which stack?') },
  );
  return picked?.stack;
}

/** Which process of a stack: the tree item's, the named one, the only one, or the person's choice. */
export async function targetStep(
  controller: StackController,
  stack: StackOutline,
  argument: unknown,
  wanted: unknown,
  among: readonly LaunchStep[],
): Promise<string | undefined> {
  if (isStackNode(argument) && argument.kind === 'step') return argument.step.step.id;
  const named = among.find((step) => step.id === wanted);
  if (named !== undefined) return named.id;
  if (among.length <= 1) return among[0]?.id;
  const { steps } = controller.stateOf(stack.id);
  const picked = await window.showQuickPick(
    among.map(({ id, title }) => {
      const state = steps.find((each) => each.step.id === id)?.status.kind ?? 'idle';
      return { label: title, description: stateWord(state), iconPath: stateIcon(state), step: id };
    }),
    { placeHolder: l10n.t('Which process?') },
  );
  return picked?.step;
}
