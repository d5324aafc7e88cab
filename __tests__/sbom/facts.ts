import { packageMeta, type PackageMetas } from '../../src/nix/meta/package-meta.ts';
import type { SbomFacts } from '../../src/sbom/component.ts';
import { document, pathOf, withComplement } from '../report/sample.ts';

/** What a flake says of the packages of the sample: all of it of jq, odd things of others, nothing of the rest. */
export const METAS: PackageMetas = new Map([
  [
    pathOf('jq-1.7'),
    packageMeta({
      name: 'jq',
      version: '1.7',
      description: 'Lightweight and flexible command-line JSON processor',
      homepage: 'https://jqlang.github.io/jq/',
      cpe: 'cpe:2.3:a:jqlang:jq:1.7:*:*:*:*:*:*:*',
      licences: ['MIT', 'CC-BY-3.0'],
      maintainers: ['Raf <raf@example.org>', 'Somebody'],
      namespace: 'NixOS/nixpkgs',
    }),
  ],
  [pathOf('ripgrep-14'), packageMeta({ licences: ['Our company, "in-house" <licence>', 'mit', 'Unfree'] })],
  [pathOf('glibc-2.38'), packageMeta({ name: 'glibc', version: '2.38+p1', licences: ['LGPL-2.1-or-later'] })],
]);

export function sbomFacts(): SbomFacts {
  return { document: withComplement(document()), metas: METAS, created: 1_700_000_000 };
}
