import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileReason, InputError } from '../../kit/errors.ts';
import { ALLOW_LIMIT, parseAllowList } from '../../leaks/allow.ts';
import { isSecretValue, OWN_RULES, RULES } from '../../leaks/literals.ts';
import { SHORTEST_IDENTIFIER, SHORTEST_VALUE } from '../../leaks/search.ts';
import { parsePolicy, POLICY_LIMIT } from '../../policy/parse-policy.ts';
import type { BuildRequest } from '../../request/build.ts';
import type { LeakRequest, NamedValue } from '../../request/rules.ts';
import type { InputName, InputReader } from '../inputs/inputs.ts';
import { INPUTS } from '../inputs/main.ts';
import { secretsIn, secretsOf } from '../inputs/redact.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { choiceOf, linesOf, textOf, readInputFile } from './values.ts';

/** Variables that hold secrets, by their names. */
const SECRET_NAME = /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|APIKEY|CREDENTIALS?|(?:API|ACCESS|SECRET|PRIVATE|SIGNING|AUTH)_KEY)$/;
/** Homes of users that machines have by themselves; what upstream builds on such machines names them too. */
const COMMON_HOME = /^(?:\/|\/root|\/home\/(?:runner|vscode|ubuntu|user|root|build|nixbld\d*)|\/github\/home|\/homeless-shelter|\/nonexistent|\/tmp|\/var\/empty)\/?$/;

/**
 * Reads what is to be looked for in what is packed.
 * @throws InputError if `leaks-allow` can't be read, or an identifier is too short to be looked for
 */
export function readLeaks(read: InputReader, where: Surroundings): LeakRequest {
  const mode = choiceOf(read, 'leaks', ['warn', 'fail', 'off']);
  const identifiers = linesOf(read, 'identifiers');
  const short = identifiers.find((identifier) => identifier.length < SHORTEST_IDENTIFIER);
  if (short !== undefined) throw new InputError('identifiers', `identifiers: "${short}" has fewer than ${SHORTEST_IDENTIFIER} characters, so it would match everywhere.`);
  return { mode, allow: readAllow(read, where.folder), search: { values: knownValues(read, where.env), identifiers, folders: foldersOf(where) } };
}

function readAllow(read: InputReader, here: string): LeakRequest['allow'] {
  const text = textOf(read, 'leaks-allow');
  if (text === '') return [];
  const file = resolve(here, text);
  try {
    const kind = statSync(file);
    if (!kind.isFile() || kind.size > ALLOW_LIMIT) throw new InputError('leaks-allow', `leaks-allow: ${file} is not a file of up to ${ALLOW_LIMIT / 1024} KiB.`);
    return parseAllowList(readFileSync(file, 'utf8'), file, new Set([...RULES.map(({ id }) => id), ...OWN_RULES]));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError('leaks-allow', `leaks-allow: ${file} can't be read: ${fileReason(cause)}.`, { cause });
  }
}

/** What is secret in the inputs and the environment. What else the runner masks, it does not tell: `leak-values` does. */
function knownValues(read: InputReader, env: Surroundings['env']): readonly NamedValue[] {
  const explicit = linesOf(read, 'leak-values').map((value) => ({ name: '`leak-values`', value }));
  const inputs = INPUTS.filter(({ name }) => name !== 'leak-values').flatMap((spec) =>
    secretsIn(spec, read(spec.name as InputName)).map((value) => ({ name: `the input ${spec.name}`, value })),
  );
  const settings = secretsOf([], read, env['NIX_CONFIG']).map((value) => ({ name: 'a token in NIX_CONFIG', value }));
  const variables = Object.entries(env)
    .filter(([name]) => SECRET_NAME.test(name))
    .map(([name, value = '']) => ({ name: `the variable ${name}`, value: value.trim() }));
  const found = [...[...inputs, ...settings, ...variables].filter(({ value }) => isSecretValue(value)), ...explicit];
  return [...new Map(found.filter(({ value }) => value.length >= SHORTEST_VALUE).map((each) => [each.value, each])).values()];
}

/** Folders that only this machine has. */
function foldersOf({ folder, env }: Surroundings): readonly string[] {
  const homes = [env['HOME'] ?? '', ...['/home/', '/Users/'].map((above) => above + (env['SUDO_USER'] ?? env['USER'] ?? ''))];
  const folders = [folder, env['GITHUB_WORKSPACE'] ?? '', env['RUNNER_TEMP'] ?? '', ...homes].map((each) => each.replace(/\/$/, ''));
  return [...new Set(folders)].filter((each) => /^\/[^/]+\/[^/]+/.test(each) && !COMMON_HOME.test(each) && !each.startsWith('/home/runner/work/_'));
}

/** Reads the policy that an input names. @param here where relative names start from @throws InputError */
export function readPolicy(read: InputReader, here: string): Pick<BuildRequest, 'policy'> {
  const text = textOf(read, 'policy');
  if (text === '') return { policy: undefined };
  const file = resolve(here, text);
  return { policy: parsePolicy(contentsOf(file), file) };
}

function contentsOf(file: string): string {
  return readInputFile('policy', file, { limit: POLICY_LIMIT, regular: true, hint: 'Name a file of the checkout; docs/verify/policy.md says what it holds.' }).toString('utf8');
}
