import { isObject } from '../../json/field.ts';
import { optionVariable } from '../environment/option-environment.ts';
import { METADATA_FILE } from '../metadata/metadata.ts';
import type { FeatureFolder } from './feature-folder.ts';
import type { Finding } from './finding.ts';
import { RUNTIME_CALL } from './script-checks.ts';

/** What the runtime takes for the option `mode`; an empty one is auto. */
const MODES: ReadonlySet<string> = new Set(['auto', 'secure', 'dev', 'build', '']);

/** Finds values of the option `mode` that the runtime does not know, and that install.sh does not map before it calls the runtime. */
export function checkModes({ metadata, files }: FeatureFolder): readonly Finding[] {
  const install = files.get('install.sh')?.text ?? '';
  const before = install.slice(0, Math.max(0, install.indexOf(RUNTIME_CALL)));
  const { options } = metadata.value;
  const names = isObject(options) ? Object.keys(options).filter((name) => optionVariable(name) === 'MODE') : [];
  return names.flatMap((name) =>
    valuesOf(isObject(options) ? options[name] : undefined)
      .filter((mode) => !MODES.has(mode) && !(/\bMODE=/.test(before) && before.includes(mode)))
      .map((mode) => ({
        severity: 'error' as const,
        message: `${METADATA_FILE}: the option "${name}" can be "${mode}". The installer reads it, and knows only auto, secure, dev and build.`,
        hint: `Use these, give the option another name, or map the value in install.sh before the installer is called: case $MODE in '${mode}') MODE=secure ;; esac`,
        location: metadata.locationOf('options', name),
      })),
  );
}

function valuesOf(option: unknown): readonly string[] {
  if (!isObject(option)) return [];
  const listed: unknown = option['enum'] ?? option['proposals'] ?? [];
  const values = [option['default'], ...(Array.isArray(listed) ? (listed as unknown[]) : [])];
  return [...new Set(values.filter((value): value is string => typeof value === 'string'))];
}
