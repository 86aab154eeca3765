/** Lints {file, code} snippets from stdin as if they were those files; prints the rules each one breaks. */
import { ESLint } from 'eslint';

let input = '';
for await (const chunk of process.stdin) input += chunk;
const eslint = new ESLint();
const results = [];
for (const { file, code } of JSON.parse(input)) {
  const [result] = await eslint.lintText(code, { filePath: file });
  results.push(result.messages.map((message) => message.ruleId ?? `parse error: ${message.message}`));
}
process.stdout.write(JSON.stringify(results));
