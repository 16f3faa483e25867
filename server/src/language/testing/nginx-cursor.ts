import assert from 'node:assert/strict';
import { createLanguage, type FileFeatures, type Snapshot } from '../language.ts';
import { type Cursor, cursorIn } from './cursor.ts';
import { article, snapshot } from './workspace.ts';

export interface FileCursor extends Cursor {
  readonly features: FileFeatures;
}

/** The features of one nginx file with the cursor where its `<|>` is, beside other files (else those of the article). */
export function nginxCursor(
  marked: string,
  {
    path = '/w/nginx.conf',
    files = article,
    given = {},
  }: {
    readonly path?: string;
    readonly files?: Readonly<Record<string, string>>;
    readonly given?: Partial<Snapshot>;
  } = {},
): FileCursor {
  const cursor = cursorIn(marked);
  const base = snapshot(files);
  // The editor says what the file is, also while nothing stands in it yet.
  const file = { path, text: cursor.text, kind: 'nginx', version: 1 } as const;
  const features = createLanguage().features(
    { ...base, files: new Map([...base.files, [path, file]]), ...given },
    path,
  );
  assert.ok(features, `${path} is no file of the language`);
  return { ...cursor, features };
}
