import type { InputReader } from '../actions/inputs/inputs.ts';
import type { Surroundings } from '../actions/inputs/surroundings.ts';
import { readCheckRequest, readPruneRequest, readWithdrawRequest } from '../actions/requests/read-releases.ts';
import type { TerminalHost } from '../host/terminal/terminal.ts';
import { Failure } from '../kit/errors.ts';
import { formatNumberOf } from '../kit/format.ts';
import type { UseCase } from '../kit/host.ts';
import { jsonText } from '../kit/text.ts';
import type { CheckReport, CheckRequest } from '../publish/check-namespace.ts';
import type { PruneReport, PruneRequest } from '../publish/prune/prune.ts';
import type { WithdrawRequest, Withdrawal } from '../publish/withdraw.ts';
import { renderTerminalPrune } from '../report/runs/namespace.ts';
import type { CommandLine } from './flags.ts';

/** What looks after releases, fetched when it is needed. */
export interface ReleaseCommands {
  readonly withdraw: UseCase<WithdrawRequest, Withdrawal>;
  readonly prune: UseCase<PruneRequest, PruneReport>;
  readonly checkPlace: UseCase<CheckRequest & { readonly mayBeFeature: boolean }, CheckReport>;
}

export interface ReleaseLine {
  readonly commandLine: CommandLine & { readonly command: 'withdraw' | 'check' | 'prune' };
  readonly read: InputReader;
  readonly surroundings: Surroundings;
}

/** Runs `nix-feature withdraw|check|prune`. @throws Failure if a check finds what is not mended */
export async function lookAfter({ commandLine, read, surroundings }: ReleaseLine, host: TerminalHost, commands: ReleaseCommands): Promise<void> {
  const { inputs, json, command } = commandLine;
  const id = inputs.get('id') ?? '';
  if (command === 'withdraw') {
    const result = await commands.withdraw(readWithdrawRequest({ feature: id, version: inputs.get('version') ?? '' }, read, surroundings), host);
    host.result(json ? jsonText({ schemaVersion: 1, ...result }) : withdrawalText(result));
    return;
  }
  if (command === 'prune') {
    const pruned = await commands.prune(readPruneRequest(id, read, surroundings), host);
    host.result(json ? jsonText(pruned) : renderTerminalPrune(pruned));
    return;
  }
  const report = await commands.checkPlace(readCheckRequest(id, read, surroundings), host);
  host.result(json ? jsonText({ schemaVersion: 1, ...report }) : checkText(report));
  const open = report.findings.filter(({ repaired }) => !repaired);
  if (open.length > 0) throw new Failure(`${formatNumberOf(open.length, 'problem')} in ${report.namespace} ${open.length === 1 ? 'is' : 'are'} not repaired.`, { hint: 'nix-feature check --repair corrects tags and the collection.' });
}

function withdrawalText({ repository, version, tags, deleted }: Withdrawal): string {
  const gone = deleted ? 'is deleted as well' : 'still names it, because no other version is left for it';
  const moved = Object.entries(tags).map(([tag, now]) => `  ${tag} ${now === null ? gone : `names ${now} now`}`);
  return `${[`${repository}:${version} is withdrawn${deleted ? '' : ', but not deleted'}.`, ...moved].join('\n')}\n`;
}

function checkText({ namespace, features, findings }: CheckReport): string {
  const lines = Object.entries(features).flatMap(([id, versions]) => {
    const own = findings.filter((finding) => finding.id === id);
    const state = own.length === 0 ? 'everything is correct' : formatNumberOf(own.length, 'finding');
    return [
      `${namespace}/${id}: ${formatNumberOf(versions.length, 'version')}, ${state}`,
      ...own.map(({ version, what, repaired }) => `  ${repaired ? 'repaired: ' : ''}${version === undefined ? '' : `${version}: `}${what}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}
