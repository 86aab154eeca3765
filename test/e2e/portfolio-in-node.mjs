/** The mix of the sample workbook without a browser. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/setup.mjs';

/** The engine over the sample's rows and seats in Node: what the browser's worker must have found. */
export function builtInNode() {
  const folder = mkdtempSync(join(tmpdir(), 'flex-portfolio-node-'));
  const file = join(folder, 'build.cjs');
  return build({
    stdin: {
      contents: `
        import { builtinCard, priceTerms } from './src/engine/catalog';
        import { readUsage } from './src/engine/usage/reader/reader';
        import { buildPortfolio, portfolioInput } from './src/engine/portfolio';
        import { sampleSeats, sampleSubscriptions } from './src/report/portfolio/seats/sample';
        import sample from './assets/sample/usage.json';
        const card = builtinCard('guide');
        const { summary, certificate } = buildPortfolio(
          portfolioInput(readUsage([sample.columns, ...sample.rows], { card }), {
            card,
            terms: priceTerms(card),
            asOf: null,
            externalDomains: [],
            policies: { contractorsOnFlex: true, pins: [], protectToday: true },
            owned: sampleSubscriptions().map(([offering, quantity, , end]) => ({ offering, quantity, end })),
            assignments: sampleSeats().map(([user, offering]) => ({ user, offering })),
          }),
        );
        process.stdout.write(JSON.stringify({ summary, certificate }));
      `,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    outfile: file,
    logLevel: 'error',
  })
    .then(() => JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' })))
    .finally(() => rmSync(folder, { recursive: true, force: true }));
}
