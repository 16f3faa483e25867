import { l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon, window, workspace } from 'vscode';
import type { LaunchPlan } from '../../../shared/launch-plan.ts';
import type { StackOutline, TextPlace } from '../../../shared/messages.ts';
import { openPlace } from './open-place.ts';
import type { SentRequest } from './sent-request.ts';
import { traceDocument, traceHops, type Hop } from './trace-hops.ts';

interface HopItem extends QuickPickItem {
  readonly act?: () => unknown;
  readonly place?: TextPlace | undefined;
}

export interface TraceActions {
  readonly showLog: (step: string) => void;
  readonly again: () => void;
}

/** Each hop of a request, on the arrow keys; Enter leads to its line or its log. */
export function showTrace(
  stack: StackOutline,
  plan: LaunchPlan,
  sent: SentRequest,
  { showLog, again }: TraceActions,
): void {
  const hops = traceHops(plan, sent);
  const item = (hop: Hop): HopItem => {
    const { place, step } = hop;
    const base: HopItem = {
      label: plain(hop.text),
      iconPath: new ThemeIcon(hop.icon),
      place,
      ...(hop.detail !== undefined && { detail: plain(hop.detail) }),
      ...(hop.time !== undefined && { description: hop.time }),
    };
    if (place !== undefined) return { ...base, act: () => openPlace(place) };
    return step === undefined
      ? base
      : {
          ...base,
          act: () => {
            showLog(step);
          },
        };
  };
  const sections = [...new Set(hops.map(({ section }) => section))];
  const pick = window.createQuickPick<HopItem>();
  pick.title = l10n.t('Request through {0}', stack.title);
  pick.placeholder = `${sent.wish.method} ${sent.wish.url}`;
  pick.matchOnDetail = true;
  pick.items = [
    ...sections.flatMap((section) => [
      { label: section, kind: QuickPickItemKind.Separator },
      ...hops.filter((hop) => hop.section === section).map(item),
    ]),
    { label: '', kind: QuickPickItemKind.Separator },
    { label: l10n.t('Send Again'), iconPath: new ThemeIcon('refresh'), act: again },
    {
      label: l10n.t('Show as a Document'),
      iconPath: new ThemeIcon('open-preview'),
      act: () => openDocument(traceDocument(hops, sent)),
    },
  ];
  pick.onDidChangeActive(([active]) => {
    if (active?.place !== undefined) void openPlace(active.place, { look: true });
  });
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    if (chosen?.act === undefined) return;
    pick.hide();
    void chosen.act();
  });
  pick.onDidHide(() => {
    pick.dispose();
  });
  pick.show();
}

/** Text of a program must not become an icon, nor a second line. */
function plain(text: string): string {
  return text.replaceAll('$(', '\\$(').replaceAll('\n', ' ');
}

async function openDocument(content: string): Promise<void> {
  const document = await workspace.openTextDocument({ content, language: 'markdown' });
  await window.showTextDocument(document, { preview: true });
}
