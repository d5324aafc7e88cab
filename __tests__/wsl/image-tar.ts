import { gzipSync } from 'node:zlib';
import { END, file, folder, header, pax, symlink, type HeaderOptions } from '../base/tar-blocks.ts';

/** A member of a tarball; absent fields are those of a file of root that all may read. */
export interface Member {
  readonly kind?: 'file' | 'folder' | 'link' | 'hard link' | 'device' | 'pipe';
  readonly text?: string | Buffer;
  /** Of a link. */
  readonly to?: string;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  /** The owner's name. */
  readonly owner?: string;
}

/** By paths without a slash in front. */
export type Members = Readonly<Record<string, Member>>;

const STORE = 'nix/store';
export const BASH = `${STORE}/00000000000000000000000000000000-bash-5.3`;
export const SYSTEMD = `${STORE}/11111111111111111111111111111111-nixos-wsl-utils-1.0`;
export const ETC = `${STORE}/22222222222222222222222222222222-etc/etc`;
export const WSL_CONF = `${STORE}/33333333333333333333333333333333-etc-wsl.conf`;
export const SHIM = `${STORE}/44444444444444444444444444444444-sh/bin/sh`;
export const ENVIRONMENT = `${STORE}/55555555555555555555555555555555-set-environment`;

/** The first bytes of an ELF program (elf(5)): class, order, machine. */
export function elf(machine: number, bits: 1 | 2 = 2): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.write('\u007fELF', 'latin1');
  bytes[4] = bits;
  bytes[5] = 1;
  bytes.writeUInt16LE(2, 16);
  bytes.writeUInt16LE(machine, 18);
  return bytes;
}

const program = (text: string | Buffer): Member => ({ text, mode: 0o555 });
const link = (to: string): Member => ({ kind: 'link', to });
const dir = (mode = 0o755): Member => ({ kind: 'folder', mode });

/** What the tarball builder of NixOS-WSL writes, as far as any check looks at it: its links, scripts, modes and owners; none of its bulk. */
export const CLEAN: Members = {
  '.': dir(),
  bin: dir(),
  'bin/sh': link(`/${SHIM}`),
  'bin/bash': link(`/${BASH}/bin/bash`),
  etc: dir(),
  'etc/machine-id': { text: '' },
  'etc/nixos': dir(),
  'etc/nixos/configuration.nix': { text: '{ ... }: { wsl.enable = true; }\n' },
  'etc/nixos/.env.example': { text: 'TOKEN=\n' },
  'etc/nixos.ico': { text: 'icon' },
  'etc/passwd': { text: 'root:x:0:0:System administrator:/root:/run/current-system/sw/bin/bash\nnobody:x:65534:65534::/var/empty:/run/current-system/sw/bin/nologin\nnixos:x:1000:100::/home/nixos:/bin/bash\n', mode: 0o644 },
  'etc/set-environment': link(`/${ENVIRONMENT}`),
  'etc/shadow': { text: 'root:!:1::::::\nnobody:!:1::::::\nnixos:!:1::::::\n', mode: 0o640, gid: 318 },
  'etc/static': link(`/${ETC}`),
  'etc/wsl-distribution.conf': { text: '[oobe]\ndefaultName=NixOS\n\n[shortcut]\nicon=/etc/nixos.ico\n', mode: 0o644 },
  'etc/wsl.conf': link('/etc/static/wsl.conf'),
  home: dir(),
  'home/nixos': { kind: 'folder', mode: 0o700, uid: 1000, gid: 100 },
  nix: dir(),
  'nix/store': dir(0o1775),
  [`${BASH}/bin/bash`]: program(elf(62)),
  [ETC]: dir(0o555),
  [`${ETC}/wsl.conf`]: link(`/${WSL_CONF}`),
  [SYSTEMD]: dir(0o555),
  [`${SYSTEMD}/bin/systemd-shim`]: program(elf(62)),
  [WSL_CONF]: { text: '[automount]\nenabled=true\nmountFsTab=false\noptions=metadata,uid=1000,gid=100\nroot=/mnt\n\n[boot]\nsystemd=true\n\n[interop]\nappendWindowsPath=true\nenabled=true\n\n[network]\ngenerateHosts=true\ngenerateResolvConf=true\nhostname=nixos\n\n[user]\ndefault=nixos\n', mode: 0o444 },
  [SHIM]: program(`#!/${BASH}/bin/bash\nexec /${BASH}/bin/sh "$@"\n`),
  [ENVIRONMENT]: { text: 'export EDITOR="nano"\nexport TOKEN_FILE="/run/secrets/token"\nexport GITHUB_TOKEN="$(cat /run/token)"\n' },
  root: dir(0o700),
  sbin: link('/bin'),
  'bin/init': link(`/${SYSTEMD}/bin/systemd-shim`),
  tmp: dir(0o1777),
};

function member(path: string, { kind = 'file', text = '', to = '', mode, uid = 0, gid = 0, owner = '' }: Member): Buffer {
  const name = path === '.' ? '.' : `./${path}`;
  const options: HeaderOptions = { ...(mode !== undefined && { mode }), fields: { 108: octal(uid), 116: octal(gid), ...(owner !== '' && { 265: owner }) } };
  if (kind === 'folder') return folder(name, options);
  if (kind === 'link') return symlink(name, to, options);
  if (kind === 'hard link') return header(name, '1', 0, { ...options, target: `./${to}` });
  if (kind === 'device') return header(name, '3', 0, options);
  if (kind === 'pipe') return header(name, '6', 0, options);
  return Buffer.concat([...(name.length > 100 ? [pax({ path: name })] : []), file(name.slice(0, 100), text, options)]);
}

function octal(value: number): string {
  return `${value.toString(8).padStart(7, '0')}\0`;
}

/** Members in their order, uncompressed. */
export function tarOf(members: Members, ...further: readonly Buffer[]): Buffer {
  return Buffer.concat([...Object.entries(members).map(([path, each]) => member(path, each)), ...further, END]);
}

/** The clean tarball with members changed or added; those that are undefined are left out. */
export function imageTar(changed: Readonly<Record<string, Member | undefined>> = {}): Buffer {
  const members = Object.entries({ ...CLEAN, ...changed }).filter((entry): entry is [string, Member] => entry[1] !== undefined);
  return tarOf(Object.fromEntries(members));
}

export function imageTarball(changed: Readonly<Record<string, Member | undefined>> = {}): Buffer {
  return gzipSync(imageTar(changed), { level: 1 });
}
