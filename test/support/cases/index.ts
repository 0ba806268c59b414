import type { ManifestCase } from './case';

export type { ManifestCase };

/** The cases of every domain; a new domain adds its list here. */
export const ALL_CASES: readonly ManifestCase[] = [];
