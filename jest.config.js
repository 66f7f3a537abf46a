import { createRequire } from 'node:module';
import { packageLabels } from './scripts/package/labels.ts';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

export default {
  ...jestConfig,
  coverageProvider: 'v8',
  coverageDirectory: 'build/coverage',
  coverageReporters: ['text', 'html'],
  coverageThreshold: { global: { lines: 90 } },
  collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**'],
  globals: { tandemLabels: packageLabels() },
  moduleNameMapper: {
    '\\.css$': '<rootDir>/force-app/test/no-style.ts',
    '^tests/(.*)$': '<rootDir>/force-app/test/$1',
    '^lightning/navigation$': '<rootDir>/force-app/test/navigation-stub.ts',
    '^lightning/modal$': '<rootDir>/force-app/test/modal-stub.ts',
  },
  setupFiles: [...(jestConfig.setupFiles ?? []), '<rootDir>/force-app/test/labels.ts'],
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
};
