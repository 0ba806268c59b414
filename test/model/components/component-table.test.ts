import {
  extensionComponent,
  COMPONENT_NAMES,
  findComponent,
  RETIRED_COMPONENTS,
  type ComponentRow,
} from '../../../lib/model/components/component-table';
import { parseAmounts } from '../../../lib/model/components/amounts';
import { SUPPORT_SOURCES } from '../../../lib/model/support/support-sources';

const MI = 1024n * 1024n;

/** The page's rows in its words: name, replicas, ticks of the two columns, and the four figures. */
const PAGE = `
metrics-controller-manager | 1 | both | 10 | 100 | 20 | 300
prometheus-operator | 1 | both | 100 | 400 | 128 | 512
prometheus | 1 | both | 100 | 1000 | 512 | 4096
kube-state-metrics | 1 | both | 10 | 100 | 32 | 256
gateway | 1 | both | 50 | 500 | 256 | 2048
fluent-bit | 1 per Node | both | 10 | 200 | 100 | 300
inference-operator-controller-manager | 1 | first | 100 | 1000 | 128 | 1024
amlarc-identity-controller | 1 | first | 200 | 1000 | 200 | 1024
amlarc-identity-proxy | 1 | first | 200 | 1000 | 200 | 1024
azureml-ingress-nginx-controller | 1 | first | 100 | 1000 | 64 | 512
azureml-fe-v2 | 1 or 3 | first | 900 | 2000 | 800 | 1200
online-deployment | 1 per Deployment | first | user | user | user | user
online-deployment/identity-sidecar | 1 per Deployment | first | 10 | 50 | 100 | 100
aml-operator | 1 | second | 20 | 1020 | 124 | 2168
volcano-admission | 1 | second | 10 | 100 | 64 | 256
volcano-controller | 1 | second | 50 | 500 | 128 | 512
volcano-schedular | 1 | second | 50 | 500 | 128 | 512`;

/** The head of the page has these two the wrong way round. */
const COLUMNS = { both: 'common', first: 'inference', second: 'training' } as const;

const SCALING: Readonly<Record<string, ComponentRow['scaling']>> = {
  '1': 'single',
  '1 per Node': 'node',
  '1 or 3': 'router',
  '1 per Deployment': 'deployment',
};

function figuresOf(row: ComponentRow): unknown {
  if (typeof row.figures === 'string') return row.figures;
  const [requests, limits] = [parseAmounts(row.figures.requests), parseAmounts(row.figures.limits)];
  return [requests.millicores, limits.millicores, requests.bytes, limits.bytes];
}

describe('the components', () => {
  test('are the seventeen of the page with its figures, in its order, then those without figures', () => {
    const rows = PAGE.trim()
      .split('\n')
      .map((line) => line.split(' | '));

    expect(rows).toHaveLength(17);
    expect(
      rows.map(([name = '']) => findComponent(name)).map((row) => row && [row.group, row.scaling, figuresOf(row)]),
    ).toStrictEqual(
      rows.map(([, replicas = '', column = '', ...figures]) => [
        COLUMNS[column as keyof typeof COLUMNS],
        SCALING[replicas],
        figures.includes('user')
          ? 'userDefined'
          : figures.map((figure, index) => BigInt(figure) * (index < 2 ? 1n : MI)),
      ]),
    );
    expect(rows.map(([name = '']) => findComponent(name)?.name)).toStrictEqual(COMPONENT_NAMES.slice(0, 17));
    expect(COMPONENT_NAMES.slice(17).map((name) => extensionComponent(name).figures)).toStrictEqual(
      ['relayserver', 'dcgm-exporter', 'nvidia-device-plugin-daemonset', 'healthcheck'].map(() => 'unpublished'),
    );
  });

  test('are found by every name, in documents and in a cluster', () => {
    const named = (name: string): string | undefined => findComponent(name, 'ml')?.name;

    expect(named('volcano-schedular')).toBe('volcano-scheduler');
    expect(named('volcano-controller')).toBe('volcano-controllers');
    expect(named('online-deployment/identity-sidecar')).toBe('identity-sidecar');
    expect(named('prometheus-prom-prometheus')).toBe('prometheus');
    expect(named('ml-prometheus-operator')).toBe('prometheus-operator');
    expect(named('relay server')).toBe('relayserver');
    expect(named('cluster-status-reporter')).toBeUndefined();
    expect(extensionComponent('dcgm-exporter').objectName).toBe('{EXTENSION-NAME}-dcgm-exporter');
    expect(extensionComponent('dcgm-exporter', 'ml$&').objectName).toBe('ml$&-dcgm-exporter');
  });

  test('have no name twice, and none that is retired', () => {
    const names = COMPONENT_NAMES.map((name) => extensionComponent(name, 'ml')).flatMap(
      ({ name, objectName, otherNames }) => [...new Set([name, objectName, ...otherNames])],
    );

    expect(names.filter((name, index) => names.indexOf(name) < index || name in RETIRED_COMPONENTS)).toStrictEqual([]);
    expect(COMPONENT_NAMES.filter((name) => !(extensionComponent(name).source in SUPPORT_SOURCES))).toStrictEqual([]);
  });
});
