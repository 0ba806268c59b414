import { deferred, SecretValue } from 'azureml-kubernetes';
import { armDeployment } from '../../../lib/arm/template/arm-template';
import { errorMessage } from '../../support/error-message';

const PARTS = {
  resources: [{ properties: { key: SecretValue.of(deferred('sslKey')), location: deferred('location') } }],
  outputs: {},
};

describe('a template and its parameters file', () => {
  test('declare what a secret is made of as secure', () => {
    const { template, parameters } = armDeployment(PARTS, { values: { location: 'westeurope' } });

    expect(template.parameters).toStrictEqual({ location: { type: 'string' }, sslKey: { type: 'secureString' } });
    expect(parameters.parameters).toStrictEqual({ location: { value: 'westeurope' } });
  });

  test('fail with values that nobody asks for, secrets in clear, and versions that are not known', () => {
    const options = {
      values: { sslKey: 'SECRET', other: 'x' },
      keyVaultSecrets: { none: { vaultId: 'x', secretName: 'y' } },
      apiVersions: { 'Microsoft.Relay/namespaces': '2017-04-01' } as unknown as object,
    };

    expect(errorMessage(() => armDeployment(PARTS, options))).toBe(`ARM parameters has 4 errors:
  - values.sslKey: the parameter is a secret, which a parameters file would hold in clear; refer to a key vault with keyVaultSecrets, or give the secret with the deployment [template/secret-in-parameters]
  - values.other: the template has no such parameter (expected one of location, sslKey); remove the value, or correct its name [template/no-parameter]
  - keyVaultSecrets.none: the template has no such parameter (expected one of location, sslKey); remove the value, or correct its name [template/no-parameter]
  - apiVersions["Microsoft.Relay/namespaces"]: the templates of this library are not written for that API version (received "2017-04-01", expected one of 2021-11-01); choose one of API_VERSIONS, or leave it out [template/api-version]`);
  });

  test('fail with a secret that is known in part, and show nothing of it', () => {
    const key = SecretValue.of(`Endpoint=SECRET;${deferred('rest')}`);

    expect(errorMessage(() => armDeployment({ resources: [{ properties: { key } }], outputs: {} }, {})))
      .toBe(`ARM template has 1 error:
  - resources[0].properties.key: a secret is known in part, and that part would stand in the template in clear; give the whole secret as text, or as one deferred value [template/secret-with-text]`);
  });
});
