import './require-peers';

// Dedicated nodes.
export * from './scheduling/node-taint-queries';

// Job data volumes.
export * from './storage/job-data-volume-as-volume';
