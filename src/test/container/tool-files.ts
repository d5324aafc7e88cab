import { envFile } from '../../feature/environment/env-file.ts';
import { optionValues, type GivenOptions } from '../../feature/environment/option-environment.ts';
import type { DevUsers } from './users.ts';

/** A small file that the tools write themselves. */
export interface ToolFile {
  /** Relative, with slashes. */
  readonly name: string;
  readonly bytes: string;
}

/** Where the dev container tools put Features while they install them. */
export const FEATURES_FOLDER = '/tmp/dev-container-features';

/** Returns what every Feature gets besides its options, as a file in {@link FEATURES_FOLDER}. */
export function builtinFile({ container, remote }: DevUsers): ToolFile {
  const lines = [`_CONTAINER_USER=${container.name}`, `_REMOTE_USER=${remote.name}`, `_CONTAINER_USER_HOME=${container.home}`, `_REMOTE_USER_HOME=${remote.home}`];
  return { name: 'devcontainer-features.builtin.env', bytes: lines.map((line) => `${line}\n`).join('') };
}

/** The script that the tools start in a Feature's folder. */
export const WRAPPER = 'devcontainer-features-install.sh';

const WRAPPER_TEXT = `#!/bin/sh
set -e
set -a
. ../devcontainer-features.builtin.env
. ./devcontainer-features.env
set +a
chmod +x ./install.sh
./install.sh
`;

/**
 * Returns what the tools write into a Feature's folder: its options, unquoted as they do it, and the script that reads them.
 * @param metadata as JSON
 */
export function toolFiles(metadata: string, given: GivenOptions): readonly ToolFile[] {
  return [
    { name: 'devcontainer-features.env', bytes: envFile(optionValues(metadata, given)) },
    { name: WRAPPER, bytes: WRAPPER_TEXT },
  ];
}
