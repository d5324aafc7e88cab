import type { Host } from '../kit/host.ts';
import type { ReportWarning } from '../report/build/facts.ts';

/** Returns the same host, and a list to which every warning is added as it is shown; for the report. */
export function collectWarnings(host: Host): { readonly host: Host; readonly warnings: readonly ReportWarning[] } {
  const warnings: ReportWarning[] = [];
  return {
    warnings,
    host: {
      ...host,
      warning: (message, at) => {
        warnings.push(at === undefined ? { message } : { message, location: at });
        host.warning(message, at);
      },
    },
  };
}
