import { AZURE_CODES } from './azure/azure.codes';
import { COMPONENTS_CODES } from './components/components.codes';
import { COMPUTE_CODES } from './compute/compute.codes';
import { DERIVATION_CODES } from './extension/derivation.codes';
import { EXTENSION_CODES } from './extension/extension.codes';
import { EXTENSION_SPEC_CODES } from './extension/extension-spec.codes';
import { INGRESS_CODES } from './ingress/ingress.codes';
import type { IssueCodeRow } from './issue-code-table';
import { NAME_CODES } from './names.codes';
import { OPENSHIFT_CODES } from './openshift/openshift.codes';
import { QUANTITY_CODES } from './quantity.codes';
import { PACKAGE_CODES } from './package.codes';
import { PULUMI_CODES } from './pulumi.codes';
import { SCHEDULING_CODES } from './scheduling/scheduling.codes';
import { PLATFORM_CODES } from './platform/platform.codes';
import { DEFERRED_CODES, SPEC_CODES } from './spec.codes';
import { SETTING_CODES } from './extension/settings.codes';
import { UPDATE_CODES } from './extension/update.codes';
import { STORAGE_CODES } from './storage/storage.codes';
import { SUPPORT_CODES } from './support/support.codes';
import { SCRIPT_CODES } from './script.codes';
import { TEMPLATE_CODES } from './template.codes';
import { TLS_CODES } from './tls/tls.codes';

/**
 * Every issue code of the library with its severity, meaning, fix and source; `docs/errors.md` is generated from it.
 */
export const ISSUE_CODES = {
  ...PACKAGE_CODES,
  ...PULUMI_CODES,
  ...SPEC_CODES,
  ...DEFERRED_CODES,
  ...NAME_CODES,
  ...COMPUTE_CODES,
  ...COMPONENTS_CODES,
  ...QUANTITY_CODES,
  ...AZURE_CODES,
  ...EXTENSION_CODES,
  ...DERIVATION_CODES,
  ...SETTING_CODES,
  ...UPDATE_CODES,
  ...EXTENSION_SPEC_CODES,
  ...INGRESS_CODES,
  ...TLS_CODES,
  ...STORAGE_CODES,
  ...SCHEDULING_CODES,
  ...OPENSHIFT_CODES,
  ...SUPPORT_CODES,
  ...PLATFORM_CODES,
  ...TEMPLATE_CODES,
  ...SCRIPT_CODES,
} as const;

/** A stable code of an issue, for example `storage/mount-path-relative`. */
export type IssueCode = keyof typeof ISSUE_CODES;

/**
 * The row of a code: severity, meaning, fix and source.
 * @param code - a code of {@link ISSUE_CODES}
 */
export function issueCodeRow(code: IssueCode): IssueCodeRow {
  return ISSUE_CODES[code];
}
