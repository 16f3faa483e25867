export function packExtension(out: string): Promise<{ bytes: number; sha256: string }>;
export function installExtension(packed: string, data: string): Promise<void>;
