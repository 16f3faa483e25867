import type { CodeAction, CodeLens } from 'vscode-languageserver';
import {
  type DiagramParams,
  methods,
  type PlanParams,
  type PlanResult,
  type StackDiagram,
  type StackOutline,
  type TargetVersions,
} from '../../../shared/messages.ts';
import { sendRequestCommand } from '../language/language.ts';
import { codeActions } from './code-actions.ts';
import { toCodeLens } from './convert-features.ts';
import type { Desk } from './desk.ts';
import { onFile, onWorkspace } from './on-file.ts';
import { safely } from './safe.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** The requests that findings and stacks answer. */
export function registerStack(desk: Desk): void {
  const { connection, language, log, settled, snapshot } = desk;
  connection.onCodeAction(
    onFile(desk, 'codeAction', [] as CodeAction[], (asked, { range, context }) => {
      const { path, places, features } = asked;
      const within = places.span(path, range);
      const findings = language.check(asked.snapshot).get(path) ?? [];
      return codeActions(
        {
          findings,
          touched: findings.filter(
            ({ span }) => span.start <= within.end && within.start <= span.end,
          ),
          actions: features.actions(within),
          path,
          only: context.only,
        },
        places,
      );
    }),
  );
  connection.onCodeLens(
    onWorkspace(desk, 'codeLens', [] as CodeLens[], ({ path, places, snapshot: now }) =>
      language
        .codeLenses(now, path)
        // Another editor has nothing that could send one.
        .filter(({ command }) => command !== sendRequestCommand || desk.client().sendRequest)
        .map((lens) => toCodeLens(lens, path, places, desk.client())),
    ),
  );
  connection.onWorkspaceSymbol(
    safely('workspaceSymbol', log, [], async ({ query }) => {
      await settled();
      return workspaceSymbols(desk, query);
    }),
  );
  connection.onRequest(
    methods.stacks,
    safely('stacks', log, [] as readonly StackOutline[], async () => {
      await settled();
      return language.outlines(snapshot());
    }),
  );
  connection.onRequest(
    methods.targets,
    safely('targets', log, null as TargetVersions | null, async () => {
      await settled();
      return language.targets(snapshot());
    }),
  );
  connection.onRequest(
    methods.diagram,
    safely('diagram', log, null as StackDiagram | null, async ({ stack }: DiagramParams) => {
      await settled();
      return language.diagram(snapshot(), stack) ?? null;
    }),
  );
  connection.onRequest(methods.plan, async (params: PlanParams): Promise<PlanResult> => {
    await settled();
    return language.plan(snapshot(), params);
  });
}
