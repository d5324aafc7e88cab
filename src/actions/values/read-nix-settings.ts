import { InputError } from '../../kit/errors.ts';
import { redactUrls } from '../../kit/safe-text.ts';
import { sshAddress, twoPorts, wrongHostLine } from '../../nix/run/ssh-access.ts';
import type { NixSettings } from '../../request/nix.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { choiceOf, textOf, wordsOf } from './values.ts';

// Each becomes part of a line of nix.conf: a blank, a line break or a comment sign in it would begin something else.
const SUBSTITUTER = /^(?:[a-z][a-z0-9+.-]*:\/\/[^\s#]+|\/[^\s#]*|(?:daemon|auto|local)(?:\?[^\s#]*)?)$/;
// Nix manual, nix.conf, "trusted-public-keys": a name, a colon, and an Ed25519 key (32 bytes) in base 64.
const PUBLIC_KEY = /^[^\s:#]+:[A-Za-z0-9+/]{43}=$/;
// nix.conf(5): "name = value", or a file to include.
const SETTING = /^([a-z0-9][a-z0-9-]*)\s+=(?:\s|$)/;
const INCLUDE = /^!?include\s+\S/;

/** Among the binary caches: those that the nix.conf of the place names. */
const CONFIGURED = 'configured';

/**
 * Reads and checks the settings of Nix. What comes out needs no second look: its parts can be joined to a nix.conf. No
 * message shows a value, as each may hold a secret.
 * @throws InputError
 */
export function readNixSettings(read: InputReader): NixSettings {
  const [words, builders] = [readSubstituters(read), readBuilders(read)];
  const substituters = words.filter((word) => word !== CONFIGURED);
  return {
    substituters,
    ...(words.includes(CONFIGURED) && { configured: true }),
    trustedPublicKeys: readKeys(read),
    builders,
    ...readSsh(read, { builders, substituters }),
    config: readConfig(read),
    sandbox: choiceOf(read, 'sandbox', ['auto', 'true', 'false']),
  };
}

function readSubstituters(read: InputReader): readonly string[] {
  const urls = wordsOf(read, 'substituters');
  const wrong = urls.find((url) => url !== CONFIGURED && !SUBSTITUTER.test(url));
  if (wrong === undefined) return urls;
  throw new InputError('substituters', `substituters: "${redactUrls(wrong)}" is not a URL.`, {
    hint: 'Expected addresses such as https://cache.example.org, s3://bucket or file:///folder, or the word configured for those that nix.conf names.',
  });
}

function readKeys(read: InputReader): readonly string[] {
  const keys = wordsOf(read, 'trusted-public-keys');
  const wrong = keys.findIndex((key) => !PUBLIC_KEY.test(key));
  if (wrong < 0) return keys;
  // It may be the secret one of the pair.
  const [name = ''] = (keys[wrong] ?? '').split(':');
  const shown = (keys[wrong] ?? '').includes(':') ? `"${name}:…"` : `number ${wrong + 1}`;
  throw new InputError('trusted-public-keys', `trusted-public-keys: ${shown} is not a public key.`, {
    hint: 'Expected <name>:<44 characters of base 64>, as `nix-store --generate-binary-cache-key` writes it into the public file.',
  });
}

/** A builder's own fields are separated by blanks. */
function readBuilders(read: InputReader): readonly string[] {
  const builders = textOf(read, 'builders')
    .split(/[;\n]/)
    .map((builder) => builder.trim())
    .filter((builder) => builder !== '');
  const wrong = builders.find((builder) => /[#\p{Cc}]/u.test(builder.replaceAll('\t', ' ')));
  if (wrong === undefined) return builders;
  throw new InputError('builders', `builders: "${redactUrls(wrong.replaceAll(/\p{Cc}/gu, ' '))}" is not a remote builder.`, {
    hint: 'Expected one per line, such as ssh://host x86_64-linux.',
  });
}

function readConfig(read: InputReader): string {
  const text = textOf(read, 'nix-config').replaceAll('\r\n', '\n');
  for (const [index, line] of text.split('\n').entries()) checkConfigLine(line, index + 1);
  return text;
}

function checkConfigLine(line: string, number: number): void {
  if (/[^\P{Cc}\t]/u.test(line)) throw new InputError('nix-config', `nix-config: line ${number} contains a control character.`);
  const text = line.replace(/#.*/, '').trim();
  if (text === '' || INCLUDE.test(text)) return;
  const name = SETTING.exec(text)?.[1];
  if (name === undefined) {
    throw new InputError('nix-config', `nix-config: line ${number} is not a line of nix.conf.`, { hint: 'Expected name = value, with spaces around the equals sign.' });
  }
  if (name === 'accept-flake-config') {
    throw new InputError('nix-config', `nix-config: line ${number} sets accept-flake-config, but the nixConfig of a flake is never accepted here.`, {
      hint: 'Give the binary caches as "substituters" and "trusted-public-keys".',
    });
  }
}

/**
 * Reads how remote builders and stores are reached by ssh. No message shows a key.
 * @throws InputError
 */
function readSsh(read: InputReader, { builders, substituters }: Pick<NixSettings, 'builders' | 'substituters'>): Pick<NixSettings, 'ssh'> {
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
