import { checkTarball } from '../src/wsl/check-tarball.ts';

/** Checks the tarball that is named, and prints its unpacked bytes and the peak of memory. */
const [file = ''] = process.argv.slice(2);
const leaks = { mode: 'fail', allow: [], search: { values: [], identifiers: ['corp.example'], folders: [] } } as const;
const { tarball } = await checkTarball(file, { arch: 'amd64', leaks, maxSize: undefined, skipped: [] }, { signal: new AbortController().signal, now: Date.now() });
process.stdout.write(JSON.stringify({ bytes: tarball.unpacked, peak: process.resourceUsage().maxRSS * 1024 }));
