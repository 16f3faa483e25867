import { window } from 'vscode';

/**
 * Messages that pop up. The editor makes a link of `[label](command:…)` in them and runs the command at a click: names
 * out of files and lines of logs, which may be anybody's, are kept from being one.
 */
export const notify = {
  error: (text: string, ...buttons: readonly string[]) =>
    window.showErrorMessage(asText(text), ...buttons),
  warning: (text: string, ...buttons: readonly string[]) =>
    window.showWarningMessage(asText(text), ...buttons),
  information: (text: string, ...buttons: readonly string[]) =>
    window.showInformationMessage(asText(text), ...buttons),
};

function asText(text: string): string {
  return text.replaceAll('](', '] (').replaceAll('\n', ' ');
}
