import * as core from '@actions/core';
import { Failure } from '../../kit/errors.ts';
import type { Host } from '../../kit/host.ts';
import type { CommentPart } from '../../report/build/comment.ts';
import { capMarkdown } from '../../report/text/markdown.ts';
import { systemClock, type Clock, plainProgress } from '../progress.ts';
import { createFilter, createMasker } from '../shown.ts';
import { createActionsCache } from './actions-cache.ts';
import { createArtifactStore } from './artifact-download.ts';
import { attemptOf } from './artifact-name.ts';
import { missingArtifactService, uploadFolder } from './artifact-upload.ts';
import { pullRequestOf, writeComment } from './comment.ts';
import { githubRest, isAttested, type GithubRest } from './github-rest.ts';
import { githubMessages, type GithubMessages } from './messages.ts';
import { releaseFiles } from './release-assets.ts';

export interface GithubOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
}

export interface GithubHost extends Host, GithubMessages {
  readonly kind: 'github';
  /** The raw text of an input of action.yml. */
  input(name: string): string;
  /** What the main step remembered; empty if it remembered nothing. */
  state(name: string): string;
  /** The names that it remembered something by, and that begin with `prefix`. */
  stateNames(prefix: string): readonly string[];
  isAttested(digest: string): Promise<boolean | undefined>;
  /** Puts a folder before PATH, for later steps. */
  addPath(folder: string): void;
  /** Sets a variable for later steps. */
  exportVariable(name: string, value: string): void;
  /** Writes parts into the comment of the pull request that the job runs for; a notice says why it can't. */
  comment(parts: readonly CommentPart[]): Promise<void>;
}

const PROGRESS_INTERVAL_MS = 15_000;
const COMMENT_PAUSE_MS = 1000;
const RELEASE_PAUSE_MS = 2000;
/** How the runner hands state to the post step; as in getState of @actions/core. */
const STATE = 'STATE_';

/** What the services of GitHub are asked with. */
interface Job {
  readonly env: GithubOptions['env'];
  readonly log: (text: string) => string;
  readonly messages: GithubMessages;
  /** Undefined without a token. */
  readonly rest: () => GithubRest | undefined;
}

/** Creates the host for a job of GitHub Actions. */
export function createGithubHost({ env, signal, clock = systemClock }: GithubOptions): GithubHost {
  const masker = createMasker();
  const { log } = createFilter(masker);
  const messages = githubMessages(env, log);
  const { debug, warning, info } = messages;
  const job: Job = { env, log, messages, rest: () => githubRest({ env, token: core.getInput('github-token'), signal, debug }) };
  return {
    kind: 'github',
    signal,
    cache: createActionsCache({ env, signal, debug, warning }),
    stage: (title, stage = {}) => plainProgress(title, stage, { clock, interval: PROGRESS_INTERVAL_MS, write: info }),
    mask: (secret) => {
      masker.add(secret);
      if (secret !== '') core.setSecret(secret);
    },
    ...messages,
    ...stepOf(env),
    ...resultsOf(env, log),
    ...artifactsOf(job),
    ...repositoryOf(job),
  };
}

/** What the step was given, and what its main step leaves for its post step. */
function stepOf(env: GithubOptions['env']): Pick<GithubHost, 'input' | 'state' | 'stateNames' | 'saveState'> {
  return {
    input: (name) => core.getInput(name, { trimWhitespace: false }),
    state: (name) => core.getState(name),
    stateNames: (prefix) =>
      Object.keys(env)
        .filter((name) => name.startsWith(STATE + prefix))
        .map((name) => name.slice(STATE.length)),
    saveState: (name, value) => {
      core.saveState(name, value);
    },
  };
}

/** What the step leaves for people and for later steps. */
function resultsOf(env: GithubOptions['env'], log: Job['log']): Pick<GithubHost, 'output' | 'summary' | 'addPath' | 'exportVariable'> {
  return {
    output: (name, value) => {
      core.setOutput(name, value);
    },
    summary: async (markdown) => {
      if ((env['GITHUB_STEP_SUMMARY'] ?? '') === '') {
        core.debug('There is no GITHUB_STEP_SUMMARY, so no summary is written.');
        return;
      }
      await core.summary.addRaw(capMarkdown(log(markdown))).write();
    },
    addPath: (folder) => {
      core.addPath(folder);
    },
    exportVariable: (name, value) => {
      core.exportVariable(name, value);
    },
  };
}

/** It is large, and loaded where it is used. */
async function artifactClient() {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

/** The artifacts of the run. */
function artifactsOf({ env, messages: { info, warning }, rest }: Job): Pick<GithubHost, 'uploadArtifact' | 'artifacts'> {
  const missing = missingArtifactService(env);
  const attempt = attemptOf(env);
  if (missing === undefined) {
    return {
      uploadArtifact: async (name, folder, retentionDays) => uploadFolder(await artifactClient(), { name: { base: name, attempt }, folder, retentionDays, info }),
      artifacts: createArtifactStore({ load: artifactClient, attempt, rest }),
    };
  }
  return {
    uploadArtifact: async (name, folder) => {
      warning(`The artifact "${name}" was not uploaded: ${missing}. The layout is in ${folder}.`);
      return undefined;
    },
  };
}

/** What is kept with the repository: attestations, releases, the comment of the pull request. */
function repositoryOf({ env, log, messages: { info, notice }, rest }: Job): Pick<GithubHost, 'isAttested' | 'releaseFiles' | 'comment'> {
  return {
    isAttested: (digest) => isAttested(rest(), digest),
    releaseFiles: async (tag, files) => {
      const api = rest();
      if (api === undefined) throw new Failure(`The release ${tag} can't be written: "github-token" is empty.`, { hint: 'Leave "github-token" out, or set "release: off".' });
      return releaseFiles(api, tag, files, { pause: RELEASE_PAUSE_MS, info });
    },
    comment: async (parts) => {
      const request = pullRequestOf(env);
      if (request === undefined) {
        info('There is no comment: this job does not run for a pull request.');
        return;
      }
      const api = rest();
      const shown = parts.map(({ key, text }) => ({ key, text: log(text) }));
      const why = api === undefined ? '"github-token" is empty' : await writeComment(api, request, shown, COMMENT_PAUSE_MS);
      if (why !== undefined) notice(`The pull request got no comment: ${why}. The job needs "permissions: pull-requests: write", which pull requests of forks never have. The output comment-body has the text.`);
    },
  };
}
