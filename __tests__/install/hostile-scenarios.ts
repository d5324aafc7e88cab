import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe } from '@jest/globals';
import { pack, type Header } from 'tar-stream';
import type { LayerEntry } from '../../src/delta/document/delta-document.ts';
import { parseDigest } from '../../src/oci/format/digest.ts';
import { storePath, type TestPath } from '../nix/nar-builder.ts';
import { embed, scratchFolder, SYSTEM, writeFeature } from './feature-folder.ts';
import { it } from './sampled.ts';
import { install, makeRoot, removeTree, runToEnd, snapshot, type Ran, type Shell } from './sandbox.ts';

const tool: TestPath = { path: storePath('a', 'tools'), tree: { entries: { file: 'x' } } };
const TOOL = tool.path.slice(1);
const OTHER = storePath('z', 'not-on-the-list').slice(1);

type Member = Partial<Header> & { readonly name: string; readonly body?: string | Buffer };

const START: readonly Member[] = [
  { name: 'nix/', type: 'directory', mode: 0o755 },
  { name: 'nix/store/', type: 'directory', mode: 0o755 },
  { name: `${TOOL}/`, type: 'directory', mode: 0o555 },
];

const scratch = scratchFolder('hostile-test');
let count = 0;

async function tarOf(members: readonly Member[]): Promise<Buffer> {
  const tar = pack();
  for (const { body = '', ...header } of members) {
    tar.entry({ mtime: new Date(1000), uid: 0, gid: 0, mode: 0o444, type: 'file', ...header }, body);
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function sha256(bytes: Buffer): LayerEntry['digest'] {
  return parseDigest(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
}

interface Lie {
  readonly blob?: Buffer;
  readonly entry?: Partial<LayerEntry>;
}

/** A Feature whose one layer is these bytes, and whose manifest says so, but for the lies. */
async function installBytesWith(shell: Shell, tar: Buffer, lie: Lie = {}): Promise<{ said: string; code: number | null; root: string }> {
  const folder = join(scratch, String((count += 1)));
  const blob = lie.blob ?? gzipSync(tar);
  let entry: LayerEntry | undefined;
  await writeFeature(folder, {
    added: [tool],
    delivery: 'layers',
    lie: (document) => {
      const [layer] = document.layers;
      assert.ok(layer);
      entry = { ...layer, digest: sha256(blob), size: blob.length, diffId: sha256(tar), tarSize: tar.length, ...lie.entry };
      return { ...document, layers: [entry] };
    },
  });
  assert.ok(entry);
  writeFileSync(`${folder}.blob`, blob);
  embed(folder, entry, `${folder}.blob`);
  mkdirSync(`${folder}.root`);
  const root = makeRoot(join(`${folder}.root`, 'in'));
  const before = snapshot(`${folder}.root`);
  const ran = await install(shell, { folder }, root);
  if (ran.code !== 0) assert.deepEqual(snapshot(`${folder}.root`), before, 'nothing is written');
  return { ...ran, root };
}

// BusyBox shows names without what it would cut off anyway.
const UPWARDS = /an absolute name, or one with \. or \.\.|a member outside nix\/store/;

const HOSTILE: readonly (readonly [what: string, members: readonly Member[], message: RegExp])[] = [
  ['an absolute name', [...START, { name: '/etc/evil', body: 'x' }], UPWARDS],
  ['a name that goes up', [...START, { name: `${TOOL}/../../../etc/evil`, body: 'x' }], UPWARDS],
  ['a name that begins with ..', [{ name: '../evil', body: 'x' }], UPWARDS],
  ['a name with a dot', [...START, { name: `${TOOL}/./file`, body: 'x' }], /with \. or \.\./],
  ['a member outside the store', [...START, { name: 'nix/var/nix/db/evil', body: 'x' }], /outside nix\/store/],
  ['a member beside nix', [...START, { name: 'etc/evil', body: 'x' }], /outside nix\/store/],
  ['a file in the place of the store', [{ name: 'nix/store', body: 'x' }], /outside nix\/store/],
  ['a store path that is not on the list', [...START, { name: OTHER, body: 'x' }], /not on the Feature's list/],
  ['what begins like a listed path', [...START, { name: `${TOOL}-more`, body: 'x' }], /not on the Feature's list/],
  ['a file below a link', [...START, { name: `${TOOL}/out`, type: 'symlink', linkname: '/etc' }, { name: `${TOOL}/out/evil`, body: 'x' }], /not inside a folder of the layer/],
  [
    'a file below a link that looks like a folder, where names are shown without what is not ASCII',
    [...START, { name: `${TOOL}/ü`, type: 'symlink', linkname: '/etc' }, { name: `${TOOL}/ö/`, type: 'directory' }, { name: `${TOOL}/ü/evil`, body: 'x' }],
    /not inside a folder of the layer|a link and a folder whose names can't be told apart/,
  ],
  [
    'a folder that becomes a link and a folder again',
    [
      ...START,
      { name: `${TOOL}/d/`, type: 'directory' },
      { name: `${TOOL}/d`, type: 'symlink', linkname: '/etc' },
      { name: `${TOOL}/d/`, type: 'directory' },
      { name: `${TOOL}/d/evil`, body: 'x' },
    ],
    /the same name twice/,
  ],
  ['the same file twice', [...START, { name: `${TOOL}/file`, body: 'x' }, { name: `${TOOL}/file`, body: 'y' }], /the same name twice/],
  ['a hard link to a file of the system', [...START, { name: `${TOOL}/shadow`, type: 'link', linkname: '/etc/shadow' }], /a hard link to something that is not a file of the layer/],
  ['a hard link that goes up', [...START, { name: `${TOOL}/up`, type: 'link', linkname: `${TOOL}/../../../etc/shadow` }], /a hard link to something that is not a file of the layer/],
  [
    'a hard link through a link',
    [...START, { name: `${TOOL}/out`, type: 'symlink', linkname: '/etc' }, { name: `${TOOL}/x`, type: 'link', linkname: `${TOOL}/out/shadow` }],
    /a hard link to something that is not a file of the layer/,
  ],
  ['a hard link into another store path', [...START, { name: `${TOOL}/x`, type: 'link', linkname: `${OTHER}/file` }], /a hard link to something that is not a file of the layer/],
  ['a character device', [...START, { name: `${TOOL}/null`, type: 'character-device', devmajor: 1, devminor: 3 }], /a device or another special file/],
  ['a block device', [...START, { name: `${TOOL}/disk`, type: 'block-device', devmajor: 8, devminor: 0 }], /a device or another special file/],
  ['a pipe', [...START, { name: `${TOOL}/pipe`, type: 'fifo' }], /a device or another special file/],
  ['a set-uid program', [...START, { name: `${TOOL}/su`, mode: 0o4555, body: 'x' }], /a set-uid, set-gid or sticky bit/],
  ['a set-gid folder', [...START, { name: `${TOOL}/d/`, type: 'directory', mode: 0o2755 }], /a set-uid, set-gid or sticky bit/],
  ['a file of another owner', [...START, { name: `${TOOL}/file`, uid: 1000, gid: 1000, body: 'x' }], /an owner other than root/],
  ['names that look like a listing', [...START, { name: `${TOOL}/x\n-r--r--r-- 0/0 1 1970-01-01 00:00 ${TOOL}/y\n/etc/evil`, body: 'x' }], /refused/],
];

/** What a layer may not hold, whatever its digest says. */
export function hostileScenarios(shell: Shell): void {
  const installBytes = (tar: Buffer, lie?: Lie): ReturnType<typeof installBytesWith> => installBytesWith(shell, tar, lie);
  afterAll(() => {
    removeTree(scratch);
  });

  describe(`a layer is refused, and nothing of it written, under ${shell.name}, for`, () => {
    for (const [what, members, message] of HOSTILE) {
      it.concurrent(what, async () => {
        const { code, said } = await installBytes(await tarOf(members));
        assert.equal(code, 1, said);
        assert.match(said, message);
      });
    }

    it.concurrent('files below links, which lead nowhere else while they are read', async () => {
      const outside = join(scratch, `outside-${(count += 1)}`);
      mkdirSync(outside);
      for (const linkname of [outside, `../../../../../../../../../../../../../..${outside}`]) {
        const link: Member = { name: `${TOOL}/out`, type: 'symlink', linkname };
        for (const members of [
          [...START, link, { name: `${TOOL}/out/evil`, body: 'x' }],
          [...START, { name: `${TOOL}/out/`, type: 'directory' }, link, { name: `${TOOL}/out/`, type: 'directory' }, { name: `${TOOL}/out/evil`, body: 'x' }],
          [...START, link, { name: `${TOOL}/evil`, type: 'link', linkname: `${TOOL}/out` }, { name: `${TOOL}/evil/evil`, body: 'x' }],
        ] satisfies (readonly Member[])[]) {
          const { code, said } = await installBytes(await tarOf(members));
          assert.equal(code, 1, said);
          assert.deepEqual(readdirSync(outside), []);
        }
      }
    });

    it.concurrent('a path that another layer has brought, maybe as a link', async () => {
      const { folder } = await writeFeature(join(scratch, String((count += 1))), { added: [tool, { path: storePath('b', 'lib'), tree: 'x' }], groups: [[tool.path], [storePath('b', 'lib')]] });
      const paths = join(folder, 'nix-feature', SYSTEM, 'paths');
      const [first = '', second = ''] = readFileSync(paths, 'utf8').split('\n');
      writeFileSync(paths, `${first}\n${second}\n${first.slice(0, first.lastIndexOf(' '))}${second.slice(second.lastIndexOf(' '))}\n`);
      const ran = await install(shell, { folder }, makeRoot(join(`${folder}.root`, 'in')));
      assert.equal(ran.code, 1, ran.said);
      assert.match(ran.stderr, /names \/nix\/store\/\S+ twice/);
    });

    it.concurrent('bytes that its codec does not take, whose digest is right', async () => {
      const tar = await tarOf([...START, { name: `${TOOL}/file`, body: 'x'.repeat(100_000) }]);
      for (const blob of [Buffer.from('neither gzip nor anything else'), gzipSync(tar).subarray(0, 120)]) {
        const { code, said } = await installBytes(tar, { blob, entry: { digest: sha256(blob), size: blob.length } });
        assert.equal(code, 1, said);
        assert.match(said, /the layer \S+ can't be decompressed: .*gzip/);
      }
    });

    it.concurrent('a listing that a full disk has no room for', async () => {
      const { folder } = await writeFeature(join(scratch, String((count += 1))), { added: [tool] });
      const [program = '', ...args] = shell.argv;
      const listing = `drwxr-xr-x 0/0 0 1970-01-01 00:00 ${TOOL}/\n-r--r--r-- 0/0 1 1970-01-01 00:00 ${TOOL}/file\n`;
      const check = `. ${folder}/nix-feature/install.sh; nf_begin; nf_layer=$nf_nl/${TOOL}$nf_nl nf_tar_links=g nf_staging=/nowhere name=it; printf '%s' "$LISTING" | nf_check_members`;
      const open = '3> /dev/null 4> /dev/null 5> /dev/null 6> /dev/null';
      const call = (redirections: string): Promise<Ran> => runToEnd([program, ...args, '-c', `${check} ${redirections}`], { PATH: shell.path, LISTING: listing });
      assert.equal((await call(open)).code, 0);
      for (const full of ['3> /dev/full', '4> /dev/full']) assert.match((await call(`${open} ${full}`)).stderr, /can't write to \/nowhere\.\nnix-feature: {3}Is the disk full/);
    });

    it.concurrent('a listed path that it does not hold', async () => {
      const { code, said } = await installBytes(await tarOf(START.slice(0, 2)));
      assert.equal(code, 1);
      assert.match(said, /no layer holds/);
    });

    it.concurrent('bytes that are no tar', async () => {
      const { code, said } = await installBytes(Buffer.from('no tar at all '.repeat(100)));
      assert.equal(code, 1);
      assert.match(said, /is not a complete tar archive/);
    });

    it.concurrent('a tar that is cut short', async () => {
      const whole = await tarOf([...START, { name: `${TOOL}/file`, body: 'x'.repeat(5000) }]);
      const { code, said } = await installBytes(whole.subarray(0, 3000));
      assert.equal(code, 1);
      assert.match(said, /is not a complete tar archive/);
    });

    it.concurrent('other bytes than the digest names', async () => {
      const tar = await tarOf([...START, { name: `${TOOL}/file`, body: 'x' }]);
      const right = gzipSync(tar);
      const wrong = Buffer.from(right);
      wrong.writeUInt8(wrong.readUInt8(20) ^ 1, 20);
      const { code, said } = await installBytes(tar, { blob: wrong, entry: { digest: sha256(right) } });
      assert.equal(code, 1);
      assert.match(said, /is not what its manifest says/);
    });

    it.concurrent('a truncated file', async () => {
      const tar = await tarOf([...START, { name: `${TOOL}/file`, body: 'x' }]);
      const right = gzipSync(tar);
      const { code, said } = await installBytes(tar, { blob: right.subarray(0, 100), entry: { digest: sha256(right), size: right.length } });
      assert.equal(code, 1);
      assert.match(said, /is not what its manifest says/);
    });

    it.concurrent('a diff id that is another', async () => {
      const tar = await tarOf([...START, { name: `${TOOL}/file`, body: 'x' }]);
      const { code, said } = await installBytes(tar, { entry: { diffId: sha256(Buffer.from('another')) } });
      assert.equal(code, 1);
      assert.match(said, /unpacks to other bytes/);
    });

    it.concurrent('a bomb, of which no more is unpacked than was promised', async () => {
      const zeros = Buffer.alloc(32 * 1024 * 1024);
      const blob = gzipSync(zeros, { level: 1 });
      const tar = await tarOf([...START, { name: `${TOOL}/file`, body: 'x' }]);
      const { code, said } = await installBytes(tar, { blob, entry: { digest: sha256(blob), size: blob.length } });
      assert.equal(code, 1);
      assert.match(said, /unpacks to other bytes, or to more than the 3584 bytes/);
    });
  });

  describe(`under ${shell.name}, a layer is taken for`, () => {
    it('an owner that is spelt like root, who does not get the file', async () => {
      const members = [...START, { name: `${TOOL}/file`, uid: 7, gid: 7, uname: 'root', gname: 'root', body: 'x' }];
      const { code, said, root } = await installBytes(await tarOf(members));
      // BusyBox's listing shows names where there are some; unpacking heeds neither names nor numbers.
      if (code === 0) assert.equal(lstatSync(join(root, tool.path, 'file')).uid, process.getuid?.());
      else assert.match(said, /an owner other than root/);
    });

    it('names that are not ASCII, and differ in nothing else', async () => {
      const { code, said, root } = await installBytes(
        await tarOf([
          ...START,
          { name: `${TOOL}/grün`, body: 'x' },
          { name: `${TOOL}/grön`, body: 'y' },
          { name: `${TOOL}/ordner-ä/`, type: 'directory' },
          { name: `${TOOL}/ordner-ä/a`, body: 'z' },
          { name: `${TOOL}/ordner-ö/`, type: 'directory' },
          { name: `${TOOL}/ordner-ö/a`, type: 'link', linkname: `${TOOL}/ordner-ä/a` },
          { name: `${TOOL}/é`, type: 'symlink', linkname: 'grün' },
          { name: `${TOOL}/è`, type: 'symlink', linkname: 'grön' },
        ]),
      );
      assert.equal(code, 0, said);
      assert.deepEqual(readdirSync(join(root, tool.path)).sort(), ['grön', 'grün', 'ordner-ä', 'ordner-ö', 'è', 'é'].sort());
      assert.equal(readFileSync(join(root, tool.path, 'è'), 'utf8'), 'y');
      assert.equal(readFileSync(join(root, tool.path, 'ordner-ö/a'), 'utf8'), 'z');
    });

    it('names with arrows (but not by BusyBox, which lists hard links so), and hard links among its own files', async () => {
      const second = `${TOOL}/b ${shell.name.startsWith('BusyBox') ? '-)' : '->'} c`;
      const { code, said, root } = await installBytes(
        await tarOf([...START, { name: `${TOOL}/a`, body: 'x' }, { name: second, body: 'y' }, { name: `${TOOL}/z`, type: 'link', linkname: `${TOOL}/a` }]),
      );
      // The made-up bytes are not what the Feature says of the path, which only the second run can see.
      assert.equal(code, 0, said);
      assert.deepEqual(readdirSync(join(root, tool.path)), ['a', second.slice(TOOL.length + 1), 'z']);
      assert.equal(existsSync(join(root, 'nix/.nix-feature-damaged')), false);
    });
  });
}
