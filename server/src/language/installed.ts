/** What the machine has, found by running the programs in trusted workspaces only; all undefined elsewhere. */
export interface Installed {
  readonly uwsgi: InstalledUwsgi | undefined;
  readonly nginx: InstalledNginx | undefined;
}

export interface InstalledUwsgi {
  /** As `uwsgi --version` prints it, e.g. `2.0.21-debian`. */
  readonly version: string;
  /** Folder that plugins are loaded from, e.g. `/usr/lib/uwsgi/plugins`. */
  readonly pluginFolder: string | undefined;
  /** Names that `plugins =` takes, e.g. `python3`: the `NAME_plugin.so` files of the folder. */
  readonly plugins: readonly string[];
  /** Names of the plugins that are built in, as uWSGI knows them, e.g. `corerouter`. */
  readonly embedded: readonly string[];
  /** Option name to the sentence of the user's own `uwsgi --help`. */
  readonly help: ReadonlyMap<string, string>;
}

export interface InstalledNginx {
  /** As `nginx -v` prints it, e.g. `1.22.1`. */
  readonly version: string;
  /** `--with-…` and `--add-…` arguments of `nginx -V`. */
  readonly configureArguments: readonly string[];
  /** Name of the system as Node.js has it (`linux`, `darwin`, …); undefined where nobody has asked. */
  readonly platform?: string;
  /** Folder that `load_module modules/…` means in this build. */
  readonly modulesFolder?: string;
}

export const nothingInstalled: Installed = { uwsgi: undefined, nginx: undefined };
