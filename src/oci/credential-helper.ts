import { spawn } from 'node:child_process';
import { SetupError } from '../errors.ts';
import type { Credential } from './credentials.ts';

const TIME_LIMIT = 30_000;
const OUTPUT_LIMIT = 1024 * 1024;

/**
 * Asks `docker-credential-<name> get` (docker/docker-credential-helpers) for the login to a server.
 * @returns undefined where the helper knows none
 * @throws SetupError where the helper is missing or fails
 */
export async function askHelper(name: string, server: string, env: NodeJS.ProcessEnv): Promise<Credential | undefined> {
  const program = `docker-credential-${name}`;
  if (!/^[\w.-]+$/.test(name)) {
    throw new SetupError(`“${name}” in docker's config.json is not the name of a credential helper.`);
  }
  const { code, output } = await run(program, server, env);
  if (code !== 0) {
    // The protocol's one way to say "none": these words on standard output, and an exit code.
    if (/credentials not found|no credentials (?:server URL|username)/i.test(output)) return undefined;
    throw new SetupError(`${program} get failed for ${server} with exit code ${code}: ${oneLine(output)}`, {
      hint: `Log in again, or take the helper for ${server} out of docker's config.json.`,
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

function run(program: string, input: string, env: NodeJS.ProcessEnv): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    // Not spawn's own timeout: where the program can't be started, that one keeps the process alive until it ends.
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const child = spawn(program, ['get'], { env, stdio: ['pipe', 'pipe', 'ignore'], signal });
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= OUTPUT_LIMIT) chunks.push(chunk);
      else child.kill();
    });
    child.on('error', (cause) => {
      reject(
        new SetupError(`The credential helper ${program} ${signal.aborted ? 'gave no answer in time' : `can't be run: ${cause.message}`}.`, {
          cause,
          hint: `Install it, or take it out of docker's config.json.`,
        }),
      );
    });
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
    // A helper that does not read its input is none of our business.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 300) || 'it said nothing';
}
