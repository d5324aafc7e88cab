import { registerHooks } from 'node:module';

// The package imports JSON as bundlers take it, without saying so.
registerHooks({
  load: (url, context, next) => next(url, url.endsWith('.min.json') ? { ...context, importAttributes: { ...context.importAttributes, type: 'json' } } : context),
});

const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');

/** What GitHub's own parser finds wrong in a workflow; each with its line. */
export function workflowFaults(name: string, content: string): string[] {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map((error) => error.message);
}
