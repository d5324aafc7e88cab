import type { DeltaDocument } from '../../delta/document/delta-document.ts';
import { linkOf } from '../../feature/environment/complete-metadata.ts';
import { BUNDLE_FOLDER, bundleFiles } from '../../feature/files/bundle.ts';
import type { StorePath } from '../../nix/store/store-path.ts';
import { RECORDS } from '../base/wanted-files.ts';
import type { LayerItem } from './layer-items.ts';
import { fishText, profileFileText } from './shell-files.ts';

/** A Feature in an image of one platform. */
export interface InstalledFeature {
  readonly document: DeltaDocument;
  /** The file of its bundle, as it was published. */
  readonly featureEnv: string;
  /** The store paths that came with it, sorted: neither the base nor a Feature before it has them. */
  readonly owned: readonly StorePath[];
}

/** What all Features of an image have in common. */
export interface InstallFacts {
  /** The text of the install runtime. */
  readonly runtime: string;
  readonly runtimeNumber: number;
  readonly registered: 'yes' | 'waiting';
  /** Login shells read /etc/profile.d. */
  readonly profile: boolean;
  /** And fish its own folder. */
  readonly fish: boolean;
}

/** The files of the record that are copies of those of the bundle (install/parts/record.sh). */
const COPIED = ['manifest', 'paths', 'requires', 'registration', 'requires-registration', 'env-path', 'environment', 'complement-paths'];

/** What an installation in mode `secure` leaves besides store paths (docs/reference/formats.md, "On the installed system"). */
export function featureItems({ document, featureEnv, owned }: InstalledFeature, facts: InstallFacts): readonly LayerItem[] {
  const { id } = document.feature;
  const record = `${RECORDS}/${id}`;
  const bundle = new Map(platformFilesOf(document));
  return [
    { path: linkOf(id).slice(1), type: 'symlink', target: document.storePath },
    { path: `nix/var/nix/gcroots/nix-feature-${id}`, type: 'symlink', target: document.storePath },
    ...(facts.profile ? [textItem(`etc/profile.d/nix-feature-${id}.sh`, profileFileText(id, document.env))] : []),
    ...(facts.fish ? [textItem(`etc/fish/conf.d/nix-feature-${id}.fish`, fishText(id, document.env))] : []),
    textItem(`${record}/feature.env`, featureEnv),
    ...COPIED.flatMap((name) => (bundle.has(name) ? [textItem(`${record}/${name}`, bundle.get(name) ?? '')] : [])),
    textItem(`${record}/install.sh`, facts.runtime, 0o755),
    textItem(`${record}/mode`, 'secure\n'),
    textItem(`${record}/runtime`, `${facts.runtimeNumber}\n`),
    textItem(`${record}/options`, 'no links'),
    textItem(`${record}/registered`, `${facts.registered}\n`),
    textItem(`${record}/links`, ''),
    textItem(`${record}/owned`, owned.map((path) => `${path}\n`).join('')),
  ];
}

function textItem(path: string, content: string, mode = 0o644): LayerItem {
  return { path, type: 'file', mode, bytes: Buffer.from(content) };
}

/** The files of a bundle that are about one platform, by their names in its folder. */
export function platformFilesOf(document: DeltaDocument): readonly (readonly [name: string, text: string])[] {
  const folder = `${BUNDLE_FOLDER}/${document.system}/`;
  // The registry and the options are no platform's.
  const files = bundleFiles({ registry: '', repository: '', userLinks: false, options: [] }, [{ document }]);
  return files.flatMap(({ name, text }) => (name.startsWith(folder) ? [[name.slice(folder.length), text] as const] : []));
}
