import { l10n, languages, LanguageStatusSeverity, window, workspace } from 'vscode';
import type { TargetVersion } from '../../../shared/messages.ts';
import { settingPrefix } from '../../../shared/settings.ts';
import type { Lifetime } from './lifetime.ts';
import type { StackServer } from './stack-server.ts';

/** Beside the language of a file: the release that it is checked for, how that is known, and the way to change it. */
export function createTargetStatus(
  server: Pick<StackServer, 'targets' | 'onStacksChanged'>,
): Lifetime {
  const items = (
    [
      { program: 'nginx', name: 'nginx', language: 'nginx' },
      { program: 'uwsgi', name: 'uWSGI', language: 'uwsgi-ini' },
    ] as const
  ).map(({ program, name, language }) => {
    const item = languages.createLanguageStatusItem(`uwsgiStack.target.${program}`, { language });
    const setting = `${settingPrefix}.${program}.version`;
    item.name = l10n.t('Version of {0}', name);
    item.severity = LanguageStatusSeverity.Information;
    item.text = name;
    item.busy = true;
    item.command = {
      title: l10n.t('Change'),
      command: 'workbench.action.openSettings',
      arguments: [setting],
      tooltip: setting,
    };
    return { item, program, name };
  });
  let asked = 0;
  const refresh = () => {
    const question = ++asked;
    server.targets().then(
      (targets) => {
        if (question !== asked) return;
        for (const { item } of items) item.busy = false;
        if (targets === null) return;
        for (const { item, program, name } of items) {
          item.text = `${name} ${targets[program].version}`;
          item.detail = detailOf(targets[program]);
        }
      },
      // A server that is not there is told elsewhere.
      () => {
        for (const { item } of items) item.busy = false;
      },
    );
  };
  const subscriptions = [
    server.onStacksChanged(refresh),
    window.onDidChangeActiveTextEditor((editor) => {
      if (/^(?:nginx|uwsgi-ini)$/.test(editor?.document.languageId ?? '')) refresh();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settingPrefix)) refresh();
    }),
  ];
  refresh();
  return {
    dispose: () => {
      for (const each of subscriptions) each.dispose();
      for (const { item } of items) item.dispose();
    },
  };
}

function detailOf({ from }: TargetVersion): string {
  switch (from) {
    case 'setting':
      return l10n.t('checked for: the version of the settings');
    case 'installed':
      return l10n.t('checked for: the installed version');
    case 'newest':
      return l10n.t('checked for: the newest version, as none is installed or set');
  }
}
