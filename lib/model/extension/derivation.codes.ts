import type { IssueCodeTable } from '../issue-code-table';

const CLI = 'the Azure CLI refuses it (azure-cli-extensions, src/k8s-extension, AzureMLKubernetes.py)';
const CRASH = 'the Azure CLI crashes on it (azure-cli-extensions, src/k8s-extension, AzureMLKubernetes.py)';

/** Reasons for which the Azure CLI does not create or update the extension, and what it does without a word. */
export const DERIVATION_CODES = {
  'derivation/namespace-scope': {
    severity: 'error',
    summary: 'the extension cannot be installed for one namespace',
    fix: 'leave the scope out: the extension belongs to the whole cluster',
    source: CLI,
  },
  'derivation/duplicate-key': {
    severity: 'error',
    summary: 'the key stands in the readable and in the protected settings',
    fix: 'give it in one of the two',
    source: CLI,
  },
  'derivation/nothing-enabled': {
    severity: 'error',
    summary: 'neither training nor inference is enabled',
    fix: 'set enableTraining or enableInference to True',
    source: CLI,
  },
  'derivation/tls-undecided': {
    severity: 'error',
    summary: 'inference has neither a certificate nor the permission to go without',
    fix: 'give sslSecret, or sslCertPemFile and sslKeyPemFile as protected settings, or allowInsecureConnections=True',
    source: CLI,
  },
  'derivation/cname-missing': {
    severity: 'error',
    summary: 'a certificate is given, but not the name that it is for',
    fix: 'set sslCname, or remove the certificate where insecure connections are allowed',
    source: CLI,
  },
  'derivation/service-type': {
    severity: 'error',
    summary: 'the service type of the router is missing or unknown',
    fix: 'set inferenceRouterServiceType to LoadBalancer, NodePort or ClusterIP',
    source: CLI,
  },
  'derivation/service-type-not-text': {
    severity: 'error',
    summary: 'the service type of the router is not text',
    fix: 'write inferenceRouterServiceType as text: LoadBalancer, NodePort or ClusterIP',
    source: CRASH,
  },
  'derivation/node-port-with-internal-load-balancer': {
    severity: 'error',
    summary: 'a router on node ports has no load balancer that could be internal',
    fix: 'remove internalLoadBalancerProvider, or choose the service type LoadBalancer',
    source: CLI,
  },
  'derivation/pem-file-missing': {
    severity: 'error',
    summary: 'the PEM file cannot be read',
    fix: 'give the path of a file whose content is known, for certificate and key',
    source: CRASH,
  },
  'derivation/pem-file-not-ascii': {
    severity: 'error',
    summary: 'the PEM file holds more than ASCII',
    fix: 'remove comments and byte order marks: PEM is plain ASCII',
    source: CRASH,
  },
  'derivation/relay-unreadable': {
    severity: 'error',
    summary: 'the relay of the cluster cannot be read',
    fix: 'ask for access to it, or give relayServerConnectionString as a protected setting',
    source: CLI,
  },
  'derivation/relay-gone': {
    severity: 'error',
    summary: 'the relay of the cluster does not exist any more',
    fix: 'give relayServerConnectionString as a protected setting, or create the extension again',
    source: CLI,
  },
  'derivation/service-bus-unreadable': {
    severity: 'error',
    summary: 'the service bus of the cluster cannot be read',
    fix: 'ask for access to it, or give serviceBusConnectionString as a protected setting',
    source: CLI,
  },
  'derivation/service-bus-gone': {
    severity: 'error',
    summary: 'the service bus of the cluster does not exist any more',
    fix: 'give serviceBusConnectionString as a protected setting, or create the extension again',
    source: CLI,
  },
  'derivation/log-analytics-unreadable': {
    severity: 'error',
    summary: 'the Log Analytics workspace of the cluster cannot be read',
    fix: 'ask for access to it, or give azure_log_analytics.connection_string as a protected setting',
    source: CLI,
  },
  'derivation/stored-relay-flag': {
    severity: 'error',
    summary: 'protected settings cannot be updated: the stored settings do not say whether there is a relay',
    fix: 'first update the readable settings alone, with relayserver.enabled',
    source: CRASH,
  },
  'derivation/stored-service-bus-flag': {
    severity: 'error',
    summary: 'protected settings cannot be updated: the stored settings do not say whether there is a service bus',
    fix: 'first update the readable settings alone, with servicebus.enabled',
    source: CRASH,
  },
  'derivation/declined': {
    severity: 'error',
    summary: 'the question about what the update interrupts was answered with no',
    fix: 'update when no job runs and no endpoint is used, and confirm',
    source: CLI,
  },
  'derivation/domain-overwritten': {
    severity: 'warning',
    summary: 'the setting "domain" is overwritten',
    fix: 'give the domain beside the settings',
    source: 'the Azure CLI reads its own domain from a misspelt key (AzureMLKubernetes.py)',
  },
} as const satisfies IssueCodeTable;
