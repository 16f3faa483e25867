import { l10n, window } from 'vscode';
import type { WorkerTemplate } from '../../../shared/launch-plan.ts';
import type { StackOutline } from '../../../shared/messages.ts';
import { problem } from './problem.ts';
import type { ActionResult, StackController } from './stack-controller.ts';
import { isStackNode } from './stack-nodes.ts';

/**
 * The worker file that there is to be more or less of: that of the tree item, the only one, or the person's choice. One of
 * which there can be no second worker is a problem.
 */
export async function chooseTemplate(
  controller: StackController,
  stack: StackOutline,
  argument: unknown,
): Promise<WorkerTemplate | ActionResult | undefined> {
  const { plan, phase } = controller.stateOf(stack.id);
  const templates = plan?.workerTemplates ?? [];
  const clicked =
    isStackNode(argument) && argument.kind === 'step'
      ? argument.step.step.instance?.template
      : undefined;
  const scalable = templates.filter(({ scalable }) => scalable.kind === 'yes');
  const known =
    templates.find(({ id }) => id === clicked) ??
    (scalable.length <= 1 ? (scalable[0] ?? templates[0]) : undefined);
  const template =
    known ??
    (await window.showQuickPick(
      scalable.map((each) => ({ label: each.id, description: each.source.path, ...each })),
      { placeHolder: l10n.t('A worker of which file?') },
    ));
  if (template?.scalable.kind !== 'no') return template;
  const why = problem(template.scalable.reason);
  return { state: phase, url: undefined, problem: { ...why, ...template.source } };
}

export async function askForCount(
  controller: StackController,
  stack: StackOutline,
  template: string,
): Promise<number | undefined> {
  const present = controller
    .stateOf(stack.id)
    .steps.filter(({ step }) => step.instance?.template === template);
  const answer = await window.showInputBox({
    prompt: l10n.t('How many workers of {0}? There are {1}.', template, present.length),
    value: String(present.length),
    validateInput: (text) =>
      /^(?:\d|[1-9]\d|100)$/.test(text.trim()) ? undefined : l10n.t('A number from 0 to 100.'),
  });
  return answer === undefined ? undefined : Number(answer.trim());
}
