import type { Config } from 'jest';
import type { Limits } from './__tests__/jest/runner.ts';

const second = 1000;
const minute = 60 * second;

const limits: Limits = {
  '.test.ts': { test: minute, file: 10 * minute, files: 20 },
  '.e2e.ts': { test: 15 * minute, file: 30 * minute, files: 1 },
};

const config: Config = {
  roots: ['<rootDir>/__tests__'],
  // Those that need no set-up. scripts/test.ts names the others.
  testMatch: ['**/*.test.ts'],
  // Processes of our own, in which Node reads TypeScript as it is: nothing is transformed.
  runner: ['<rootDir>/__tests__/jest/runner.ts', { limits }],
  transform: {},
  testSequencer: '<rootDir>/__tests__/jest/sequencer.ts',
  reporters: ['<rootDir>/__tests__/jest/reporter.ts'],
  maxWorkers: 2,
  maxConcurrency: 2,
  watchman: false,
  cacheDirectory: `<rootDir>/.rig/jest-${process.getuid?.()}`,
};

export default config;
