import { InputError } from '../errors.ts';
import { redactUrls } from '../redact-urls.ts';
import { choiceOf, textOf, wordsOf } from './values.ts';
import type { InputReader } from './inputs.ts';
import type { NixSettings } from '../request.ts';

// Nix manual, nix.conf, "trusted-public-keys": a name, a colon, and an Ed25519 key (32 bytes) in base 64.
const PUBLIC_KEY = /^[^\s:]+:[A-Za-z0-9+/]{43}=$/;

/** @throws InputError */
export function readNixSettings(read: InputReader): NixSettings {
  return {
    substituters: readSubstituters(read),
    trustedPublicKeys: readKeys(read),
    // A builder's own fields are separated by blanks.
    builders: textOf(read, 'builders')
      .split(/[;\n]/)
      .map((builder) => builder.trim())
      .filter((builder) => builder !== ''),
    config: readConfig(read),
    sandbox: choiceOf(read, 'sandbox', ['auto', 'true', 'false']),
  };
}

function readSubstituters(read: InputReader): readonly string[] {
  const urls = wordsOf(read, 'substituters');
  const wrong = urls.find((url) => !/^(?:[a-z][a-z0-9+.-]*:\/\/\S|\/|daemon$|auto$|local\b)/.test(url));
  if (wrong === undefined) return urls;
  throw new InputError('substituters', `substituters: “${redactUrls(wrong)}” is not a URL.`, {
    hint: 'Expected addresses such as https://cache.example.org, s3://bucket or file:///folder.',
  });
}

function readKeys(read: InputReader): readonly string[] {
  const keys = wordsOf(read, 'trusted-public-keys');
  const wrong = keys.find((key) => !PUBLIC_KEY.test(key));
  if (wrong === undefined) return keys;
  throw new InputError('trusted-public-keys', `trusted-public-keys: “${wrong}” is not a public key.`, {
    hint: 'Expected <name>:<44 characters of base 64>, as `nix-store --generate-binary-cache-key` writes it into the public file.',
  });
}

function readConfig(read: InputReader): string {
  const text = textOf(read, 'nix-config').replaceAll('\r\n', '\n');
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*(?:#.*)?$|^\s*!?include\s+\S|^\s*[a-z0-9-]+\s*=/.test(line)) continue;
    // The line itself may hold a token, so it isn't shown.
    throw new InputError('nix-config', `nix-config: line ${index + 1} is not a setting of the form name = value.`);
  }
  return text;
}
