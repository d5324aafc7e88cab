import { programKind } from '../read/program-start.ts';
import type { Image } from './image.ts';

/** Each is started by WSL itself (init of microsoft/WSL). */
const PROGRAMS = ['/bin/sh', '/sbin/init'];
/** Scripts that are run by scripts; Linux follows as many (execve(2)). */
const MOST_SCRIPTS = 5;

/** Checks that the programs that WSL starts exist and are for the right machine. NixOS-WSL's /bin/sh is a script. */
export function checkImagePrograms(image: Image): void {
  for (const path of PROGRAMS) checkProgram(image, path);
}

function checkProgram({ tree, arch, findings }: Image, path: string): void {
  const fault = (says: string): void => findings.fault('programs', path, says);
  let at = path;
  for (let scripts = 0; scripts < MOST_SCRIPTS; scripts += 1) {
    const file = tree.resolve(at);
    const via = at === path ? '' : `is run by ${at}, which `;
    if (file === undefined) return fault(tree.at(at) === undefined ? `${via}is missing` : `${via}is a link that leads to nothing in the tarball`);
    if (file.type !== 'file') return fault(`${via}is not a file`);
    if ((file.mode & 0o111) !== 0o111) return fault(`${via}leads to ${file.path}, which not everybody may execute`);
    if (file.uid !== 0) return fault(`${via}leads to ${file.path}, which belongs to ${file.uid} and not to root`);
    const program = programKind(file.start);
    if (program.kind === 'other') return fault(`${via}leads to ${file.path}, which is neither an ELF program nor a script`);
    if (program.kind === 'elf') return program.machine === arch ? undefined : fault(`${via}leads to ${file.path}, which is for ${program.machine} and not for ${arch}`);
    at = program.interpreter;
  }
  fault('is a script that is run by scripts only');
}
