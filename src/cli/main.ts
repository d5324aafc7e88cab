#!/usr/bin/env node
import { listenForSignals } from '../host/signals.ts';
import { runCommandLine } from './run.ts';

const signals = listenForSignals(process);
process.exitCode = await runCommandLine(process, signals, async () => (await import('../build-feature.ts')).buildFeature);
signals.stop();
