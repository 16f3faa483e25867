/** What nginx has said in a test, one entry for each message. */
export interface NginxMessage {
  readonly level: 'error' | 'warning';
  /** Without time and place. */
  readonly text: string;
  /** As nginx prints it: the path in the folder of the test. Line from 1. */
  readonly place: { readonly path: string; readonly line: number } | undefined;
}

const levels: Readonly<Record<string, NginxMessage['level']>> = {
  emerg: 'error',
  alert: 'error',
  crit: 'error',
  error: 'error',
  warn: 'warning',
};

/** `2026/11/23 20:16:56 [emerg] 4204#4204: …`, or before the log is open `nginx: [emerg] …`. */
const start =
  /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[(\w+)\] \d+#\d+: (?:\*\d+ )?|nginx: \[(\w+)\] )(.*)$/;

/** Messages run over several lines when they quote a text that does; other programs' lines are left out. */
export function readNginxOutput(output: string): readonly NginxMessage[] {
  const messages: { level: string; text: string }[] = [];
  let open = false;
  for (const line of output.replace(/\n$/, '').split('\n')) {
    const match = start.exec(line);
    if (match !== null) {
      messages.push({ level: match[1] ?? match[2] ?? '', text: match[3] ?? '' });
      open = true;
    } else if (/^nginx: (?:the )?configuration file .* (?:syntax is ok|test \w+)$/.test(line))
      open = false;
    else if (open) {
      const last = messages.at(-1);
      if (last) last.text += `\n${line}`;
    }
  }
  return messages.flatMap(({ level, text }) => {
    const known = levels[level];
    return known === undefined ? [] : [{ level: known, ...withPlace(text) }];
  });
}

function withPlace(text: string): Pick<NginxMessage, 'text' | 'place'> {
  const match = /^([\s\S]*) in (\/[^\n]+):(\d+)$/.exec(text);
  if (match === null) return { text, place: undefined };
  const [, message = '', path = '', line = ''] = match;
  return { text: message, place: { path, line: Number(line) } };
}
