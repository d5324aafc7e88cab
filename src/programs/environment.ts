import { isAbsolute } from 'node:path';

/** Whom a program is started for: it decides what of the job's environment the program gets. */
export type Purpose =
  /** A program that needs nothing of the job. */
  | 'plain'
  /** git, as src/git starts it: nothing of the job's git settings either. */
  | 'git'
  /** Nix on the host, which fetches by itself, and by git and ssh. */
  | 'nix'
  /** The same if a store or a binary cache is in S3, whose keys are in the environment. */
  | 'nix with cloud keys'
  /** The client of docker or podman. */
  | 'engine'
  /** A download by our own client, which speaks with one server. */
  | 'download'
  /** The client of the runner's cache service: it speaks with that service alone, by the runner's token. */
  | 'cache'
  /** A command that the user wants to be run here, as a step of the job, or in their terminal: what such a step has, and nothing else. */
  | 'step'
  /** Our own program, which serves a job's binary cache: it asks registries and the runner's cache service. */
  | 'server'
  /** A credential helper, and a client that may start one: the only ones that get cloud keys and tokens. */
  | 'login';

type Environment = Readonly<NodeJS.ProcessEnv>;

/** What every program may know: where programs and folders are, which language, which proxy. */
const PLAIN = /^(PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|TMP|TEMP|TZ|TZDIR|LANG|LANGUAGE|LC_[A-Z]+|LOCALE_ARCHIVE(_\w+)?|((HTTPS?|FTP|ALL|NO)_PROXY|(https?|ftp|all|no)_proxy))$/;
/** Certificates, a user's folders and agents: for all that speaks with a network. */
const NETWORK = /^(SSL_CERT_(FILE|DIR)|XDG_[A-Z_]+|DBUS_SESSION_BUS_ADDRESS|SSH_(AUTH_SOCK|AGENT_PID|ASKPASS|ASKPASS_REQUIRE))$/;
/** Nix's own, the memory of its evaluator, and what a job has set for git's fetches. NIX_FEATURE_PASSWORD is ours alone. */
const NIX = /^((?!NIX_FEATURE_)_?NIX_\w+|LIX_\w+|GC_\w+|CURL_CA_BUNDLE|GIT_(SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|TERMINAL_PROMPT|SSL_\w+|PROXY_\w+|CONFIG_\w+))$/;
const ENGINE = /^((DOCKER|CONTAINERS?|_CONTAINERS|PODMAN|BUILDAH|STORAGE)_\w+|REGISTRY_AUTH_FILE|container)$/;
/** The runner's cache service, and what its client and Node.js may be told of networks. */
const CACHE = /^(ACTIONS_(RUNTIME_TOKEN|RESULTS_URL|CACHE_URL|CACHE_MODE|CACHE_SERVICE_V2|ORCHESTRATION_ID)|GITHUB_SERVER_URL|GITHUB_REF|RUNNER_DEBUG|CACHE_UPLOAD_\w+|SEGMENT_DOWNLOAD_TIMEOUT_MINS|NODE_EXTRA_CA_CERTS|NODE_USE_SYSTEM_CA)$/;
/** What Node.js may be told of networks. */
const NODE = /^(RUNNER_DEBUG|NODE_EXTRA_CA_CERTS|NODE_USE_SYSTEM_CA|SSL_CERT_(FILE|DIR))$/;
const CLOUD = /^((AWS|AZURE|GOOGLE|CLOUDSDK|GCLOUD|ALIBABA_CLOUD|OCI_CLI)_\w+|ECS_CONTAINER_METADATA_\w+)$/;
/** Of helpers: password stores, desktops' key rings, and GitHub's tokens for those that exchange them. */
const HELPER = /^(GNUPGHOME|GPG_(AGENT_INFO|TTY)|PASSWORD_STORE_\w+|DISPLAY|WAYLAND_DISPLAY|GITHUB_TOKEN|GH_TOKEN|ACTIONS_ID_TOKEN_REQUEST_(URL|TOKEN))$/;

/** Inputs may hold secrets that are for us alone, and so may the state of our step and the runner's tokens. */
const STEP = /^(?!INPUT_|STATE_|ACTIONS_(?!ID_TOKEN_)|NIX_FEATURE_)/;

const ALLOWED: Readonly<Record<Purpose, readonly RegExp[]>> = {
  plain: [PLAIN],
  git: [PLAIN],
  nix: [PLAIN, NETWORK, NIX],
  'nix with cloud keys': [PLAIN, NETWORK, NIX, CLOUD],
  engine: [PLAIN, NETWORK, ENGINE],
  download: [PLAIN, NODE],
  cache: [PLAIN, NETWORK, CACHE],
  step: [STEP],
  server: [PLAIN, NETWORK, ENGINE, CLOUD, HELPER, CACHE],
  login: [PLAIN, NETWORK, ENGINE, CLOUD, HELPER],
};

/**
 * Settings that win over those of a repository that Nix's git may be led to: it is somebody's, and neither starts a
 * program before and after a fetch, nor lists files by one.
 */
const INERT_FETCHES = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['log.showSignature', 'false'],
  ['protocol.ext.allow', 'never'],
] as const;

/**
 * Returns the environment of a program on the host. Names that no purpose needs are left out, whoever set them: so neither the
 * inputs of the step, nor the runner's tokens, nor what a loader or an interpreter would obey (LD_PRELOAD, GCONV_PATH)
 * reach a program that way.
 *
 * @param from the job's environment
 * @param asked further names that the user wants the program to see
 */
export function environmentFor(purpose: Purpose, from: Environment, asked: readonly string[] = []): Record<string, string> {
  const allowed = ALLOWED[purpose];
  const kept = Object.entries(from).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && (asked.includes(entry[0]) || allowed.some((names) => names.test(entry[0]))),
  );
  const environment = Object.fromEntries(kept);
  // A relative entry would find programs in whatever folder we stand in.
  if (environment['PATH'] !== undefined) environment['PATH'] = environment['PATH'].split(':').filter((folder) => isAbsolute(folder)).join(':');
  return purpose.startsWith('nix') ? { ...environment, ...gitSettings(INERT_FETCHES, environment) } : environment;
}

/** What a command's environment is made of. */
export interface CommandEnvironment {
  /** What of the environment the program gets; as good as nothing unless given. */
  readonly purpose?: Purpose;
  /** Names of further variables of `baseEnv` that the user wants the program to see. */
  readonly inherit?: readonly string[];
  /** What the environment is chosen from; this process's own unless given. */
  readonly baseEnv?: Readonly<NodeJS.ProcessEnv>;
  /** Settings of ours. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Returns the whole environment of a command. What we read of it must not be translated; nobody reads what a user's own step says. */
export function commandEnvironment({ purpose = 'plain', baseEnv = process.env, inherit, env }: CommandEnvironment): Record<string, string> {
  return { ...environmentFor(purpose, baseEnv, inherit), ...(purpose !== 'step' && { LC_ALL: 'C' }), ...env };
}

/** Settings of git as variables, behind those that are there: the last of a name wins (git-config(1), "ENVIRONMENT"). */
export function gitSettings(settings: readonly (readonly [name: string, value: string])[], before: Environment = {}): Record<string, string> {
  const count = /^\d{1,4}$/.test(before['GIT_CONFIG_COUNT'] ?? '') ? Number(before['GIT_CONFIG_COUNT']) : 0;
  const entries = settings.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${count + index}`, name],
    [`GIT_CONFIG_VALUE_${count + index}`, value],
  ]);
  return { ...Object.fromEntries(entries), GIT_CONFIG_COUNT: String(count + settings.length) };
}
