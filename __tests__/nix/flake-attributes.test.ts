import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { CancelledError, CommandError } from '../../src/kit/errors.ts';
import { nativeSystem } from '../../src/nix/run/emulation.ts';
import { attributePaths, withAttribute } from '../../src/nix/flake/flake-attributes.ts';
import type { ResolvedFlake } from '../../src/nix/flake/flake.ts';
import type { NixSite } from '../../src/nix/run/site.ts';
import { splitChoice } from '../../src/nix/flake/split-choice.ts';
import { HostSite } from '../../src/nix/run/host-site.ts';
import type { System } from '../../src/platform.ts';

const HERE = nativeSystem() ?? 'x86_64-linux';
const OTHER: System = HERE === 'x86_64-linux' ? 'aarch64-linux' : 'x86_64-linux';

function flakeOf(attribute: string, system: System): ResolvedFlake {
  return { reference: 'path:/tools', attribute, system, written: `./tools#${attribute}`, mounts: [], seen: undefined, folder: undefined };
}

/** No Nix is there: what must be asked of it gets no answer. */
const site = new HostSite({ system: HERE, baseEnv: { PATH: '/nowhere' } });

/** Whose Nix fails as it is told, or answers `true`. */
function siteThat(fails: (command: readonly string[]) => CommandError | undefined): NixSite {
  const capture = (argv: readonly string[]): Promise<string> => {
    const error = fails(argv);
    return error === undefined ? Promise.resolve('true') : Promise.reject(error);
  };
  return { where: 'the test', system: HERE, storeIsHere: true, capture, stream: () => assert.fail('not used') };
}

function missing(attribute: string): CommandError {
  return new CommandError('failed', { command: ['nix'], exitCode: 1, stderr: `error: flake 'path:/tools' does not provide attribute '${attribute}'` });
}

describe('an attribute of a flake', () => {
  it('may choose outputs', () => {
    assert.deepEqual(splitChoice('multi'), { path: 'multi', choice: undefined });
    assert.deepEqual(splitChoice('set.multi^man,bin'), { path: 'set.multi', choice: ['man', 'bin'] });
    assert.deepEqual(splitChoice('multi^*'), { path: 'multi', choice: '*' });
  });

  it('is looked for among the packages of this system, and then as it is written', () => {
    assert.deepEqual(attributePaths(flakeOf('set.tool^man', HERE)), [
      ['packages', HERE, 'set', 'tool'],
      ['legacyPackages', HERE, 'set', 'tool'],
      ['set', 'tool'],
    ]);
  });

  it('of another system is one of its packages', () => {
    const written = attributePaths(flakeOf('tool', OTHER))?.filter(([, system]) => system === OTHER);
    assert.deepEqual(written, [['packages', OTHER, 'tool'], ['legacyPackages', OTHER, 'tool']]);
    assert.deepEqual(attributePaths(flakeOf(`checks.${OTHER}.tool`, OTHER))?.at(-1), ['checks', OTHER, 'tool']);
  });

  it('of another system that is written out may begin at the outputs themselves', async () => {
    assert.deepEqual(attributePaths(flakeOf('hydraJobs.tool', OTHER))?.at(-1), ['hydraJobs', 'tool']);
    assert.notDeepEqual(attributePaths(flakeOf('tool', OTHER))?.at(-1), ['tool']);
    const tried: string[] = [];
    const attempt = (attribute: string): Promise<string> => {
      tried.push(attribute);
      return attribute.startsWith('hydraJobs') ? Promise.resolve(attribute) : Promise.reject(missing(attribute));
    };
    const nothingNative = siteThat((command) => missing(command.join(' ')));
    assert.equal(await withAttribute(nothingNative, flakeOf('hydraJobs.tool', OTHER), attempt), 'hydraJobs.tool');
    assert.deepEqual(tried, [`packages.${OTHER}.hydraJobs.tool`, `legacyPackages.${OTHER}.hydraJobs.tool`, 'hydraJobs.tool']);
    // Nix would take a package of its own system of that name, and build that.
    const native = siteThat(() => undefined);
    await assert.rejects(withAttribute(native, flakeOf('hydraJobs.tool', OTHER), attempt), /has no package "hydraJobs\.tool" for /);
  });

  it('in quotes, or with a dot too many, is for Nix to read', () => {
    for (const attribute of ['"a.b"', 'a."b"', '.a', 'a..b', 'a.']) assert.equal(attributePaths(flakeOf(attribute, HERE)), undefined, attribute);
  });

  it('is tried in one place after the other', async () => {
    const tried: string[] = [];
    const result = await withAttribute(site, flakeOf('tool^man', OTHER), (attribute) => {
      tried.push(attribute);
      return tried.length === 1 ? Promise.reject(missing(attribute)) : Promise.resolve(attribute);
    });
    assert.deepEqual(tried, [`packages.${OTHER}.tool^man`, `legacyPackages.${OTHER}.tool^man`]);
    assert.equal(result, tried[1]);
  });

  it('that is in none of them is a failure; what else went wrong is not tried again', async () => {
    await assert.rejects(withAttribute(site, flakeOf('tool', OTHER), (attribute) => Promise.reject(missing(attribute))), /has no package "tool" for /);
    let times = 0;
    const cancelled = withAttribute(site, flakeOf('tool', OTHER), () => {
      times++;
      return Promise.reject(new CancelledError('stopped'));
    });
    await assert.rejects(cancelled, CancelledError);
    assert.equal(times, 1);
  });
});
