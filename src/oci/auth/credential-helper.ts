import { CancelledError, CommandError, messageOf, SetupError } from '../../kit/errors.ts';
import { stream } from '../../programs/process.ts';
import type { Credential } from './credentials.ts';

const TIME_LIMIT = 30_000;
const OUTPUT_LIMIT = 1024 * 1024;

/**
 * Asks `docker-credential-<name> get` (docker/docker-credential-helpers) for the login to a server.
 * @returns undefined if the helper knows none
 * @throws SetupError if the helper is missing or fails
 */
export async function askHelper(name: string, server: string, env: NodeJS.ProcessEnv): Promise<Credential | undefined> {
  const program = `docker-credential-${name}`;
  if (!/^[\w.-]+$/.test(name)) {
    throw new SetupError(`"${name}" in docker's config.json is not the name of a credential helper.`);
  }
  const { code, output } = await run(program, server, env);
  if (code !== 0) {
    // The protocol's one way to say "none": these words on standard output, and an exit code.
    if (/credentials not found|no credentials (?:server URL|username)/i.test(output)) return undefined;
    throw new SetupError(`${program} get failed for ${server} with exit code ${code}: ${oneLine(output)}`, {
      hint: `Log in again, or remove the helper for ${server} from docker's config.json.`,
    });
  }
  try {
    const { Username: username, Secret: secret } = JSON.parse(output) as Record<string, unknown>;
    if (typeof username !== 'string' || typeof secret !== 'string') throw new TypeError('no Username and Secret');
    if (secret === '') return undefined;
    // This name says that the secret is a refresh token.
    return username === '<token>'
      ? { kind: 'identity', token: secret, origin: program }
      : { kind: 'password', username, password: secret, origin: program };
  } catch {
    // Neither the output nor JSON.parse's message about it: they hold the secret.
    throw new SetupError(`${program} get gave an answer for ${server} that is not {"Username", "Secret"} in JSON.`);
  }
}

/** What it says on standard error may hold the secret too: nobody gets to see it. */
async function run(program: string, input: string, env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  const output = (): string => Buffer.concat(chunks).toString('utf8');
  const { stdout, done } = stream([program, 'get'], { purpose: 'login', baseEnv: env, input, signal: AbortSignal.timeout(TIME_LIMIT) });
  try {
    for await (const chunk of stdout) {
      size += (chunk as Buffer).length;
      if (size > OUTPUT_LIMIT) break;
      chunks.push(chunk as Buffer);
    }
    await done;
    return { code: 0, output: output() };
  } catch (error) {
    if (error instanceof CommandError) return { code: error.exitCode, output: output() };
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const why = error instanceof CancelledError ? 'did not answer in time' : `can't be run: ${messageOf(cause)}`;
    throw new SetupError(`The credential helper ${program} ${why}.`, { cause, hint: `Install it, or remove it from docker's config.json.` });
  }
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 300) || 'it said nothing';
}
