import { object, required, variant, type FieldTable } from '../fields';
import type { Issue, Path } from '../issues';
import { EFFECT_FIELDS } from './amlarc-taints.rules';
import type {
  ComputeTargetNodeIsolationSpec,
  NodeIsolationSpec,
  SharedNodeIsolationSpec,
  WorkspaceNodeIsolationSpec,
} from './node-isolation';
import { ORIGIN_FIELDS } from './origin-names';

const SHARED = { kind: required(() => []), ...EFFECT_FIELDS } satisfies FieldTable<SharedNodeIsolationSpec>;

const nodeIsolation = variant('kind', {
  overall: object<SharedNodeIsolationSpec>(SHARED),
  system: object<SharedNodeIsolationSpec>(SHARED),
  workload: object<SharedNodeIsolationSpec>(SHARED),
  workspace: object<WorkspaceNodeIsolationSpec>({
    ...SHARED,
    resourceGroup: ORIGIN_FIELDS.resourceGroup,
    workspace: ORIGIN_FIELDS.workspace,
  }),
  computeTarget: object<ComputeTargetNodeIsolationSpec>({ ...SHARED, ...ORIGIN_FIELDS }),
});

/**
 * Everything that is wrong or unwise with the recipe of dedicated nodes.
 * @param spec - the recipe as given
 * @param path - where it is in a larger description
 */
export function nodeIsolationIssues(spec: NodeIsolationSpec, path: Path = []): Issue[] {
  return nodeIsolation(spec, path);
}
