export function readTexts(): Readonly<Record<string, string>>;
export function readManifest(): unknown;
