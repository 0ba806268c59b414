import type { ScoringIngressSpec } from '../lib/model/ingress/scoring-ingress';
import type { AzureMLPlatformSpec } from '../lib/model/platform/azureml-platform';
import type { JobDataVolumeOptions } from '../lib/model/storage/job-data-volume';

/** What the JSON schema is made from: the description, and the unions that it has without one of their properties. */
export interface SchemaRoots {
  readonly platform: AzureMLPlatformSpec;
  readonly ingress: ScoringIngressSpec;
  readonly volume: JobDataVolumeOptions;
}
