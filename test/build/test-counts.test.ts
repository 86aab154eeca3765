import { readJestReport, readNodeTestSummary } from '../../scripts/test-counts.mjs';

test('a suite that could not even load counts as a failure', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 2 };
  expect(readJestReport(JSON.stringify(report))).toEqual({ passed: 7, failed: 3 });
});

test('end-to-end tests are counted in both styles Node prints, colours or not', () => {
  expect(readNodeTestSummary('ℹ tests 4\nℹ pass 3\nℹ fail 1\nℹ cancelled 0\n')).toEqual({
    passed: 3,
    failed: 1,
  });
  expect(readNodeTestSummary('# pass 2\n# fail 0\n# cancelled 1\n')).toEqual({ passed: 2, failed: 1 });
  expect(readNodeTestSummary('\u001b[34mℹ pass 5\u001b[39m\n\u001b[34mℹ fail 0\u001b[39m\n')).toEqual({
    passed: 5,
    failed: 0,
  });
});

test('words in the middle of a test’s own output are not counted', () => {
  expect(readNodeTestSummary('the cell shows # pass 9\n')).toEqual({ passed: 0, failed: 0 });
});
