import { existsSync } from 'node:fs';

const globalSetup = 'tests/support/global-setup.ts';
const globalTeardown = 'tests/support/global-teardown.ts';

/** Tests are ES modules compiled by swc; imports end in `.js` and are found as `.ts`. */
const config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
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
  ...(existsSync(globalSetup) && { globalSetup: `<rootDir>/${globalSetup}` }),
  ...(existsSync(globalTeardown) && { globalTeardown: `<rootDir>/${globalTeardown}` }),
  maxWorkers: 2,
  testTimeout: 30_000,
};

export { config as default };
