import { integer, object, text, type CustomKind, type Schema } from './schema';

const MAX_LENGTH = 32;

/** An amount that is a number other than zero: whole, decimal to the thousandth, or in thousandths. */
const cpu = text({
  maxLength: MAX_LENGTH,
  pattern: '^(0*[1-9][0-9]*(\\.[0-9]{1,3})?|0+\\.([1-9][0-9]{0,2}|0[1-9][0-9]?|00[1-9])|0*[1-9][0-9]*m)$',
});

/** A whole number other than zero with its unit. */
const memory = text({ maxLength: MAX_LENGTH, pattern: '^0*[1-9][0-9]*([KMGTP]i|[kMGTP])$' });

const NAME = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const LABEL_KEY = `^(${LABEL}(\\\\.${LABEL})*/)?${NAME}$`;
const MAX_LABELS = 8;

/** Labels of a node: what Kubernetes takes as key and value of one. */
const nodeSelector: Schema = {
  type: 'object',
  additionalProperties: text({ maxLength: MAX_LENGTH * 2 - 1, pattern: `^(${NAME})?$` }),
  maxProperties: MAX_LABELS,
  'x-kubernetes-validations': [
    { rule: `self.all(key, key.matches('${LABEL_KEY}'))`, message: 'a key is not that of a label' },
  ],
};

/** Whole GPUs, as many as no node has. */
const gpus: Schema = { ...integer, minimum: 1, maximum: 1024 };

/** Requests are at most limits, for each resource. */
const REQUEST_WITHIN_LIMIT = ['cpu', 'memory'].map((name) => ({
  rule: `quantity(self.requests.${name}).compareTo(quantity(self.limits.${name})) <= 0`,
  message: `${name} is requested beyond its limit`,
}));

/**
 * The kind of instance types, which the extension brings along. Its definition is not published: this one is made from what
 * the documentation says of the fields.
 */
export const instanceType: CustomKind = {
  group: 'amlarc.azureml.com',
  version: 'v1alpha1',
  kind: 'InstanceType',
  plural: 'instancetypes',
  scope: 'Cluster',
  specRequired: true,
  source: 'https://learn.microsoft.com/azure/machine-learning/how-to-manage-kubernetes-instance-types',
  sourceVersion: 'the page as of 2026; the rules hold since extension 1.1.16',
  spec: object(
    {
      nodeSelector,
      resources: {
        ...object(
          {
            requests: object({ cpu, memory }, ['cpu', 'memory']),
            limits: object({ cpu, memory, 'nvidia.com/gpu': gpus }, ['cpu', 'memory']),
          },
          ['requests', 'limits'],
        ),
        'x-kubernetes-validations': REQUEST_WITHIN_LIMIT,
      },
    },
    ['resources'],
  ),
  sample: {
    apiVersion: 'amlarc.azureml.com/v1alpha1',
    kind: 'InstanceType',
    metadata: { name: 'sample' },
    spec: {
      nodeSelector: { 'kubernetes.azure.com/agentpool': 'gpu' },
      resources: {
        requests: { cpu: '100m', memory: '1024Mi' },
        limits: { cpu: '1', memory: '2Gi', 'nvidia.com/gpu': 1 },
      },
    },
  },
};
