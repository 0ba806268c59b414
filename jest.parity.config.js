'use strict';

const unit = require('./jest.config');

/** The long comparisons of what Pulumi registers with what the other outputs say; they need nothing but Node. */
module.exports = {
  ...unit,
  roots: ['<rootDir>/test/parity'],
  testMatch: ['<rootDir>/test/parity/pulumi-*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
