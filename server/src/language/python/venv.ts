import ini from 'ini';

/** What `pyvenv.cfg` tells of a virtual environment (PEP 405). */
export interface VirtualEnvironment {
  /** Python that made it, as far as it is written: `3.11` of `3.11.2`. */
  readonly version: { readonly major: number; readonly minor: number } | undefined;
  /** Folder of the Python program it was made with. */
  readonly home: string | undefined;
  /** Packages of the system are importable, too. */
  readonly systemPackages: boolean;
}

/** `venv` writes `version`, `virtualenv` and `uv` write `version_info`; keys stand outside of any section. */
export function readVenv(text: string): VirtualEnvironment {
  const values: Record<string, unknown> = { ...ini.parse(text) };
  const read = (key: string) => {
    const value = values[key];
    return typeof value === 'string' ? value : typeof value === 'boolean' ? `${value}` : undefined;
  };
  const written = read('version') ?? read('version_info') ?? '';
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(written) ?? [];
  return {
    version:
      major === undefined || minor === undefined
        ? undefined
        : { major: Number(major), minor: Number(minor) },
    home: read('home'),
    systemPackages: read('include-system-site-packages')?.toLowerCase() === 'true',
  };
}
