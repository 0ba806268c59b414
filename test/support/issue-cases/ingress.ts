import type { Issue } from '../../../lib/model/issues';
import type { INGRESS_CODES } from '../../../lib/model/ingress/ingress.codes';
import { resolveScoringIngress } from '../../../lib/model/ingress/resolve-scoring-ingress';
import { scoringAddress } from '../../../lib/model/ingress/scoring-address';
import { scoringIngressIssues } from '../../../lib/model/ingress/scoring-ingress.rules';
import { scoringIngressSetIssues } from '../../../lib/model/ingress/scoring-ingress-set.rules';
import { casesOf, changesOf, issuesThrownBy, type IssueCase, type IssueCases } from './issue-case';

const HOST = 'ml.contoso.com';
const HTTPS = { host: HOST, secretName: 'scoring-tls' };
const SEVERAL = { hosts: ['a.com', 'b.com'], secretName: 'tls' };
const NGINX = 'nginx.ingress.kubernetes.io';

const other = changesOf(scoringIngressIssues, { controller: 'other', ingressClassName: 'traefik' });
const gateway = changesOf(scoringIngressIssues, { controller: 'applicationGateway', https: HTTPS });
const nginx = changesOf(scoringIngressIssues, { controller: 'nginx', https: HTTPS, bundledNginx: 'ownClass' });
const annotated = (failing: readonly [string, string], passing: readonly [string, string]): IssueCase =>
  nginx({ annotations: Object.fromEntries([failing]) }, { annotations: Object.fromEntries([passing]) });

const together = casesOf((specs: readonly (readonly [name: string, host: string])[]): readonly Issue[] =>
  scoringIngressSetIssues(
    specs.map(([name, host]) => {
      const spec = { controller: 'applicationGateway', name, https: { host, secretName: 'tls' } } as const;
      return resolveScoringIngress(spec);
    }),
  ),
);

interface Asked {
  readonly uri?: string;
  readonly http?: object;
  readonly address?: string;
}
const address = casesOf(({ uri = 'http://10.0.0.5/score', http = { host: HOST }, address: given }: Asked) =>
  issuesThrownBy(() => scoringAddress(uri, resolveScoringIngress({ controller: 'applicationGateway', http }), given)),
);

export const INGRESS_CASES = {
  'ingress/http-or-https': other({}, { http: {} }),
  'ingress/host-or-hosts': other({ http: { host: HOST, hosts: ['a.com'] } }, { http: { host: HOST } }),
  'ingress/host-missing': other({ https: { secretName: 'tls' } }, { https: HTTPS }),
  'ingress/tls-without-host': gateway(
    { https: { gatewayCertificate: 'scoring' } },
    { https: { gatewayCertificate: 'scoring', host: HOST } },
  ),
  'ingress/certificate': other({ https: { host: HOST } }, { https: HTTPS }),
  'ingress/gateway-certificate-elsewhere': other(
    { https: { ...HTTPS, gatewayCertificate: 'scoring' } },
    { https: HTTPS },
  ),
  'ingress/two-class-forms': gateway(
    { classSelection: 'annotation', ingressClassName: 'gateway' },
    { classSelection: 'annotation' },
  ),
  'ingress/option-without-tls': nginx(
    { https: undefined, http: {}, sslRedirect: true },
    { https: undefined, http: {}, sslRedirect: false },
  ),
  'ingress/forced-redirect-without-tls': nginx(
    { https: undefined, http: {}, forceSslRedirect: true },
    { forceSslRedirect: true },
  ),
  'ingress/redirect-on-overridden-port': gateway(
    { sslRedirect: true, overrideFrontendPort: 8443 },
    { sslRedirect: false, overrideFrontendPort: 8443 },
  ),
  'ingress/too-many-hostnames': gateway(
    { hostnameExtension: ['a.com', 'b.com', 'c.com', 'd.com', 'e.com'] },
    { hostnameExtension: ['a.com', 'b.com', 'c.com', 'd.com'] },
  ),
  'ingress/hostname-extension-repeated': gateway(
    { https: SEVERAL, hostnameExtension: ['c.com'] },
    { hostnameExtension: ['c.com'] },
  ),
  'ingress/hostname-extension-holds-host': gateway({ hostnameExtension: [HOST] }, { hostnameExtension: ['c.com'] }),
  'ingress/probe-host': gateway({ https: SEVERAL }, { https: SEVERAL, healthProbe: { hostname: 'a.com' } }),
  'ingress/root-certificates-unused': gateway(
    { trustedRootCertificates: ['root'] },
    { trustedRootCertificates: undefined },
  ),
  'ingress/two-rewrite-rule-sets': gateway(
    { rewriteRuleSet: 'one', rewriteRuleSetCustomResource: 'other' },
    { rewriteRuleSet: 'one' },
  ),
  'ingress/next-upstream-off': nginx({ nextUpstream: ['error', 'off'] }, { nextUpstream: ['off'] }),
  'ingress/nginx-retired': casesOf(scoringIngressIssues)(
    { controller: 'nginx', http: {} },
    { controller: 'other', ingressClassName: 'traefik', http: {} },
  ),
  'ingress/bundled-nginx': nginx({ bundledNginx: undefined }),
  'ingress/annotation-owned': annotated([`${NGINX}/proxy-body-size`, '50m'], [`${NGINX}/enable-cors`, 'true']),
  'ingress/annotation-value': annotated([`${NGINX}/enable-cors`, 'yes'], [`${NGINX}/enable-cors`, 'true']),
  'ingress/backend-protocol': annotated([`${NGINX}/backend-protocol`, 'HTTPS'], [`${NGINX}/backend-protocol`, 'HTTP']),
  'ingress/annotation-unknown': annotated([`${NGINX}/enable-core`, 'true'], [`${NGINX}/enable-cors`, 'true']),
  'ingress/annotation-of-another-controller': annotated(
    ['appgw.ingress.kubernetes.io/health-probe-port', '80'],
    ['example.com/health-probe-port', '80'],
  ),
  'ingress/snippet': annotated([`${NGINX}/server-snippet`, 'x on;'], [`${NGINX}/enable-cors`, 'true']),
  'ingress/nginx-size': nginx({ bodySize: '64Mi' }, { bodySize: '64m' }),
  'ingress/nginx-buffer-size': nginx({ clientBodyBufferSize: '1g' }, { clientBodyBufferSize: '1m' }),
  'ingress/gateway-item': gateway(
    { https: { host: HOST, gatewayCertificate: 'my cert' } },
    { https: { host: HOST, gatewayCertificate: 'my-cert' } },
  ),
  'ingress/gateway-path': gateway({ healthProbe: { path: 'healthz' } }, { healthProbe: { path: '/healthz' } }),
  'ingress/status-codes': gateway(
    { healthProbe: { statusCodes: ['399-200'] } },
    { healthProbe: { statusCodes: ['200-399'] } },
  ),
  'ingress/name-taken': together(
    [
      ['one', 'a.com'],
      ['one', 'b.com'],
    ],
    [
      ['one', 'a.com'],
      ['other', 'b.com'],
    ],
  ),
  'ingress/host-taken': together(
    [
      ['one', 'a.com'],
      ['other', 'a.com'],
    ],
    [
      ['one', 'a.com'],
      ['other', 'b.com'],
    ],
  ),
  'ingress/scoring-uri': address({ uri: 'ftp://10.0.0.5/score' }, {}),
  'ingress/address-missing': address({ http: {} }, { http: {}, address: '20.1.2.3' }),
  'ingress/address': address({ http: {}, address: 'http://20.1.2.3' }, { http: {}, address: '20.1.2.3' }),
  'ingress/address-not-served': address({ address: 'other.com' }, { address: HOST }),
} satisfies IssueCases<typeof INGRESS_CODES>;
