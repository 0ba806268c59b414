import { resourceGroupName } from '../azure/resource-id';
import { resourceIdSegment } from '../deferred';
import { object, required, text, type FieldTable } from '../fields';
import { issue, type Issue, type Path } from '../issues';
import { workspaceName } from '../scheduling/origin-names';
import { workspaceId } from './kubernetes-compute.rules';
import { isSameId } from './role-assignments';

/** The names of a workspace, for where its id is not known yet. */
export interface WorkspaceNames {
  readonly resourceGroupName: string;
  readonly name: string;
}

const WORKSPACE_NAMES = object({
  resourceGroupName: required(text(resourceGroupName)),
  name: required(text(workspaceName)),
} satisfies FieldTable<WorkspaceNames>);

/** Where a resource id has the names. */
const SEGMENTS = { resourceGroupName: 3, name: 7 } as const satisfies Readonly<Record<keyof WorkspaceNames, number>>;
const NAMES = ['resourceGroupName', 'name'] as const;

/**
 * What is wrong with the names of a workspace: they are those that its id has.
 * @param names - the names as given
 * @param id - the resource id of the workspace as given
 * @param path - where the names are
 */
export function workspaceNameIssues(names: WorkspaceNames, id: string, path: Path): Issue[] {
  const shape = WORKSPACE_NAMES(names, path);
  if (shape.length > 0 || workspaceId.issues(id, path).length > 0) return shape;
  return NAMES.flatMap((name) => {
    const expected = resourceIdSegment(id, SEGMENTS[name]);
    if (isSameId(names[name], expected) !== false) return [];
    return [issue('compute/workspace-differs', [...path, name], { received: names[name], expected })];
  });
}
