/** Records of PAX extended headers, keys and values with one byte in each char (latin1). */
export type PaxRecords = ReadonlyMap<string, string>;

/**
 * Reads `<length> <key>=<value>\n`, again and again (POSIX.1-2017, pax, "pax Extended Header").
 * @throws Error if it is something else
 */
export function parsePax(data: Buffer): PaxRecords {
  const records = new Map<string, string>();
  const all = data.toString('latin1');
  for (let at = 0; at < all.length; ) {
    const blank = all.indexOf(' ', at);
    const digits = blank < 0 ? '' : all.slice(at, blank);
    const end = at + Number(digits);
    const record = all.slice(blank + 1, end);
    const equals = record.indexOf('=');
    if (!/^\d{1,9}$/.test(digits) || end > all.length || !record.endsWith('\n') || equals < 1) throw new Error('an extended header of its tar is broken');
    const [key, value] = [record.slice(0, equals), record.slice(equals + 1, -1)];
    if (key.includes('\0') || (NAMES.has(key) && value.includes('\0'))) throw new Error('an extended header of its tar is broken');
    records.set(key, value);
    at = end;
  }
  return records;
}

const NAMES = new Set(['path', 'linkpath', 'uname', 'gname']);

/** Returns a number of a record that is there and not empty. @throws Error if it is none */
export function paxNumber(records: PaxRecords, key: string): number | undefined {
  const value = records.get(key) ?? '';
  if (value === '') return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number)) throw new Error(`an extended header of its tar has a ${key} that is not a number`);
  return number;
}

/** Reads the name and size of a file with holes: the header itself describes only the stored data (GNU tar, "PAX Format, Versions 0.0, 0.1 and 1.0"). */
export function sparseFacts(records: PaxRecords): { readonly name: string | undefined; readonly size: number | undefined } | undefined {
  const [major, minor] = [records.get('GNU.sparse.major') ?? '', records.get('GNU.sparse.minor') ?? ''];
  const known = ['0.0', '0.1', '1.0'].includes(`${major}.${minor}`) || (`${major}${minor}` === '' && (records.get('GNU.sparse.map') ?? '') !== '');
  if (!known) return undefined;
  const name = records.get('GNU.sparse.name') ?? '';
  return { name: name === '' ? undefined : name, size: paxNumber(records, 'GNU.sparse.size') ?? paxNumber(records, 'GNU.sparse.realsize') };
}
