import path from 'node:path';
import type { Env } from '../rig/command.ts';

/**
 * Where Node.js keeps what it has compiled, types stripped, for all processes of a run and those of later ones: to start
 * the command line costs a third then. Made by the contents of each file, so that a change is seen at once. Each user has
 * one, as some files run under sudo.
 */
const FOLDER = path.join(import.meta.dirname, `../../.rig/compiled-${process.getuid?.()}`);

/** Empty when coverage is measured: V8 counts less exactly what it has not compiled itself. */
export const COMPILED: Env = process.env['NODE_V8_COVERAGE'] === undefined ? { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? FOLDER } : {};
