import { relative } from 'node:path';
import * as core from '@actions/core';
import type { SourceLocation } from '../../kit/errors.ts';
import { Failure } from '../../kit/errors.ts';
import type { Host } from '../../kit/host.ts';
import type { ReportWarning } from '../../report/facts/facts.ts';
import type { CommentPart } from '../../report/markdown/comment.ts';
import { capMarkdown } from '../../report/markdown/markdown.ts';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { createMasker } from '../masker.ts';
import { plainProgress } from '../plain-progress.ts';
import { createFilter, withoutCommands } from '../shown.ts';
import { createActionsCache } from './actions-cache.ts';
import { Annotations } from './annotations.ts';
import { createArtifactStore } from './artifact-download.ts';
import { attemptOf } from './artifact-name.ts';
import { missingArtifactService, uploadFolder } from './artifact-upload.ts';
import { writeComment } from './comment.ts';
import { githubRest, isAttested, type GithubRest } from './github-rest.ts';
import { releaseFiles } from './release-assets.ts';
import { pullRequestOf } from './pull-request.ts';

export interface GithubOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
}

/** One of several errors, and where it is. */
export interface Fault {
  readonly message: string;
  readonly at: SourceLocation | undefined;
}

export interface GithubHost extends Host {
  readonly kind: 'github';
  /** The raw text of an input of action.yml. */
  input(name: string): string;
  /** What the main step remembered; empty if it remembered nothing. */
  state(name: string): string;
  /** The names that it remembered something by, and that begin with `prefix`. */
  stateNames(prefix: string): readonly string[];
  /** What `fault` was told, in this order; files are relative to the workspace. */
  readonly faults: readonly Fault[];
  /** The same warnings, with files relative to the workspace; for a summary. */
  inWorkspace(warnings: readonly ReportWarning[]): readonly ReportWarning[];
  isAttested(digest: string): Promise<boolean | undefined>;
  /** Puts a folder before PATH, for later steps. */
  addPath(folder: string): void;
  /** Sets a variable for later steps. */
  exportVariable(name: string, value: string): void;
  /** Writes parts into the comment of the pull request that the job runs for; a notice says why it can't. */
  comment(parts: readonly CommentPart[]): Promise<void>;
  /** An annotation on the run that says why it failed. Does not end it. */
  error(message: string, title: string, at?: SourceLocation): void;
  /** To be called when the step ends: GitHub shows ten annotations of a kind, and the last says how many more there are. */
  endAnnotations(): void;
}

const PROGRESS_INTERVAL_MS = 15_000;
const COMMENT_PAUSE_MS = 1000;
const RELEASE_PAUSE_MS = 2000;
/** How the runner hands state to the post step; as in getState of @actions/core. */
const STATE = 'STATE_';

/** Creates the host for a job of GitHub Actions. */
export function createGithubHost({ env, signal, clock = systemClock }: GithubOptions): GithubHost {
  const masker = createMasker();
  const { log } = createFilter(masker);
  const info = (text: string): void => {
    for (const line of text.split(/\r\n|\n|\r/)) core.info(withoutCommands(log(line)));
  };
  const debug = (text: string): void => {
    core.debug(log(text));
  };
  const annotation = (at: SourceLocation | undefined, title?: string): core.AnnotationProperties => ({
    ...(title !== undefined && { title: log(title) }),
    ...mapFile(fileOf(at, env), log),
    ...(at?.line !== undefined && { startLine: at.line }),
    ...(at?.line !== undefined && at.column !== undefined && { startColumn: at.column }),
  });
  const show = { error: core.error, warning: core.warning, notice: core.notice };
  const annotations = new Annotations<core.AnnotationProperties>({
    show: (kind, message, properties) => {
      show[kind](message, properties);
    },
    log: info,
  });
  const warning = (message: string, at?: SourceLocation): void => {
    annotations.add('warning', log(message), annotation(at));
  };
  const rest = (): GithubRest | undefined => githubRest({ env, token: core.getInput('github-token'), signal, debug });
  let openGroup = false;
  const faults: Fault[] = [];
  return {
    kind: 'github',
    signal,
    cache: createActionsCache({ env, signal, debug, warning }),
    debug,
    info,
    notice: (message, at) => {
      annotations.add('notice', log(message), annotation(at));
    },
    warning,
    faults,
    fault: (message, at) => {
      faults.push({ message, at: placeInWorkspace(at, env) });
      annotations.fault(log(message), annotation(at));
    },
    inWorkspace: (warnings) =>
      warnings.map(({ message, location }) => {
        const place = placeInWorkspace(location, env);
        return place === undefined ? { message } : { message, location: place };
      }),
    error: (message, title, at) => {
      annotations.conclude(log(message), annotation(at, title));
    },
    endAnnotations: () => {
      annotations.end({});
    },
    group: async (title, body) => {
      // GitHub can't nest groups: the inner one would end the outer.
      if (openGroup) {
        info(`— ${title}`);
        return body();
      }
      openGroup = true;
      core.startGroup(withoutCommands(log(title)));
      try {
        return await body();
      } finally {
        core.endGroup();
        openGroup = false;
      }
    },
    stage: (title, stage = {}) => plainProgress(title, stage, { clock, interval: PROGRESS_INTERVAL_MS, write: info }),
    mask: (secret) => {
      masker.add(secret);
      if (secret !== '') core.setSecret(secret);
    },
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
    saveState: (name, value) => {
      core.saveState(name, value);
    },
    uploadArtifact: async (name, folder, retentionDays) => {
      const missing = missingArtifactService(env);
      if (missing !== undefined) {
        warning(`The artifact "${name}" was not uploaded: ${missing}. The layout is in ${folder}.`);
        return undefined;
      }
      const { DefaultArtifactClient } = await import('@actions/artifact');
      return uploadFolder(new DefaultArtifactClient(), { name: { base: name, attempt: attemptOf(env) }, folder, retentionDays, info });
    },
    ...(missingArtifactService(env) === undefined && {
      artifacts: createArtifactStore({
        load: async () => new (await import('@actions/artifact')).DefaultArtifactClient(),
        attempt: attemptOf(env),
        rest,
      }),
    }),
    isAttested: (digest) => isAttested(rest(), digest),
    releaseFiles: async (tag, files) => {
      const api = rest();
      if (api === undefined) throw new Failure(`The release ${tag} can't be written: "github-token" is empty.`, { hint: 'Leave "github-token" out, or set "release: off".' });
      return releaseFiles(api, tag, files, { pause: RELEASE_PAUSE_MS, info });
    },
    addPath: (folder) => {
      core.addPath(folder);
    },
    exportVariable: (name, value) => {
      core.exportVariable(name, value);
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
      if (why !== undefined) annotations.add('notice', log(`The pull request got no comment: ${why}. The job needs "permissions: pull-requests: write", which pull requests of forks never have. The output comment-body has the text.`), {});
    },
    input: (name) => core.getInput(name, { trimWhitespace: false }),
    state: (name) => core.getState(name),
    stateNames: (prefix) =>
      Object.keys(env)
        .filter((name) => name.startsWith(STATE + prefix))
        .map((name) => name.slice(STATE.length)),
  };
}

function placeInWorkspace(at: SourceLocation | undefined, env: GithubOptions['env']): SourceLocation | undefined {
  const { file } = fileOf(at, env);
  return at === undefined || file === undefined ? undefined : { ...at, file };
}

/** The workspace itself is no place that an annotation could be at. */
function fileOf(at: SourceLocation | undefined, env: GithubOptions['env']): core.AnnotationProperties {
  const file = at === undefined ? '' : inWorkspace(at.file, env);
  return file === '' ? {} : { file };
}

function mapFile({ file }: core.AnnotationProperties, rule: (text: string) => string): core.AnnotationProperties {
  return file === undefined ? {} : { file: rule(file) };
}

/** GitHub shows an annotation at a file of the repository only if the path starts from its root. */
function inWorkspace(file: string, env: GithubOptions['env']): string {
  const workspace = env['GITHUB_WORKSPACE'] ?? '';
  const path = workspace === '' ? file : relative(workspace, file);
  return path.startsWith('..') ? file : path;
}
