import type { PodClass } from 'azureml-kubernetes';

/** A class of pods, and the tolerations that the extension's documentation gives it, written out. */
export interface SamplePod {
  readonly title: string;
  readonly pod: PodClass;
  readonly tolerations: readonly object[];
}

const OVERALL = { key: 'ml.azure.com/amlarc', operator: 'Equal', value: 'true' };
const SYSTEM = { key: 'ml.azure.com/amlarc-system', operator: 'Equal', value: 'true' };
const WORKLOAD = { key: 'ml.azure.com/amlarc-workload', operator: 'Equal', value: 'true' };
const groupOf = (value: string): object => ({ key: 'ml.azure.com/resource-group', operator: 'Equal', value });
const workspaceOf = (value: string): object => ({ key: 'ml.azure.com/workspace', operator: 'Equal', value });
const computeOf = (value: string): object => ({ key: 'ml.azure.com/compute', operator: 'Equal', value });

/** The pods of the truth table: one or more of each of its rows. */
export const SAMPLE_PODS = {
  system: {
    title: 'an extension system pod',
    pod: { kind: 'extensionSystem' },
    tolerations: [OVERALL, SYSTEM],
  },
  own: {
    title: 'a workload of the same group, workspace and compute',
    pod: { kind: 'workload', resourceGroup: 'rg-ml', workspace: 'fraud', compute: 'gpu' },
    tolerations: [OVERALL, WORKLOAD, groupOf('rg-ml'), workspaceOf('fraud'), computeOf('gpu')],
  },
  otherCompute: {
    title: 'a workload of the same group and workspace',
    pod: { kind: 'workload', resourceGroup: 'rg-ml', workspace: 'fraud', compute: 'cpu' },
    tolerations: [OVERALL, WORKLOAD, groupOf('rg-ml'), workspaceOf('fraud'), computeOf('cpu')],
  },
  otherWorkspace: {
    title: 'a workload of the same group',
    pod: { kind: 'workload', resourceGroup: 'rg-ml', workspace: 'churn', compute: 'cpu' },
    tolerations: [OVERALL, WORKLOAD, groupOf('rg-ml'), workspaceOf('churn'), computeOf('cpu')],
  },
  otherGroup: {
    title: 'a workload of another group',
    pod: { kind: 'workload', resourceGroup: 'rg-other', workspace: 'churn', compute: 'cpu' },
    tolerations: [OVERALL, WORKLOAD, groupOf('rg-other'), workspaceOf('churn'), computeOf('cpu')],
  },
  sameNames: {
    title: 'a workload of another group whose workspace and compute have the same names',
    pod: { kind: 'workload', resourceGroup: 'rg-other', workspace: 'fraud', compute: 'gpu' },
    tolerations: [OVERALL, WORKLOAD, groupOf('rg-other'), workspaceOf('fraud'), computeOf('gpu')],
  },
  stranger: {
    title: 'a pod that tolerates nothing',
    pod: { kind: 'other' },
    tolerations: [],
  },
  daemon: {
    title: 'a pod that tolerates everything',
    pod: { kind: 'other', tolerations: [{ operator: 'Exists' }] },
    tolerations: [{ operator: 'Exists' }],
  },
} as const satisfies Readonly<Record<string, SamplePod>>;

/** The name of one of {@link SAMPLE_PODS}. */
export type SamplePodName = keyof typeof SAMPLE_PODS;

/** Whom each of the six taints lets in when it is the only one of a node. */
export const ADMITTED_BY_TAINT: readonly { readonly taint: string; readonly admits: readonly SamplePodName[] }[] = [
  {
    taint: 'ml.azure.com/amlarc=true',
    admits: ['system', 'own', 'otherCompute', 'otherWorkspace', 'otherGroup', 'sameNames', 'daemon'],
  },
  { taint: 'ml.azure.com/amlarc-system=true', admits: ['system', 'daemon'] },
  {
    taint: 'ml.azure.com/amlarc-workload=true',
    admits: ['own', 'otherCompute', 'otherWorkspace', 'otherGroup', 'sameNames', 'daemon'],
  },
  { taint: 'ml.azure.com/resource-group=rg-ml', admits: ['own', 'otherCompute', 'otherWorkspace', 'daemon'] },
  { taint: 'ml.azure.com/workspace=fraud', admits: ['own', 'otherCompute', 'sameNames', 'daemon'] },
  { taint: 'ml.azure.com/compute=gpu', admits: ['own', 'sameNames', 'daemon'] },
];

/** The five recipes with names, in the order of the documentation, and whom the nodes let in. */
export const RECIPES = [
  {
    isolation: { kind: 'overall' },
    admits: ['system', 'own', 'otherCompute', 'otherWorkspace', 'otherGroup', 'sameNames', 'daemon'],
  },
  { isolation: { kind: 'system' }, admits: ['system', 'daemon'] },
  {
    isolation: { kind: 'workload' },
    admits: ['own', 'otherCompute', 'otherWorkspace', 'otherGroup', 'sameNames', 'daemon'],
  },
  {
    isolation: { kind: 'workspace', resourceGroup: 'rg-ml', workspace: 'fraud' },
    admits: ['own', 'otherCompute', 'daemon'],
  },
  {
    isolation: { kind: 'computeTarget', resourceGroup: 'rg-ml', workspace: 'fraud', compute: 'gpu' },
    admits: ['own', 'daemon'],
  },
] as const;
