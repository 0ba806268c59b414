import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { renderInstanceType } from '../../lib/manifests/compute/instance-type';
import type { InstanceTypeSpec } from '../../lib/model/compute/instance-type';
import { instanceTypeIssues } from '../../lib/model/compute/instance-type.rules';
import { resolveInstanceType } from '../../lib/model/compute/resolve-instance-type';

const SCHEMA_FILE = join(__dirname, '../../schemas/amlarc.azureml.com/instancetype_v1alpha1.json');
const accepts = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as object);

const VALID = renderInstanceType(
  resolveInstanceType({
    name: 'gpu-small',
    nodeSelector: { 'kubernetes.azure.com/agentpool': 'gpu' },
    resources: { requests: { cpu: '500m', memory: '4Gi' }, limits: { cpu: '2', memory: '4Gi', gpu: 1 } },
  }),
);

function withRequests(requests: object): unknown {
  return { ...VALID, spec: { resources: { requests, limits: VALID.spec.resources.limits } } };
}

describe('the JSON schema of InstanceType', () => {
  test('accepts what the library writes', () => {
    expect(accepts(VALID)).toBe(true);
  });

  test.each([
    ['a GPU in requests', withRequests({ cpu: '1', memory: '1Gi', 'nvidia.com/gpu': 1 })],
    ['no memory', withRequests({ cpu: '1' })],
    ['CPU as a number', withRequests({ cpu: 1, memory: '1Gi' })],
    ['a namespace', { ...VALID, metadata: { name: 'gpu', namespace: 'azureml' } }],
    ['a label key that is none', { ...VALID, spec: { ...VALID.spec, nodeSelector: { 'a b': 'c' } } }],
    ['an unknown field', { ...VALID, spec: { ...VALID.spec, instanceCount: 1 } }],
    ['another version', { ...VALID, apiVersion: 'amlarc.azureml.com/v1' }],
  ])('fails on %s', (_title, manifest) => {
    expect(accepts(manifest)).toBe(false);
  });

  test('takes the same amounts as the rules', () => {
    const number = fc.oneof(
      fc.nat({ max: 3000 }).map(String),
      fc.constantFrom('0', '00', '0.0', '0.001', '1.5', '007'),
    );
    const suffix = fc.constantFrom('', 'm', 'Ki', 'Mi', 'Gi', 'k', 'G', 'GiB', 'e3', ' ');
    const amount = fc.tuple(number, suffix).map((parts) => parts.join(''));
    fc.assert(
      fc.property(amount, amount, (cpu, memory) => {
        const spec: InstanceTypeSpec = {
          name: 'a',
          resources: { requests: { cpu, memory }, limits: { cpu: '9000', memory: '8000Pi' } },
        };
        expect(accepts(withRequests({ cpu, memory }))).toBe(instanceTypeIssues(spec).length === 0);
      }),
    );
  });

  test('needs no expression that Go cannot read, as kubeconform and API servers do', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).not.toMatch(/\(\?[=!<]/);
  });
});
