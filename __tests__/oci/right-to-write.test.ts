import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { RegistryError } from '../../src/kit/errors.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';
import { afterTest } from '../jest/after-test.ts';
import { quickClock } from './serve.ts';
import { uploadServer, type Script } from './upload-server.ts';

async function tried(script: Script = {}) {
  const server = await uploadServer(script);
  const writer = new RegistryWriter(parseReference(`${server.host}/org/tools`), { env: {}, clock: quickClock() });
  afterTest(() => writer.close());
  return { server, outcome: await writer.tryToWrite().then(() => undefined, (error: unknown) => error) };
}

function refusing(status: number, message = 'no', code = 'DENIED'): Script {
  return { open: ({ response }) => void response.writeHead(status).end(JSON.stringify({ errors: [{ code, message }] })) };
}

test('the right to write is tried by an upload that is opened and ended, and nothing stays', async () => {
  const { server, outcome } = await tried();
  assert.equal(outcome, undefined);
  assert.deepEqual(server.steps, ['open', 'cancel']);
  assert.equal(server.sessions.size, 0);
});

test("a registry that is only busy is asked again, and one that can't end an upload may be written to", async () => {
  const busy = await tried({ open: ({ count, response, proceed }) => (count === 1 ? void response.writeHead(503).end() : proceed()) });
  assert.equal(busy.outcome, undefined);
  assert.equal((await tried({ cancel: ({ response }) => void response.writeHead(405).end() })).outcome, undefined);
});

test("what GitHub refuses is explained in GitHub's words: the workflow's permissions, or the package's own", async () => {
  const cases = [
    ['installation not allowed to Write organization package', /permissions: packages: write.*caller/],
    ['installation not allowed to Create organization package', /permissions: packages: write/],
    ['permission_denied: write_package', /"Manage Actions access".*role Write/],
    ['permission_denied: create_package', /"Manage Actions access"/],
    ['permission_denied: read_package', /role Read/],
    ['permission_denied: The token provided does not match expected scopes.', /write:packages/],
    ['The organization has enabled or enforced SAML SSO.', /single sign-on/],
    ['access to the resource is denied', /^No login was sent, because none was found for 127\.0\.0\.1:\d+\. Give "username" and "password"/],
  ] as const;
  for (const [message, hint] of cases) {
    const { outcome } = await tried(refusing(403, message));
    assert.ok(outcome instanceof RegistryError, message);
    assert.match(outcome.message, /^Nothing can be published as 127\.0\.0\.1:\d+\/org\/tools: POST .* was answered with 403/);
    assert.ok(outcome.message.includes(message));
    assert.match(outcome.hint ?? '', hint);
    assert.equal(outcome.status, 403);
  }
});

test('a repository that must be made first is named', async () => {
  const { outcome } = await tried(refusing(404, 'The repository with name org/tools does not exist', 'NAME_UNKNOWN'));
  assert.match((outcome as Error).message, /^Nothing can be published as .*NAME_UNKNOWN/);
});
