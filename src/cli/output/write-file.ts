/** Files are written whole or not at all: beside their place first, then moved there. */
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BadInput } from '../program/bad-input';
import { fileFault } from '../input/file-fault';

/**
 * @param inputs files of the run: none of them is ever replaced
 * @throws BadInput when the file cannot be written there
 */
export async function writeOutput(
  file: string,
  content: string | Uint8Array,
  inputs: readonly string[],
): Promise<void> {
  const target = path.resolve(file);
  for (const input of inputs) {
    if (await isSameFile(target, path.resolve(input))) {
      throw new BadInput(`${file} is a file that is read: name another one to write.`);
    }
  }
  const beside = `${target}.${process.pid}.part`;
  try {
    await writeFile(beside, content);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw fileFault(error, file);
  }
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  if (a === b) return true;
  try {
    const [left, right] = await Promise.all([stat(a), stat(b)]);
    return left.ino !== 0 && left.ino === right.ino && left.dev === right.dev;
  } catch {
    // One of them does not exist yet.
    return false;
  }
}
