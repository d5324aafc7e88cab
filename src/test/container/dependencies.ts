import type { GivenOptions } from '../../feature/environment/option-environment.ts';
import { METADATA_ANNOTATION } from '../../feature/manifest/feature-manifest.ts';
import { readFeatureReference } from '../../feature/metadata/feature-reference.ts';
import { membersOf, stringOf } from '../../feature/metadata/written-json.ts';
import { isFeatureId } from '../../identity.ts';
import { isObject } from '../../json/field.ts';
import { CancelledError, Failure } from '../../kit/errors.ts';
import { parseManifest } from '../../oci/format/parse-manifest.ts';
import { formatReference, parseReference } from '../../oci/format/reference.ts';
import type { Registries } from '../../oci/pull/registries.ts';
import type { Installable } from './feature-container.ts';

/** What a Feature depends on. */
export interface Dependencies {
  /** In the order in which they are installed. */
  readonly found: readonly Installable[];
  /** Names of those that can't be fetched, each with the reason. */
  readonly missing: readonly string[];
}

/**
 * Looks up the Features of `dependsOn`, and those that these depend on. A Feature that can't be fetched is named, and is no failure.
 * @param metadata of our Feature, as JSON
 * @param cleanup ends the connections
 * @throws CancelledError
 */
export async function findDependencies(metadata: string, registries: Registries, cleanup: AsyncDisposableStack): Promise<Dependencies> {
  const found: Installable[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  const visit = async (json: string): Promise<void> => {
    const dependsOn: unknown = JSON.parse(membersOf(json).get('dependsOn') ?? '{}');
    for (const [name, options] of Object.entries(isObject(dependsOn) ? dependsOn : {})) {
      const key = JSON.stringify([name.toLowerCase(), options]);
      if (seen.has(key)) continue;
      seen.add(key);
      try {
        const one = await open(name, isGiven(options) ? options : {}, registries, cleanup);
        await visit(one.metadata);
        found.push(one);
      } catch (error) {
        if (!(error instanceof Failure) || error instanceof CancelledError || registries.job.signal.aborted) throw error;
        missing.push(`${name}: ${error.message}`);
      }
    }
  };
  await visit(metadata);
  return { found, missing };
}

function isJson(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}

function isGiven(value: unknown): value is GivenOptions {
  return isObject(value) || typeof value === 'string' || typeof value === 'boolean';
}

async function open(name: string, options: GivenOptions, registries: Registries, cleanup: AsyncDisposableStack): Promise<Installable> {
  const { kind } = readFeatureReference(name);
  if (kind !== 'registry' || !name.includes('/')) throw new Failure('it is not in a registry.');
  const reference = parseReference(name.toLowerCase());
  const registry = registries.open(reference);
  cleanup.defer(() => registry.close());
  const raw = await registry.root();
  const parsed = parseManifest(raw, formatReference(reference));
  const [layer] = parsed.kind === 'manifest' ? parsed.manifest.layers : [];
  const metadata = parsed.kind === 'manifest' ? parsed.manifest.annotations?.[METADATA_ANNOTATION] : undefined;
  if (layer === undefined || metadata === undefined || !isJson(metadata)) throw new Failure('it is not a Feature, or one from before Features had metadata in their manifest.');
  const id = stringOf(membersOf(metadata).get('id'));
  return {
    id: id !== undefined && isFeatureId(id) ? id : 'dependency',
    metadata,
    options,
    tars: async function* tars() {
      yield registry.blob(layer);
    },
  };
}
