import { Field } from '../../json/field.ts';
import { Failure } from '../../kit/errors.ts';
import type { PackPlace } from '../pack/pack-keys.ts';
import type { ServeRequest } from '../request.ts';
import type { CacheRequest } from './cache-request.ts';

/** What a job's server has to serve. */
interface ServerRequest {
  readonly request: ServeRequest;
  /** Undefined: no pack. */
  readonly pack: PackPlace | undefined;
}

/** Returns what the server needs of a request. It holds a password, and goes into a file that only this user reads. */
export function serverNote({ features, arches, registry, credentials, port, priority, mayBeMissing = false, pack }: CacheRequest): ServerRequest {
  return { request: { features, arches, registry, credentials, port, priority, mayBeMissing }, pack: pack?.place };
}

/** Reads what `serverNote` wrote. @throws Failure */
export function readServerRequest(note: unknown): ServerRequest {
  const field = Field.of(note, (why) => {
    throw new Failure(`The record of requests to the job's binary cache can't be read: ${why}.`);
  });
  field.get('request').get('features').each(10_000, (feature) => feature.get('repository').text());
  field.get('request').get('port').count();
  return note as ServerRequest;
}

/** Returns the warnings in what the server wrote, which are workflow commands there (GitHub's documentation, "Workflow commands"). */
export function serverWarnings(log: string): readonly string[] {
  return log.split('\n').flatMap((line) => {
    const text = /^::warning(?: [^:]*)?::(.*)$/.exec(line)?.[1];
    return text === undefined ? [] : [text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')];
  });
}
