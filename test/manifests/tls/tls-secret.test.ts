import fc from 'fast-check';
import { renderIngressTlsSecret, renderRouterTlsSecret } from '../../../lib/manifests/tls/tls-secret';
import { deferred, substituteDeferredIn } from '../../../lib/model/deferred';
import { SecretValue } from '../../../lib/model/secret';
import type { IngressTlsSource } from '../../../lib/model/tls/ingress-tls-secret';
import { resolveIngressTlsSecret } from '../../../lib/model/tls/resolve-ingress-tls-secret';
import { resolveRouterTlsSecret } from '../../../lib/model/tls/resolve-router-tls-secret';
import type { RouterTlsSource } from '../../../lib/model/tls/router-tls-secret';
import { CERTIFICATE, OTHER_KEYS, PRIVATE_KEY, RENEWED_CERTIFICATE } from '../../support/certificates';
import {
  CERT_MANAGER,
  CLASS_BUNDLE,
  CLASS_PARTS,
  EXTERNAL_BUNDLE,
  EXTERNAL_PARTS,
  INLINE,
} from '../../support/tls-sources';

const GUID = fc.uuid();
const NAME = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
const HOST = fc.stringMatching(/^[a-z]{1,10}\.contoso\.com$/);

function renderIngress(source: IngressTlsSource, label = 'ml'): unknown {
  return renderIngressTlsSecret(resolveIngressTlsSecret({ name: 'scoring-tls', source, labels: { team: label } }));
}

function renderRouter(source: RouterTlsSource, extensionName = 'azureml'): unknown {
  return renderRouterTlsSecret(resolveRouterTlsSecret({ name: 'router-tls', extensionName, source }));
}

describe('renderIngressTlsSecret and renderRouterTlsSecret', () => {
  test.each([
    [INLINE, 'Secret', 'scoring-tls'],
    [EXTERNAL_BUNDLE, 'ExternalSecret', 'scoring-tls-2026-11'],
    [CLASS_BUNDLE, 'SecretProviderClass', 'scoring-tls'],
    [CERT_MANAGER, 'Certificate', 'scoring-tls'],
  ])('make the object of the source $kind for an ingress', (source, kind, name) => {
    expect(renderIngress(source)).toMatchObject({
      kind,
      metadata: { name, namespace: 'azureml', labels: { team: 'ml' } },
    });
  });

  test.each([
    [INLINE, 'Secret', 'router-tls-894037534e'],
    [EXTERNAL_PARTS, 'ExternalSecret', 'router-tls-2026-11'],
    [CLASS_PARTS, 'SecretProviderClass', 'router-tls-2026-11'],
  ])('make the object of the source $kind for azureml-fe', (source, kind, name) => {
    expect(renderRouter(source)).toMatchObject({ kind, metadata: { name, namespace: 'azureml' } });
  });

  test('leave no key outside the data of a Secret', () => {
    const others = [EXTERNAL_PARTS, EXTERNAL_BUNDLE, CLASS_PARTS].map((source) => JSON.stringify(renderRouter(source)));

    expect(others.filter((text) => text.includes('BEGIN') || text.includes('LS0tLS'))).toStrictEqual([]);
    expect(JSON.stringify(renderRouter(INLINE)).includes(JSON.stringify(PRIVATE_KEY).slice(1, -1))).toBe(false);
  });
});

describe('rendering with deferred values and substituting afterwards', () => {
  const values = fc.record({
    certificate: fc.constantFrom(CERTIFICATE, RENEWED_CERTIFICATE),
    key: fc.constantFrom(PRIVATE_KEY, OTHER_KEYS.rsa),
    vault: fc.stringMatching(/^[a-z][a-z0-9]{2,20}$/),
    tenant: GUID,
    client: GUID,
    store: NAME,
    remote: NAME,
    issuer: NAME,
    host: HOST,
    label: NAME,
  });
  type Values = typeof values extends fc.Arbitrary<infer Value> ? Value : never;

  function sources(given: Values): { routers: RouterTlsSource[]; ingresses: IngressTlsSource[] } {
    const inline = {
      kind: 'inline',
      certificate: given.certificate,
      privateKey: SecretValue.of(given.key),
      revision: '1',
    } as const;
    const store = { kind: 'SecretStore', name: given.store } as const;
    const parts = {
      ...EXTERNAL_PARTS,
      store,
      certificate: { key: `${given.remote}-certificate`, property: given.label },
      privateKey: { key: `${given.remote}-key`, version: given.remote },
    };
    const bundle = { ...EXTERNAL_BUNDLE, store, bundle: { key: given.remote, format: 'pem' as const } };
    const vault = { keyvaultName: given.vault, tenantId: given.tenant };
    const identity = { kind: 'workloadIdentity', clientID: given.client } as const;
    return {
      routers: [inline, parts, bundle, { ...CLASS_PARTS, ...vault, identity }],
      ingresses: [
        inline,
        parts,
        { ...CLASS_BUNDLE, ...vault, identity },
        { ...CERT_MANAGER, issuer: { kind: 'Issuer', name: given.issuer }, dnsNames: [given.host, `*.${given.host}`] },
      ],
    };
  }

  function renderAll(given: Values): unknown[] {
    const { routers, ingresses } = sources(given);
    return [
      ...routers.map((source) => renderRouter(source, given.label)),
      ...ingresses.map((source) => renderIngress(source, given.label)),
    ];
  }

  test('gives the same as substituting first, and never undefined', () => {
    const markers = {
      certificate: deferred('certificate'),
      key: deferred('key', { secret: true, known: 'deployment-run' }),
      vault: deferred('vault'),
      tenant: deferred('tenant'),
      client: deferred('client', { known: 'deployment-run' }),
      store: deferred('store'),
      remote: deferred('remote'),
      issuer: deferred('issuer'),
      host: deferred('host'),
      label: deferred('label'),
    };
    const deferredManifests = renderAll(markers);
    fc.assert(
      fc.property(values, (given) => {
        const expected = renderAll(given);
        const lookup: Readonly<Record<string, string>> = given;
        expect(substituteDeferredIn(deferredManifests, ({ name }) => lookup[name])).toStrictEqual(expected);
        expect(JSON.parse(JSON.stringify(expected))).toStrictEqual(expected);
      }),
    );
  });
});
