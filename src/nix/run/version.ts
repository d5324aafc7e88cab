import { CommandError, SetupError } from '../../kit/errors.ts';
import { DEFAULT_NIX } from '../install/nix-releases.ts';
import { placeOf, type NixSite } from './site.ts';

export interface NixVersion {
  readonly major: number;
  readonly minor: number;
  /** For people: `Nix 2.8.0`. */
  readonly text: string;
}

/** The first with all that is used here: flakes as they are today, `nix build --json` with derivations and outputs. */
const OLDEST = { major: 2, minor: 8 };

/**
 * Reads `nix (Nix) 2.8.0`, `nix (Lix, like Nix) 2.91.1`, `nix (Determinate Nix 3.8.1) 2.30.1`.
 * @returns undefined if the text is none of these
 */
export function parseNixVersion(text: string): NixVersion | undefined {
  const match = /^nix \(([^)]*)\) (\d+)\.(\d+)\S*$/m.exec(text.trim());
  if (match === null) return undefined;
  return { major: Number(match[2]), minor: Number(match[3]), text: match[0].replace(/^nix \(([^)]*)\)/, '$1') };
}

/** What Nix is asked which one it is. */
export const VERSION_QUESTION = { argv: ['nix', '--version'] } as const;

/**
 * Asks which Nix runs there.
 * @param place decides what a missing Nix is told to do about it
 * @param answer to {@link VERSION_QUESTION}, if that was asked there; one that failed is asked again, to hear why
 * @throws SetupError if there is none, or one too old
 */
export async function nixVersion(site: NixSite, place: 'host' | 'container', answer?: { readonly exitCode: number; readonly lines: readonly string[] }): Promise<NixVersion> {
  if (answer?.exitCode === 0) ANSWERS.set(site, Promise.resolve(answer.lines.join('\n')));
  const printed = await printedVersion(site, place);
  const version = parseNixVersion(printed);
  if (version === undefined) {
    throw new SetupError(`"nix --version" ${placeOf(site)} answered "${printed.trim().slice(0, 80)}", which has no version.`);
  }
  if (version.major < OLDEST.major || (version.major === OLDEST.major && version.minor < OLDEST.minor)) {
    throw new SetupError(
      `Nix ${placeOf(site)} is too old: it is ${version.text}, and ${OLDEST.major}.${OLDEST.minor} or newer is needed.`,
      { hint: place === 'host' ? 'Update it, or use "build-in: container".' : 'Update Nix in the base image, or use "build-in: host".' },
    );
  }
  return version;
}

/** What each Nix has answered: it stays the same while we run, and each question is a start of a program. */
const ANSWERS = new WeakMap<NixSite, Promise<string>>();

/** Returns what `nix --version` prints there; it is asked once. @throws what {@link NixSite.capture} throws */
export function askVersion(site: NixSite): Promise<string> {
  const known = ANSWERS.get(site);
  if (known !== undefined) return known;
  const asked = site.capture(VERSION_QUESTION.argv);
  ANSWERS.set(site, asked);
  asked.catch(() => ANSWERS.delete(site));
  return asked;
}

async function printedVersion(site: NixSite, place: 'host' | 'container'): Promise<string> {
  try {
    return await askVersion(site);
  } catch (cause) {
    if (!isMissingProgram(cause)) throw cause;
    if (place === 'host') {
      throw new SetupError('"build-in: host" needs Nix on the machine, and there is no "nix" in PATH.', {
        cause,
        hint: `Let it be installed ("nix-version: ${DEFAULT_NIX}"), or use "build-in: container", which runs the Nix of the base image.`,
      });
    }
    throw new SetupError(`There is no "nix" in ${site.where}.`, {
      cause,
      hint: 'Use a base image that has Nix in PATH, or "build-in: host", which needs no Nix in the base image.',
    });
  }
}

/** 126 and 127 are what container engines and shells answer for a program that can't be run, or isn't there. */
function isMissingProgram(error: unknown): boolean {
  if (error instanceof SetupError) return (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
  return error instanceof CommandError && (error.exitCode === 126 || error.exitCode === 127);
}
