/** Run by shown.test.ts as a process of its own: says texts that are told on standard input in every way that a host has. */
import { json } from 'node:stream/consumers';
import { createGithubHost } from '../../src/host/github/github.ts';

const texts = (await json(process.stdin)) as readonly string[];
for (const text of texts) {
  // Of each kind a step shows ten annotations: each text has a step of its own.
  const host = createGithubHost({ env: process.env, signal: new AbortController().signal });
  host.info(text);
  host.debug(text);
  host.notice(text);
  host.warning(text, { file: text, line: 1 });
  host.fault(text);
  host.error(text, text);
  await host.group(text, async () => {
    host.info(text);
    await host.group(text, () => Promise.resolve());
  });
  const stage = host.stage(text);
  stage.update(1, text);
  stage.end(text);
  await host.summary(text);
  host.endAnnotations();
}
