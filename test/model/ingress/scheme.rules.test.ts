import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import type { ScoringIngressSpec } from '../../../lib/model/ingress/scoring-ingress';
import { scoringIngressIssues } from '../../../lib/model/ingress/scoring-ingress.rules';

const HOST = 'ml.contoso.com';

/** The messages about an ingress of a controller that has no warnings of its own. */
function messages(
  schemes: object,
  controller: object = { controller: 'other', ingressClassName: 'traefik' },
): string[] {
  return scoringIngressIssues({ ...controller, ...schemes } as ScoringIngressSpec).map(formatIssue);
}

function gatewayMessages(https: object): string[] {
  return messages({ https }, { controller: 'applicationGateway' });
}

describe('schemeIssues', () => {
  test.each([
    { http: {} },
    { http: { host: HOST } },
    { http: { hosts: [HOST, '*.contoso.com'] } },
    { https: { host: HOST, secretName: 'scoring-tls' } },
    { https: { hosts: ['*.contoso.com'], secretName: 'scoring.tls' } },
    { https: { host: HOST, secretName: 'tls', certManager: { issuer: { kind: 'Issuer', name: 'ca' } } } },
    {
      https: {
        host: HOST,
        secretName: 'tls',
        certManager: { issuer: { kind: 'AWSPCAClusterIssuer', name: 'pca', group: 'awspca.cert-manager.io' } },
      },
    },
    { https: { host: deferred('host'), secretName: deferred('secret') } },
  ])('finds nothing wrong with %j', (schemes) => {
    expect(messages(schemes)).toStrictEqual([]);
  });

  test.each([{}, { http: {}, https: { host: HOST, secretName: 'tls' } }])(
    'fails unless one scheme is chosen: %j',
    (schemes) => {
      expect(messages(schemes)).toStrictEqual([
        'the ingress needs exactly one of http and https; say http: {} for plain HTTP, or https: { host, secretName } for TLS [ingress/http-or-https]',
      ]);
    },
  );

  test('fails on host and hosts together', () => {
    const both = 'host and hosts are both given; give host for one name, hosts for several [ingress/host-or-hosts]';

    expect(messages({ http: { host: HOST, hosts: [HOST] } })).toStrictEqual([`http: ${both}`]);
    expect(messages({ https: { host: HOST, hosts: [HOST], secretName: 'tls' } })).toStrictEqual([`https: ${both}`]);
  });

  test('fails on a secret without a host', () => {
    expect(messages({ https: { secretName: 'tls' } })).toStrictEqual([
      'https: TLS by a secret needs a host; give the host, or hosts, that the certificate is for [ingress/host-missing]',
    ]);
  });

  test('warns about a certificate of the gateway without a host', () => {
    expect(gatewayMessages({ gatewayCertificate: 'scoring', host: HOST })).toStrictEqual([]);
    expect(gatewayMessages({ gatewayCertificate: 'scoring' })).toStrictEqual([
      'https: the gateway answers for every host name with one certificate; give the host, or hosts, that the certificate is for [ingress/tls-without-host]',
    ]);
  });

  test.each([
    { host: HOST },
    { host: HOST, certManager: { issuer: { kind: 'Issuer', name: 'ca' } } },
    { host: HOST, secretName: 'tls', gatewayCertificate: 'scoring' },
    { host: HOST, gatewayCertificate: 'scoring', certManager: { issuer: { kind: 'Issuer', name: 'ca' } } },
  ])('fails unless the certificate comes from one place: %j', (https) => {
    expect(gatewayMessages(https)).toStrictEqual([
      'https: the certificate has to come from one place; give secretName, secretName with certManager, or gatewayCertificate alone [ingress/certificate]',
    ]);
  });

  test('fails on a certificate of the gateway for another controller', () => {
    expect(messages({ https: { host: HOST, secretName: 'tls', gatewayCertificate: 'scoring' } })).toContain(
      'https.gatewayCertificate: only Application Gateway holds certificates itself; give secretName, the name of a kubernetes.io/tls Secret in the namespace azureml [ingress/gateway-certificate-elsewhere]',
    );
  });

  test.each(['ML.contoso.com', '10.0.0.4', 'https://ml.contoso.com', 'ml.contoso.com:443', 'a.*.com', ''])(
    'fails on %j as a host',
    (host) => {
      expect(messages({ http: { host } })).toStrictEqual([
        `http.host: the text is not a host name (received ${JSON.stringify(host)}, expected a lower-case DNS name with labels of at most 63 characters, or one whose first label is *); give a lower-case DNS name such as ml.contoso.com, without scheme, port or path [name/host]`,
      ]);
    },
  );

  test('fails on empty lists of hosts and on the same host twice', () => {
    expect(messages({ http: { hosts: [] } })).toStrictEqual([
      'http.hosts: the list is empty; give at least one element, or leave the property out where it has a default [spec/empty-list]',
    ]);
    expect(messages({ http: { hosts: [HOST, HOST] } })).toStrictEqual([
      'http.hosts[1]: the list holds an element twice (received "ml.contoso.com"); remove the second one [spec/duplicate]',
    ]);
  });

  test('fails on a kind of issuer that cert-manager does not have, unless its group is given', () => {
    const https = { host: HOST, secretName: 'tls', certManager: { issuer: { kind: 'StepIssuer', name: 'step' } } };

    expect(messages({ https })).toStrictEqual([
      'https.certManager.issuer.kind: the value is not one of the choices (received "StepIssuer", expected one of Issuer, ClusterIssuer); choose one of the expected values [spec/choice]',
    ]);
  });

  test('fails with everything that is wrong in the shape at once', () => {
    expect(
      messages({ http: 'yes', https: { hosts: 'ml', secretName: 1, certManager: { issuer: null } } }),
    ).toStrictEqual([
      'http: the value has the wrong type (received "a string", expected an object); give a value of the expected type [spec/type]',
      'https.hosts: the value has the wrong type (received "a string", expected a list); give a value of the expected type [spec/type]',
      'https.secretName: the value has the wrong type (received "a number", expected a text); give a value of the expected type [spec/type]',
      'https.certManager.issuer: the value has the wrong type (received "null", expected an object); give a value of the expected type [spec/type]',
    ]);
  });
});
