import type { RoleAssignment } from '../../model/compute/role-assignments';
import { EXTENSION_NAMESPACE } from '../../model/extension/extension-name';
import { mlComputeDetachArguments } from '../compute/ml-compute';
import { roleAssignmentCountArguments, roleAssignmentDeleteArguments } from '../compute/role-assignment';
import { k8sExtensionDeleteArguments } from '../extension/k8s-extension';
import { LOOKUPS, whetherExists } from './lookups';
import { principalLines, roleOf } from './role-lines';
import { az, command, renderScript, type ScriptLine, type ScriptStep } from './script';
import { scriptPlan, type ScriptPlan, type ScriptSpec } from './script-plan';

/**
 * A bash script that takes down what {@link upScript} set up: the roles of the computes' identities, the computes, the
 * other roles, the extension, its relay and its namespace. It can be run again, and says at the end what remains: data,
 * node pools, and namespaces with workloads are nobody's to delete in passing.
 * @param spec - what was set up
 * @throws ValidationError with every issue of the description
 */
export function downScript(spec: ScriptSpec): string {
  const plan = scriptPlan(spec);
  const { cluster, extensionName, computes, roles } = plan;
  return renderScript({
    title: `Takes the extension ${extensionName} off a cluster, with its computes and roles.`,
    steps: [
      ...computes.map((compute) => ({
        name: `compute ${compute.name}`,
        lines: whetherExists(LOOKUPS.compute(compute), [
          ...rolesOf(compute.name, roles).flatMap(removeRole),
          az(mlComputeDetachArguments(compute), '  '),
        ]),
      })),
      ...roles
        .filter(({ when }) => when === 'before-attach')
        .map((role) => ({ name: `role ${role.key}`, lines: removeRole(role) })),
      {
        name: `extension ${extensionName}`,
        lines: whetherExists(LOOKUPS.extension(plan), [az(k8sExtensionDeleteArguments(extensionName, cluster), '  ')]),
      },
      ...relayStep(plan),
      namespaceStep(),
      remainsStep(plan),
    ],
  });
}

/** The roles of the identity that Azure made for a compute, which goes with it. */
function rolesOf(compute: string, roles: readonly RoleAssignment[]): readonly RoleAssignment[] {
  return roles.filter(({ principal }) => principal.kind === 'compute' && principal.compute === compute);
}

function removeRole(assignment: RoleAssignment): ScriptLine[] {
  const role = roleOf(assignment);
  return [
    ...principalLines(assignment),
    az(roleAssignmentCountArguments(role), 'count=$(', ')'),
    az(roleAssignmentDeleteArguments(role), '[ "$count" = 0 ] || '),
  ];
}

function relayStep({ relay, cluster }: ScriptPlan): ScriptStep[] {
  if (relay === undefined) return [];
  const target = ['--name', relay, '--resource-group', cluster.resourceGroup, '--subscription', cluster.subscriptionId];
  return [
    {
      name: `relay ${relay}`,
      lines: whetherExists(
        ['relay', 'namespace', 'show', ...target],
        [az(['relay', 'namespace', 'delete', ...target], '  ')],
      ),
    },
  ];
}

function namespaceStep(): ScriptStep {
  return {
    name: `namespace ${EXTENSION_NAMESPACE}`,
    lines: [command(['kubectl', 'delete', 'namespace', EXTENSION_NAMESPACE, '--ignore-not-found'])],
  };
}

function remainsStep({ pools, manifests }: ScriptPlan): ScriptStep {
  const remains = [
    ...pools.map(({ name }) => `node pool ${name}`),
    ...[...manifests.beforeExtension, ...manifests.afterExtension].map((path) => `objects of ${path}`),
    'registered resource providers',
  ];
  return { name: 'what remains', lines: remains.map((text) => command(['printf', String.raw`%s\n`, text])) };
}
