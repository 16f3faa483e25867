import {
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ExplainedRequest, TextPlace } from '../../../shared/messages.ts';
import { openPlace } from './open-place.ts';
import type { StackServer } from './stack-server.ts';
import { notify } from './notify.ts';

/**
 * Asks for a URL, and lists what nginx does with it: each entry leads to its line, on the arrow keys already. Resolves
 * with what was explained. `argument` is a URL where a caller knows it; `uriOf` gives the document of a server's path.
 */
export async function explainRequest(
  server: Pick<StackServer, 'explain' | 'exampleUrl'>,
  argument: unknown,
  uriOf: (path: string) => Uri = Uri.file.bind(Uri),
): Promise<readonly ExplainedRequest[] | undefined> {
  const editor = window.activeTextEditor;
  const isNginx = editor?.document.languageId === 'nginx';
  const uri = isNginx ? editor.document.uri.toString() : undefined;
  const url =
    typeof argument === 'string'
      ? argument
      : await askForUrl(
          (await server.exampleUrl({
            uri,
            position: isNginx ? editor.selection.active : undefined,
          })) ?? undefined,
        );
  if (url === undefined) return undefined;
  const result = await server.explain({ url, method: undefined, uri });
  if (result.kind === 'problem') {
    void notify.warning(result.message);
    return undefined;
  }
  showSteps(url, result.explanations, uriOf);
  return result.explanations;
}

function askForUrl(example: string | undefined): Thenable<string | undefined> {
  const value = example ?? '';
  const path = value.replace(/^https?:\/\/[^/]*/, '');
  return window.showInputBox({
    title: l10n.t('Explain a Request'),
    prompt: l10n.t('A URL, or a path: which server and location answer it, and why?'),
    value,
    // The path is what mostly changes.
    valueSelection: [value.length - path.length, value.length],
    validateInput: (typed) =>
      typed.trim() === ''
        ? l10n.t('Write a URL such as {0}.', 'http://localhost:8080/')
        : undefined,
  });
}

interface StepItem extends QuickPickItem {
  readonly place: TextPlace | undefined;
  readonly document?: string;
}

/** Stays open while a person walks through the steps; Enter leaves it at the line, Escape where it was. */
function showSteps(
  url: string,
  explanations: readonly ExplainedRequest[],
  uriOf: (path: string) => Uri,
): void {
  const pick = window.createQuickPick<StepItem>();
  pick.title = l10n.t('Explain a Request');
  pick.placeholder = url;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = explanations.flatMap((each) => itemsOf(each, uriOf));
  pick.onDidChangeActive(([item]) => {
    if (item?.place !== undefined) void openPlace(item.place, { look: true, uriOf });
  });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    pick.hide();
    if (item?.document !== undefined) void openDocument(item.document);
    else if (item?.place !== undefined) void openPlace(item.place, { uriOf });
  });
  pick.onDidHide(() => {
    pick.dispose();
  });
  pick.show();
}

function itemsOf(
  { main, steps, answer, markdown, sure }: ExplainedRequest,
  uriOf: (path: string) => Uri,
): readonly StepItem[] {
  const label = workspace.asRelativePath(uriOf(main));
  const separator = { label, kind: QuickPickItemKind.Separator, place: undefined };
  const last = steps.findLast(({ place }) => place !== undefined)?.place;
  return [
    separator,
    { ...item(answer, last, 'arrow-right'), ...(!sure && { detail: undecided() }) },
    ...steps.flatMap(({ text, place, lost, sure: decided }) => [
      { ...item(text, place, 'check'), ...(!decided && { detail: undecided() }) },
      ...lost.map(({ title, reason, place: at }) =>
        item(l10n.t('not {0}: {1}', title, reason), at, 'dash'),
      ),
    ]),
    {
      label: l10n.t('Show as a Document'),
      iconPath: new ThemeIcon('open-preview'),
      place: undefined,
      document: markdown,
    },
  ];
}

function undecided(): string {
  return l10n.t('The files alone do not decide it.');
}

function item(text: string, place: TextPlace | undefined, icon: string): StepItem {
  const file = place?.path.slice(place.path.lastIndexOf('/') + 1);
  return {
    // Text of a file must not become an icon.
    label: text.replaceAll('$(', '\\$('),
    iconPath: new ThemeIcon(icon),
    place,
    ...(place !== undefined && { description: `${file ?? ''}:${place.line + 1}` }),
  };
}

async function openDocument(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ content, language: 'markdown' });
  await window.showTextDocument(document, { preview: true });
}
