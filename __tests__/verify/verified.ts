import assert from 'node:assert/strict';
import { verifyFeature } from '../../src/app/verify.ts';
import type { VerifyReport } from '../../src/report/runs/verify.ts';
import type { VerifyRequest } from '../../src/verify/request.ts';
import { listeningHost } from '../publish/releases.ts';
import type { Release } from './release.ts';

/** Verifies a tag of a Feature that a test has published. */
export async function verified({ repository }: Pick<Release, 'repository'>, tag = '1.2.0', changes: Partial<VerifyRequest> = {}): Promise<VerifyReport> {
  const text = `${repository}:${tag}`;
  return verifyFeature({ source: { kind: 'published', text }, arches: [], bases: [], rebuilt: [], trust: undefined, policy: undefined, registry: 'ghcr.io', credentials: undefined, summary: true, given: [], ...changes }, listeningHost().host);
}

/** The names of the checks that did not pass. */
export function open(report: VerifyReport, outcome: 'failed' | 'unchecked'): string[] {
  return report.checks.filter((check) => check.outcome === outcome).map(({ name, arch }) => (arch === undefined ? name : `${name} ${arch}`));
}

/** What the only failed check says. */
export function onlyFailure(report: VerifyReport, name: string): string {
  assert.deepEqual(open(report, 'failed'), [name], JSON.stringify(report.checks, undefined, 2));
  return report.checks.find(({ outcome }) => outcome === 'failed')?.says ?? '';
}
