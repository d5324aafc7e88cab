import { randomUUID } from 'node:crypto';

/** One attempt of a run, as the artifact service tells them apart. */
export interface Attempt {
  readonly number: number;
  /** `failed`: jobs that went well were not run again, and the artifacts of earlier attempts stay visible. */
  readonly jobs: 'all' | 'failed';
  /** The id of the run in the services' own terms; a full re-run has a new one. */
  readonly runBackendId: string;
}

/** A job of an attempt: whoever has its token. */
export interface Job {
  readonly attempt: Attempt;
  readonly jobBackendId: string;
}

/** A run of a workflow: its attempts and its jobs, told apart by their tokens. */
export class WorkflowRun {
  readonly #attempts: Attempt[] = [{ number: 1, jobs: 'all', runBackendId: randomUUID() }];
  readonly #jobs = new Map<string, Job>();

  get attempt(): Attempt {
    const last = this.#attempts.at(-1);
    if (last === undefined) throw new Error('a run has an attempt');
    return last;
  }

  rerun(jobs: Attempt['jobs']): void {
    const { number, runBackendId } = this.attempt;
    this.#attempts.push({ number: number + 1, jobs, runBackendId: jobs === 'all' ? randomUUID() : runBackendId });
  }

  /** Starts a job of the present attempt. @returns its token */
  start(): string {
    const { attempt } = this;
    const jobBackendId = randomUUID();
    const token = unsignedToken(`Actions.ExampleScope Actions.Results:${attempt.runBackendId}:${jobBackendId}`);
    this.#jobs.set(token, { attempt, jobBackendId });
    return token;
  }

  /** @returns undefined where no job has such a token */
  jobOf(token: string): Job | undefined {
    return this.#jobs.get(token);
  }
}

/** The clients read the ids of run and job out of the token; only the real services check its signature. */
function unsignedToken(scp: string): string {
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ scp, exp: Math.floor(Date.now() / 1000) + 21_600 })}.`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
