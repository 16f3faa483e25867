import type {
  DiagramParams,
  ExampleUrlParams,
  ExplainParams,
  ExplainResult,
  PlanParams,
  PlanResult,
  StackDiagram,
  StackOutline,
  TargetVersions,
  TestNginxParams,
  TestNginxResult,
} from '../../../shared/messages.ts';
import type { Lifetime } from './lifetime.ts';

/** The language server as the views see it. */
export interface StackServer extends Lifetime {
  start(): Promise<void>;
  stop(): Promise<void>;
  stacks(): Promise<readonly StackOutline[]>;
  plan(params: PlanParams): Promise<PlanResult>;
  explain(params: ExplainParams): Promise<ExplainResult>;
  exampleUrl(params: ExampleUrlParams): Promise<string | null>;
  diagram(params: DiagramParams): Promise<StackDiagram | null>;
  testNginx(params: TestNginxParams): Promise<TestNginxResult>;
  targets(): Promise<TargetVersions | null>;
  onStacksChanged(listener: () => void): Lifetime;
  /** Has the code lenses of all open files drawn anew. */
  refreshLenses(): void;
  showOutput(): void;
}
