import { federatedCredentials } from '../../../lib/model/compute/federated-credentials';
import { deferred } from '../../../lib/model/deferred';

describe('federatedCredentials', () => {
  test('are those of both service accounts', () => {
    expect(federatedCredentials('ml-jobs')).toStrictEqual([
      { subject: 'system:serviceaccount:ml-jobs:default', audience: 'api://AzureADTokenExchange' },
      { subject: 'system:serviceaccount:ml-jobs:training', audience: 'api://AzureADTokenExchange' },
    ]);
  });

  test('may be of a namespace that is known only at deployment', () => {
    const namespace = deferred('namespace');

    expect(federatedCredentials(namespace)[0]?.subject).toBe(`system:serviceaccount:${namespace}:default`);
  });
});
