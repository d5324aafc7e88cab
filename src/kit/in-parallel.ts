/**
 * Does the same with each of many things, some at a time. After a failure no further one is begun.
 * @returns results in the order of the things
 */
export async function inParallel<T, R>(atATime: number, things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = things.entries();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const [at, thing] of queue) {
      if (failed) return;
      try {
        results[at] = await work(thing);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, things.length) }, worker));
  return results;
}
