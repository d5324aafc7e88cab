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

/** Where this process is. GitHub's workspace is where a job's paths start, whatever the folder of the action. */
export function surroundingsOf(process: NodeJS.Process, cores: number): Surroundings {
  const { env, platform, arch } = process;
  return { folder: env['GITHUB_WORKSPACE'] ?? process.cwd(), env, platform, arch, cores };
}
