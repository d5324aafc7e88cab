import { newContainerName } from '../engine/container-name.ts';
import type { Engine } from '../engine/engine.ts';
import { startContainer } from '../engine/start-container.ts';
import type { Host } from '../kit/host.ts';
import type { LayoutPlatform } from '../layout/built-layout.ts';
import type { Prepared } from '../layout/assemble.ts';
import type { Registries } from '../oci/pull/registries.ts';
import { containerState, fetchImage } from '../place/site.ts';
import type { CheckResult } from '../report/parts/tests.ts';
import type { BaseReference } from '../request/sources.ts';
import { judged, skipped } from './checks/checks.ts';
import { install } from './checks/install.ts';
import { findDependencies } from './container/dependencies.ts';
import { FeatureContainer, firstQuestions } from './container/feature-container.ts';

/** The Feature, as it will be published. */
export interface TestSubject {
  readonly prepared: Prepared;
  /** `layers[0]`, as a file. */
  readonly tar: string;
}

export interface TestTools {
  readonly engine: Engine;
  /** Of the engine, for the container. */
  readonly containerOptions: readonly string[];
  /** Whom test.sh runs as; undefined: whom the image says. */
  readonly remoteUser: string | undefined;
  readonly registries: Registries;
  readonly host: Host;
}

/** What is tested, and in which image. */
export interface TestPlace {
  readonly subject: TestSubject;
  readonly platform: LayoutPlatform;
  readonly reference: BaseReference;
  readonly tools: TestTools;
}

const DEPENDENCIES_TITLE = 'its dependencies install first';

/**
 * Starts a fresh container and installs what the Feature depends on. The container is gone afterwards.
 * @param use gets what came of that
 * @throws SetupError, BaseError if no container could be had; what `use` does
 */
export async function inFreshContainer<T>(
  { subject, platform, reference, tools: { engine, containerOptions, registries, host } }: TestPlace,
  remoteUser: string | undefined,
  use: (container: FeatureContainer, dependencies: readonly CheckResult[]) => Promise<T>,
): Promise<T> {
  const { image } = await fetchImage(engine, reference, { registries, arch: platform.arch }, { onLine: (line) => host.debug(line) });
  const name = newContainerName();
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => engine.remove(name));
  host.saveState(`${containerState(platform.arch)}-${name}`, `${engine.name} ${name}`);
  const answers = await startContainer(engine, image, { name, imageName: reference.text, mounts: [], containerOptions, first: firstQuestions(image) });
  const container = await FeatureContainer.open({ engine, name, image, imageName: reference.text, remoteUser, answers });
  const { found, missing } = await findDependencies(subject.prepared.metadata, registries, cleanup);
  const checks: CheckResult[] = missing.map((why) => skipped(DEPENDENCIES_TITLE, why));
  for (const feature of found) {
    const folder = await container.put(feature);
    const { exitCode, lines } = await host.group(`install.sh of ${feature.id}`, () => install(container.session, folder, (line) => host.info(line)));
    const result = judged(DEPENDENCIES_TITLE, exitCode === 0 ? [] : [`${feature.id} ended with ${exitCode}`], feature.id);
    checks.push(exitCode === 0 ? result : { ...result, log: lines.slice(-40) });
  }
  // Awaited here: the container is removed when this returns.
  return await use(container, checks);
}
