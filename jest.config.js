'use strict';

/**
 * The tests that need nothing but Node. The long comparisons of Pulumi, the cluster tier and the engine tier have a
 * configuration of their own.
 */
module.exports = {
  testEnvironment: 'node',
  // Jest keeps one core free, which on two cores is half of the machine.
  maxWorkers: '100%',
  // What the Pulumi SDK keeps of earlier files fills the memory of a worker, and a full one took several times as long.
  workerIdleMemoryLimit: '800MB',
  // The Pulumi SDK keeps its state in globals, and reads it once more after the last test of a file.
  // The first import of a provider SDK takes seconds where several test files are transformed at once.
  testTimeout: 60_000,
  testEnvironmentOptions: { globalsCleanup: 'off' },
  roots: ['<rootDir>/test', ...(require('node:fs').existsSync(`${__dirname}/examples`) ? ['<rootDir>/examples'] : [])],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/cluster/',
    '<rootDir>/test/engine/',
    '<rootDir>/test/parity/pulumi-',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/manifests/'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.json' }] },
  moduleNameMapper: {
    '^azureml-kubernetes$': '<rootDir>/lib/model/index.ts',
    '^azureml-kubernetes/([a-z0-9-]+)$': '<rootDir>/lib/$1/index.ts',
  },
};
