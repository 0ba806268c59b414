import { AzureMLPlatform } from 'azureml-kubernetes/cdk8s';
import { FULL_PLATFORM } from '../platform';
import type { ManifestCase } from './case';

/** The whole description of a cluster. */
export const PLATFORM_CASES: readonly ManifestCase[] = [
  {
    title: 'platform with every part',
    build: (chart) => {
      new AzureMLPlatform(chart, 'ml', FULL_PLATFORM);
    },
  },
];
