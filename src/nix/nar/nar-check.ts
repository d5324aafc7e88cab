import { IntegrityError } from '../../kit/errors.ts';
import type { PathInfo } from '../store/closure.ts';

/**
 * Compares a NAR that was read with what Nix's database says of the path.
 * @param narHash SRI
 * @param narSize bytes
 * @throws IntegrityError
 */
export function checkNar(info: PathInfo, narHash: string, narSize: number): void {
  if (narHash === info.narHash && narSize === info.narSize) return;
  throw new IntegrityError(
    `${info.path} is damaged in its store: its contents hash to ${narHash} (${narSize} bytes), ` +
      `but Nix's database says ${info.narHash} (${info.narSize} bytes).`,
    { hint: `Repair it there with "nix-store --repair-path ${info.path}", or delete and build it again.` },
  );
}
