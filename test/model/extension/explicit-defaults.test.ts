import * as fc from 'fast-check';
import { withExplicitDefaults } from '../../../lib/model/extension/explicit-defaults';
import { type CURRENT_SETTINGS } from '../../../lib/model/extension/current-settings';
import { readFlag } from '../../../lib/model/extension/setting-value';
import { updateImpact } from '../../../lib/model/extension/update-impact';
import { wireSettings } from '../../../lib/model/extension/wire-settings';
import { deployments } from '../../support/extension-arbitraries';
import { currentRow } from '../../support/setting-samples';

type Settings = Readonly<Record<string, string>>;

const EVERYWHERE = {
  enableTraining: 'False',
  enableInference: 'False',
  installNvidiaDevicePlugin: 'False',
  installPromOp: 'True',
  installDcgmExporter: 'False',
};
const OF_TRAINING = { installVolcano: 'True' };
const OF_INFERENCE = {
  allowInsecureConnections: 'False',
  inferenceRouterHA: 'True',
  'scoringFe.serviceType.nodePort': 'False',
  'scoringFe.serviceType.internalLoadBalancer': 'False',
};

/** What Azure has after an update: settings are merged key by key. */
const merged = (old: Settings, next: Settings): Settings => ({ ...old, ...next });

const settings = deployments.map(({ spec, cluster }) => wireSettings(spec, cluster).settings);

describe('withExplicitDefaults', () => {
  test('says the defaults of the capabilities that are on', () => {
    expect(withExplicitDefaults({})).toStrictEqual(EVERYWHERE);
    expect(withExplicitDefaults({ enableTraining: 'True' })).toStrictEqual({
      ...EVERYWHERE,
      ...OF_TRAINING,
      enableTraining: 'True',
    });
    expect(withExplicitDefaults({ enableInference: 'true' })).toStrictEqual({
      ...EVERYWHERE,
      ...OF_INFERENCE,
      enableInference: 'true',
    });
  });

  test('leaves every given setting as it is, in its place', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const said = withExplicitDefaults(given);
        expect(Object.entries(said).slice(0, Object.keys(given).length)).toStrictEqual(Object.entries(given));
        expect(withExplicitDefaults(said)).toStrictEqual(said);
      }),
    );
  });

  test('makes an update reach what a description no longer says', () => {
    const before = { enableInference: 'True', 'scoringFe.serviceType.nodePort': 'True', installPromOp: 'False' };
    const after = { enableInference: 'True', inferenceRouterServiceType: 'LoadBalancer' };

    expect(merged(before, after)).toMatchObject({ 'scoringFe.serviceType.nodePort': 'True', installPromOp: 'False' });
    expect(merged(before, withExplicitDefaults(after))).toMatchObject({
      'scoringFe.serviceType.nodePort': 'False',
      installPromOp: 'True',
    });
  });

  test('leaves nothing to reset but advanced settings and those of a capability that is off', () => {
    fc.assert(
      fc.property(settings, settings, (old, next) => {
        const said = withExplicitDefaults(next);
        const { resets } = updateImpact(
          { configurationSettings: withExplicitDefaults(old) },
          { configurationSettings: said },
        );
        const isOn = { training: readFlag(said['enableTraining']), inference: readFlag(said['enableInference']) };
        const left = Object.keys(resets).filter((key) => {
          const { setBy, capability } = currentRow(key as keyof typeof CURRENT_SETTINGS);
          return setBy !== 'advanced' && (capability === undefined || isOn[capability] === true);
        });
        expect(left).toStrictEqual([]);
      }),
    );
  });
});
