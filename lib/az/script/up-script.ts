import type { ResolvedKubernetesCompute } from '../../model/compute/kubernetes-compute';
import type { RoleAssignment } from '../../model/compute/role-assignments';
import type { AksAgentPool } from '../../model/scheduling/aks-agent-pool';
import { providerRegisterArguments, providerStateArguments, requiredProviders } from '../azure/providers';
import { mlComputeAttachArguments } from '../compute/ml-compute';
import { roleAssignmentCountArguments, roleAssignmentCreateArguments } from '../compute/role-assignment';
import { aksNodePoolAddArguments } from '../scheduling/aks-nodepool';
import { LOOKUPS, unlessExists, whetherExists } from './lookups';
import { MINIMUM_VERSIONS } from './prelude';
import { principalLines, roleOf } from './role-lines';
import { az, command, line, renderScript, type ScriptLine, type ScriptStep } from './script';
import { scriptPlan, type ScriptPlan, type ScriptSpec } from './script-plan';

const EXTENSION_TYPE = 'Microsoft.KubernetesConfiguration/extensions';

/**
 * A bash script that sets everything up in the order that works: providers, node pools, objects before the extension, the
 * extension, objects after it, role assignments, computes. It can be run again, and a failing step stops it with its name.
 *
 * Deferred values are variables of the environment, `clusterId` as `CLUSTER_ID`. Certificates, keys and connection strings
 * are read from files in the folder `FILES`, the current one by default, see `k8sExtensionCreate`. `kubectl` has to be
 * connected to the cluster when there are manifests.
 * @param spec - what is set up
 * @throws ValidationError with every issue of the description
 */
export function upScript(spec: ScriptSpec): string {
  const plan = scriptPlan(spec);
  return renderScript({
    title: `Sets up Azure Machine Learning on a cluster with the extension ${plan.extensionName}.`,
    steps: [
      toolStep(plan),
      ...providerSteps(plan),
      ...plan.pools.map((pool) => poolStep(plan, pool)),
      ...manifestSteps('objects before the extension', plan.manifests.beforeExtension),
      extensionStep(plan),
      waitStep(plan),
      ...manifestSteps('objects after the extension', plan.manifests.afterExtension),
      ...plan.roles.filter(({ when }) => when === 'before-attach').map(roleStep),
      ...plan.computes.map(attachStep),
      ...plan.roles.filter(({ when }) => when === 'after-attach').map(roleStep),
    ],
  });
}

function toolStep({ manifests, computes, create }: ScriptPlan): ScriptStep {
  const parts = ['azure-cli', 'k8s-extension', ...(computes.length === 0 ? [] : ['ml'])] as const;
  const paths = [...manifests.beforeExtension, ...manifests.afterExtension];
  return {
    name: 'tools and files',
    lines: [
      ...parts.map((part) => {
        const { query, version } = MINIMUM_VERSIONS[part as keyof typeof MINIMUM_VERSIONS];
        return command(['need', part, query, version]);
      }),
      ...(paths.length === 0 ? [] : [line('command -v kubectl > /dev/null || fail "kubectl is needed"')]),
      ...paths.map((path) => command(['need_file', path])),
      ...(paths.length === 0 ? [] : [line('started_in=$PWD')]),
      line('cd "${FILES:-.}"'),
      ...Object.keys(create.files).map((file) => command(['need_file', file])),
    ],
  };
}

function providerSteps({ cluster, relay }: ScriptPlan): ScriptStep[] {
  return requiredProviders(cluster.kind, relay !== undefined).map((provider) => ({
    name: `provider ${provider}`,
    lines: [
      az(providerStateArguments(provider, cluster.subscriptionId), 'state=$(', ')'),
      az(providerRegisterArguments(provider, cluster.subscriptionId), '[ "$state" = Registered ] || '),
    ],
  }));
}

function poolStep(plan: ScriptPlan, pool: AksAgentPool): ScriptStep {
  const add = az(aksNodePoolAddArguments(plan.cluster, pool), '  ');
  return { name: `node pool ${pool.name}`, lines: unlessExists(LOOKUPS.pool(plan, pool), add) };
}

function manifestSteps(name: string, paths: readonly string[]): ScriptStep[] {
  if (paths.length === 0) return [];
  const apply = ['kubectl', 'apply', '--server-side', '--filename'];
  return [
    {
      name,
      lines: [
        line('pushd "$started_in" > /dev/null'),
        ...paths.map((path) => command([...apply, path])),
        line('popd > /dev/null'),
      ],
    },
  ];
}

function extensionStep(plan: ScriptPlan): ScriptStep {
  const { extensionName, create, update } = plan;
  return {
    name: `extension ${extensionName}`,
    lines: whetherExists(LOOKUPS.extension(plan), [az(update.arguments, '  ')], [az(create.arguments, '  ')]),
  };
}

function waitStep({ cluster, extensionName }: ScriptPlan): ScriptStep {
  const id = `${cluster.resourceId}/providers/${EXTENSION_TYPE}/${extensionName}`;
  return {
    name: 'wait for the extension',
    lines: [az(['resource', 'wait', '--created', '--ids', id])],
  };
}

function attachStep(compute: ResolvedKubernetesCompute): ScriptStep {
  const attach = az(mlComputeAttachArguments(compute), '  ');
  return { name: `compute ${compute.name}`, lines: unlessExists(LOOKUPS.compute(compute), attach) };
}

function roleStep(assignment: RoleAssignment): ScriptStep {
  const role = roleOf(assignment);
  const lines: readonly ScriptLine[] = [
    ...principalLines(assignment),
    az(roleAssignmentCountArguments(role), 'count=$(', ')'),
    az(roleAssignmentCreateArguments(role), '[ "$count" != 0 ] || '),
  ];
  return { name: `role ${assignment.key}`, lines };
}
