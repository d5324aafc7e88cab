import type { WslCheckName } from '../../report/runs/wsl.ts';
import { DISTRIBUTION_KEYS, parseConf, WSL_CONF_KEYS, type ConfFile, type ConfValue } from './conf-keys.ts';
import { octal, textAt, type Image } from './image.ts';

export const DISTRIBUTION_CONF = '/etc/wsl-distribution.conf';
export const WSL_CONF = '/etc/wsl.conf';

/** As Microsoft's validator wants them; what is in a Nix store is read-only. */
const PLAIN_MODES = [0o644, 0o664, 0o444];
const PROGRAM_MODES = [0o755, 0o775, 0o555];
const TEMPLATE_MODES = [...PLAIN_MODES, 0o640, 0o660];
/** Bytes of an icon, or of a template for Windows Terminal. */
const LARGEST_EXTRA = 1024 * 1024;

/** Checks /etc/wsl-distribution.conf and the files that it names. @returns undefined if it can't be read */
export function checkDistributionConf(image: Image): ConfFile | undefined {
  const check = 'distribution-conf';
  const conf = checkFile(image, check, DISTRIBUTION_CONF, DISTRIBUTION_KEYS);
  if (conf === undefined) return undefined;
  const value = (key: string): string => conf.values.get(key) ?? '';
  checkNamed(image, 'oobe.command', value('oobe.command'), PROGRAM_MODES);
  checkNamed(image, 'shortcut.icon', value('shortcut.icon'), PLAIN_MODES);
  checkNamed(image, 'windowsterminal.profileTemplate', value('windowsterminal.profiletemplate'), TEMPLATE_MODES);
  if (value('oobe.defaultname') === '') image.findings.warn(check, DISTRIBUTION_CONF, 'has no oobe.defaultName, so whoever installs it has to name it');
  return conf;
}

/** Checks /etc/wsl.conf. @returns undefined if it can't be read */
export function checkWslConf(image: Image): ConfFile | undefined {
  const conf = checkFile(image, 'wsl-conf', WSL_CONF, WSL_CONF_KEYS);
  if (conf !== undefined && !isTrue(conf.values.get('boot.systemd'))) image.findings.warn('wsl-conf', WSL_CONF, 'does not have boot.systemd = true; without systemd a NixOS starts no services');
  return conf;
}

function checkFile(image: Image, check: WslCheckName, path: string, keys: Readonly<Record<string, ConfValue>>): ConfFile | undefined {
  const { tree, findings } = image;
  const file = tree.resolve(path);
  if (file === undefined) {
    findings.fault(check, path, tree.at(path) === undefined ? 'is missing' : 'is a link that leads nowhere');
    return undefined;
  }
  checkOwner(image, check, path, PLAIN_MODES);
  const text = textAt(image, path);
  if (text === undefined) {
    findings.fault(check, path, 'is not a text file of up to 256 KiB');
    return undefined;
  }
  const conf = parseConf(text, keys);
  for (const fault of conf.faults) findings.fault(check, path, fault);
  return conf;
}

function checkNamed(image: Image, key: string, path: string, modes: readonly number[]): void {
  if (!path.startsWith('/')) return;
  const file = image.tree.resolve(path);
  if (file?.type !== 'file') {
    image.findings.fault('distribution-conf', path, `is what ${key} names, and is not a file of the tarball`);
    return;
  }
  checkOwner(image, 'distribution-conf', path, modes);
  if (key !== 'oobe.command' && file.size > LARGEST_EXTRA) image.findings.fault('distribution-conf', path, `is what ${key} names, and has ${file.size} bytes; WSL takes 1 MiB`);
}

function checkOwner({ tree, findings }: Image, check: WslCheckName, path: string, modes: readonly number[]): void {
  const file = tree.resolve(path);
  if (file === undefined) return;
  if (file.uid !== 0 || file.gid !== 0) findings.fault(check, path, `belongs to ${file.uid}:${file.gid} and not to root (0:0)`);
  if (!modes.includes(file.mode)) findings.fault(check, path, `has the mode ${octal(file.mode)} and not one of ${modes.map(octal).join(', ')}`);
}

function isTrue(value: string | undefined): boolean {
  return /^(?:true|1)$/i.test(value ?? '');
}
