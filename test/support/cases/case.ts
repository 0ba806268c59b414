import type { Chart } from 'cdk8s';

/**
 * One use of the constructs whose manifests are looked at: by the unit tests as objects, by the cluster tests on a real
 * API server.
 */
export interface ManifestCase {
  /** What the case shows; unique among all cases, as it is part of the test's name. */
  readonly title: string;

  /** Places the constructs into an empty chart. */
  build(chart: Chart): void;
}
