import type {
  AdvancedSettingKey,
  DerivedSettingKey,
  PlainSettingKey,
  ProtectedSettingKey,
  SettingKey,
  UserSettingKey,
} from 'azureml-kubernetes';

export const right: readonly SettingKey[] = [
  'enableTraining',
  'nodeSelector.kubernetes\\.io/os',
  'toleration[0].key',
  'scoringFe.resourcesXds.limits.cpu',
];
export const plain: PlainSettingKey = 'inferenceRouterHA';
export const secret: ProtectedSettingKey = 'scoringFe.sslKey';
export const typed: UserSettingKey = 'sslKeyPemFile';
export const derived: DerivedSettingKey = 'cluster_name';
export const advanced: AdvancedSettingKey = 'workLoadToleration[1].effect';

// @ts-expect-error -- nothing reads the name any longer
export const retired: SettingKey = 'inferenceLoadBalancerHA';

// @ts-expect-error -- the letter case counts
export const wrongCase: SettingKey = 'workloadToleration[0].key';

// @ts-expect-error -- a key stands in one map
export const secretInPlain: PlainSettingKey = 'scoringFe.sslKey';

// @ts-expect-error -- nobody types what is derived
export const derivedByHand: UserSettingKey = 'cluster_name';

// @ts-expect-error -- one of the three containers of the router
export const wrongContainer: SettingKey = 'scoringFe.resourcesNginx.limits.cpu';

// @ts-expect-error -- an index is a number
export const wrongIndex: SettingKey = 'toleration[first].key';
