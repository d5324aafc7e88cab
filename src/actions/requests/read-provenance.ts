import { adviceOf, Failure, InputError } from '../../kit/errors.ts';
import { parsePrivateKey } from '../../provenance/sign/private-key.ts';
import type { ProvenanceRequest, RunFacts, Signing } from '../../request/provenance.ts';
import type { InputName, InputReader } from '../inputs/inputs.ts';
import type { Surroundings } from '../inputs/surroundings.ts';
import { choiceOf, textOf } from '../values/values.ts';

/** What docs/verify/provenance.md says of runs that no service vouches for. */
const ELSEWHERE = 'https://github.com/org/nix-feature-action/blob/v1/docs/verify/provenance.md#elsewhere';

/** Reads who signs, and what run this is. @throws InputError */
export function readProvenanceRequest(read: InputReader, env: Surroundings['env']): { readonly provenance: ProvenanceRequest } {
  return { provenance: { run: readRun(env), signing: readSigning(read, env) } };
}

function readSigning(read: InputReader, env: Surroundings['env']): Signing | undefined {
  const sign = choiceOf(read, 'sign', ['none', 'key', 'keyless'] as const);
  const [key, password] = [read('sign-key').trim(), read('sign-password')];
  if (sign !== 'key' && key !== '') {
    throw new InputError('sign-key', `sign-key: is given, but sign is ${sign}.`, { hint: 'Set "sign: key", or leave "sign-key" out.' });
  }
  if (sign === 'none') return undefined;
  if (sign === 'key') return { by: 'key', key: readKey(key, password) };
  const [fulcio, rekor] = (['fulcio-url', 'rekor-url'] as const).map((name) => readService(read, name));
  if (fulcio === undefined || rekor === undefined) throw new Error('both were read');
  if ((env['SIGSTORE_ID_TOKEN'] ?? '') === '' && (env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') === '') {
    throw new InputError('sign', 'sign: keyless needs an identity, but there is none.', {
      hint: 'On GitHub give the job "permissions: id-token: write"; elsewhere set SIGSTORE_ID_TOKEN to an OpenID Connect token for the audience "sigstore".',
    });
  }
  return { by: 'identity', fulcio, rekor, env };
}

/** Whatever is wrong with it, the key itself is in no message. */
function readKey(text: string, password: string): Extract<Signing, { by: 'key' }>['key'] {
  if (text === '') {
    throw new InputError('sign-key', 'sign-key: is missing, but sign is key.', {
      hint: 'Pass the private key itself, from a secret.',
      inTerminal: 'Give the private key itself as NIX_FEATURE_SIGN_KEY, and its password as NIX_FEATURE_SIGN_PASSWORD.',
    });
  }
  try {
    return parsePrivateKey(text, password);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new InputError('sign-key', `sign-key: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`, adviceOf(error));
  }
}

function readService(read: InputReader, name: Extract<InputName, 'fulcio-url' | 'rekor-url'>): URL {
  const url = URL.parse(textOf(read, name));
  const isLocal = url !== null && url.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url !== null && (url.protocol === 'https:' || isLocal) && url.username === '' && url.password === '') return url;
  throw new InputError(name, `${name}: is not the URL of a service.`, { hint: 'Expected https://host, without a login.' });
}

/** The job (GitHub's documentation, "Default environment variables"). */
function readRun(env: Surroundings['env']): RunFacts {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: attempt = '1' } = env;
  const { GITHUB_WORKFLOW_REF: reference = '', GITHUB_EVENT_NAME: event = '' } = env;
  const found = /^([\w.-]+\/[\w.-]+)\/([^@\s]{1,512})@([\x21-\x7e]{1,512})$/.exec(reference);
  const [, owner = '', path = '', ref = ''] = found ?? [];
  const isJob = URL.parse(server)?.protocol === 'https:' && found !== null;
  if (!isJob) return { builder: ELSEWHERE };
  return {
    builder: `${server}/${reference}`,
    workflow: { repository: `${server}/${owner}`, path, ref },
    ...(/^\d+$/.test(id) && /^\d+$/.test(attempt) ? { invocation: `${server}/${repository}/actions/runs/${id}/attempts/${attempt}` } : {}),
    ...(/^\w{1,64}$/.test(event) ? { event } : {}),
  };
}
