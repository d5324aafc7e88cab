import type { TestEvent } from 'node:test/reporters';

/** A reporter for `node --test` that says, as one JSON document, how many tests there were and how they ended. */
export default async function* count(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type === 'test:summary' && event.data.file === undefined) yield JSON.stringify(event.data.counts);
  }
}
