import type { SignBytes } from '../feature/files/signed-files.ts';
import type { Digest } from '../oci/format/digest.ts';
import type { Delivery } from '../release/content.ts';
import { deliveryOf, keyOf, publishedMetadata, type Content } from '../release/same-release.ts';
import type { Assembly } from './assemble.ts';

/** What a Feature comes to, before anything is sent. */
export interface Prepared {
  readonly assembly: Assembly;
  readonly content: Content;
  /** The completed metadata, as JSON. */
  readonly metadata: string;
  readonly delivery: Delivery;
  readonly key: Digest;
  /** Shows in the Feature itself who made its files. The key is the same without. */
  readonly sign?: SignBytes;
}

export function prepare(assembly: Assembly, wanted: Assembly['facts']['delivery'], sign?: SignBytes): Prepared {
  const { facts, files, platforms } = assembly;
  const documents = platforms.map(({ document }) => document);
  const content = { id: facts.feature.id, metadata: facts.metadata, files, delivery: wanted, documents };
  const metadata = publishedMetadata(content);
  return { assembly, content, metadata, delivery: deliveryOf(content), key: keyOf(content), ...(sign === undefined ? {} : { sign }) };
}
