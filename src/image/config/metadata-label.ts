import { isObject } from '../../json/field.ts';
import { JsonError, parseJson } from '../../json/parse-json.ts';

/** Where images have what dev container tools need to know of them (containers.dev, "Image Metadata"). */
export const METADATA_LABEL = 'devcontainer.metadata';

/** Bytes of a label. */
const LABEL_LIMIT = 4 * 1024 * 1024;
const COMMANDS = ['onCreateCommand', 'updateContentCommand', 'postCreateCommand', 'postStartCommand', 'postAttachCommand'] as const;

/** What of a Feature's metadata an image carries. Its variables are the image's own. */
const OF_FEATURE: readonly string[] = [...COMMANDS, 'init', 'privileged', 'capAdd', 'securityOpt', 'entrypoint', 'mounts', 'customizations'];

/** And what of a devcontainer.json. */
const OF_DEVCONTAINER: readonly string[] = [
  ...COMMANDS,
  ...'waitFor customizations mounts containerEnv containerUser init privileged capAdd securityOpt remoteUser userEnvProbe remoteEnv'.split(' '),
  ...'overrideCommand portsAttributes otherPortsAttributes forwardPorts shutdownAction updateRemoteUserUID hostRequirements'.split(' '),
];

type Properties = Readonly<Record<string, unknown>>;

/** What an image is described with. */
export interface LabelSources {
  /** The base's label; undefined if it has none. */
  readonly base: string | undefined;
  /** In the order of their installation. */
  readonly features: readonly { readonly text: string; readonly metadata: Properties }[];
  readonly devcontainer: Properties | undefined;
}

/**
 * The text of the label: the base's entries, one for each Feature, and what the devcontainer.json says, each without what it
 * does not say.
 */
export function metadataLabel({ base, features, devcontainer }: LabelSources): string {
  const own = features.map(({ text, metadata }) => ({ id: text, ...picked(metadata, OF_FEATURE) }));
  const last = picked(devcontainer ?? {}, OF_DEVCONTAINER);
  return JSON.stringify([...(entriesOfLabel(base) ?? []), ...own, ...(Object.keys(last).length === 0 ? [] : [last])]);
}

/** @returns undefined for a label that is neither a list nor an object: the tools take no notice of one either */
export function entriesOfLabel(label: string | undefined): readonly unknown[] | undefined {
  if (label === undefined) return [];
  try {
    const json = parseJson(label, { bytes: LABEL_LIMIT });
    return Array.isArray(json) ? (json as unknown[]) : isObject(json) ? [json] : undefined;
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return undefined;
  }
}

function picked(properties: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(properties, name) ? [[name, properties[name]]] : [])));
}
