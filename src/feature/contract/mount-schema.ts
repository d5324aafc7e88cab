import { isObject } from '../../json/field.ts';
import type { Finding } from './finding.ts';
import { child, doubt, fault, unknownName, type Place } from './schema-rules.ts';

const KNOWN = ['type', 'source', 'target'];

/**
 * Checks a mount: an object as the schema has it, or the text of docker's `--mount`, which the tools take as well. They
 * hand type, source and target on to the engine, which knows more types than the schema.
 */
export function mount(place: Place): readonly Finding[] {
  const { value } = place;
  if (typeof value === 'string') return mountText(place, value);
  if (!isObject(value)) return [fault(place, 'must be an object with source, target and type')];
  const missing = KNOWN.filter((name) => typeof value[name] !== 'string' || value[name] === '');
  // A volume without a name is an anonymous one.
  const needed = missing.filter((name) => name !== 'source' || value['type'] === 'bind');
  if (needed.length > 0) return [fault(place, `lacks ${needed.join(' and ')}`)];
  return [
    ...(['bind', 'volume'].includes(String(value['type'])) ? [] : [doubt(child(place, 'type', value['type']), 'must be bind or volume')]),
    ...['source', 'target'].flatMap((name) => commaFault(child(place, name, value[name]))),
    ...Object.keys(value).filter((name) => !KNOWN.includes(name)).map((name) => unknownName(child(place, name, value[name]), 'a mount', KNOWN)),
  ];
}

function mountText(place: Place, value: string): readonly Finding[] {
  const names = value.split(',').map((part) => part.split('=')[0]?.trim() ?? '');
  if (names.some((name) => ['target', 'dst', 'destination'].includes(name))) return [];
  return [fault(place, `is ${JSON.stringify(value)}, which has no target`, 'Write it as in docker run --mount: type=volume,source=name,target=/folder.')];
}

function commaFault(place: Place): readonly Finding[] {
  return typeof place.value === 'string' && place.value.includes(',') ? [fault(place, 'has a comma, at which the engine ends it')] : [];
}
