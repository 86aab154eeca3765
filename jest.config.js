/** Unit, functions, report, pane and Office-layer tests. End-to-end tests run through scripts/e2e.mjs. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // Jest leaves a core to itself; on a machine with two of them, that is half of them.
  maxWorkers: '100%',
  // A busy machine is slow, not wrong: no test asserts a time by its limit.
  testTimeout: 60_000,
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  moduleNameMapper: { '\\.(css|svg|png)$': '<rootDir>/test/taskpane/asset.stub.js' },
  transform: {
    '^.+\\.(ts|tsx|mjs|js)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // d3-array, its dependency internmap, pure-rand and hucre are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(d3-array|internmap|pure-rand|hucre)/)'],
};
