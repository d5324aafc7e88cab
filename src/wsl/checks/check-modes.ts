import { octal, type Image } from './image.ts';

/** What of a system belongs to nobody but root; homes and what services own lie elsewhere. */
const OF_ROOT = /^\/(?:bin|sbin|lib|lib64|usr|nix\/store|etc|boot)(?:\/|$)/;

/** Checks every member's mode and owner. */
export function checkImageModes({ tree, findings }: Image): void {
  for (const { path, type, mode, uid } of tree.below('')) {
    if (type === 'symlink' || type === 'other') continue;
    if (type === 'file' && (mode & 0o6000) !== 0) findings.fault('modes', path, `is set-uid or set-gid (${octal(mode)}); NixOS makes such wrappers when it boots`);
    const isShared = type === 'directory' && (mode & 0o1000) !== 0;
    if ((mode & 0o002) !== 0 && !isShared) findings.fault('modes', path, `can be changed by everybody (${octal(mode)})`);
    if (uid !== 0 && OF_ROOT.test(path) && !path.startsWith('/etc/nixos')) findings.fault('modes', path, `belongs to ${uid} and not to root`);
  }
}
