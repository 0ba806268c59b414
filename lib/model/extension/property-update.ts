import { equalText, lowerCase } from '../deferred';
import type { ExtensionSourceName } from './extension-sources';

/** What an extension resource is, besides its settings. What is not given is not compared. */
export interface ExtensionProperties {
  /** The name of the extension. @default - not compared */
  readonly name?: string;
  /** The resource id of the cluster. @default - not compared */
  readonly cluster?: string;
  /** The type of the extension. @default - not compared */
  readonly extensionType?: string;
  /** `cluster` or `namespace`. @default - not compared */
  readonly scope?: string;
  /** The marketplace plan, `none` or its name. @default - not compared */
  readonly plan?: string;
  /** The kind of the extension's identity, `none` on AKS. @default - not compared */
  readonly identityType?: string;
  /** Whether Azure upgrades the extension. @default - not compared */
  readonly autoUpgradeMinorVersion?: boolean;
  /** The release train. @default - not compared */
  readonly releaseTrain?: string;
  /** The pinned version. @default - not compared */
  readonly version?: string;
}

/** What an update can do with a property. */
export interface PropertyChange {
  /** Whether a change takes a new extension. */
  readonly replaces: boolean;
  readonly advice: string;
  readonly source: ExtensionSourceName;
}

/** The properties of an extension and whether an update can change them. */
export const PROPERTY_CHANGES = {
  name: { replaces: true, advice: 'part of the id of the resource', source: 'restSpecification' },
  cluster: { replaces: true, advice: 'part of the id of the resource', source: 'restSpecification' },
  extensionType: { replaces: true, advice: 'not part of an update', source: 'restSpecification' },
  scope: {
    replaces: true,
    advice: 'not part of an update; this extension has the scope cluster',
    source: 'restSpecification',
  },
  plan: { replaces: true, advice: 'not part of an update; this extension has none', source: 'restSpecification' },
  identityType: {
    replaces: true,
    advice: 'not part of an update before API version 2025-03-01',
    source: 'restSpecification',
  },
  autoUpgradeMinorVersion: { replaces: false, advice: 'turn it off to pin a version', source: 'restSpecification' },
  releaseTrain: { replaces: false, advice: 'matters only with automatic upgrades', source: 'restSpecification' },
  version: { replaces: false, advice: 'only without automatic upgrades', source: 'restSpecification' },
} as const satisfies Readonly<Record<keyof ExtensionProperties, PropertyChange>>;

/** A property of an extension. */
export type ExtensionPropertyName = keyof typeof PROPERTY_CHANGES;

/** What an update does to one property. */
export interface PropertyUpdate {
  readonly property: ExtensionPropertyName;
  /** False when it depends on values that are known only at deployment whether anything changes. */
  readonly certain: boolean;
  /** Whether only a new extension does it. */
  readonly replaces: boolean;
  readonly advice: string;
}

const NAMES = Object.keys(PROPERTY_CHANGES) as readonly ExtensionPropertyName[];

/**
 * The properties that differ, whatever their letter case.
 * @param old - the extension as it is
 * @param next - the extension as it is to be
 */
export function propertyUpdates(old: ExtensionProperties, next: ExtensionProperties): PropertyUpdate[] {
  return NAMES.flatMap((property) => {
    const [before, after] = [old[property], next[property]];
    if (before === undefined || after === undefined) return [];
    const equal = equalText(lowerCase(String(before)), lowerCase(String(after)));
    const { replaces, advice } = PROPERTY_CHANGES[property];
    return equal === true ? [] : [{ property, certain: equal === false, replaces, advice }];
  });
}
