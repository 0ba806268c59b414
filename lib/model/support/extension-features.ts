import { isDeferred } from '../deferred';
import { parseLiteral, textFormat } from '../text-format';
import { EXTENSION_RELEASES, type ExtensionRelease, type ExtensionReleaseVersion } from './extension-releases';

const RELEASE = /^(\d+)\.(\d+)\.(\d+)$/;

/** What depends on the release of the extension. */
interface FeatureRow {
  /** The first release that has it. */
  readonly since: ExtensionReleaseVersion;
  /** What it is, in words. */
  readonly summary: string;
}

/** What depends on the release of the extension, and since when it is there. */
export const EXTENSION_FEATURES = {
  persistentVolumeClaims: { since: '1.0.37', summary: 'jobs mount persistent volume claims' },
  withoutRelayOnAks: { since: '1.1.5', summary: 'AKS needs neither relay nor service bus' },
  routerV2: { since: '1.1.5', summary: 'azureml-fe-v2 routes inference requests' },
  volcano: { since: '1.1.5', summary: 'Volcano schedules jobs' },
  taints: { since: '1.1.16', summary: 'pods tolerate the amlarc taints' },
  instanceTypeValidation: { since: '1.1.16', summary: 'instance types are checked when they are created' },
  logSidecars: { since: '1.1.17', summary: 'logs are collected by sidecars instead of a DaemonSet' },
  versionHealthCheck: { since: '1.1.19', summary: 'the health check looks at the Kubernetes version' },
  acrSecretFix: { since: '1.1.26', summary: 'deployments no longer fail with ACRSecretError' },
  severalAutoscaledPools: { since: '1.1.28', summary: 'autoscaling works with several node pools' },
  aks130Autoscaling: { since: '1.1.70', summary: 'autoscaling works with AKS 1.30' },
} as const satisfies Readonly<Record<string, FeatureRow>>;

/** The name of a feature in {@link EXTENSION_FEATURES}. */
export type ExtensionFeature = keyof typeof EXTENSION_FEATURES;

/** A feature with the facts of the release that brought it. */
export interface FeatureGate {
  readonly feature: ExtensionFeature;
  readonly summary: string;
  /** The version of the first release that has it. */
  readonly since: ExtensionReleaseVersion;
  /** That release. */
  readonly release: ExtensionRelease;
}

/** The version of a release of the extension. */
export const extensionVersion = textFormat<'ExtensionVersion'>({
  noun: 'version of the extension',
  code: 'support/release',
  expected: 'major.minor.patch, such as 1.1.88',
  accepts: RELEASE,
});

/**
 * Since when the extension has a feature.
 * @param feature - a name of {@link EXTENSION_FEATURES}
 */
export function featureGate(feature: ExtensionFeature): FeatureGate {
  const row = EXTENSION_FEATURES[feature];
  return { feature, ...row, release: EXTENSION_RELEASES[row.since] };
}

/**
 * Whether a release of the extension has a feature, also a release that is newer than the table.
 * @param version - the version of the extension
 * @param feature - a name of {@link EXTENSION_FEATURES}
 * @returns `undefined` when the version is not known yet
 * @throws ValidationError when the text is no version
 */
export function releaseHas(version: string, feature: ExtensionFeature): boolean | undefined {
  if (isDeferred(version)) return undefined;
  return compareReleases(version, EXTENSION_FEATURES[feature].since) >= 0;
}

/**
 * The order of two releases: negative when the first is older, positive when it is newer, zero for the same.
 * @throws ValidationError when one text is no version
 */
export function compareReleases(one: string, other: string): number {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  const differences = first.map((number, index) => number - (second[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

function numbersOf(version: string): number[] {
  return [...parseLiteral(extensionVersion, version).matchAll(/\d+/g)].map(([digits]) => Number(digits));
}
