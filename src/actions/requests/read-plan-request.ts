import { InputError } from '../../kit/errors.ts';
import { didYouMean } from '../../kit/text.ts';
import { parseReference } from '../../oci/format/reference.ts';
import { isArch, type Arch } from '../../platform.ts';
import type { PlanRequest } from '../../request/build.ts';
import type { InputReader } from '../inputs/inputs.ts';
import { PLAN_INPUTS } from '../inputs/plan.ts';
import { requireLinux, type Surroundings } from '../inputs/surroundings.ts';
import { parseBases } from '../values/base-reference.ts';
import { readArches } from '../values/read-arches.ts';
import { readFlake, readNixpkgs } from '../values/read-flake.ts';
import { readNixSettings } from '../values/read-nix-settings.ts';
import { readInstall } from '../values/read-nix-release.ts';
import { readPublishing } from '../values/read-publishing.ts';
import { booleanOf, choiceOf, countOf, linesOf, refuseDuplicates } from '../values/values.ts';
import { givenInputs, readInclude, readPlace } from './read-request.ts';

const RUNNERS: Readonly<Record<Arch, string>> = { amd64: 'ubuntu-24.04', arm64: 'ubuntu-24.04-arm' };

/**
 * Reads and checks every input of the plan action, before any work.
 * @throws InputError for the first input that can't be used; SetupError if we can't run at all
 */
export function readPlanRequest(read: InputReader, where: Surroundings): PlanRequest {
  requireLinux(where.platform);
  const features = linesOf(read, 'features');
  refuseDuplicates('features', features);
  const bases = parseBases(linesOf(read, 'base-image'), where.folder, parseReference);
  refuseDuplicates('base-image', bases.map(({ text }) => text));
  const arches = readArches(read, where.arch);
  const maxJobs = countOf(read, 'max-jobs') ?? 256;
  if (maxJobs < arches.length) {
    throw new InputError('max-jobs', `max-jobs: ${maxJobs} is too small: one Feature needs a job for each of its ${arches.length} platforms.`);
  }
  // What is published there must be known, so that a namespace is needed as for publishing.
  const { registry, namespace, credentials } = readPublishing((name) => (name === 'push' ? 'true' : read(name)), where.env, 'a plan compares with what is published there');
  return {
    root: where.folder,
    features,
    flakeOf: (folder) => readFlake((name) => (name === 'flake' || name === 'packages' ? '' : read(name)), folder, where.folder),
    include: readInclude(read, undefined),
    ...readNixpkgs(read, bases, where.folder),
    bases,
    arches,
    runners: new Map(arches.map((arch) => [arch, readRunners(read).get(arch) ?? RUNNERS[arch]])),
    ...readPlace(read, bases),
    delivery: choiceOf(read, 'delivery', ['auto', 'layers', 'embed']),
    complement: booleanOf(read, 'complement'),
    registry,
    namespace,
    credentials,
    nix: { ...readNixSettings(read), ...readInstall(read, where) },
    force: booleanOf(read, 'force'),
    bump: booleanOf(read, 'bump'),
    attest: booleanOf(read, 'attest'),
    maxJobs,
    summary: booleanOf(read, 'summary'),
    given: givenInputs(read, PLAN_INPUTS),
  };
}

function readRunners(read: InputReader): ReadonlyMap<Arch, string> {
  const runners = linesOf(read, 'runners').map((line) => {
    const [, arch = '', label = ''] = /^([^=\s]+)\s*=\s*(\S.*)$/.exec(line) ?? [];
    if (isArch(arch)) return [arch, label] as const;
    throw new InputError('runners', `runners: "${line}" does not name the runner of a platform.${didYouMean(arch, Object.keys(RUNNERS))}`, {
      hint: 'Write one per line: amd64=ubuntu-24.04, arm64=ubuntu-24.04-arm.',
    });
  });
  refuseDuplicates('runners', runners.map(([arch]) => arch));
  return new Map(runners);
}
