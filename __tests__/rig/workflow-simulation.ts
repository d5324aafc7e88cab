import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { asText, interpolate, isWanted, type Contexts, type Status } from './expressions.ts';
import { PROJECT } from './paths.ts';

type Result = 'success' | 'failure' | 'skipped';

interface StepFile {
  readonly id?: string;
  readonly if?: string | boolean;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

interface JobFile {
  readonly if?: string | boolean;
  readonly needs?: string | readonly string[];
  readonly strategy?: { readonly matrix: unknown };
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly steps: readonly StepFile[];
}

interface WorkflowFile {
  readonly on: { readonly workflow_call: { readonly inputs: Readonly<Record<string, { readonly default?: unknown }>> } };
  readonly jobs: Readonly<Record<string, JobFile>>;
}

/** A step whose expressions are evaluated. */
export interface ReadyStep {
  readonly job: string;
  /** What the matrix gave this job; empty without one. */
  readonly leg: Readonly<Record<string, unknown>>;
  readonly uses: string;
  readonly run: string;
  readonly with: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

export interface StepOutcome {
  readonly ok: boolean;
  readonly outputs?: Readonly<Record<string, string>>;
}

/** Where something breaks: before a step does its work, or after, so that only what it said is lost. */
export interface Place {
  readonly when: 'before' | 'after';
  readonly at: (step: ReadyStep) => boolean;
}

export interface SimulationOptions {
  /** Below the project. */
  readonly file: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly github: Readonly<Record<string, unknown>>;
  /** Does what a step is for. */
  readonly perform: (step: ReadyStep) => Promise<StepOutcome>;
}

/** A job, or one of a matrix. */
interface Leg {
  readonly job: string;
  readonly matrix: Readonly<Record<string, unknown>>;
  result: Result;
  outputs: Readonly<Record<string, string>>;
}

/**
 * A run of a reusable workflow, by GitHub's rules as far as ours need them: needs, conditions, matrices, outputs, attempts.
 * Left out are permissions, time limits, concurrency and cancelling.
 */
export class WorkflowSimulation {
  readonly #file: WorkflowFile;
  readonly #options: SimulationOptions;
  #legs: Leg[] = [];

  constructor(options: SimulationOptions) {
    this.#options = options;
    this.#file = parse(readFileSync(path.join(PROJECT, options.file), 'utf8')) as WorkflowFile;
  }

  /** What became of each job, by its name and what the matrix gave it. */
  get results(): Readonly<Record<string, Result>> {
    return Object.fromEntries(this.#legs.map(({ job, matrix, result }) => [[job, ...Object.values(matrix).filter((value) => typeof value === 'string' && /^[\w.-]{1,20}$/.test(value))].join(' '), result]));
  }

  /** @param jobs `failed`: what went well is not done again, nor is what has been put out lost */
  async run(jobs: 'all' | 'failed', breaking?: Place): Promise<void> {
    const earlier = jobs === 'all' ? [] : this.#legs.filter(({ result }) => result === 'success');
    this.#legs = [];
    for (const [job, file] of Object.entries(this.#file.jobs)) await this.#job(job, file, earlier, breaking);
  }

  async #job(job: string, file: JobFile, earlier: readonly Leg[], breaking: Place | undefined): Promise<void> {
    const needs = [file.needs ?? []].flat();
    const contexts = { ...this.#contexts(needs), matrix: {} };
    if (!isWanted(file.if, contexts, this.#statusOf(needs))) {
      this.#legs.push({ job, matrix: {}, result: 'skipped', outputs: {} });
      return;
    }
    const isRedone = needs.some((need) => this.#legs.some((leg) => leg.job === need && !earlier.includes(leg)));
    const legs = matrixOf(interpolateAll(file.strategy?.matrix ?? {}, contexts)).map(async (matrix) => {
      const kept = isRedone ? undefined : earlier.find((leg) => leg.job === job && JSON.stringify(leg.matrix) === JSON.stringify(matrix));
      return kept ?? (await this.#leg(job, file, matrix, breaking));
    });
    this.#legs.push(...(await Promise.all(legs)));
  }

  async #leg(job: string, file: JobFile, matrix: Leg['matrix'], breaking: Place | undefined): Promise<Leg> {
    const steps: Record<string, unknown> = {};
    const contexts = { ...this.#contexts([file.needs ?? []].flat()), matrix, steps };
    let failed = false;
    for (const step of file.steps) {
      const status: Status = { success: !failed, failure: failed, cancelled: false };
      if (!isWanted(step.if, contexts, status)) continue;
      const { ok, outputs = {} } = await this.#step(readyStep(job, matrix, step, contexts), breaking);
      failed ||= !ok;
      if (step.id !== undefined) steps[step.id] = { outputs, outcome: ok ? 'success' : 'failure' };
    }
    const outputs = Object.entries(file.outputs ?? {}).map(([name, value]) => [name, asText(interpolate(value, contexts))]);
    return { job, matrix, result: failed ? 'failure' : 'success', outputs: Object.fromEntries(outputs) as Leg['outputs'] };
  }

  async #step(step: ReadyStep, breaking: Place | undefined): Promise<StepOutcome> {
    const breaks = breaking?.at(step) === true;
    if (breaks && breaking.when === 'before') return { ok: false };
    const outcome = await this.#options.perform(step);
    return breaks ? { ok: false } : outcome;
  }

  #contexts(needs: readonly string[]): Contexts {
    const defaults = Object.fromEntries(Object.entries(this.#file.on.workflow_call.inputs).map(([name, { default: value = '' }]) => [name, value]));
    return {
      inputs: { ...defaults, ...this.#options.inputs },
      secrets: this.#options.secrets,
      github: this.#options.github,
      job: { workflow_sha: '0123456789abcdef0123456789abcdef01234567', workflow_repository: 'org/nix-feature-action' },
      needs: Object.fromEntries(needs.map((need) => [need, { result: this.#resultOf(need), outputs: Object.assign({}, ...this.#legs.filter(({ job }) => job === need).map(({ outputs }) => outputs)) as object }])),
      steps: {},
    };
  }

  #resultOf(job: string): Result {
    const results = new Set(this.#legs.filter((leg) => leg.job === job).map(({ result }) => result));
    return (['failure', 'skipped'] as const).find((result) => results.has(result)) ?? 'success';
  }

  #statusOf(needs: readonly string[]): Status {
    const results = needs.map((need) => this.#resultOf(need));
    return { success: results.every((result) => result === 'success'), failure: results.includes('failure'), cancelled: false };
  }
}

function readyStep(job: string, leg: ReadyStep['leg'], { uses = '', run = '', with: given = {}, env = {} }: StepFile, contexts: Contexts): ReadyStep {
  const texts = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asText(interpolate(value, contexts))]));
  return { job, leg, uses, run: asText(interpolate(run, contexts)), with: texts(given), env: texts(env) };
}

function interpolateAll(value: unknown, contexts: Contexts): unknown {
  if (typeof value !== 'object' || value === null) return interpolate(value, contexts);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, interpolate(each, contexts)]));
}

/** A list under `include`, or under the only name that there is; one leg without either. */
function matrixOf(matrix: unknown): readonly Leg['matrix'][] {
  const { include, ...rest } = matrix as { include?: readonly Leg['matrix'][] } & Readonly<Record<string, readonly unknown[]>>;
  if (include !== undefined) return include;
  const [only] = Object.entries(rest);
  return only === undefined ? [{}] : only[1].map((value) => ({ [only[0]]: value }));
}
