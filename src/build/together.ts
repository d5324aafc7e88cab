/**
 * Runs tasks side by side. When one fails the others are told to stop and waited for, and the first failure is thrown:
 * nothing goes on in the background after this returns.
 *
 * @param stop what the tasks stop by
 */
export async function together<A, B>(stop: AbortController, first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  let failure: { readonly reason: unknown } | undefined;
  const watch = async (task: Promise<unknown>): Promise<void> => {
    try {
      await task;
    } catch (reason) {
      // What fails after this fails because of it.
      failure ??= { reason };
      stop.abort(reason);
    }
  };
  await Promise.all([watch(first), watch(second)]);
  if (failure !== undefined) throw failure.reason;
  return Promise.all([first, second]);
}
