import { PLAN_ONLY, specOf, type InputName, type InputSpec } from './inputs.ts';

const NIX: readonly InputName[] = ['nix-version', 'nix-sha256', 'nix-mirror', 'substituters', 'trusted-public-keys', 'builders', 'ssh-key', 'known-hosts', 'nix-config', 'sandbox'];

/** Every input of plan/action.yml, in its order. */
export const PLAN_INPUTS: readonly InputSpec[] = [
  ...PLAN_ONLY,
  { ...specOf('include'), description: `As in the builds: ${specOf('include').description.replace(/^F/, 'f')}` },
  { ...specOf('base-image'), description: `${specOf('base-image').description.replace(/ Required\.$/, '')} The same for all Features. Required.` },
  ...(['dev-shell', 'shell-hook', 'direnv-hook'] as const).map((name) => ({ ...specOf(name), description: `As in the builds: ${specOf(name).description.replace(/^[AW]/, (first) => first.toLowerCase())}` })),
  ...(['nixpkgs', 'follow-base'] as const).map((name) => ({ ...specOf(name), description: `As in the builds: ${specOf(name).description.replace(/^[TB]/, (first) => first.toLowerCase())}` })),
  specOf('arches'),
  { ...specOf('build-in'), description: "`container`: Nix evaluates in one container of the (first) base image. `host`: Nix on the machine itself. Nothing is started if nothing must be evaluated." },
  ...(['container-engine', 'container-options'] as const).map((name) => specOf(name)),
  { ...specOf('delivery'), description: 'The same value as in the builds. A different value changes the content, and needs a new version.' },
  { ...specOf('complement'), description: 'The same value as in the builds. A different value changes the content, and needs a new version.' },
  ...(['registry', 'namespace', 'username', 'password', 'github-token'] as const).map((name) => specOf(name)),
  ...NIX.map((name) => specOf(name)),
  { ...specOf('summary'), description: 'Write the summary of what must be built, and why.' },
];
