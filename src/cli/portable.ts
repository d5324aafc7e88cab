import { rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { InputReader } from '../actions/inputs/inputs.ts';
import type { Surroundings } from '../actions/inputs/surroundings.ts';
import { readExportRequest, readLoadRequest } from '../actions/requests/read-portable.ts';
import { readBuildRequest } from '../actions/requests/read-request.ts';
import { METADATA_FILE } from '../feature/metadata/metadata.ts';
import type { TerminalHost } from '../host/terminal/terminal.ts';
import { InputError } from '../kit/errors.ts';
import { formatBytes, formatList } from '../kit/format.ts';
import type { Host, UseCase } from '../kit/host.ts';
import { makeTemporary } from '../kit/temporary.ts';
import { jsonText } from '../kit/text.ts';
import type { Carried } from '../portable/export-feature.ts';
import { assertOwnExport } from '../portable/replace-folder.ts';
import { EXPORT_MARK } from '../portable/write-folder.ts';
import type { BuildReport } from '../report/build/facts.ts';
import type { BuildRequest } from '../request/build.ts';
import type { ExportRequest, LoadRequest } from '../request/existing.ts';
import type { CommandLine } from './flags.ts';

/** What carries Features away, fetched when it is needed. */
export interface PortableCommands {
  readonly build: () => Promise<UseCase<BuildRequest, BuildReport>>;
  readonly exportFeature: UseCase<ExportRequest, Carried>;
  readonly bundleFeature: UseCase<ExportRequest, Carried>;
  readonly loadFeature: UseCase<LoadRequest, Carried>;
}

export interface PortableLine {
  readonly commandLine: CommandLine & { readonly command: 'export' | 'bundle' | 'load' };
  readonly read: InputReader;
  readonly surroundings: Surroundings;
}

/** Runs `nix-feature export|bundle|load`: shows where the Feature went, and how it is used there. */
export async function carry(line: PortableLine, host: TerminalHost, commands: PortableCommands): Promise<void> {
  const result = await run(line, host, commands);
  const { surroundings, commandLine } = line;
  host.result(commandLine.json ? jsonText({ schemaVersion: 1, ...result }) : textOf(result, surroundings.folder));
}

async function run({ commandLine, read, surroundings }: PortableLine, host: Host, commands: PortableCommands): Promise<Carried> {
  const source = commandLine.inputs.get('source') ?? '';
  switch (commandLine.command) {
    case 'export':
      if (await isFeatureSource(resolve(surroundings.folder, source))) return buildAndExport({ commandLine, read, surroundings }, host, commands);
      return commands.exportFeature(readExportRequest(source, read, surroundings), host);
    case 'bundle':
      await refuseSources(source, surroundings.folder, 'bundle');
      await refuseFolder(read('output'), surroundings.folder);
      return commands.bundleFeature(readExportRequest(source, read, surroundings), host);
    default: {
      await refuseSources(source, surroundings.folder, 'load');
      const toFolder = commandLine.inputs.has('output');
      if (toFolder && commandLine.inputs.has('namespace')) {
        throw new InputError('output', 'output: unpacks the bundle, and namespace publishes it: give only one of them.');
      }
      return toFolder ? commands.exportFeature(readExportRequest(source, read, surroundings), host) : commands.loadFeature(readLoadRequest(source, read, surroundings), host);
    }
  }
}

/** What an author wrote, and not what was exported. */
async function isFeatureSource(folder: string): Promise<boolean> {
  const isFile = async (name: string): Promise<boolean> => (await stat(join(folder, name)).catch(() => undefined))?.isFile() === true;
  return (await isFile(METADATA_FILE)) && !(await isFile(EXPORT_MARK));
}

/** Only export builds. @throws InputError */
async function refuseSources(source: string, here: string, command: string): Promise<void> {
  if (!(await isFeatureSource(resolve(here, source)))) return;
  throw new InputError('source', `source: ${resolve(here, source)} holds the sources of a Feature, but nix-feature ${command} builds nothing.`, {
    hint: `Build it first (nix-feature build ${source} --output layout), and name its layout: nix-feature bundle layout.`,
  });
}

/** @throws InputError if a bundle, which is a file, would have to be a folder */
async function refuseFolder(output: string, here: string): Promise<void> {
  if (output === '') return;
  if (!output.endsWith('/') && (await stat(resolve(here, output)).catch(() => undefined))?.isDirectory() !== true) return;
  throw new InputError('output', `output: "${output}" is a folder, but a bundle is a file.`, { hint: `Name the file: --output ${join(output, '<name>.tar')}.` });
}

async function buildAndExport({ commandLine, read, surroundings }: PortableLine, host: Host, commands: PortableCommands): Promise<Carried> {
  const folder = commandLine.inputs.get('source') ?? '';
  const request = readBuildRequest((name) => (name === 'feature' ? folder : name === 'push' ? 'false' : read(name)), surroundings);
  // Before the build, which takes a while.
  const asked = readExportRequest(folder, read, surroundings);
  if (!asked.layers) throw new InputError('delivery', 'delivery: layers leaves the layers in the registry, but only a published Feature has any there.', { hint: 'Leave delivery out, or publish the Feature first.' });
  if (asked.output !== undefined) await assertOwnExport(asked.output);
  await using cleanup = new AsyncDisposableStack();
  const work = await makeTemporary('nix-feature-export');
  cleanup.defer(() => rm(work, { recursive: true, force: true }));
  const layout = join(work, 'layout');
  await (await commands.build())({ ...request, output: layout }, host);
  const wanted = readExportRequest(layout, read, surroundings);
  return await commands.exportFeature({ ...wanted, source: { kind: 'path', text: folder, path: layout }, arches: [] }, host);
}

function textOf(result: Carried, here: string): string {
  const { id, version, arches, place, bytes, what, tags } = result;
  const subject = `${id} ${version} (${formatList(arches)})`;
  const shown = relative(here, place);
  if (what === 'release') return `${subject} is published as ${place}: ${tags.join(', ')}; ${formatBytes(bytes)} sent.\n`;
  const near = shown.startsWith('..') ? place : shown;
  if (what === 'bundle') return `${subject} is in ${near}, ${formatBytes(bytes)}.\nUnpack it where a devcontainer.json is (mkdir ${id} && tar -xf ${near} -C ${id}), or publish it: nix-feature load ${near} --registry <host> --namespace <namespace>\n`;
  return `${subject} is in ${near}${bytes === 0 ? ', without its layers: install.sh fetches them' : `, ${formatBytes(bytes)}`}.\n${usageOf(place, id)}\n`;
}

function usageOf(place: string, id: string): string {
  const name = place.split('/').at(-1) ?? id;
  const usage = `"features": { "./${name}": {} }`;
  return dirname(place).endsWith('/.devcontainer') ? `In its devcontainer.json: ${usage}` : `Put it below .devcontainer, and in devcontainer.json: ${usage}`;
}
