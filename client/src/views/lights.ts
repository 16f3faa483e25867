import type { DiagramProcess } from '../../webview/diagram-protocol.ts';
import { shownState } from '../stack/status.ts';
import type { StepStatus } from '../stack/state.ts';

/** The light of a process in the diagram; it says what the stack's tree says. */
export function lightOf(status: StepStatus): DiagramProcess['state'] {
  switch (shownState(status)) {
    case 'idle':
      return 'idle';
    case 'starting':
    case 'stopping':
      return 'busy';
    case 'ready':
      return 'good';
    case 'degraded':
      return 'warning';
    case 'exited':
    case 'failed':
      return 'bad';
  }
}
