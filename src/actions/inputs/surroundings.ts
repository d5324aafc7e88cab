import { availableParallelism } from 'node:os';

/** What a request depends on besides the inputs. */
export interface Surroundings {
  /** Where relative paths start from; absolute. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `process.platform` */
  readonly platform: string;
  /** `process.arch` */
  readonly arch: string;
  readonly cores: number;
}

/** Returns where this process is. @param folder where relative paths start from; absolute */
export function surroundingsOf(process: NodeJS.Process, folder: string): Surroundings {
  const { env, platform, arch } = process;
  return { folder, env, platform, arch, cores: availableParallelism() };
}
