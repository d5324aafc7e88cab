import type { ShippingOptions } from '../feature/files/shipped-files.ts';
import type { BuildRequest } from '../request.ts';

/** Which files of its folder a Feature ships, as the request says. */
export function shippingOf({ output, include }: Pick<BuildRequest, 'output' | 'include'>, signal: AbortSignal): ShippingOptions {
  return { excluded: output === undefined ? [] : [output], include, signal };
}
