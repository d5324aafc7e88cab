import { redactUrls } from '../kit/safe-text.ts';

/** Returns the line of an engine's standard error that says what is wrong; around it are warnings, progress and help. */
export function complaint(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line = lines.find((text) => /^(docker: )?error|^(docker: )?(unknown|invalid|unexpected)/i.test(text)) ?? lines.at(-1) ?? '';
  return redactUrls(line).replace(/^(docker: )?(error: |error response from daemon: )*/i, '');
}
