import './require-peers';

export type { ChildOptions, ComponentOptions } from './component-plan';
export type { Deferrable, SecretInput } from './deferrable';

// Job data volumes.
export * from './storage/job-data-volume';
export * from './storage/nfs-mount-config';
