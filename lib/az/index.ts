// Dedicated nodes.
export * from './scheduling/kubectl-taint';
