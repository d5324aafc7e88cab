import type { ConfFile } from './conf-keys.ts';
import { DISTRIBUTION_CONF, WSL_CONF } from './check-conf.ts';
import { octal, textAt, type Image } from './image.ts';

const PASSWD = '/etc/passwd';
const SHADOW = '/etc/shadow';
const SHADOW_MODES: ReadonlySet<number> = new Set([0o640, 0o600, 0o400, 0o440, 0]);

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly home: string;
  readonly shell: string;
}

/** Checks who there is, who may log in how, and whom WSL logs in. @param confs undefined if they could not be read */
export function checkAccounts(image: Image, confs: { readonly distribution: ConfFile | undefined; readonly wsl: ConfFile | undefined }): void {
  const accounts = checkPasswd(image);
  checkShadow(image, accounts);
  checkDefaultUser(image, accounts, confs);
}

function checkPasswd(image: Image): readonly Account[] {
  const { tree, findings } = image;
  const text = textAt(image, PASSWD);
  if (text === undefined) {
    findings.fault('accounts', PASSWD, 'is missing');
    return [];
  }
  const file = tree.resolve(PASSWD);
  if (file !== undefined && (file.uid !== 0 || ![0o644, 0o664, 0o444].includes(file.mode))) findings.fault('accounts', PASSWD, `belongs to ${file.uid} with the mode ${octal(file.mode)}, and not to root with 0644`);
  const accounts: Account[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const [name = '', , uid = '', gid = '', , home = '', shell = '', ...more] = line.split(':');
    const isWhole = line.split(':').length === 7 && more.length === 0 && name !== '' && /^\d{1,10}$/.test(uid) && /^\d{1,10}$/.test(gid);
    if (!isWhole) findings.fault('accounts', PASSWD, `has in line ${index + 1} not the seven fields of a user`);
    else accounts.push({ name, uid: Number(uid), home, shell });
  }
  const roots = accounts.filter(({ uid }) => uid === 0);
  if (roots.length !== 1 || roots[0]?.name !== 'root') {
    findings.fault('accounts', PASSWD, roots.length === 0 ? 'has no user with uid 0' : `has as users with uid 0: ${roots.map(({ name }) => name).join(', ')}; it may only be root, once`);
  }
  for (const [what, of] of [['name', ({ name }: Account) => name], ['uid', ({ uid }: Account) => String(uid)]] as const) {
    const all = accounts.map(of);
    for (const twice of new Set(all.filter((each, index) => all.indexOf(each) !== index))) if (twice !== '0') findings.fault('accounts', PASSWD, `has the ${what} ${twice} more than once`);
  }
  return accounts;
}

function checkShadow(image: Image, accounts: readonly Account[]): void {
  const { tree, findings } = image;
  const file = tree.resolve(SHADOW);
  const text = textAt(image, SHADOW);
  if (file === undefined || text === undefined) {
    findings.fault('passwords', SHADOW, 'is missing');
    return;
  }
  if (file.uid !== 0) findings.fault('passwords', SHADOW, `belongs to ${file.uid} and not to root`);
  if (!SHADOW_MODES.has(file.mode)) findings.fault('passwords', SHADOW, `has the mode ${octal(file.mode)}, so not only root can read it; 0640 or 0600 would be right`);
  const hashes = new Map(text.split('\n').filter((line) => line !== '').map((line) => [line.split(':')[0] ?? '', line.split(':')[1]] as const));
  for (const [name, hash] of hashes) {
    if (hash === undefined) findings.fault('passwords', SHADOW, 'has a line that is not one of a user');
    else if (hash === '') findings.fault('passwords', SHADOW, `lets ${name} in without a password; "!" locks it, and WSL logs in all the same`);
    else if (!/^[!*]/.test(hash)) findings.fault('passwords', SHADOW, `has a password of ${name}, which every machine would share; set it after the installation`);
  }
  for (const { name } of accounts) if (!hashes.has(name)) findings.fault('passwords', SHADOW, `has no line for ${name}`);
}

/** WSL takes `user.default`, else `oobe.defaultUid`, else root. A user that `oobe.command` makes is not there yet. */
function checkDefaultUser(image: Image, accounts: readonly Account[], { distribution, wsl }: { readonly distribution: ConfFile | undefined; readonly wsl: ConfFile | undefined }): void {
  const { tree, findings } = image;
  const name = wsl?.values.get('user.default');
  const uid = distribution?.values.get('oobe.defaultuid');
  const makes = distribution?.values.has('oobe.command') === true;
  if (name === undefined && uid === undefined) {
    if (!makes) findings.fault('default-user', WSL_CONF, 'names no user.default, so WSL would log in root');
    return;
  }
  const [account, named, file] = name === undefined ? [accounts.find((each) => String(each.uid) === uid), `uid ${uid ?? ''}`, DISTRIBUTION_CONF] : [accounts.find((each) => each.name === name), name, WSL_CONF];
  if (account === undefined) {
    if (name !== undefined || !makes) findings.fault('default-user', file, `names ${named}, which is not in /etc/passwd`);
    return;
  }
  if (account.uid === 0) findings.fault('default-user', file, 'has root as the default user');
  if (name !== undefined && uid !== undefined && String(account.uid) !== uid) findings.fault('default-user', file, `names ${named} with uid ${account.uid}, and wsl-distribution.conf uid ${uid}`);
  if (tree.resolve(account.shell)?.type !== 'file') findings.fault('default-user', account.shell, `is the shell of ${account.name}, and is not in the tarball`);
  if (/\/(?:nologin|false)$/.test(account.shell)) findings.fault('default-user', account.shell, `is the shell of ${account.name}, and lets nobody in`);
  if (!account.home.startsWith('/') || account.home === '/') findings.fault('default-user', PASSWD, `has no home for ${account.name}`);
  const home = tree.resolve(account.home);
  if (home !== undefined && home.uid !== account.uid) findings.fault('default-user', account.home, `is the home of ${account.name}, and belongs to ${home.uid}; give it to its user with "chown"`);
}
