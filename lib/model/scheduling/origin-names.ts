import { resourceGroupName } from '../azure/resource-id';
import { isDeferred } from '../deferred';
import { required, type Check, type FieldTable } from '../fields';
import { issue } from '../issues';
import { labelValue } from '../names';
import { textFormat, type TextFormat } from '../text-format';
import type { WorkloadOrigin } from './amlarc-taints';

const WORKSPACE = /^[A-Za-z0-9][-\w]{2,32}$/;
const COMPUTE = /^[-A-Za-z0-9]{2,16}$/;

/** The name of a workspace. */
export const workspaceName = textFormat<'WorkspaceName'>({
  noun: 'workspace name',
  code: 'scheduling/workspace-name',
  expected: '3 to 33 letters, digits, "-" and "_"',
  accepts: WORKSPACE,
});

/** The name of a compute target in its workspace. */
export const computeName = textFormat<'ComputeName'>({
  noun: 'compute target name',
  code: 'scheduling/compute-name',
  expected: '2 to 16 letters, digits and "-"',
  accepts: COMPUTE,
});

/** The names that a workload comes from, as Azure allows them and a taint can hold them. */
export const ORIGIN_FIELDS = {
  resourceGroup: required(taintValueName(resourceGroupName)),
  workspace: required(taintValueName(workspaceName)),
  compute: required(taintValueName(computeName)),
} satisfies FieldTable<WorkloadOrigin>;

/** A name of an Azure resource that is also a taint value; Azure allows more than Kubernetes. */
function taintValueName(format: TextFormat<string>): Check {
  return (value, path) => {
    const issues = format.issues(value, path);
    if (issues.length > 0 || typeof value !== 'string' || isDeferred(value)) return issues;
    const fits = labelValue.issues(value, path).length === 0;
    return fits ? [] : [issue('scheduling/name-not-taint-value', path, { received: value })];
  };
}
