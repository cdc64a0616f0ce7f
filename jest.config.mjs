/** Tests are ES modules compiled by swc; imports end in `.js` and are found as `.ts`. */
const compile = (parser) => [
  '@swc/jest',
  {
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser,
      transform: {
        legacyDecorator: true,
        decoratorMetadata: false,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
    },
  },
];

const config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
  globalSetup: '<rootDir>/tests/support/run-folder.mjs',
  setupFiles: ['<rootDir>/tests/support/quick-wasm.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '\\.css$': '<rootDir>/tests/support/no-style.mjs' },
  // What takes minutes: `DUIZHAO_LONG=1 npm test -- tests/long`.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.DUIZHAO_LONG ? [] : ['<rootDir>/tests/long/'])],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  transform: {
    '^.+\\.ts$': compile({ syntax: 'typescript', decorators: true }),
    '^.+\\.tsx$': compile({ syntax: 'typescript', tsx: true }),
  },
  maxWorkers: 2,
  // What earlier files leave in a worker makes the later ones take two or three times as long: it is begun anew.
  workerIdleMemoryLimit: '300MB',
  testTimeout: 30_000,
};

export { config as default };
