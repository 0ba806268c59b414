import { isDeferred, lowerCase } from '../deferred';
import { issue, type Issue, type Path } from '../issues';
import type { SupportSourceName } from './support-sources';

/** A region by the name that Azure's interfaces use. */
export interface RegionRow {
  /** For example `eastus2`. */
  readonly name: string;
  /** For example `East US 2`. */
  readonly displayName: string;
}

/** What decides whether the extension is available in a region. */
export const REGION_RULE = {
  statement: 'The extension can be deployed wherever Azure Arc-enabled Kubernetes is available.',
  source: 'page',
} as const satisfies { readonly statement: string; readonly source: SupportSourceName };

/** Regions that older documentation named one by one; more have come since. */
export const DOCUMENTED_REGIONS: readonly RegionRow[] = [
  { name: 'eastus', displayName: 'East US' },
  { name: 'eastus2', displayName: 'East US 2' },
  { name: 'southcentralus', displayName: 'South Central US' },
  { name: 'westus2', displayName: 'West US 2' },
  { name: 'australiaeast', displayName: 'Australia East' },
  { name: 'southeastasia', displayName: 'Southeast Asia' },
  { name: 'northeurope', displayName: 'North Europe' },
  { name: 'uksouth', displayName: 'UK South' },
  { name: 'westeurope', displayName: 'West Europe' },
  { name: 'westcentralus', displayName: 'West Central US' },
  { name: 'centralus', displayName: 'Central US' },
  { name: 'northcentralus', displayName: 'North Central US' },
  { name: 'westus', displayName: 'West US' },
  { name: 'koreacentral', displayName: 'Korea Central' },
  { name: 'francecentral', displayName: 'France Central' },
];

/** Where {@link DOCUMENTED_REGIONS} was read. */
export const DOCUMENTED_REGIONS_SOURCE = 'amlKubernetes' satisfies SupportSourceName;

/** Regions of AKS without cluster extensions; the air-gapped clouds of the US government have none either. */
export const REGIONS_WITHOUT_EXTENSIONS: readonly RegionRow[] = [
  { name: 'qatarcentral', displayName: 'Qatar Central' },
];

/** Where {@link REGIONS_WITHOUT_EXTENSIONS} was read. */
export const REGIONS_WITHOUT_EXTENSIONS_SOURCE = 'aksExtensions' satisfies SupportSourceName;

/**
 * Warns of a region that has no cluster extensions.
 * @param location - the name of a region in either form
 * @param path - where it is in the description
 */
export function regionIssues(location: string, path: Path = []): Issue[] {
  if (isDeferred(location)) return [];
  const name = lowerCase(location).replaceAll(' ', '');
  const isWithout = REGIONS_WITHOUT_EXTENSIONS.some((row) => row.name === name);
  return isWithout ? [issue('support/region', path, { received: location })] : [];
}
