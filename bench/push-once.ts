/**
 * Pushes a layout once, as a process of its own: node push-once.ts LAYOUT REFERENCE [MOUNT_FROM]
 * Prints how many milliseconds it took, the start of the process not counted.
 */
import { fileContent } from '../src/oci/push/blob-content.ts';
import { LayoutReader } from '../src/oci/layout/layout-reader.ts';
import { pushImage } from '../src/oci/push/push-image.ts';
import { parseReference } from '../src/oci/format/reference.ts';
import { RegistryWriter } from '../src/oci/push/registry-writer.ts';

const [layout = '', text = '', mountFrom] = process.argv.slice(2);
const began = performance.now();
const reader = await LayoutReader.open(layout);
const image = await reader.root();
const reference = parseReference(text);
const writer = new RegistryWriter(reference);
await pushImage(writer, image, {
  content: ({ digest }) => fileContent(reader.blobPath(digest)),
  mountFrom: () => mountFrom,
});
await writer.pushManifest(image.bytes, image.mediaType, reference.tag ?? 'latest');
writer.close();
process.stdout.write(`${performance.now() - began}\n`);
