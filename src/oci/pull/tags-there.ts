import { RegistryError } from '../../kit/errors.ts';
import { closest } from '../../kit/text.ts';
import type { Registry } from './registry.ts';

const SHOWN = 20;
/** OCI distribution specification, "Pulling manifests". What else a registry calls a tag could write into a log. */
const TAG = /^\w[\w.-]{0,127}$/;

/** Returns what could have been meant by a name that the registry does not have, as sentences for a hint. */
export async function tagsThere(source: Registry): Promise<string> {
  const listed = await source.tags().catch((error: unknown) => {
    if (error instanceof RegistryError) return [];
    throw error;
  });
  const tags = listed.filter((tag) => TAG.test(tag));
  if (tags.length === 0) return `Nothing was found in ${source.repository}. Check its name; some registries give the same answer for private repositories.`;
  const meant = source.tag === undefined ? undefined : closest(source.tag, tags);
  const more = tags.length > SHOWN ? ` and ${tags.length - SHOWN} more` : '';
  const sorted = tags.toSorted(new Intl.Collator('en', { numeric: true }).compare);
  return `${meant === undefined ? '' : `Did you mean ${meant}? `}${source.repository} has the tags ${sorted.slice(-SHOWN).join(', ')}${more}.`;
}
