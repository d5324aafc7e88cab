/**
 * Returns JSON with the keys of each object sorted and no blanks: one text for one value, in whatever order it was put
 * together. Members that are undefined are left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : member,
  );
}import { isObject } from '../../json/field.ts';

