import { annotationMap } from '../../../lib/model/annotations';
import { clusterIssues } from '../../../lib/model/azure/cluster.rules';
import { deferred, substituteDeferred } from '../../../lib/model/deferred';
import type { Issue } from '../../../lib/model/issues';
import type { NAME_CODES } from '../../../lib/model/names.codes';
import {
  annotationValue,
  dnsLabel,
  dnsSubdomain,
  hostName,
  labelKey,
  labelValue,
  plainText,
} from '../../../lib/model/names';
import type { PACKAGE_CODES } from '../../../lib/model/package.codes';
import { requirePeers } from '../../../lib/model/peers';
import { cyclicIssues } from '../../../lib/model/plain-data';
import type { PULUMI_CODES } from '../../../lib/model/pulumi.codes';
import type { QUANTITY_CODES } from '../../../lib/model/quantity.codes';
import { byteQuantity, cpuQuantity, positiveByteQuantity } from '../../../lib/model/quantity';
import type { DEFERRED_CODES, SPEC_CODES } from '../../../lib/model/spec.codes';
import { jobDataVolumeIssues } from '../../../lib/model/storage/job-data-volume.rules';
import type { TextFormat } from '../../../lib/model/text-format';
import { captureArguments } from '../../../lib/pulumi/capture';
import { refuseSkippedMinor } from '../../../lib/pulumi/azure/upgrade';
import { componentOptionIssues } from '../../../lib/pulumi/component-options';
import { beforeUpdate } from '../../../lib/pulumi/extension/replacement';
import { kubernetesProviderIssues } from '../../../lib/pulumi/kubernetes-provider';
import { duplicatePartIssues, platformPartIssues } from '../../../lib/pulumi/platform/platform-options';
import { AKS } from '../extensions';
import { clusterProvider } from '../pulumi/run-program';
import { NFS } from '../storage-specs';
import { casesOf, changesOf, issuesThrownBy, type IssueCase, type IssueCases } from './issue-case';

function text(format: Pick<TextFormat<string>, 'issues'>, failing: string, passing: string): IssueCase {
  return casesOf((value: string): readonly Issue[] => format.issues(value, []))(failing, passing);
}

export const NAME_CASES = {
  'name/dns-label': text(dnsLabel, 'ml.jobs', 'ml-jobs'),
  'name/dns-subdomain': text(dnsSubdomain, 'ml_jobs', 'ml.jobs'),
  'name/label-key': text(labelKey, 'app name', 'app.kubernetes.io/name'),
  'name/label-value': text(labelValue, 'a/b', 'a_b'),
  'name/annotation-value': text(annotationValue, 'a'.repeat(256 * 1024 + 1), 'a'.repeat(256 * 1024)),
  'name/annotations-too-long': casesOf((length: number) =>
    annotationMap()({ key1: 'a'.repeat(length), key2: 'a'.repeat(length) }, []),
  )(128 * 1024 - 3, 128 * 1024 - 4),
  'name/host': text(hostName, 'ML.contoso.com', 'ml.contoso.com'),
  'name/plain-text': text(plainText, 'a\nb', 'a b'),
} satisfies IssueCases<typeof NAME_CODES>;

export const QUANTITY_CASES = {
  'quantity/syntax': text(byteQuantity, '1 GB', '1Gi'),
  'quantity/negative': text(byteQuantity, '-1Gi', '1Gi'),
  'quantity/zero': text(positiveByteQuantity, '0', '1'),
  'quantity/fraction': text(cpuQuantity, '0.0005', '0.001'),
  'quantity/too-large': text(byteQuantity, '8Ei', '7Ei'),
} satisfies IssueCases<typeof QUANTITY_CODES>;

const volume = changesOf(jobDataVolumeIssues, NFS);

const ENDLESS: { labels?: unknown } = {};
ENDLESS.labels = ENDLESS;

export const SPEC_CASES = {
  'spec/required': volume({ mountPath: undefined }),
  'spec/type': volume({ mountPath: 5 }),
  'spec/unknown-property': volume({ mountpath: '/mnt/images' }),
  'spec/choice': volume({ reclaimPolicy: 'Recycle' }, { reclaimPolicy: 'Retain' }),
  'spec/number-range': changesOf(clusterIssues, AKS)({ nodeCount: -1 }, { nodeCount: 3 }),
  'spec/empty-list': volume({ accessModes: [] }, { accessModes: ['ReadWriteMany'] }),
  'spec/owned-key': volume({ labels: { 'ml.azure.com/pvc': 'true' } }, { labels: { 'contoso.com/pvc': 'true' } }),
  'spec/duplicate': volume(
    { accessModes: ['ReadWriteMany', 'ReadWriteMany'] },
    { accessModes: ['ReadWriteMany', 'ReadOnlyMany'] },
  ),
  'spec/cyclic': casesOf(cyclicIssues)(ENDLESS, { labels: {} }),
} satisfies IssueCases<typeof SPEC_CODES>;

const substitution = casesOf(([marked, value]: readonly [string, string]) =>
  issuesThrownBy(() => substituteDeferred(marked, () => value)),
);

export const DEFERRED_CASES = {
  'deferred/damaged-marker': substitution([deferred('key').slice(1), 'value'], [deferred('key'), 'value']),
  'deferred/secret-in-plain-text': volume(
    { namespace: deferred('namespace', { secret: true }) },
    { namespace: deferred('namespace') },
  ),
  'deferred/literal-required': volume({ name: deferred('name') }, { namespace: deferred('namespace') }),
  'deferred/name': casesOf((name: string) => issuesThrownBy(() => deferred(name)))('', 'a'),
  'deferred/value': substitution([deferred('key'), 'a\uFDD0'], [deferred('key'), 'a']),
  'deferred/unresolved': casesOf((args: object) => captureArguments(args).issues)(
    { host: deferred('host') },
    { host: 'host' },
  ),
} satisfies IssueCases<typeof DEFERRED_CODES>;

export const PACKAGE_CASES = {
  'package/missing-peer': casesOf((installed: readonly string[]) =>
    issuesThrownBy(() => {
      requirePeers('azureml-kubernetes/cdk8s', ['constructs', 'cdk8s'], (name) => {
        if (!installed.includes(name)) throw new Error(`Cannot find module '${name}'`);
      });
    }),
  )(['constructs'], ['constructs', 'cdk8s']),
} satisfies IssueCases<typeof PACKAGE_CODES>;

const selecting = (label: string): object => ({ configurationSettings: { [`nodeSelector.${label}`]: 'jobs' } });

const PARTS = new Map([['compute-vision.jobs', 'KubernetesCompute']] as const);
const partIssues = casesOf((name: string) => platformPartIssues({ [`compute-${name}`]: {} }, PARTS));
const roleIssues = casesOf((role: string) => componentOptionIssues({ children: { [role]: {} } }, ['claim']));
const upgradeTo = casesOf((kubernetesVersion: string) =>
  issuesThrownBy(() => {
    refuseSkippedMinor({ oldInputs: { kubernetesVersion: '1.34' }, newInputs: { kubernetesVersion } });
  }),
);

export const PULUMI_CASES = {
  'pulumi/kubernetes-provider-missing': {
    failing: () => kubernetesProviderIssues({}),
    passing: () => kubernetesProviderIssues({ provider: clusterProvider() }),
  },
  'pulumi/part-unknown': partIssues('jobs', 'vision.jobs'),
  'pulumi/role-unknown': roleIssues('clam', 'claim'),
  'pulumi/part-duplicate': casesOf(duplicatePartIssues)(['vision.jobs', 'vision.jobs'], ['vision.jobs', 'fraud.jobs']),
  'pulumi/kubernetes-minor-skipped': upgradeTo('1.36', '1.35.2'),
  'pulumi/node-selector-removed': casesOf(([oldInputs, newInputs]: readonly [object, object]) =>
    issuesThrownBy(() => {
      beforeUpdate({ oldInputs, newInputs });
    }),
  )(
    [selecting('pool'), selecting('team')],
    [selecting('pool'), { configurationSettings: { 'nodeSelector.pool': 'x' } }],
  ),
} satisfies IssueCases<typeof PULUMI_CODES>;
