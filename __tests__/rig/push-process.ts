/**
 * Pushes random layers, as a process that can be sent signals: node push-process.ts REFERENCE [CHUNK]
 * Prints its error, and exits as the command line does.
 */
import { randomBytes } from 'node:crypto';
import { listenForSignals } from '../../src/host/ending.ts';
import { bytesContent } from '../../src/oci/push/blob-content.ts';
import { digestOf } from '../../src/oci/format/digest.ts';
import { LAYER_GZIP } from '../../src/oci/format/media-types.ts';
import { parseReference } from '../../src/oci/format/reference.ts';
import { RegistryWriter } from '../../src/oci/push/registry-writer.ts';

const [reference = '', chunk] = process.argv.slice(2);
const signals = listenForSignals(process);
const writer = new RegistryWriter(parseReference(reference), {
  signal: signals.signal,
  ...(chunk === undefined ? {} : { limits: { onePutBelow: 0, chunk: Number(chunk) } }),
});
const layers = [1, 2].map(() => randomBytes(300_000));
try {
  await Promise.all(layers.map((bytes) => writer.pushBlob({ mediaType: LAYER_GZIP, digest: digestOf(bytes), size: bytes.length }, bytesContent(bytes))));
} catch (error) {
  process.stdout.write(`${String(error)}\n`);
  process.exitCode = signals.exitCode() ?? 1;
}
