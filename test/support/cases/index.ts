import type { ManifestCase } from './case';
import { COMPUTE_CASES } from './compute';
import { INGRESS_CASES } from './ingress';
import { OPENSHIFT_CASES } from './openshift';
import { PLATFORM_CASES } from './platform';
import { SCHEDULING_CASES } from './scheduling';
import { STORAGE_CASES } from './storage';
import { TLS_CASES } from './tls';

export type { ManifestCase };

/** The cases of every domain; a new domain adds its list here. */
export const ALL_CASES: readonly ManifestCase[] = [
  ...COMPUTE_CASES,
  ...INGRESS_CASES,
  ...STORAGE_CASES,
  ...TLS_CASES,
  ...SCHEDULING_CASES,
  ...OPENSHIFT_CASES,
  ...PLATFORM_CASES,
];
