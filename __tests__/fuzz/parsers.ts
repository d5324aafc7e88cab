import { gzipSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { TarReader } from '../../src/base/tar/tar-reader.ts';
import { ZstdFrames } from '../../src/base/tar/zstd-frames.ts';
import { parseDeltaDocument } from '../../src/delta/document/parse-document.ts';
import { IntegrityError } from '../../src/kit/errors.ts';
import { parseCollection } from '../../src/feature/manifest/collection.ts';
import { readJsonc } from '../../src/feature/metadata/jsonc.ts';
import { checkSchema } from '../../src/feature/contract/schema.ts';
import { parseJson } from '../../src/json/parse-json.ts';
import { parseBuildResult } from '../../src/nix/flake/build.ts';
import { diagnose } from '../../src/nix/flake/diagnose.ts';
import { ExportParser } from '../../src/nix/nar/export.ts';
import { parseLockedInputs } from '../../src/nix/flake/flake-metadata.ts';
import { packagesFlake, pinnedNixpkgs } from '../../src/nix/flake/flake-text.ts';
import { NarParser } from '../../src/nix/nar/nar.ts';
import { parseNixHash, sriOf } from '../../src/nix/store/nix-hash.ts';
import { parseClosure } from '../../src/nix/store/path-info.ts';
import { parseStorePath } from '../../src/nix/store/store-path.ts';
import { canonicalJson } from '../../src/oci/format/canonical-json.ts';
import { joinScopes, parseChallenge } from '../../src/oci/auth/challenge.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { parseAllowList } from '../../src/leaks/allow.ts';
import { Matcher } from '../../src/leaks/matcher.ts';
import { scanBytes } from '../../src/leaks/scanner.ts';
import { parseManifest } from '../../src/oci/format/parse-manifest.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { checkFacts } from '../../src/layout/check-facts.ts';
import { tarOf } from '../base/layer-tar.ts';
import { closureOfTrees, exportOf, narOf, storePath, type TestPath, type Tree } from '../nix/nar-builder.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { readCycloneDx, readSpdx } from '../../src/sbom/read-metas-of.ts';
import { writeCycloneDx } from '../../src/sbom/write-cyclonedx.ts';
import { writeSpdx } from '../../src/sbom/write-spdx.ts';
import { sbomFacts } from '../sbom/facts.ts';
import { document, withComplement } from '../report/sample.ts';
import { parseConf, WSL_CONF_KEYS } from '../../src/wsl/checks/conf-keys.ts';
import { programKind } from '../../src/wsl/read/program-start.ts';
import { elf } from '../wsl/image-tar.ts';
import { HOSTILE_TEXT, mutated, mutatedBytes } from './settings.ts';

/** What reads bytes or text from outside. It returns, or throws an error of ours. */
export interface Parser {
  readonly name: string;
  /** Valid inputs, and what somebody made of them. */
  readonly input: fc.Arbitrary<Buffer>;
  readonly read: (bytes: Buffer) => unknown;
  /** A stream's errors are plain ones: whoever reads a layer says where. */
  readonly plainErrors?: boolean;
}

const LEAKS = new Matcher({ values: [], identifiers: [], folders: [], packages: [] });
const NOTHING = { directory: () => {}, file: () => {}, contents: () => {}, fileEnd: () => {}, symlink: () => {}, beginPath: () => {}, endPath: () => {} };
const TREE: Tree = { entries: { a: 'text', b: { executable: 'program' }, c: { link: '../x' }, d: { entries: { e: '', f: { entries: {} } } } } };
const [A, B] = [storePath('a', 'a'), storePath('b', 'b')];
const PATHS: readonly TestPath[] = [{ path: A, tree: TREE }, { path: B, tree: 'two', references: [A, B] }];
const TAR = await tarOf(['nix/store/', `${A.slice(1)}/bin/tool`, `${A.slice(1)}/link -> ${'long/'.repeat(40)}name`, `${'long/'.repeat(40)}name`], 'x'.repeat(600));
const FRAMES = Buffer.concat([zstdCompressSync(TAR.subarray(0, 900)), Buffer.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 2]), zstdCompressSync(TAR.subarray(900))]);

const INDEX = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: [{ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digestOf('a'), size: 5, platform: { architecture: 'amd64', os: 'linux' } }],
};
const MANIFEST = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf('c'), size: 7 },
  layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digestOf('l'), size: 9, annotations: { a: 'b' } }],
  annotations: { 'dev.containers.metadata': '{}' },
};
const METADATA = {
  id: 'my-tools',
  version: '1.2.0',
  name: 'My tools',
  options: { mode: { type: 'string', enum: ['auto', 'dev'], default: 'auto' }, fast: { type: 'boolean', default: true } },
  containerEnv: { PATH: '/opt/nix-feature/my-tools/bin:${PATH}' },
  mounts: [{ source: 'a', target: '/a', type: 'volume' }],
  postCreateCommand: { a: ['b', 'c'] },
};
const FACTS = {
  schemaVersion: 1,
  feature: { id: 'my-tools', version: '1.2.0' },
  metadata: METADATA,
  files: digestOf('files'),
  delivery: 'auto',
  complement: true,
  origin: { source: 'https://github.com/org/repo', revision: '0123' },
  created: 1,
  reused: { amd64: 1 },
  pushed: { registry: 'ghcr.io', repository: 'org/my-tools' },
};
const PATH_INFO = Object.fromEntries(PATHS.map(({ path, references = [] }) => [path, { narHash: digestOf('x'), narSize: 5, references, deriver: null, ca: { method: 'nar', hash: digestOf('y') }, valid: true }]));
const LOCK = {
  root: 'root',
  version: 7,
  nodes: { root: { inputs: { nixpkgs: 'nixpkgs' } }, nixpkgs: { locked: { type: 'github', owner: 'NixOS', repo: 'nixpkgs', rev: '0'.repeat(40), narHash: 'sha256-x', lastModified: 1 } } },
};
const FLAKE_METADATA = { locked: { narHash: 'sha256-x', rev: 'a' }, locks: LOCK };
const ANSWER = [{ drvPath: `${A}.drv`, outputs: { out: A, bin: { path: B } } }];
const COLLECTION = { sourceInformation: { source: 'x' }, features: [{ id: 'a', version: '1.0.0' }] };
const LOG = ["error: builder for '/nix/store/x.drv' failed with exit code 1;", "error: Cannot build '/nix/store/x.drv'.\n       Reason: builder failed.", "hash mismatch in fixed-output derivation '/nix/store/x.drv':", '  specified: sha256-a\n got: sha256-b', 'at /nix/store/a/flake.nix:3:4', 'error: does not provide attribute', '\n', ' '];

export const PARSERS: readonly Parser[] = [
  bytes('NAR', narOf(TREE), (input) => {
    const parser = new NarParser(NOTHING);
    for (let at = 0; at < input.length && !parser.done; at += 50) parser.write(Buffer.from(input.subarray(at, at + 50)));
  }),
  bytes('export', exportOf(PATHS), (input) => {
    const parser = new ExportParser(closureOfTrees(PATHS).values(), NOTHING);
    for (let at = 0; at < input.length; at += 70) parser.write(Buffer.from(input.subarray(at, at + 70)));
    parser.end();
  }),
  { ...bytes('tar', TAR, readTar), plainErrors: true },
  { ...bytes('zstd frames', FRAMES, readFrames), plainErrors: true },
  json('manifest', MANIFEST, (input) => parseManifest({ digest: digestOf(input), mediaType: '', bytes: input }, 'it')),
  json('index', INDEX, (input) => parseManifest({ digest: digestOf(input), mediaType: '', bytes: input }, 'it')),
  bytes('what is searched for leaks', Buffer.concat([gzipSync('text'), zstdCompressSync('text')]), (input) => scanBytes(LEAKS, input)),
  text('leaks-allow', ['- ', 'rule: ', '"*"', '\n  ', 'path: ', 'file: ', 'reason: ', 'until: ', '2026-12-31', 'x', '*', '&a', '{', '}', '[', ']', ',', '#'], (input) => parseAllowList(input, 'allow.yml', new Set(['x']))),
  text('wsl.conf', ['[boot]', '\n', 'systemd', ' = ', 'true', '[user]\ndefault', '=', '#', ';', '"', '[', ']', '.'], (input) => parseConf(input, WSL_CONF_KEYS)),
  bytes('the start of a program', Buffer.concat([elf(62), Buffer.from('#!/bin/sh -e\n')]), (input) => programKind(input.toString('latin1'))),
  text('reference', ['ghcr.io/', 'org', '/', 'tools', ':', '1.2', '@', digestOf('x'), 'localhost:5000', '[::1]', 'A', '_', '-', '.', 'me@'], parseReference),
  text('challenge', ['Bearer ', 'Basic ', 'realm=', '"', 'https://x', ',', 'service=', 'scope=', ' ', 'repository:a:pull', '=', '\\'], (input) => {
    const challenge = parseChallenge(input);
    return challenge?.scheme === 'bearer' ? joinScopes(['repository:a:pull'], challenge.scopes) : challenge;
  }),
  text('store path', ['/nix/store/', 'a'.repeat(32), '-', 'name', '.', '..', '/', 'e'], parseStorePath),
  text('hash', ['sha256', ':', '-', 'sha512', 'A'.repeat(43), '=', '0'.repeat(64), '1'.repeat(52)], (input) => [parseNixHash(input), sriOf(input)]),
  json('path-info', PATH_INFO, (input) => parseClosure(input.toString('utf8'), 'here')),
  json('metadata', METADATA, (input) => checkSchema(readJsonc('feature', 'file', input.toString('utf8')))),
  json('lock', LOCK, (input) => packagesFlake('a', ['jq'], pinnedNixpkgs(input.toString('utf8'), 'flake.lock'))),
  json('flake metadata', FLAKE_METADATA, (input) => canonicalJson(parseLockedInputs(input.toString('utf8'), false))),
  json('answer of nix build', ANSWER, (input) => parseBuildResult(input.toString('utf8'))),
  json('collection', COLLECTION, (input) => parseCollection(input.toString('utf8'), 'it')),
  json('delta document', withComplement(document()), (input) => parseDeltaDocument(input, 'it')),
  json('feature.json', FACTS, (input) =>
    checkFacts(parsedJson(input), (why) => {
      throw new IntegrityError(why);
    }),
  ),
  json('SBOM in CycloneDX', JSON.parse(writeCycloneDx(sbomFacts())), (input) => readCycloneDx(input, 'it')),
  json('SBOM in SPDX', JSON.parse(writeSpdx(sbomFacts())), (input) => readSpdx(input, 'it')),
  text('policy', ['licences:', '\n', '  allow: [', 'MIT', ', ', ']', 'forbid:', '  - package: ', '"*"', 'exceptions:', '&a ', '*a', '!!set ', 'leaks: fail', '---\n'], (input) => parsePolicy(input, 'policy.yml')),
  text("a builder's log", LOG, diagnose),
];

function parsedJson(input: Buffer): unknown {
  try {
    return parseJson(input, { bytes: 1_000_000 });
  } catch (cause) {
    throw new IntegrityError('it is no JSON', { cause });
  }
}

/* oxlint-disable no-underscore-dangle -- streams that work at once, read without waiting for events */
function readTar(input: Buffer): void {
  let seen = 0;
  const reader = new TarReader(() => seen++);
  for (let at = 0; at < input.length; at += 700) reader._write(Buffer.from(input.subarray(at, at + 700)), 'binary', rethrow);
  reader._final(rethrow);
}

function readFrames(input: Buffer): void {
  const frames = new ZstdFrames();
  frames.resume();
  for (let at = 0; at < input.length; at += 60) frames._transform(Buffer.from(input.subarray(at, at + 60)), 'binary', rethrow);
  frames._flush(rethrow);
}

/* oxlint-enable no-underscore-dangle */

function rethrow(error?: Error | null): void {
  if (error !== undefined && error !== null) throw error;
}

function bytes(name: string, valid: Buffer, read: Parser['read']): Parser {
  return { name, read, input: fc.oneof({ weight: 1, arbitrary: fc.constant(valid) }, { weight: 50, arbitrary: mutatedBytes(valid) }, { weight: 3, arbitrary: fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each)) }) };
}

function json(name: string, valid: unknown, read: Parser['read']): Parser {
  const written = Buffer.from(JSON.stringify(valid));
  const changed = mutated(valid).map((value) => Buffer.from(JSON.stringify(value) ?? ''));
  return { name, read, input: fc.oneof({ weight: 1, arbitrary: fc.constant(written) }, { weight: 20, arbitrary: changed }, { weight: 5, arbitrary: mutatedBytes(written) }) };
}

function text(name: string, words: readonly string[], read: (input: string) => unknown): Parser {
  const parts = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: HOSTILE_TEXT }), { maxLength: 12 });
  return { name, read: (input) => read(input.toString('utf8')), input: parts.map((each) => Buffer.from(each.join(''))) };
}

/** Layers, compressed in each way, for what reads them as a whole. */
export const LAYERS: readonly (readonly [mediaType: string, bytes: Buffer])[] = [
  ['application/vnd.oci.image.layer.v1.tar', TAR],
  ['application/vnd.oci.image.layer.v1.tar+gzip', gzipSync(TAR)],
  ['application/vnd.oci.image.layer.v1.tar+zstd', FRAMES],
];
