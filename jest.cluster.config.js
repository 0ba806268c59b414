'use strict';

const unit = require('./jest.config');

/** The tests on a real Kubernetes control plane; tools/kubernetes/test.mjs runs them once for each minor. */
module.exports = {
  ...unit,
  roots: ['<rootDir>/test/cluster'],
  testMatch: ['<rootDir>/test/cluster/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/support/cluster/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/cluster/global-teardown.ts',
  // One control plane for all files, and objects with fixed names in it: one file at a time.
  maxWorkers: 1,
  // Bounds a hung server; no test waits this long when it passes.
  testTimeout: 120_000,
};
