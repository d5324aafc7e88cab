import type { SourceLocation } from '../../kit/errors.ts';
import { didYouMean } from '../../kit/text.ts';
import { METADATA_FILE } from '../metadata/metadata.ts';
import type { Finding } from './finding.ts';

/** A value of the metadata, and the names that lead to it. */
export interface Place {
  readonly value: unknown;
  readonly names: readonly string[];
  readonly at: (...more: readonly string[]) => SourceLocation;
}

export function child(place: Place, name: string, value: unknown): Place {
  return { value, names: [...place.names, name], at: (...more) => place.at(name, ...more) };
}

export function fault(place: Place, expected: string, hint?: string): Finding {
  return {
    severity: 'error',
    message: `${METADATA_FILE}: "${place.names.join('.')}" ${expected}.`,
    ...(hint !== undefined && { hint }),
    location: place.at(),
  };
}

/** As {@link fault}, of what works all the same. */
export function doubt(place: Place, expected: string, hint?: string): Finding {
  return { ...fault(place, expected, hint), severity: 'warning' };
}

/** @param known the names that there are */
export function unknownName(place: Place, owner: string, known: readonly string[]): Finding {
  return {
    severity: 'warning',
    message: `${METADATA_FILE}: ${owner} has no property "${place.names.join('.')}"; dev container tools ignore it.${didYouMean(place.names.at(-1) ?? '', known)}`,
    hint: 'https://containers.dev/implementors/features/ lists the valid names.',
    location: place.at(),
  };
}

export function text(place: Place): readonly Finding[] {
  return typeof place.value === 'string' ? [] : [fault(place, 'must be a string in quotes')];
}
