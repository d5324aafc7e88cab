import { relative } from 'node:path';
import * as core from '@actions/core';
import type { SourceLocation } from '../../kit/errors.ts';
import type { Host } from '../../kit/host.ts';
import type { ReportWarning } from '../../report/build/facts.ts';
import type { Fault } from '../../report/runs/failure.ts';
import { withoutCommands } from '../shown.ts';
import { Annotations } from './annotations.ts';

type Env = Readonly<Record<string, string | undefined>>;
type Rule = (text: string) => string;

/** What a job shows: the lines of its log, and the annotations of its run. */
export interface GithubMessages extends Pick<Host, 'debug' | 'info' | 'notice' | 'warning' | 'fault' | 'group'> {
  /** What `fault` was told, in this order; files are relative to the workspace. */
  readonly faults: readonly Fault[];
  /** The same warnings, with files relative to the workspace; for a summary. */
  inWorkspace(warnings: readonly ReportWarning[]): readonly ReportWarning[];
  /** An annotation on the run that says why it failed. Does not end it. */
  error(message: string, title: string, at?: SourceLocation): void;
  /** To be called when the step ends: GitHub shows ten annotations of a kind, and the last says how many more there are. */
  endAnnotations(): void;
}

/** @param log takes out what must not be shown */
export function githubMessages(env: Env, log: Rule): GithubMessages {
  const info = (text: string): void => {
    for (const line of text.split(/\r\n|\n|\r/)) core.info(withoutCommands(log(line)));
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
  const faults: Fault[] = [];
  return {
    info,
    debug: (text) => {
      core.debug(log(text));
    },
    notice: (message, at) => {
      annotations.add('notice', log(message), annotation(at));
    },
    warning: (message, at) => {
      annotations.add('warning', log(message), annotation(at));
    },
    faults,
    fault: (message, at) => {
      faults.push({ message, at: placeInWorkspace(at, env) });
      annotations.fault(log(message), annotation(at));
    },
    error: (message, title, at) => {
      annotations.conclude(log(message), annotation(at, title));
    },
    endAnnotations: () => {
      annotations.end({});
    },
    inWorkspace: (warnings) =>
      warnings.map(({ message, location }) => {
        const place = placeInWorkspace(location, env);
        return place === undefined ? { message } : { message, location: place };
      }),
    group: foldedGroups(info, log),
  };
}

/** GitHub can't nest groups, as the inner one would end the outer: it is a line. */
function foldedGroups(info: (text: string) => void, log: Rule): Host['group'] {
  let isOpen = false;
  return async (title, body) => {
    if (isOpen) {
      info(`— ${title}`);
      return body();
    }
    isOpen = true;
    core.startGroup(withoutCommands(log(title)));
    try {
      return await body();
    } finally {
      core.endGroup();
      isOpen = false;
    }
  };
}

function placeInWorkspace(at: SourceLocation | undefined, env: Env): SourceLocation | undefined {
  const { file } = fileOf(at, env);
  return at === undefined || file === undefined ? undefined : { ...at, file };
}

/** The workspace itself is no place that an annotation could be at. */
function fileOf(at: SourceLocation | undefined, env: Env): core.AnnotationProperties {
  const file = at === undefined ? '' : inWorkspace(at.file, env);
  return file === '' ? {} : { file };
}

function mapFile({ file }: core.AnnotationProperties, rule: Rule): core.AnnotationProperties {
  return file === undefined ? {} : { file: rule(file) };
}

/** GitHub shows an annotation at a file of the repository only if the path starts from its root. */
function inWorkspace(file: string, env: Env): string {
  const workspace = env['GITHUB_WORKSPACE'] ?? '';
  const path = workspace === '' ? file : relative(workspace, file);
  return path.startsWith('..') ? file : path;
}
