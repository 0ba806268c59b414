import type { IssueCode } from '../../lib/model';

/** What the vectors call the reason of a refusal, the class of the Azure CLI's error, and our issue code for it. */
export interface RuleRow {
  readonly rule: string;
  readonly errorType: string;
  readonly code: IssueCode;
}

/** Every reason for which the Azure CLI refuses or crashes. */
export const CREATE_RULES: readonly RuleRow[] = [
  row('namespace-scope', 'InvalidArgumentValueError', 'derivation/namespace-scope'),
  row('duplicate-key', 'InvalidArgumentValueError', 'derivation/duplicate-key'),
  row('nothing-enabled', 'InvalidArgumentValueError', 'derivation/nothing-enabled'),
  row('tls-decision-missing', 'InvalidArgumentValueError', 'derivation/tls-undecided'),
  row('cname-missing', 'InvalidArgumentValueError', 'derivation/cname-missing'),
  row('service-type-missing-or-unknown', 'InvalidArgumentValueError', 'derivation/service-type'),
  row('service-type-not-text', 'AttributeError', 'derivation/service-type-not-text'),
  row(
    'nodeport-with-internal-load-balancer',
    'MutuallyExclusiveArgumentError',
    'derivation/node-port-with-internal-load-balancer',
  ),
  row('pem-file-missing', 'FileNotFoundError', 'derivation/pem-file-missing'),
  row('pem-file-not-ascii', 'UnicodeEncodeError', 'derivation/pem-file-not-ascii'),
  row('log-analytics-unreadable', 'HttpResponseError', 'derivation/log-analytics-unreadable'),
  row('relay-unreadable', 'HttpResponseError', 'derivation/relay-unreadable'),
  row('service-bus-unreadable', 'HttpResponseError', 'derivation/service-bus-unreadable'),
];

/** The same for an update. */
export const UPDATE_RULES: readonly RuleRow[] = [
  row('service-type-unknown', 'InvalidArgumentValueError', 'derivation/service-type'),
  row('service-type-not-text', 'AttributeError', 'derivation/service-type-not-text'),
  row('user-declined', 'Declined', 'derivation/declined'),
  row('original-lacks-relay-flag', 'AttributeError', 'derivation/stored-relay-flag'),
  row('original-lacks-service-bus-flag', 'AttributeError', 'derivation/stored-service-bus-flag'),
  row('relay-gone', 'ResourceNotFoundError', 'derivation/relay-gone'),
  row('relay-unreadable', 'AzureResponseError', 'derivation/relay-unreadable'),
  row('service-bus-gone', 'ResourceNotFoundError', 'derivation/service-bus-gone'),
  row('service-bus-unreadable', 'AzureResponseError', 'derivation/service-bus-unreadable'),
  row('pem-file-missing', 'FileNotFoundError', 'derivation/pem-file-missing'),
  row('pem-file-not-ascii', 'UnicodeEncodeError', 'derivation/pem-file-not-ascii'),
];

function row(rule: string, errorType: string, code: IssueCode): RuleRow {
  return { rule, errorType, code };
}
