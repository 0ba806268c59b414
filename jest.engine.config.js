'use strict';

const cluster = require('./jest.cluster.config');

/** The tests on the real Pulumi engine, with a control plane for what programs put into the cluster. */
module.exports = {
  ...cluster,
  roots: ['<rootDir>/test/engine'],
  testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
  // Each worker has a control plane of its own.
  maxWorkers: 2,
};
