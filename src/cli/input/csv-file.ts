/** CSV and TSV files of any size, row by row: one pass to tell the encoding and the fingerprint, one to read. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { BadInput } from '../program/bad-input';
import { delimiterHint, delimiterOf } from './delimiter';
import { decoderOf, markedEncoding, Utf8Check, type Encoding } from './encoding';
import { fileFault } from './file-fault';
import type { TableOptions, TableRead, TakeRows } from './table-rows';

/** Enough for the header and some rows of any export. */
const START = 64 * 1024;
const CHUNK = 1024 * 1024;
/** Chunks without the end of a row: no row is that long, but a quotation mark that is never closed makes one of all that follows. */
const LONGEST_ROW_CHUNKS = 16;

/** @throws BadInput when the file cannot be read, or a quotation mark is never closed */
export async function readCsvFile(file: string, options: TableOptions, take: TakeRows): Promise<TableRead> {
  const name = path.basename(file);
  const { encoding, fingerprint, start } = await examine(file);
  const text = decoderOf(encoding).decode(start);
  const hint = delimiterHint(text);
  const delimiter = hint?.delimiter ?? delimiterOf(text);
  const source = Readable.from(decoded(file, encoding, hint?.length ?? 0), { objectMode: true });
  const skipped = hint === null ? 0 : 1;
  const notes: string[] = [];
  let rows = 0;
  let waiting = 0;
  await new Promise<void>((done, fail) => {
    // Told before the parser is stopped: stopping counts as being complete.
    const stop = (error: unknown): void => {
      source.destroy();
      fail(error instanceof Error ? error : new Error(String(error)));
    };
    Papa.parse<string[]>(source, {
      delimiter,
      chunk({ data, errors }, parser) {
        waiting = data.length === 0 ? waiting + 1 : 0;
        const open = errors.find(({ code }) => code === 'MissingQuotes');
        if (open !== undefined || waiting > LONGEST_ROW_CHUNKS) {
          const row = skipped + rows + (open?.row ?? 0) + 1;
          stop(
            new BadInput(
              `${name}, row ${row}: a quotation mark opens a cell and is never closed, so the rows after it cannot be told apart. Close or remove it.`,
            ),
          );
          parser.abort();
          return;
        }
        const odd = errors.find(({ code }) => code === 'InvalidQuotes');
        if (odd !== undefined && notes.length === 0) {
          notes.push(
            `${name}, row ${skipped + rows + (odd.row ?? 0) + 1}: text follows a closing quotation mark; check how that row was read.`,
          );
        }
        try {
          take(data);
        } catch (error) {
          stop(error);
          parser.abort();
          return;
        }
        rows += data.length;
        options.onRows?.(rows);
      },
      complete: () => {
        done();
      },
      error: stop,
    });
    source.on('error', stop);
  });
  return { skipped, sheet: '', fingerprint, notes };
}

interface Examined {
  readonly encoding: Encoding;
  readonly fingerprint: string;
  readonly start: Uint8Array;
}

async function examine(file: string): Promise<Examined> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  const first: Uint8Array[] = [];
  let kept = 0;
  for await (const chunk of bytes(file)) {
    hash.update(chunk);
    utf8.take(chunk);
    if (kept >= START) continue;
    first.push(chunk.subarray(0, START - kept));
    kept += chunk.length;
  }
  const start = Buffer.concat(first);
  return {
    encoding: markedEncoding(start) ?? utf8.end(),
    fingerprint: hash.digest('hex'),
    start,
  };
}

async function* decoded(file: string, encoding: Encoding, skip: number): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  let left = skip;
  for await (const chunk of bytes(file)) {
    const text = decoder.decode(chunk);
    const rest = left > 0 ? text.slice(left) : text;
    left = Math.max(0, left - text.length);
    // An empty string would end the stream.
    if (rest !== '') yield rest;
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
}

async function* bytes(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) yield chunk as Buffer;
  } catch (error) {
    throw fileFault(error, file);
  }
}
