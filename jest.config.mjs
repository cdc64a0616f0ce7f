/** Tests are ES modules compiled by swc; imports end in `.js` and are found as `.ts`. */
const config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  globalSetup: '<rootDir>/tests/support/run-folder.mjs',
  setupFiles: ['<rootDir>/tests/support/quick-wasm.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // What takes minutes: `DUIZHAO_LONG=1 npm test -- tests/long`.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.DUIZHAO_LONG ? [] : ['<rootDir>/tests/long/'])],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
      },
    ],
  },
  maxWorkers: 2,
  // What earlier files leave in a worker makes the later ones take two or three times as long: it is begun anew.
  workerIdleMemoryLimit: '300MB',
  testTimeout: 30_000,
};

export { config as default };
