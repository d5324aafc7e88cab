import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import type { LocalImage } from '../../src/engine/engine.ts';
import { devUsers } from '../../src/test/container/users.ts';

const PASSWD = ['root:x:0:0:root:/root:/bin/bash', 'dev:x:1000:1000::/home/dev:/bin/bash', 'app:x:1001:1001::/srv/app:/bin/sh'];

function users(user: string, metadata?: string, asked?: string): readonly [container: string, remote: string, home: string] {
  const image: LocalImage = { id: 'x', architecture: 'amd64', os: 'linux', layers: [], env: [], user, labels: metadata === undefined ? {} : { 'devcontainer.metadata': metadata } };
  const { container, remote } = devUsers(image, PASSWD, asked);
  return [container.name, remote.name, remote.home];
}

test('without a word the user is root', () => {
  assert.deepEqual(users(''), ['root', 'root', '/root']);
});

test("the image's user may be a name or a number, with a group", () => {
  assert.deepEqual(users('dev'), ['dev', 'dev', '/home/dev']);
  assert.deepEqual(users('1000:1000'), ['dev', 'dev', '/home/dev']);
  assert.deepEqual(users('4711'), ['4711', '4711', '/']);
});

test('the last entry of the label that names one wins, and what was asked for before that', () => {
  assert.deepEqual(users('', '[{"remoteUser":"app"},{"remoteUser":"dev"},{"init":true}]'), ['root', 'dev', '/home/dev']);
  assert.deepEqual(users('', '{"containerUser":"app"}'), ['app', 'app', '/srv/app']);
  assert.deepEqual(users('app', '{"remoteUser":"dev"}', 'root'), ['app', 'root', '/root']);
  assert.deepEqual(users('', 'no json'), ['root', 'root', '/root']);
});

test('a user that is not there is said', () => {
  assert.throws(() => users('', undefined, 'ghost'), /The base image has no user "ghost"/);
});
