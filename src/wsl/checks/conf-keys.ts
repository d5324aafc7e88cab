/** What a value of WSL's configuration files may be. */
export type ConfValue = 'boolean' | 'text' | 'number' | 'octal' | 'path' | 'name' | 'cgroups';

/** Keys of /etc/wsl-distribution.conf (Microsoft, "Build a custom Linux distribution for WSL"; init and validate-modern.py of microsoft/WSL). */
export const DISTRIBUTION_KEYS: Readonly<Record<string, ConfValue>> = {
  'oobe.command': 'path',
  'oobe.defaultuid': 'number',
  'oobe.defaultname': 'name',
  'shortcut.icon': 'path',
  'shortcut.enabled': 'boolean',
  'windowsterminal.profiletemplate': 'path',
  'windowsterminal.enabled': 'boolean',
};

/** Keys of /etc/wsl.conf (Microsoft, "Advanced settings configuration in WSL"; WslDistributionConfig.cpp of microsoft/WSL). */
export const WSL_CONF_KEYS: Readonly<Record<string, ConfValue>> = {
  'automount.cgroups': 'cgroups',
  'automount.enabled': 'boolean',
  'automount.ldconfig': 'boolean',
  'automount.mountfstab': 'boolean',
  'automount.options': 'text',
  'automount.root': 'path',
  'boot.command': 'text',
  'boot.inittimeout': 'number',
  'boot.protectbinfmt': 'boolean',
  'boot.systemd': 'boolean',
  'fileserver.enabled': 'boolean',
  'fileserver.logfile': 'path',
  'fileserver.loglevel': 'number',
  'fileserver.logtruncate': 'boolean',
  'filesystem.umask': 'octal',
  'general.guiapplications': 'boolean',
  'general.hostname': 'name',
  'gpu.appendlibpath': 'boolean',
  'gpu.enabled': 'boolean',
  'interop.appendwindowspath': 'boolean',
  'interop.enabled': 'boolean',
  'network.generatehosts': 'boolean',
  'network.generateresolvconf': 'boolean',
  'network.hostname': 'name',
  'time.usewindowstimezone': 'boolean',
  'user.default': 'name',
};

const VALUES: Readonly<Record<ConfValue, readonly [pattern: RegExp, words: string]>> = {
  boolean: [/^(?:true|false|1|0)$/i, 'true or false'],
  text: [/^/, 'a text'],
  number: [/^\d{1,10}$/, 'a whole number'],
  octal: [/^[0-7]{1,4}$/, 'an octal number'],
  path: [/^\//, 'an absolute path'],
  name: [/^[\w][\w.-]{0,254}$/, 'a name of letters, digits, dots, dashes and underscores'],
  cgroups: [/^v[12]$/i, 'v1 or v2'],
};

export interface ConfFile {
  /** By `section.key`, in lower case. */
  readonly values: ReadonlyMap<string, string>;
  /** What is wrong in which line; ends of sentences. */
  readonly faults: readonly string[];
}

/** Reads one of WSL's configuration files: sections, `key = value`, comments behind `#` and `;`; capitals and small letters are the same in keys. */
export function parseConf(text: string, keys: Readonly<Record<string, ConfValue>>): ConfFile {
  const values = new Map<string, string>();
  const faults: string[] = [];
  let section = '';
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.trim();
    const at = `in line ${index + 1}`;
    const [, named] = /^\[\s*([\w-]+)\s*\]$/.exec(line) ?? [];
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    if (named !== undefined) {
      section = named.toLowerCase();
      continue;
    }
    const [, key = '', value = ''] = /^([\w-]+)\s*=(.*)$/.exec(line) ?? [];
    if (key === '' || section === '') {
      faults.push(`has ${at} neither a section nor "key = value" in one`);
      continue;
    }
    const name = `${section}.${key.toLowerCase()}`;
    const kind = keys[name];
    const plain = value.trim().replace(/^"(.*)"$/, '$1');
    if (kind === undefined) faults.push(`has ${at} the key "${section}.${key}", which WSL does not know`);
    else if (values.has(name)) faults.push(`has ${at} the key "${section}.${key}" a second time`);
    else if (!VALUES[kind][0].test(plain)) faults.push(`has ${at} "${section}.${key}" with a value that is not ${VALUES[kind][1]}`);
    values.set(name, plain);
  }
  return { values, faults };
}
