import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

export type Contexts = Readonly<Record<string, unknown>>;

/** What success(), failure() and the like say where an expression stands. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

export const GOOD: Status = { success: true, failure: false, cancelled: false };

/** The value of an expression, by GitHub's own evaluator. @param text without `${{ }}` */
export function evaluate(text: string, contexts: Contexts, status: Status = GOOD): unknown {
  const functions = { success: status.success, failure: status.failure, cancelled: status.cancelled, always: true };
  const definitions = Object.entries(functions).map(([name, value]) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) }));
  const { tokens } = new Lexer(text).lex();
  const expression = new Parser(tokens, Object.keys(contexts), definitions).parse();
  const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const result = new Evaluator(expression, dictionary, new Map(definitions.map((each) => [each.name, each]))).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer)) as unknown;
}

/** A value of a workflow with its expressions evaluated; one that is nothing but an expression keeps its type. */
export function interpolate(value: unknown, contexts: Contexts): unknown {
  if (typeof value !== 'string') return value;
  const whole = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(value.trim());
  if (whole !== null) return evaluate(whole[1] ?? '', contexts);
  return value.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, text: string) => asText(evaluate(text, contexts)));
}

/** As an input or a variable gets a value. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Does a job or step with such an `if` run? Without a status function in it, everything before must have gone well. */
export function isWanted(condition: string | boolean | undefined, contexts: Contexts, status: Status): boolean {
  const text = String(condition ?? 'success()').replace(/^\$\{\{(.*)\}\}$/s, '$1').trim();
  const asksStatus = /\b(?:success|failure|cancelled|always)\s*\(/.test(text);
  return Boolean(evaluate(asksStatus ? text : `success() && (${text})`, contexts, status));
}
