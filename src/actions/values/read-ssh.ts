import { InputError } from '../../kit/errors.ts';
import { sshAddress, twoPorts, wrongHostLine } from '../../nix/run/ssh-access.ts';
import type { NixSettings } from '../../request.ts';
import type { InputReader } from '../inputs/inputs.ts';

/**
 * Reads how remote builders and stores are reached by ssh. No message shows a key.
 * @throws InputError
 */
export function readSsh(read: InputReader, { builders, substituters }: Pick<NixSettings, 'builders' | 'substituters'>): Pick<NixSettings, 'ssh'> {
  const [key, knownHosts] = [readKey(read), readKnownHosts(read)];
  if (key === undefined && knownHosts === undefined) return {};
  const given = key === undefined ? 'known-hosts' : 'ssh-key';
  if (![...builders, ...substituters].some((each) => sshAddress(each) !== undefined || each.startsWith('@'))) {
    throw new InputError(given, `${given}: is given, but no builder is reached by ssh.`, { hint: 'Name one with "builders", such as ssh://user@host aarch64-linux.' });
  }
  const host = twoPorts(builders);
  if (host !== undefined) {
    throw new InputError('builders', `builders: ${host} has builders at several ports, which ssh can't tell apart by its name.`, { hint: 'Give each a name of its own, such as an alias in DNS.' });
  }
  return { ssh: { key, knownHosts } };
}

function readKey(read: InputReader): string | undefined {
  const text = read('ssh-key').replaceAll('\r\n', '\n').trim();
  if (text === '') return undefined;
  // PEM and OpenSSH's own form begin alike (RFC 7468; PROTOCOL.key of OpenSSH).
  if (/^-----BEGIN (?:\w+ )*PRIVATE KEY-----\n[\s\S]+\n-----END (?:\w+ )*PRIVATE KEY-----$/.test(text)) return `${text}\n`;
  throw new InputError('ssh-key', 'ssh-key: is not a private key.', {
    hint: 'Pass the private key itself, from a secret: the whole file, from "-----BEGIN" to "-----END …-----", without a passphrase.',
    inTerminal: 'Give the private key itself, without a passphrase, as NIX_FEATURE_SSH_KEY.',
  });
}

function readKnownHosts(read: InputReader): string | undefined {
  const text = read('known-hosts').replaceAll('\r\n', '\n').trim();
  if (text === '') return undefined;
  const wrong = wrongHostLine(text);
  if (wrong === undefined) return `${text}\n`;
  throw new InputError('known-hosts', `known-hosts: line ${wrong} is not a line of a known_hosts file.`, { hint: 'Expected lines such as "builder.example.org ssh-ed25519 AAAA…", as ssh-keyscan prints them.' });
}
