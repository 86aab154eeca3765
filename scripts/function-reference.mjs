/**
 * Writes docs/functions.md from the docblocks of src/functions: `node scripts/function-reference.mjs`.
 * With --check it changes nothing and fails when the page is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { functionsMetadata, sourceFiles } from './functions-metadata.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const PAGE = resolve(ROOT, 'docs/functions.md');

const INTRODUCTION = `# Functions

<!-- Made from the docblocks in src/functions by \`node scripts/function-reference.mjs\`: change the docblocks. -->

Type these in any cell. Arguments in [brackets] may be left out. Percentages are fractions: 25 % is 0.25.

- **card**: left out, the guide card (hourly, 0.30 USD a token); \`"retail"\`, 24-hour days at 3.00 USD; or a range with the columns that
  \`FLEX.RATECARD\` writes, such as your own rates.
- **usage**: a range with a header row, in any column order. The year is the 12 calendar months that end with the month of the latest
  date. A shorter range is never scaled up. \`FLEX.REJECTED\` lists the rows that could not be used.
- **Simulations** (\`FLEX.POOLSIZE\`, \`FLEX.STOCKOUT\`, \`FLEX.COMMIT\`, \`FLEX.CARRYFORWARD\`): 10,000 draws with a fixed seed, the same for every formula over one range, so the
  same range always gives the same figures. No growth is expected, with a spread of 5 %. Rows of one project rise and fall together; where
  Project is blank, those of one team, else department, else user.
- **tiers**: rows of (from quantity, price), in any order, with or without a header row. The price of a tier holds for every token.
- **One cell or a column**: where an argument says so, a column of cells gives a column of results.

| Error | Meaning |
|---|---|
| \`#N/A\` | an unknown product or card (the message names the nearest), a product that is not on Flex, a rate or price that the card lacks, or a result of more than 50,000 cells |
| \`#VALUE!\` | an argument of the wrong kind or out of range, a faulty cell of a rate card or tier table, a usage range without a usable row, or a risk of 1 % or less with too few clusters to tell |
| \`#NUM!\` | a division without meaning: a token price of 0, a token discount of 100 %, or a year without tokens |
`;

const cell = (text) => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();

/** What each function returns: the generator leaves @returns out of its JSON. */
function resultTexts() {
  const texts = new Map();
  for (const file of sourceFiles()) {
    for (const [block] of readFileSync(file, 'utf8').matchAll(/\/\*\*[^]*?\*\//g)) {
      const id = /@customfunction (\w+)/.exec(block)?.[1];
      const result = /@returns ([^]*?)\*\//.exec(block)?.[1];
      if (id && result) texts.set(id, result.replace(/\n\s*\*/g, ' '));
    }
  }
  return texts;
}

function section(fn, result) {
  const parameters = fn.parameters ?? [];
  const signature = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ');
  const [what, example] = fn.description.split(/\s*Example: /);
  const lines = [`## FLEX.${fn.name}`, '', `\`FLEX.${fn.name}(${signature})\``, '', cell(what), ''];
  if (example) {
    const [, formula, result = ''] = /^(=.*\))(.*)$/.exec(cell(example)) ?? [null, cell(example)];
    lines.push(`Example: \`${formula}\`${result}`, '');
  }
  if (parameters.length > 0) {
    lines.push('| Argument | Meaning |', '|---|---|');
    lines.push(...parameters.map(({ name, description }) => `| ${name} | ${cell(description)} |`), '');
  }
  if (result) lines.push(`Result: ${cell(result)}`, '');
  return lines.join('\n');
}

/** The page as text. */
export async function functionReference() {
  const { functions } = await functionsMetadata();
  const results = resultTexts();
  const text = `${INTRODUCTION}\n${functions.map((fn) => section(fn, results.get(fn.id))).join('\n')}`;
  return format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = await functionReference();
  if (process.argv.includes('--check')) {
    let current = '';
    try {
      current = readFileSync(PAGE, 'utf8');
    } catch {
      // No page yet counts as out of date.
    }
    if (current !== text) {
      console.error(`${relative(ROOT, PAGE)} is out of date: run node scripts/function-reference.mjs`);
      process.exitCode = 1;
    }
  } else {
    writeFileSync(PAGE, text);
  }
}
