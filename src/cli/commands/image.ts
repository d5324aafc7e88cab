import type { InputReader } from '../../actions/inputs/inputs.ts';
import type { Surroundings } from '../../actions/inputs/surroundings.ts';
import { readImageRequest } from '../../actions/requests/image/read-image-request.ts';
import type { TerminalHost } from '../../host/terminal/terminal.ts';
import type { ImageRequest } from '../../image/request.ts';
import type { UseCase } from '../../kit/host.ts';
import { jsonText } from '../../kit/text.ts';
import { imageResultOf, renderTerminalImage, type ImageReport } from '../../report/runs/image.ts';

export type MakeImage = UseCase<ImageRequest, ImageReport>;

interface ImageLine {
  readonly json: boolean;
  readonly read: InputReader;
  readonly surroundings: Surroundings;
}

/** Runs `nix-feature image [Feature …] --base <image> --tag <reference>` */
export async function image({ json, read, surroundings }: ImageLine, host: TerminalHost, make: MakeImage): Promise<void> {
  const request = readImageRequest(read, surroundings);
  const report = await make(request, host);
  if (json) host.result(jsonText(imageResultOf(report)));
  else if (request.summary) host.result(renderTerminalImage(report, host.palette));
}
