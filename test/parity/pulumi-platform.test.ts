import fc from 'fast-check';
import { Testing } from 'cdk8s';
import { platformAttachments, resolveAzureMLPlatform } from 'azureml-kubernetes';
import { attachTemplate, extensionTemplate, type AttachTemplateCompute } from 'azureml-kubernetes/arm';
import { AzureMLPlatform as PlatformCharts } from 'azureml-kubernetes/cdk8s';
import {
  AksCluster,
  ArcCluster,
  AzureMLPlatform,
  type AzureMLPlatformArgs,
  type ExtensionCluster,
} from 'azureml-kubernetes/pulumi';
import { AKS_ID, ARC_ID } from '../support/attach';
import { deployedResources, idOf } from '../support/deployed-resources';
import { deployedValues } from '../support/deployed-values';
import {
  inOrder,
  requestsOfDeployment,
  requestsOfProgram,
  SAME_AZURE,
  sayingDefaults,
  sorted,
  type AzureRequest,
} from '../support/parity/azure-requests';
import { lateTexts, withOutputs } from '../support/parity/late-texts';
import { mayBeOutput, platformsOnClusters, without, type PlatformOnCluster } from '../support/parity/platforms';
import { FULL_PLATFORM } from '../support/platform';
import type { Registration } from '../support/pulumi/fake-engine';
import { clusterProvider, runProgram } from '../support/pulumi/run-program';
import { revealed } from '../support/pulumi/wire-values';

/** What a platform comes to: objects of Kubernetes, and requests to Azure. */
interface Outcome {
  readonly objects: readonly unknown[];
  readonly requests: readonly AzureRequest[];
}

function existing({ kind, resourceId = '', ...facts }: PlatformOnCluster['cluster']): ExtensionCluster {
  return kind === 'arc' ? ArcCluster.fromExisting(resourceId, facts) : AksCluster.fromExisting(resourceId, facts);
}

function register(name: string, spec: PlatformOnCluster, places: readonly string[]): void {
  const described = without(withOutputs(spec, places), 'cluster');
  const args = { ...described, cluster: existing(spec.cluster) } as unknown as AzureMLPlatformArgs;
  new AzureMLPlatform(name, args, { provider: clusterProvider(`${name}-provider`) });
}

function byText(objects: readonly unknown[]): unknown[] {
  const keyed = objects.map((object): [string, unknown] => [JSON.stringify(sorted(object)), sorted(object)]);
  return keyed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, object]) => object);
}

/** What the components of a platform registered; their names start with its own. */
function registered(resources: readonly Registration[], platform: string): Outcome {
  const own = resources.filter(({ name, custom }) => custom && name.startsWith(`${platform}-`));
  const objects = own.filter(({ type }) => type.startsWith('kubernetes:')).map(({ inputs }) => revealed(inputs));
  return { objects: byText(objects), requests: inOrder(requestsOfProgram(own)) };
}

/** What the constructs synthesize, and the templates deploy. */
function written(spec: PlatformOnCluster): Outcome {
  const { charts } = new PlatformCharts(Testing.app(), 'ml', spec);
  const objects = Object.values(charts).flatMap((chart) => Testing.synth(chart) as unknown[]);
  return { objects: byText(objects), requests: inOrder(deployed(spec).map(sayingDefaults)) };
}

function deployed(spec: PlatformOnCluster): AzureRequest[] {
  const { cluster } = spec;
  const { resourceId = '', location } = cluster;
  const known = deployedValues(cluster);
  const { extension } = resolveAzureMLPlatform(spec);
  const installed = deployedResources(extensionTemplate({ cluster, extension }).template, known);
  const relay = installed.find(({ type }) => type === 'Microsoft.Relay/namespaces');
  const access = relay === undefined ? {} : { access: { kind: 'arc', relayNamespaceId: idOf(relay) } as const };
  const place = { resourceId, subscriptionId: resourceId.split('/')[2] ?? '', location };
  const computes = platformAttachments(spec.computes, place).map(
    (compute) => without(compute, 'resourceId', 'warnings') as unknown as AttachTemplateCompute,
  );
  const attached = deployedResources(attachTemplate({ cluster, computes, ...access }).template, known);
  return requestsOfDeployment([...installed, ...attached]);
}

const ON_AKS = { ...without(FULL_PLATFORM, 'openShift'), cluster: { kind: 'aks', resourceId: AKS_ID } };
const ON_OPENSHIFT = { ...FULL_PLATFORM, cluster: { kind: 'arc', resourceId: ARC_ID, distribution: 'openshift' } };

describe('a platform of Pulumi', () => {
  test.each([
    ['AKS', ON_AKS],
    ['OpenShift', ON_OPENSHIFT],
  ])('has every part as constructs and templates have it, on %s', async (_title, platform) => {
    const cluster = { ...platform.cluster, location: 'westeurope' };
    const spec = { ...platform, cluster } as unknown as PlatformOnCluster;
    const { resources } = await runProgram(() => {
      register('ml', spec, []);
    }, SAME_AZURE);

    expect(registered(resources, 'ml')).toStrictEqual(written(spec));
  });

  test('is what constructs and templates make of 200 random descriptions, with Outputs in place of some texts', async () => {
    const some = fc.tuple(platformsOnClusters, fc.infiniteStream(fc.boolean()));
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 10, maxLength: 10 }), async (drawn) => {
        const { resources } = await runProgram(() => {
          drawn.forEach(([spec, late], index) => {
            const isChosen = (path: readonly (string | number)[]): boolean =>
              mayBeOutput(path) && late.next().value === true;
            register(`p${String(index)}`, spec, lateTexts(spec, resolveAzureMLPlatform, isChosen));
          });
        }, SAME_AZURE);

        expect(drawn.map((_, index) => registered(resources, `p${String(index)}`))).toStrictEqual(
          drawn.map(([spec]) => written(spec)),
        );
      }),
      { numRuns: 20, endOnFailure: true },
    );
  }, 300_000);
});
