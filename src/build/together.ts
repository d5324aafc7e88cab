/**
 * Runs tasks side by side. When one fails the others are waited for, and the first failure is thrown: nothing goes on
 * in the background after this returns.
 */
export async function together<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const results = await Promise.allSettled([first, second]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return Promise.all([first, second]);
}
