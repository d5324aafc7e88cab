/** The warnings in what the server wrote, which are workflow commands there (GitHub's documentation, "Workflow commands"). */
export function serverWarnings(log: string): readonly string[] {
  return log.split('\n').flatMap((line) => {
    const text = /^::warning(?: [^:]*)?::(.*)$/.exec(line)?.[1];
    return text === undefined ? [] : [text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')];
  });
}
