import type { IssueCodeTable } from '../issue-code-table';

/** Issues with the ingress in front of azureml-fe. */
export const INGRESS_CODES = {
  'ingress/http-or-https': {
    severity: 'error',
    summary: 'the ingress needs exactly one of http and https',
    fix: 'say http: {} for plain HTTP, or https: { host, secretName } for TLS',
    source: 'whether scoring requests travel in clear is never a default',
  },
  'ingress/host-or-hosts': {
    severity: 'error',
    summary: 'host and hosts are both given',
    fix: 'give host for one name, hosts for several',
    source: 'the two properties say the same',
  },
  'ingress/host-missing': {
    severity: 'error',
    summary: 'TLS by a secret needs a host',
    fix: 'give the host, or hosts, that the certificate is for',
    source: 'without a host ingress-nginx serves its own self-signed certificate instead of the one in the secret',
  },
  'ingress/tls-without-host': {
    severity: 'warning',
    summary: 'the gateway answers for every host name with one certificate',
    fix: 'give the host, or hosts, that the certificate is for',
    source: 'clients refuse a certificate that is for another name',
  },
  'ingress/certificate': {
    severity: 'error',
    summary: 'the certificate has to come from one place',
    fix: 'give secretName, secretName with certManager, or gatewayCertificate alone',
    source: 'Application Gateway ignores appgw-ssl-certificate when the ingress names a secret',
  },
  'ingress/gateway-certificate-elsewhere': {
    severity: 'error',
    summary: 'only Application Gateway holds certificates itself',
    fix: 'give secretName, the name of a kubernetes.io/tls Secret in the namespace azureml',
    source: 'the annotation appgw-ssl-certificate of the Application Gateway ingress controller',
  },
  'ingress/two-class-forms': {
    severity: 'error',
    summary: 'the class is chosen by the annotation and by ingressClassName',
    fix: 'remove ingressClassName, or classSelection: "annotation"',
    source: 'Kubernetes refuses to create an ingress with different values in the two',
  },
  'ingress/option-without-tls': {
    severity: 'error',
    summary: 'the option works with TLS only',
    fix: 'give https instead of http, or remove the option',
    source:
      'ssl-redirect without a certificate does nothing in ingress-nginx and drops the ingress in Application Gateway',
  },
  'ingress/forced-redirect-without-tls': {
    severity: 'warning',
    summary: 'clients are sent to https, which this ingress does not serve itself',
    fix: 'keep it only when something in front of the controller ends TLS, otherwise give https',
    source: 'force-ssl-redirect of ingress-nginx redirects whether there is a certificate or not',
  },
  'ingress/redirect-on-overridden-port': {
    severity: 'error',
    summary: 'with a redirect and a port of its own the gateway serves HTTP only',
    fix: 'remove sslRedirect or overrideFrontendPort',
    source: 'Application Gateway would need two listeners on the one port, and the controller keeps the one for HTTP',
  },
  'ingress/too-many-hostnames': {
    severity: 'error',
    summary: 'a listener of Application Gateway holds at most five host names',
    fix: 'shorten hostnameExtension, or make a second ingress',
    source: 'the Application Gateway ingress controller drops the sixth and later host names without a word',
  },
  'ingress/hostname-extension-repeated': {
    severity: 'error',
    summary: 'hostnameExtension would be added to the listener of each host',
    fix: 'give host instead of hosts, and the other names as hostnameExtension; or hosts alone',
    source: 'Application Gateway refuses two listeners with the same host name and port',
  },
  'ingress/hostname-extension-holds-host': {
    severity: 'error',
    summary: 'hostnameExtension holds the host of the ingress',
    fix: 'give only the other names of the listener',
    source: 'the extension is appended to the host of the rule',
  },
  'ingress/probe-host': {
    severity: 'warning',
    summary: 'nobody says which of the hosts the health probe asks for',
    fix: 'give healthProbe.hostname',
    source: 'the Application Gateway ingress controller makes one probe for all hosts of an ingress',
  },
  'ingress/root-certificates-unused': {
    severity: 'warning',
    summary: 'the gateway speaks HTTP to azureml-fe, so root certificates have no use',
    fix: 'remove trustedRootCertificates',
    source: 'TLS ends at the ingress: the backend is port 80 of azureml-fe',
  },
  'ingress/two-rewrite-rule-sets': {
    severity: 'error',
    summary: 'two rewrite rule sets are given',
    fix: 'give rewriteRuleSet or rewriteRuleSetCustomResource',
    source: 'a routing rule of Application Gateway has one rewrite rule set',
  },
  'ingress/next-upstream-off': {
    severity: 'error',
    summary: '"off" stands among conditions for the next upstream',
    fix: 'give ["off"] alone, or the conditions without it',
    source: 'proxy_next_upstream of nginx',
  },
  'ingress/nginx-retired': {
    severity: 'warning',
    summary:
      'community ingress-nginx is retired: maintenance ended in March 2026, and the AKS application routing add-on supports its nginx until November 2026',
    fix: 'plan the move to another controller; controller: "other" takes any ingress class',
    source: 'the README of ingress-nginx and the AKS notes on its retirement, read in November 2026',
  },
  'ingress/bundled-nginx': {
    severity: 'warning',
    summary:
      'the extension on AKS brings an ingress-nginx of its own, which clashes with one of the same controller class',
    fix: 'install the extension with nginxIngress.controller=k8s.io/amlarc-ingress-nginx and say bundledNginx: "ownClass", or "absent" where the extension brings no nginx',
    source: 'both use k8s.io/ingress-nginx by default; the troubleshooting page of the extension names the setting',
  },
  'ingress/annotation-owned': {
    severity: 'error',
    summary: 'the annotation is written by a property',
    fix: 'set the property instead',
    source: 'one place for each fact, so that its value is checked',
  },
  'ingress/annotation-value': {
    severity: 'error',
    summary: 'the controller does not read this value as it is meant, and says nothing',
    fix: 'write the value as the controller reads it',
    source: 'the annotation parsers of the controllers',
  },
  'ingress/backend-protocol': {
    severity: 'error',
    summary: 'the controller would speak another protocol than azureml-fe, which speaks HTTP without TLS on port 80',
    fix: 'remove the annotation: HTTP is the default',
    source: 'an ingress needs the extension with allowInsecureConnections=True; TLS ends at the controller',
  },
  'ingress/annotation-unknown': {
    severity: 'warning',
    summary: 'the controller does not know the annotation and ignores it',
    fix: 'correct its name or remove it',
    source: 'the annotation lists of the controllers',
  },
  'ingress/annotation-of-another-controller': {
    severity: 'warning',
    summary: 'the annotation is for another controller, and this one ignores it',
    fix: 'remove it, or choose the controller that it is for',
    source: 'each controller reads the annotations of its own prefix',
  },
  'ingress/snippet': {
    severity: 'warning',
    summary: 'snippets are blocked unless the controller allows annotations of critical risk',
    fix: 'use a typed property or another annotation',
    source: 'the risk levels of ingress-nginx: by default everything above high is refused',
  },
  'ingress/nginx-size': {
    severity: 'error',
    summary: 'the text is not a size that nginx reads as meant',
    fix: 'give bytes, or a number with k, m or g, such as "50m"; nginx ignores "50Mi" and "50MB" without a word',
    source: 'ingress-nginx falls back to its default for any other text',
  },
  'ingress/nginx-buffer-size': {
    severity: 'error',
    summary: 'the text is not a buffer size that nginx reads as meant',
    fix: 'give bytes, or a number with k or m, such as "64k"; nginx ignores "1g" and "64Ki" without a word',
    source: 'ingress-nginx leaves out a buffer size of any other form',
  },
  'ingress/gateway-item': {
    severity: 'error',
    summary: 'the text cannot name an item of Application Gateway',
    fix: 'use at most 80 letters, digits, "-", "_" and ".", starting with a letter or digit; no comma and no space',
    source: 'naming rules of Microsoft.Network; the controller does not trim the names in a list',
  },
  'ingress/gateway-path': {
    severity: 'error',
    summary: 'the text is not a path',
    fix: 'start it with a slash, without space, query, fragment and asterisk',
    source: 'Application Gateway paths; the ingress controller cuts asterisks off the end',
  },
  'ingress/status-codes': {
    severity: 'error',
    summary: 'the text is not a status code or a range of them',
    fix: 'give a code such as "200" or a range such as "200-399"',
    source: 'health probes of Application Gateway',
  },
  'ingress/name-taken': {
    severity: 'error',
    summary: 'two ingresses of one cluster have the same name',
    fix: 'give one of them another name',
    source: 'both are in the namespace azureml: the second replaces the first when applied',
  },
  'ingress/host-taken': {
    severity: 'error',
    summary: 'two ingresses of one class answer for the same host',
    fix: 'give them different hosts, with Application Gateway different ports or addresses, or make one ingress of them',
    source:
      'the older ingress wins in ingress-nginx; Application Gateway merges or refuses listeners of one host, port and address',
  },
  'ingress/scoring-uri': {
    severity: 'error',
    summary: 'the text is not a scoring URI',
    fix: 'give the scoring_uri that Azure Machine Learning returns, such as http://10.0.0.5/api/v1/endpoint/<name>/score',
    source: 'scoring URIs are http or https URLs without user and fragment',
  },
  'ingress/address-missing': {
    severity: 'error',
    summary: 'the ingress does not say at which address it is reached',
    fix: "give the controller's public address, or one host name that the ingress answers for",
    source: 'an ingress without a host, or with a wildcard, is reached by many names',
  },
  'ingress/address': {
    severity: 'error',
    summary: 'the text is not an address',
    fix: 'give a host name or an IP address, without scheme, port and path',
    source: 'the address takes the place of the one in the scoring URI',
  },
  'ingress/address-not-served': {
    severity: 'error',
    summary: 'the ingress does not answer for this address',
    fix: 'give one of its hosts; a wildcard covers one label',
    source: 'a request for another host does not match the rules of the ingress',
  },
} as const satisfies IssueCodeTable;
