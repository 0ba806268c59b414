import type { IssueCode } from '../../../lib/model/issue-codes';
import { AZURE_CASES, COMPONENTS_CASES, OPENSHIFT_CASES, SUPPORT_CASES } from './azure';
import { COMPUTE_CASES } from './compute';
import { DERIVATION_CASES, EXTENSION_CASES, EXTENSION_SPEC_CASES, SETTING_CASES, UPDATE_CASES } from './extension';
import { INGRESS_CASES } from './ingress';
import type { IssueCase } from './issue-case';
import { PLATFORM_CASES } from './platform';
import { SCRIPT_CASES, TEMPLATE_CASES } from './renderers';
import { SCHEDULING_CASES } from './scheduling';
import { STORAGE_CASES } from './storage';
import { TLS_CASES } from './tls';
import { DEFERRED_CASES, NAME_CASES, PACKAGE_CASES, PULUMI_CASES, QUANTITY_CASES, SPEC_CASES } from './vocabulary';

/** What fails with each issue code and what passes; a code without a case does not compile. */
export const ISSUE_CASES: Readonly<Record<IssueCode, IssueCase>> = {
  ...PACKAGE_CASES,
  ...PULUMI_CASES,
  ...SPEC_CASES,
  ...DEFERRED_CASES,
  ...NAME_CASES,
  ...QUANTITY_CASES,
  ...AZURE_CASES,
  ...COMPONENTS_CASES,
  ...COMPUTE_CASES,
  ...EXTENSION_CASES,
  ...EXTENSION_SPEC_CASES,
  ...SETTING_CASES,
  ...UPDATE_CASES,
  ...DERIVATION_CASES,
  ...INGRESS_CASES,
  ...OPENSHIFT_CASES,
  ...PLATFORM_CASES,
  ...SCHEDULING_CASES,
  ...STORAGE_CASES,
  ...SUPPORT_CASES,
  ...TEMPLATE_CASES,
  ...SCRIPT_CASES,
  ...TLS_CASES,
};
