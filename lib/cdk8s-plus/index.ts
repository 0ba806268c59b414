import './require-peers';

// Dedicated nodes.
export * from './scheduling/node-taint-queries';
