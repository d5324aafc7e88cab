import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import { redactUrls } from '../../src/kit/redact-urls.ts';

test('neither a login nor a query string of an address is shown', () => {
  const cases: [string, string][] = [
    ['https://user:secret@host/x', 'https://***@host/x'],
    ['git+https://host/repo?token=secret&dir=a#tool', 'git+https://host/repo#tool'],
    [`unable to download 'x': "https://t0ken@host/a?sig=secret" and s3://bucket?profile=p`, `unable to download 'x': "https://***@host/a" and s3://bucket`],
    ['github:org/repo?dir=a#tool', 'github:org/repo?dir=a#tool'],
    ['mail@host, no address', 'mail@host, no address'],
  ];
  for (const [text, shown] of cases) assert.equal(redactUrls(text), shown);
});
