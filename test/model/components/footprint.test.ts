import * as fc from 'fast-check';
import { addAmounts, formatAmounts, multiplyAmounts } from '../../../lib/model/components/amounts';
import { componentFootprint, type Footprint, type InstalledComponents } from '../../../lib/model/components/footprint';
import { MINIMUM_REQUIREMENTS, SIZING_PURPOSES } from '../../../lib/model/components/minimum-requirements';
import { VM_SIZES } from '../../../lib/model/components/vm-sizes';
import { errorMessage } from '../../support/error-message';

const MI = 1024n * 1024n;

/** Millicores and MiB: CPU requests, CPU limits, memory requests, memory limits. */
type Figures = readonly [number, number, number, number];

const FLAGS = [
  'enableTraining',
  'enableInference',
  'inferenceRouterHA',
  'installPromOp',
  'installVolcano',
  'nginxIngress',
  'relay',
  'installDcgmExporter',
  'installNvidiaDevicePlugin',
] as const;

type Flags = Readonly<Record<(typeof FLAGS)[number], boolean>>;

const EVERY_COMBINATION: readonly Flags[] = Array.from(
  { length: 2 ** FLAGS.length },
  (_, bits) => Object.fromEntries(FLAGS.map((flag, index) => [flag, (bits & (1 << index)) !== 0])) as Flags,
);

function figuresOf({ requests, limits }: Footprint): Figures {
  return [requests.millicores, limits.millicores, requests.bytes / MI, limits.bytes / MI].map(Number) as never;
}

function sum(...terms: readonly (readonly [times: number, figures: Figures])[]): Figures {
  return [0, 1, 2, 3].map((column) =>
    terms.reduce((total, [times, figures]) => total + times * (figures[column] ?? 0), 0),
  ) as never;
}

/** The closed form, from the sums of the groups of the page and not from its rows. */
function formula(flags: Flags, nodes: number, sidecars: number): Figures {
  const [inference, training] = [Number(flags.enableInference), Number(flags.enableTraining)];
  return sum(
    [1, [270, 2100, 948, 7212]],
    [flags.installPromOp ? 0 : -1, [100, 400, 128, 512]],
    [nodes, [10, 200, 100, 300]],
    [inference, [600, 4000, 592, 3584]],
    [flags.nginxIngress ? 0 : -inference, [100, 1000, 64, 512]],
    [inference * (flags.inferenceRouterHA ? 3 : 1), [900, 2000, 800, 1200]],
    [inference * sidecars, [10, 50, 100, 100]],
    [training, [20, 1020, 124, 2168]],
    [training * Number(flags.installVolcano), [110, 1100, 320, 1280]],
  );
}

describe('componentFootprint', () => {
  test('gives the six totals of the page', () => {
    const totals = MINIMUM_REQUIREMENTS.map(({ purpose, enableInference, enableTraining, nodes }) => [
      purpose,
      ...figuresOf(componentFootprint({ cluster: 'aks', enableInference, enableTraining }, { nodes })),
      nodes,
    ]);

    expect(totals).toStrictEqual([
      ['test', 1780, 8300, 2440, 12296, 1],
      ['test', 410, 4420, 1492, 10960, 1],
      ['test', 1910, 10420, 2884, 15744, 1],
      ['production', 3600, 12700, 4240, 15296, 3],
      ['production', 410, 4420, 1492, 10960, 1],
      ['production', 3730, 14820, 4684, 18744, 3],
    ]);
  });

  test('follows the formula for every combination of flags', () => {
    const wrong = EVERY_COMBINATION.flatMap((flags) =>
      [1, 2, 3, 7].flatMap((nodes) =>
        [0, 4].flatMap((identitySidecars) => {
          const installed: InstalledComponents = { cluster: 'aks', ...flags };
          const actual = figuresOf(componentFootprint(installed, { nodes, identitySidecars }));
          const expected = formula(flags, nodes, identitySidecars);
          return String(actual) === String(expected) ? [] : [{ flags, nodes, identitySidecars, actual, expected }];
        }),
      ),
    );

    expect(EVERY_COMBINATION).toHaveLength(512);
    expect(wrong).toStrictEqual([]);
  });

  test('is the sum of its rows for any number of nodes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVERY_COMBINATION),
        fc.constantFrom('aks' as const, 'arc' as const, 'provisioned' as const),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 1000 }),
        (flags, cluster, nodes, identitySidecars) => {
          const footprint = componentFootprint({ cluster, ...flags }, { nodes, identitySidecars });
          const sums = (['requests', 'limits'] as const).map((which) =>
            addAmounts(footprint.rows.map(({ each, pods }) => multiplyAmounts(each[which], pods))),
          );

          expect([footprint.requests, footprint.limits]).toStrictEqual(sums);
          expect(figuresOf(footprint)).toStrictEqual(formula(flags, nodes, identitySidecars));
        },
      ),
    );
  });

  test('fills what is not given as the extension and the Azure CLI do', () => {
    const names = (installed: InstalledComponents, nodes: number): string[] =>
      componentFootprint(installed, { nodes }).rows.map(({ component, pods }) => `${component} ${String(pods)}`);

    expect(names({ cluster: 'arc', enableInference: true }, 2)).toStrictEqual([
      'metrics-controller-manager 1',
      'prometheus-operator 1',
      'prometheus 1',
      'kube-state-metrics 1',
      'gateway 1',
      'fluent-bit 2',
      'inference-operator-controller-manager 1',
      'amlarc-identity-controller 1',
      'amlarc-identity-proxy 1',
      'azureml-fe-v2 1',
    ]);
    expect(names({ cluster: 'aks', enableInference: true }, 3).slice(5)).toStrictEqual([
      'fluent-bit 3',
      'inference-operator-controller-manager 1',
      'amlarc-identity-controller 1',
      'amlarc-identity-proxy 1',
      'azureml-ingress-nginx-controller 1',
      'azureml-fe-v2 3',
    ]);
    expect(names({ cluster: 'aks', enableTraining: true }, 1).slice(6)).toStrictEqual([
      'aml-operator 1',
      'volcano-admission 1',
      'volcano-controllers 1',
      'volcano-scheduler 1',
    ]);
  });

  test('says which components have no published figures instead of counting them as nothing', () => {
    const unknown = (installed: InstalledComponents): unknown => componentFootprint(installed, { nodes: 4 }).unknown;

    expect(unknown({ cluster: 'aks' })).toStrictEqual([]);
    expect(unknown({ cluster: 'provisioned' })).toStrictEqual([{ component: 'relayserver', pods: 1 }]);
    expect(unknown({ cluster: 'arc', relay: false })).toStrictEqual([]);
    expect(unknown({ cluster: 'aks', installDcgmExporter: true, installNvidiaDevicePlugin: true })).toStrictEqual([
      { component: 'dcgm-exporter', pods: 4 },
      { component: 'nvidia-device-plugin-daemonset', pods: 4 },
    ]);
  });

  test('fails on what is no cluster, no flag and no number of nodes', () => {
    const wrong = { cluster: 'gke', enableTraining: 'True', installPromp: true } as unknown as InstalledComponents;

    expect(errorMessage(() => componentFootprint(wrong, { nodes: 0, identitySidecars: -1 }))).toBe(
      [
        'footprint has 5 errors:',
        '  - cluster: the value is not one of the choices (received "gke", expected one of aks, arc, provisioned); choose one of the expected values [spec/choice]',
        '  - enableTraining: the value has the wrong type (received "a string", expected true or false); give a value of the expected type [spec/type]',
        '  - installPromp: the property is not known here (expected one of cluster, enableTraining, enableInference, inferenceRouterHA, installPromOp, installVolcano, nginxIngress, relay, installDcgmExporter, installNvidiaDevicePlugin); did you mean "installPromOp"? [spec/unknown-property]',
        '  - nodes: the number is out of range (received 0, expected a whole number from 1 to 1000000); give a whole number within the range [spec/number-range]',
        '  - identitySidecars: the number is out of range (received -1, expected a whole number from 0 to 100000); give a whole number within the range [spec/number-range]',
      ].join('\n'),
    );
  });
});

describe('the minimum requirements', () => {
  test('are the six rows of the page', () => {
    expect(
      MINIMUM_REQUIREMENTS.map(({ purpose, enableInference, enableTraining, nodes, vm, vmSize, pageSku }) => [
        `${purpose}: ${enableInference ? 'inference' : ''} ${enableTraining ? 'training' : ''}`,
        `${String(nodes)} of ${String(vm.vCpus)} vCPU, ${vm.memory}, ${String(vm.diskIops)} IOPS, ${String(vm.networkMbps)} Mbps`,
        `${pageSku}, ${vmSize}`,
      ]),
    ).toStrictEqual([
      ['test: inference ', '1 of 2 vCPU, 7Gi, 6400 IOPS, 1500 Mbps', 'DS2v2, Standard_DS2_v2'],
      ['test:  training', '1 of 2 vCPU, 7Gi, 6400 IOPS, 1500 Mbps', 'DS2v2, Standard_DS2_v2'],
      ['test: inference training', '1 of 4 vCPU, 14Gi, 12800 IOPS, 1500 Mbps', 'DS3v2, Standard_DS3_v2'],
      ['production: inference ', '3 of 4 vCPU, 14Gi, 12800 IOPS, 1500 Mbps', 'DS3v2, Standard_DS3_v2'],
      ['production:  training', '1 of 8 vCPU, 28Gi, 25600 IOPS, 6000 Mbps', 'DS4v2, Standard_DS4_v2'],
      ['production: inference training', '3 of 4 vCPU, 14Gi, 12800 IOPS, 1500 Mbps', 'DS4v2, Standard_DS4_v2'],
    ]);
    expect([SIZING_PURPOSES.test.judgedBy, SIZING_PURPOSES.production.judgedBy]).toStrictEqual(['requests', 'limits']);
  });

  test('name sizes with at least the virtual machine beside them', () => {
    const smaller = MINIMUM_REQUIREMENTS.filter(
      ({ vm, vmSize }) => VM_SIZES[vmSize].vCpus < vm.vCpus || VM_SIZES[vmSize].diskIops < vm.diskIops,
    );

    expect(smaller).toStrictEqual([]);
  });
});

describe('formatAmounts', () => {
  test('writes amounts as Kubernetes does', () => {
    expect(formatAmounts({ millicores: 3600n, bytes: 4240n * MI })).toStrictEqual({ cpu: '3600m', memory: '4240Mi' });
    expect(formatAmounts({ millicores: -120n, bytes: -MI })).toStrictEqual({ cpu: '-120m', memory: '-1Mi' });
  });
});
