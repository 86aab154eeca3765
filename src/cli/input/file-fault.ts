/** File system errors as sentences. */
import { readFile } from 'node:fs/promises';
import { BadInput } from '../program/bad-input';

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder. Check the path.',
  EISDIR: 'It is a folder: name a file.',
  EACCES: 'You may not open it. Check its permissions.',
  EPERM: 'You may not open it. Check its permissions.',
  ENOTDIR: 'A part of its path is no folder. Check the path.',
  ENOSPC: 'The disk is full.',
  EROFS: 'It lies on a disk that cannot be written.',
  EBUSY: 'Another program holds it open: close it there and try again.',
};

/** BadInput for what opening, reading or writing `file` threw; anything else is passed through. */
export function fileFault(error: unknown, file: string): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  const sentence = code === undefined ? undefined : SENTENCES[code];
  return sentence === undefined ? error : new BadInput(`${file}: ${sentence}`);
}

/** A whole file. @throws BadInput saying why it cannot be read */
export async function fileBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw fileFault(error, file);
  }
}
