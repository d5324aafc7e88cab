import type { InputReader } from '../../actions/inputs/inputs.ts';
import type { Surroundings } from '../../actions/inputs/surroundings.ts';
import { checkPlan } from '../../actions/plan.ts';
import { readPlanRequest } from '../../actions/requests/read-plan-request.ts';
import { linesOf } from '../../actions/values/values.ts';
import { LEVELS, whyText, type Level } from '../../feature/version/levels.ts';
import type { TerminalHost } from '../../host/terminal/terminal.ts';
import { formatNumberOf } from '../../kit/format.ts';
import type { UseCase } from '../../kit/host.ts';
import { jsonText } from '../../kit/text.ts';
import type { Bumped, NamedBump } from '../../plan/bump/bump-named.ts';
import type { PlanReport } from '../../report/runs/plan.ts';
import type { PlanRequest } from '../../request/build.ts';

/** What raises versions, fetched when it is needed. */
export interface BumpCommands {
  readonly plan: () => Promise<UseCase<PlanRequest, PlanReport>>;
  readonly bumpNamed: (bump: NamedBump) => Promise<readonly Bumped[]>;
}

export interface BumpLine {
  /** What stands behind the command. */
  readonly words: readonly string[];
  readonly json: boolean;
  readonly read: InputReader;
  readonly surroundings: Surroundings;
}

const AUTO = 'auto';

/** Tells whether the first word after `bump` is a level, and not a folder. */
export function isLevel(word: string): word is Level | typeof AUTO {
  return word === AUTO || LEVELS.some((level) => level === word);
}

/** Runs `nix-feature bump`: raises versions, and says which and why. */
export async function bump({ words, json, read, surroundings }: BumpLine, host: TerminalHost, commands: BumpCommands): Promise<void> {
  const [word = AUTO] = words;
  const level = isLevel(word) ? word : AUTO;
  if (level !== AUTO) {
    host.result(written(await commands.bumpNamed({ root: surroundings.folder, features: linesOf(read, 'features'), level }), [], json));
    return;
  }
  const request = { ...readPlanRequest(read, surroundings), bump: true };
  const report = await (await commands.plan())(request, host);
  const bumped = report.features.flatMap(({ folder, id, raised }) => (raised === undefined ? [] : [{ folder, id, ...raised }]));
  host.result(written(bumped, report.features.filter(({ raised }) => raised === undefined), json));
  checkPlan(report);
}

type Unchanged = Pick<PlanReport['features'][number], 'folder' | 'id' | 'version' | 'reason'>;

/** As schemas/bump.schema.json has it, or for people. */
function written(bumped: readonly Bumped[], unchanged: readonly Unchanged[], json: boolean): string {
  if (json) {
    const result = {
      schemaVersion: 1,
      bumped: bumped.map(({ folder, id, from, to, level, reasons }) => ({ feature: folder, id, from, to, level, reasons })),
      unchanged: unchanged.map(({ folder, id, version, reason }) => ({ feature: folder, id, version, reason })),
    };
    return jsonText(result);
  }
  const lines = [
    ...bumped.map((each) => `${each.folder === '.' ? each.id : each.folder}: ${each.from} → ${each.to} (${whyText(each)})`),
    ...(bumped.length === 0 ? [`No version has to be raised: ${formatNumberOf(unchanged.length, 'Feature')}.`] : []),
    ...unchanged.map(({ folder, id, version, reason }) => `${folder === '.' ? id : folder}: ${version} stays: ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}
