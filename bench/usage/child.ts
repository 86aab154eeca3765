/** One timed run of one method in a process of its own: `child <method> <rows>`; answers one JSON line. */
import { createHash } from 'node:crypto';
import { METHODS, type Answer } from './methods';
import { makeBlocks } from './rows';

/** Warm-up of every method alike, so that compiling is not timed; too few rows to leave memory behind that matters. */
const WARM_ROWS = 100_000;
const WARM_RUNS = 4;

function digest(answer: Answer): string {
  const lines = Array.from({ length: answer.tokens.length }, (_, i) =>
    [
      answer.users[answer.user[i] as number],
      answer.products[answer.product[i] as number],
      answer.month[i],
      (answer.units[i] as number).toFixed(4),
      (answer.tokens[i] as number).toFixed(4),
      answer.sourceRows[i],
      (answer.cost[i] as number).toFixed(4),
    ].join('|'),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 12);
}

async function main(): Promise<void> {
  const [name = '', rowsText = ''] = process.argv.slice(2);
  const method = METHODS[name];
  if (!method) throw new Error(`No method "${name}": use one of ${Object.keys(METHODS).join(', ')}.`);
  const rows = Number(rowsText);
  const blocks = makeBlocks(rows);
  const warm = makeBlocks(WARM_ROWS);
  // Collected before the warm-up, not after it: a full collection also throws away code compiled for types no longer in use.
  globalThis.gc?.();
  for (let run = 0; run < WARM_RUNS; run++) await method(warm, WARM_ROWS);
  const cpu = process.cpuUsage();
  const started = process.hrtime.bigint();
  const answer = await method(blocks, rows);
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / 1000;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${JSON.stringify({ ms, cpuMs, peakMb, entries: answer.tokens.length, digest: digest(answer) })}\n`,
  );
}

void main();
