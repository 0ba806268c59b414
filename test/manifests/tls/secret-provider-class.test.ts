import fc from 'fast-check';
import { parse } from 'yaml';
import { renderSecretProviderClass } from '../../../lib/manifests/tls/secret-provider-class';
import { INGRESS_FORM, ROUTER_FORM } from '../../../lib/manifests/tls/tls-secret-form';
import { CLASS_BUNDLE, CLASS_PARTS } from '../../support/tls-sources';

const METADATA = { name: 'router-tls-2026-11', namespace: 'azureml' };
const CLOUD = { cloudName: 'AzurePublicCloud' } as const;
const VERSION = '0123456789abcdef0123456789abcdef';

describe('renderSecretProviderClass', () => {
  test('reads two secrets of a key vault with a workload identity', () => {
    const source = { ...CLASS_PARTS, ...CLOUD, privateKey: { objectName: 'router-key', objectVersion: VERSION } };

    expect(renderSecretProviderClass(METADATA, ROUTER_FORM, source)).toStrictEqual({
      apiVersion: 'secrets-store.csi.x-k8s.io/v1',
      kind: 'SecretProviderClass',
      metadata: METADATA,
      spec: {
        provider: 'azure',
        parameters: {
          usePodIdentity: 'false',
          useVMManagedIdentity: 'false',
          clientID: 'a1b2c3d4-0000-4000-8000-00000000000f',
          keyvaultName: 'contoso-ml',
          tenantId: '11111111-2222-4333-8444-555555555555',
          cloudName: 'AzurePublicCloud',
          objects: [
            'array:',
            '  - |',
            '    objectName: "router-certificate"',
            '    objectType: secret',
            '  - |',
            '    objectName: "router-key"',
            '    objectType: secret',
            `    objectVersion: "${VERSION}"`,
            '',
          ].join('\n'),
        },
        secretObjects: [
          {
            secretName: 'router-tls-2026-11',
            type: 'Opaque',
            data: [
              { objectName: 'router-certificate', key: 'cert.pem' },
              { objectName: 'router-key', key: 'key.pem' },
            ],
          },
        ],
      },
    });
  });

  test('reads a certificate of a key vault once and lets the driver split it', () => {
    const { spec } = renderSecretProviderClass(METADATA, INGRESS_FORM, { ...CLASS_BUNDLE, ...CLOUD });

    expect(spec.parameters['objects']).toBe(
      ['array:', '  - |', '    objectName: "scoring"', '    objectType: secret', ''].join('\n'),
    );
    expect(spec.secretObjects).toStrictEqual([
      {
        secretName: 'router-tls-2026-11',
        type: 'kubernetes.io/tls',
        data: [
          { objectName: 'scoring', key: 'tls.crt' },
          { objectName: 'scoring', key: 'tls.key' },
        ],
      },
    ]);
  });

  test.each([
    [
      CLASS_BUNDLE.identity,
      { useVMManagedIdentity: 'true', userAssignedIdentityID: 'a1b2c3d4-0000-4000-8000-00000000000f' },
    ],
    [{ kind: 'systemAssignedIdentity' }, { useVMManagedIdentity: 'true' }],
  ] as const)('tells the provider about the identity %j', (identity, expected) => {
    const source = { ...CLASS_BUNDLE, identity, cloudName: 'AzureChinaCloud' } as const;
    const { objects, ...parameters } = renderSecretProviderClass(METADATA, INGRESS_FORM, source).spec.parameters;

    expect(objects).toBeDefined();
    expect(parameters).toStrictEqual({
      usePodIdentity: 'false',
      ...expected,
      keyvaultName: 'contoso-ml',
      tenantId: '11111111-2222-4333-8444-555555555555',
      cloudName: 'AzureChinaCloud',
    });
  });

  test('writes objects that parse back, whatever their names look like', () => {
    const name = fc.oneof(
      fc.constantFrom('true', 'null', '1e5', '0x10', '-', '---'),
      fc.stringMatching(/^[A-Za-z0-9-]{1,127}$/),
    );
    const version = fc.option(fc.stringMatching(/^[0-9a-f]{32}$/), { nil: undefined });
    fc.assert(
      fc.property(name, version, (objectName, objectVersion) => {
        const bundle = { objectName, ...(objectVersion === undefined ? {} : { objectVersion }) };
        const { spec } = renderSecretProviderClass(METADATA, INGRESS_FORM, { ...CLASS_BUNDLE, ...CLOUD, bundle });
        const { array } = parse(spec.parameters['objects'] ?? '') as { array: string[] };
        expect(array.map((entry) => parse(entry) as unknown)).toStrictEqual([{ ...bundle, objectType: 'secret' }]);
      }),
    );
  });
});
