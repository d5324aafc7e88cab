/**
 * Verifies the layout of a build once, and prints what it took: for bench/verify.ts.
 *
 *   node bench/verify-once.ts <layout>
 */
import { verifyFeature } from '../src/app/verify.ts';
import { createTerminalHost } from '../src/host/terminal/terminal.ts';
import { outcomeOf } from '../src/report/runs/verify.ts';

const [layout = ''] = process.argv.slice(2);
const host = createTerminalHost({ stdout: process.stdout, stderr: process.stderr, env: process.env, signal: new AbortController().signal, quiet: true });
const report = await verifyFeature(
  { source: { kind: 'path', text: layout, path: layout }, arches: [], bases: [], rebuilt: [], trust: undefined, policy: undefined, registry: 'ghcr.io', credentials: undefined, summary: false, given: [] },
  host,
);
if (outcomeOf(report) !== 'passed') throw new Error(JSON.stringify(report.checks));
process.stdout.write(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024 }));
