import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import tls from 'node:tls';

/** What all files of a process share. It is seen whether a file left it as it was. */
export class SharedState {
  #before: readonly string[] = [];
  #environment = process.env;
  #values = new Map<string, unknown>();
  #trusts = false;

  constructor() {
    const set = tls.setDefaultCACertificates.bind(tls);
    tls.setDefaultCACertificates = (certificates) => {
      this.#trusts = true;
      set(certificates);
    };
    syncBuiltinESMExports();
  }

  /** Before a file. */
  note(): void {
    this.#before = described();
    this.#values = globalValues();
  }

  /** After it, when nothing is left to do. */
  changed(): boolean {
    for (const { globalAgent } of [http, https]) globalAgent.destroy();
    const now = described();
    return this.#trusts || process.env !== this.#environment || othersOfGroup() || now.some((each, at) => each !== this.#before[at]) || [...this.#values].some(([name, value]) => !Object.is(Object.getOwnPropertyDescriptor(globalThis, name)?.value, value));
  }
}

function described(): string[] {
  const emitters = [process, process.stdout, process.stderr];
  const umask = process.umask(0);
  process.umask(umask);
  return [
    Object.entries(process.env).map(([name, value]) => `${name}=${value}`).sort().join('\n'),
    folder(),
    process.title,
    String(umask),
    String(Error.stackTraceLimit),
    ...emitters.map((each) => each.eventNames().map((event) => `${String(event)}: ${each.listenerCount(event)}`).sort().join()),
    ...[globalThis, Object.prototype, Array.prototype, Function.prototype, String.prototype, Promise.prototype].map((each) => Object.getOwnPropertyNames(each).join()),
  ];
}

function folder(): string {
  try {
    return process.cwd();
  } catch {
    return 'none, as it is gone';
  }
}

/** Those that are there already, not those that Node.js makes when they are first used. */
function globalValues(): Map<string, unknown> {
  return new Map(Object.entries(Object.getOwnPropertyDescriptors(globalThis)).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value as unknown]])));
}

/** Whether a program that the file has started still runs. */
function othersOfGroup(): boolean {
  return readdirSync('/proc').some((id) => /^\d/.test(id) && Number(id) !== process.pid && groupOf(id) === process.pid);
}

/** proc_pid_stat(5): state, parent and group follow the name, which is in brackets and may hold blanks. One that has ended (Z) is none. */
function groupOf(id: string): number | undefined {
  try {
    const [state, , group] = readFileSync(`/proc/${id}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    return state === 'Z' ? undefined : Number(group);
  } catch {
    return undefined;
  }
}
