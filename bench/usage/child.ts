/** One timed run of one method in a process of its own: `child <method> <rows> <warm-up runs>`; answers one JSON line. */
import { createHash } from 'node:crypto';
import { METHODS, type Answer } from './methods';
import { makeBlocks } from './rows';

/** Rows of a warm-up run: too few to leave memory behind that matters. */
const WARM_ROWS = 100_000;

/** Fingerprint of an answer, whatever the order of its entries: tokens and cost, or with units and source rows too. */
function digest(answer: Answer, whole: boolean): string {
  const { users, products, user, product, month, tokens, cost, units, sourceRows } = answer;
  if (whole && !(units && sourceRows)) return '';
  const lines = Array.from({ length: tokens.length }, (_, i) =>
    [
      users[user[i] as number],
      products[product[i] as number],
      month[i],
      (tokens[i] as number).toFixed(4),
      (cost[i] as number).toFixed(4),
      ...(whole ? [units?.[i]?.toFixed(4), sourceRows?.[i]] : []),
    ].join('|'),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 12);
}

async function main(): Promise<void> {
  const [name = '', rowsText = '', warmText = ''] = process.argv.slice(2);
  const method = METHODS[name];
  if (!method) throw new Error(`No method "${name}": use one of ${Object.keys(METHODS).join(', ')}.`);
  const rows = Number(rowsText);
  const blocks = makeBlocks(rows);
  const warm = makeBlocks(WARM_ROWS);
  // Collected before the warm-up, not after it: a full collection also throws away code compiled for types no longer in use.
  globalThis.gc?.();
  for (let run = 0; run < Number(warmText); run++) await method(warm, WARM_ROWS);
  const started = process.hrtime.bigint();
  const answer = await method(blocks, rows);
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const entries = answer.tokens.length;
  const digests = [digest(answer, false), digest(answer, true)];
  process.stdout.write(`${JSON.stringify({ ms, peakMb, entries, digests })}\n`);
}

void main();
