import { createRequire } from 'node:module';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

export default {
  ...jestConfig,
  coverageProvider: 'v8',
  collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**'],
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
};
