import type { Host } from '../kit/host.ts';
import { HostSite, needsCloudKeys } from '../nix/run/host-site.ts';
import { nixConfig } from '../nix/run/settings.ts';
import { nixVersion } from '../nix/run/version.ts';
import { environmentOf, provideNix } from '../place/host-nix.ts';
import type { SetupReport } from '../report/runs/setup.ts';
import type { SetupRequest } from '../request/build.ts';

/**
 * Makes sure that the machine has Nix: uses an installed one, or installs a release from the tool cache. The result says which variables
 * programs need to use it.
 * @throws SetupError, IntegrityError, Failure, CancelledError
 */
export async function setUpNix({ release, nix, given }: SetupRequest, host: Host): Promise<SetupReport> {
  const began = performance.now();
  const { env } = process;
  const provided = await provideNix(release, { job: host, env });
  // It is for the steps of others, whose nix.conf is theirs.
  const config = nixConfig({ ...nix, configured: true }, { place: 'host', privileged: false, emulated: undefined, inherited: env['NIX_CONFIG'] ?? '', singleUser: provided.singleUser });
  const path = environmentOf(provided, env);
  const site = new HostSite({ system: release.system, signal: host.signal, env: { NIX_CONFIG: config, ...path }, needsCloudKeys: await needsCloudKeys(config, env) });
  const { text } = await nixVersion(site, 'host');
  return { nix: text, wanted: release.version, from: provided.from, bin: provided.bin, variables: { NIX_CONFIG: config.trimEnd() }, given, duration: performance.now() - began };
}
