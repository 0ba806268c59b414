import { deferred } from '../../../lib/model/deferred';
import { formatIssue } from '../../../lib/model/issues';
import { nodeArchitectureIssues } from '../../../lib/model/support/distributions';
import {
  compareReleases,
  EXTENSION_FEATURES,
  featureGate,
  releaseHas,
} from '../../../lib/model/support/extension-features';
import { EXTENSION_RELEASES } from '../../../lib/model/support/extension-releases';
import { AKS_KUBERNETES_CALENDAR } from '../../../lib/model/support/kubernetes-calendar';
import { LIMITATIONS } from '../../../lib/model/support/limitations';
import { LOG_COLLECTION, LOG_TRANSPORT, collectedLogs } from '../../../lib/model/support/log-collection';
import { DOCUMENTED_REGIONS, regionIssues } from '../../../lib/model/support/regions';
import { SUPPORT_SOURCES } from '../../../lib/model/support/support-sources';

describe('releases of the extension', () => {
  test('stand in order of version and date', () => {
    const rows = Object.entries(EXTENSION_RELEASES);

    expect([...rows].sort(([one], [other]) => compareReleases(one, other))).toStrictEqual(rows);
    expect(rows.map(([, { date }]) => date)).toStrictEqual(rows.map(([, { date }]) => date).sort());
    expect(EXTENSION_RELEASES['1.1.16'].date).toBe('2022-11-29');
  });

  test('have features since the first release with them', () => {
    expect(featureGate('taints')).toMatchObject({ since: '1.1.16', release: { date: '2022-11-29' } });
    expect(['1.1.10', '1.1.16', '1.1.106', '2.0.0'].map((version) => releaseHas(version, 'taints'))).toStrictEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(releaseHas(deferred('version'), 'taints')).toBeUndefined();
    expect(() => releaseHas('stable', 'taints')).toThrow(/support\/release/);
    expect(Object.keys(EXTENSION_FEATURES)).toContain('persistentVolumeClaims');
  });
});

describe('regionIssues', () => {
  test('warns of a region without cluster extensions, in either form of its name', () => {
    expect(regionIssues('Qatar Central', ['location']).map(formatIssue)).toStrictEqual([
      'location: cluster extensions are not available in the region (received "Qatar Central"); choose another region, or look whether that has changed [support/region]',
    ]);
    expect(DOCUMENTED_REGIONS.flatMap(({ name }) => regionIssues(name))).toStrictEqual([]);
    expect(regionIssues(deferred('location'))).toStrictEqual([]);
  });
});

describe('nodeArchitectureIssues', () => {
  test('warns of nodes that the extension cannot use, and fails when there are no others', () => {
    expect(nodeArchitectureIssues(['amd64'])).toStrictEqual([]);
    expect(nodeArchitectureIssues(['amd64', 'arm64']).map(({ code, path }) => [code, path])).toStrictEqual([
      ['support/architecture', [1]],
    ]);
    expect(nodeArchitectureIssues(['arm64']).map(({ code }) => code)).toStrictEqual(['support/no-amd64-node']);
  });
});

describe('log collection', () => {
  test('depends on the features that are on, and on the kind of cluster', () => {
    const pods = (options: Parameters<typeof collectedLogs>[0]): number => collectedLogs(options).length;

    expect(LOG_COLLECTION).toHaveLength(9);
    expect(pods({ enableTraining: true, enableInference: true, arcConnected: true })).toBe(9);
    expect(pods({ enableTraining: true, enableInference: true, arcConnected: false })).toBe(8);
  });

  test('leaves out the pods of what is not installed', () => {
    const options = { enableTraining: true, enableInference: false, arcConnected: false };

    expect(collectedLogs(options).map(({ pod }) => pod)).toStrictEqual([
      'aml-operator',
      'gateway',
      'healthcheck',
      'metrics-controller-manager',
    ]);
  });

  test('changed its form with the release that brought sidecars', () => {
    expect(LOG_TRANSPORT.sidecarsSince).toBe('1.1.17');
  });
});

describe('the calendar of AKS', () => {
  test('has minors in order, each longer supported than the one before', () => {
    const rows = AKS_KUBERNETES_CALENDAR.map(({ generallyAvailable, endOfLife, longTermSupportEnds }) => [
      generallyAvailable,
      endOfLife,
      longTermSupportEnds,
    ]);

    expect(rows).toStrictEqual([...rows].sort());
    expect(rows.map((row) => [...row].sort())).toStrictEqual(rows);
    expect(AKS_KUBERNETES_CALENDAR.at(-1)).toMatchObject({ minor: '1.37', generallyAvailable: '2026-10' });
  });
});

describe('limitations', () => {
  test('have advice about SELinux, image size and Arm64', () => {
    const nodes = LIMITATIONS.filter(({ topic }) => topic === 'nodes').map(({ statement }) => statement);

    expect(nodes).toStrictEqual([
      expect.stringContaining('SELinux'),
      expect.stringContaining('size of container images'),
      expect.stringContaining('Arm64'),
    ]);
  });

  test('each have a source that says where and when it was read', () => {
    expect(
      LIMITATIONS.filter(
        ({ source, disputedBy = source }) => !(source in SUPPORT_SOURCES && disputedBy in SUPPORT_SOURCES),
      ),
    ).toStrictEqual([]);
  });
});
