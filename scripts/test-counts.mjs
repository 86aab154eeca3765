/** @returns {{passed: number, failed: number}} of jest's --json report; a suite that could not load counts as one failure. */
export function readJestReport(text) {
  const report = JSON.parse(text);
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
}

/** @returns {{passed: number, failed: number}} summed over the summaries that Node's test runner prints, in either style. */
export function readNodeTestSummary(output) {
  // Colour codes stand between the sign and the word on a terminal.
  const escape = String.fromCharCode(27);
  const plain = output.replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'g'), '');
  const sum = (word) =>
    [...plain.matchAll(new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, 'gm'))].reduce(
      (total, match) => total + Number(match[1]),
      0,
    );
  return { passed: sum('pass'), failed: sum('fail') + sum('cancelled') };
}
