/** What `::error …::`, `::warning …::` or `::notice …::` shows on the run's page and on the file. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly title?: string;
}

export interface WorkflowCommands {
  readonly annotations: readonly Annotation[];
  /** What `::add-mask::` named. */
  readonly masks: readonly string[];
  /** The output as the job's log shows it: masked, without commands that show nothing. */
  readonly log: string;
}

/** GitHub's documentation, "Workflow commands". A command stands at the beginning of a line. */
export function readWorkflowCommands(output: string): WorkflowCommands {
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  const shown: string[] = [];
  for (const line of output.split('\n')) {
    const [, name = '', properties = '', text = ''] = /^::([a-z-]+)(?: ([^:]*(?:%3A[^:]*)*))?::(.*)$/.exec(line) ?? [];
    const message = unescape(text);
    if (name === 'add-mask') masks.push(message);
    else if (name === 'error' || name === 'warning' || name === 'notice') {
      annotations.push({ level: name, message, ...readProperties(properties) });
      shown.push(`${name}: ${message}`);
    } else shown.push(line);
  }
  return { annotations, masks, log: mask(shown.join('\n'), masks) };
}

/** The runner masks each line of a secret of several lines. */
function mask(log: string, masks: readonly string[]): string {
  const secrets = masks.flatMap((secret) => secret.split('\n')).filter((secret) => secret.trim() !== '');
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), log);
}

function readProperties(text: string): Omit<Annotation, 'level' | 'message'> {
  const pairs = text.split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at).trim(), unescape(pair.slice(at + 1)).replaceAll('%3A', ':').replaceAll('%2C', ',')]];
  });
  const { file, line, title } = Object.fromEntries(pairs) as Record<string, string>;
  return {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(title === undefined ? {} : { title }),
  };
}

function unescape(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV: `name=value`, or `name<<delimiter`, lines, `delimiter`. @throws where it is neither */
export function readCommandFile(content: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = content.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const heredoc = /^([^=<]+)<<(.+)$/.exec(line);
    const plain = /^([^=]+)=(.*)$/.exec(line);
    if (heredoc !== null) {
      const [, name = '', delimiter = ''] = heredoc;
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) throw new Error(`the value of ${name} does not end: there is no line ${delimiter}`);
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (plain !== null) {
      const [, name = '', value = ''] = plain;
      values[name] = value;
    } else {
      throw new Error(`not a line of a command file: ${line}`);
    }
  }
  return values;
}
