/** Lints the files of a folder by the rules of the house alone; prints for each file what is said about it. */
import { ESLint } from 'eslint';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import house from '../../scripts/lint/house.mjs';

const folder = process.argv[2];
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.{ts,tsx,mjs}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { house },
    rules: Object.fromEntries(Object.keys(house.rules).map((name) => [`house/${name}`, 'error'])),
  },
});
const said = {};
for (const { filePath, messages } of await eslint.lintFiles('.')) {
  const file = path.relative(folder, filePath).split(path.sep).join('/');
  said[file] = messages.map(({ ruleId, message }) => `${ruleId ?? 'parse error'}: ${message}`);
}
process.stdout.write(JSON.stringify(said));
