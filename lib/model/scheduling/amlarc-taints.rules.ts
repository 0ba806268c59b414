import { object, oneOf, optional, required, variant, type FieldTable } from '../fields';
import { issue, type Issue, type Path } from '../issues';
import type {
  AmlarcTaintOptions,
  AmlarcTaintSpec,
  ComputeTaintSpec,
  FixedAmlarcTaintSpec,
  ResourceGroupTaintSpec,
  WorkspaceTaintSpec,
} from './amlarc-taints';
import { ORIGIN_FIELDS } from './origin-names';
import { TAINT_EFFECTS } from './taint';

/** The fields of {@link AmlarcTaintOptions}. */
export const EFFECT_FIELDS = { effect: optional(effectCheck) } satisfies FieldTable<AmlarcTaintOptions>;

const FIXED = { kind: required(() => []), ...EFFECT_FIELDS } satisfies FieldTable<FixedAmlarcTaintSpec>;

const amlarcTaint = variant('kind', {
  overall: object<FixedAmlarcTaintSpec>(FIXED),
  system: object<FixedAmlarcTaintSpec>(FIXED),
  workload: object<FixedAmlarcTaintSpec>(FIXED),
  resourceGroup: object<ResourceGroupTaintSpec>({ ...FIXED, resourceGroup: ORIGIN_FIELDS.resourceGroup }),
  workspace: object<WorkspaceTaintSpec>({ ...FIXED, workspace: ORIGIN_FIELDS.workspace }),
  compute: object<ComputeTaintSpec>({ ...FIXED, compute: ORIGIN_FIELDS.compute }),
});

/**
 * Everything that is wrong or unwise with an amlarc taint.
 * @param spec - the taint as given
 * @param path - where it is in a larger description
 */
export function amlarcTaintIssues(spec: AmlarcTaintSpec, path: Path = []): Issue[] {
  return amlarcTaint(spec, path);
}

/** An effect, with a warning for those that surprise. */
function effectCheck(value: unknown, path: Path): Issue[] {
  if (value === 'PreferNoSchedule') return [issue('scheduling/prefer-no-schedule', path)];
  if (value === 'NoExecute') return [issue('scheduling/no-execute', path)];
  return oneOf(TAINT_EFFECTS)(value, path);
}
