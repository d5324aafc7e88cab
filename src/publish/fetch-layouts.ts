import { join } from 'node:path';
import { Failure, InputError, SetupError } from '../errors.ts';
import type { FoundArtifact, Host } from '../host/host.ts';
import { ARCHES } from '../platform.ts';
import { formatList } from '../report/format.ts';

const ARCH = ARCHES.join('|');
const NAME = new RegExp(`^feature-(?<id>.+?)-(?:${ARCH})(?:-(?:${ARCH}))*$`);

/**
 * Downloads the layouts that the run's jobs have built.
 * @param id the Feature; undefined: the only one there is
 * @param folder where to; each artifact into a folder of its name
 * @returns their folders
 * @throws SetupError where there is no artifact service; Failure where there is nothing; InputError where it isn't clear which
 */
export async function fetchLayouts(host: Host, id: string | undefined, folder: string): Promise<readonly string[]> {
  const { artifacts } = host;
  if (artifacts === undefined) {
    throw new SetupError('There are no artifacts to publish here.', { hint: 'Name the layouts: nix-feature publish <layout> …' });
  }
  const all = await artifacts.list();
  const wanted = choose(all, id);
  const folders: string[] = [];
  for (const artifact of wanted) {
    const target = join(folder, artifact.name);
    await artifacts.download(artifact, target);
    folders.push(target);
  }
  host.info(`Publishing what ${formatList(wanted.map(({ name }) => name))} hold${wanted.length === 1 ? 's' : ''}.`);
  return folders;
}

function choose(all: readonly FoundArtifact[], id: string | undefined): readonly FoundArtifact[] {
  const built = all.flatMap((artifact) => {
    const found = NAME.exec(artifact.name)?.groups?.['id'];
    return found === undefined ? [] : [{ artifact, id: found }];
  });
  const ids = [...new Set(built.map((each) => each.id))].sort();
  if (id === undefined && ids.length > 1) {
    throw new InputError('feature-id', `feature-id: is missing, and this run built several Features: ${formatList(ids)}.`, {
      hint: 'Publish each with a step of its own that names it.',
    });
  }
  const chosen = built.filter((each) => id === undefined || each.id === id).map(({ artifact }) => artifact);
  if (chosen.length > 0) return chosen;
  const what = id === undefined ? 'no artifact of a Feature' : `no artifact of the Feature “${id}”`;
  throw new Failure(`This run has ${what}; it has ${formatList(all.map(({ name }) => name)) || 'no artifact at all'}.`, {
    hint: 'The jobs that build have to come before this one (needs:), and must not set upload-artifact: false.',
  });
}
