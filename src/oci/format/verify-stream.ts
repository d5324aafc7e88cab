import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { IntegrityError } from '../../kit/errors.ts';
import { digestOfHex } from './digest.ts';
import type { Descriptor } from './manifest.ts';

/**
 * Lets bytes through, and fails with an IntegrityError if they are not those of the descriptor: at the first byte
 * too many, or at the end. Nothing that came out is proven before the end was reached.
 * @param where what is read, for messages: "the blob sha256:… of ghcr.io/org/bedrock"
 */
export function verifyStream(descriptor: Pick<Descriptor, 'digest' | 'size'>, where: string): Transform {
  const hash = createHash('sha256');
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      size += chunk.length;
      if (size > descriptor.size) {
        done(new IntegrityError(`${capital(where)} is longer than the ${descriptor.size} bytes in its manifest.`));
        return;
      }
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      if (size < descriptor.size) {
        done(new IntegrityError(`${capital(where)} is too short: ${size} bytes instead of ${descriptor.size}.`));
        return;
      }
      const actual = digestOfHex(hash.digest('hex'));
      done(
        actual === descriptor.digest
          ? null
          : new IntegrityError(`${capital(where)} does not match its digest: its content has the digest ${actual}.`),
      );
    },
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
