const MOST = 20_000;
const OURS = /^\s+at (?:new Promise \(<anonymous>\)|.*(?:node_modules\/jest-circus\/|__tests__\/jest\/(?:child|fresh-modules|scopes|after-test)\.ts|node:internal\/).*)$/;

/** Says an error with its stack, its causes and what it consists of, without the frames of the runner. At most 20,000 characters. */
export function errorText(error: unknown): string {
  const text = withCauses(error, 0)
    .split('\n')
    .filter((line) => !OURS.test(line))
    .join('\n');
  return text.length <= MOST ? text : `${text.slice(0, MOST)}\n[${text.length - MOST} more characters]`;
}

function withCauses(error: unknown, depth: number): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : `thrown: ${JSON.stringify(error) ?? String(error)}`;
  const stack = error.stack ?? '';
  let text = stack.includes(error.message) ? stack : `${error.name}: ${error.message}\n${stack}`;
  if (depth === 5) return text;
  if (error instanceof AggregateError) for (const each of error.errors) text += `\nof them: ${withCauses(each, depth + 1)}`;
  if (error.cause !== undefined) text += `\ncaused by: ${withCauses(error.cause, depth + 1)}`;
  return text;
}
