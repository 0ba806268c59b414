import type { Check } from '../fields';
import { isDeferred } from '../deferred';
import { issue, type Issue, type Path } from '../issues';
import { textFormat, type Branded } from '../text-format';

const AZURE_NAME = /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/;
const HELM_RELEASE = /^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$/;

/** The namespace of the extension; its chart knows no other. */
export const EXTENSION_NAMESPACE = 'azureml';

/** The name of the extension resource, which is also the name of its Helm release. */
export type ExtensionName = Branded<'ExtensionName'>;

/** The name of an extension as Azure takes it. */
export const extensionName = textFormat<'ExtensionName'>({
  noun: 'extension name',
  code: 'extension/name',
  expected: 'at most 253 letters, digits, "-" and "."',
  accepts: AZURE_NAME,
});

/** The checked name of an extension; throws a ValidationError. */
export const parseExtensionName = extensionName.parse;

/** Checks a name as Azure takes it, and warns where Helm would not. */
export function extensionNameCheck(): Check {
  return (value, path) => {
    const issues = extensionName.issues(value, path);
    return issues.length === 0 ? releaseNameIssues(String(value), path) : issues;
  };
}

function releaseNameIssues(name: string, path: Path): Issue[] {
  if (isDeferred(name) || HELM_RELEASE.test(name)) return [];
  return [issue('extension/name-for-helm', path, { received: name })];
}
