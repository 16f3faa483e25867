import type { LaunchStep, SourcePlace } from '../../../shared/launch-plan.ts';
import type { OutlineNode, StackOutline } from '../../../shared/messages.ts';
import type { StackState, StepState } from '../stack/state.ts';
import type { StackController } from './stack-controller.ts';
import { trafficOrder } from './step-look.ts';

/** What stands in the tree; commands get these as their argument. */
export type StackNode =
  | { readonly kind: 'stack'; readonly stack: StackOutline }
  /** A process of the plan, once there is one. */
  | { readonly kind: 'step'; readonly stack: StackOutline; readonly step: StepState }
  /** A part that the files describe, before the first start. */
  | {
      readonly kind: 'part';
      readonly stack: StackOutline;
      readonly part: OutlineNode;
      readonly index: number;
    };

export function isStackNode(value: unknown): value is StackNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'stack' in value;
}

export function childrenOf(controller: StackController, node: StackNode | undefined): StackNode[] {
  if (node === undefined) return controller.stacks.map((stack) => ({ kind: 'stack', stack }));
  if (node.kind !== 'stack') return [];
  const { stack } = node;
  const state = controller.stateOf(stack.id);
  return showsSteps(state)
    ? inOrderOfTraffic(state.steps).map((step) => ({ kind: 'step', stack, step }))
    : stack.nodes.map((part, index) => ({ kind: 'part', stack, part, index }));
}

/** After a stop the files' outline is back, but what failed stays to be looked at. */
function showsSteps(state: StackState): boolean {
  return state.steps.length > 0 && state.phase !== 'idle';
}

function inOrderOfTraffic(steps: readonly StepState[]): readonly StepState[] {
  const rank = ({ step }: StepState) => trafficOrder.indexOf(step.roles[0] ?? 'worker');
  return steps.toSorted((a, b) => rank(a) - rank(b));
}

/** Where a person edits what the node stands for. */
export function placeOf(node: StackNode): SourcePlace | undefined {
  switch (node.kind) {
    case 'stack': {
      const first = node.stack.nodes[0];
      return first === undefined ? undefined : { path: first.path, line: first.line };
    }
    case 'step':
      return node.step.step.source;
    case 'part':
      return { path: node.part.path, line: node.part.line };
  }
}

/** The outline's part that a process was planned from. */
export function partOf(stack: StackOutline, step: LaunchStep): OutlineNode | undefined {
  return stack.nodes.find((part) => part.path === step.source.path);
}
