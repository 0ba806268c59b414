import { candidates, settingPattern, spelled } from '../../../lib/model/extension/setting-pattern';

const TOLERATION = settingPattern('toleration[<index>].key');
const ROUTER = settingPattern('scoringFe.resources<Envoy|Xds|Clb>.limits.cpu');
const TOPIC = settingPattern('servicebus.topicSubMapping.<topic>');
const PLAIN = settingPattern('relayserver.enabled');

describe('settingPattern', () => {
  test.each([
    [PLAIN, 'relayserver.enabled'],
    [TOLERATION, 'toleration[0].key'],
    [TOLERATION, 'toleration[17].key'],
    [ROUTER, 'scoringFe.resourcesXds.limits.cpu'],
    [TOPIC, 'servicebus.topicSubMapping.jobs'],
    [TOPIC, 'servicebus.topicSubMapping.jobs.of\nmine'],
  ])('takes its keys: %#', ({ exact, anyCase }, key) => {
    expect([exact.test(key), anyCase.test(key)]).toStrictEqual([true, true]);
  });

  test.each([
    [PLAIN, 'relayserver-enabled'],
    [PLAIN, 'xrelayserver.enabled'],
    [PLAIN, 'relayserver.enabledx'],
    [TOLERATION, 'toleration[].key'],
    [TOLERATION, 'toleration[-1].key'],
    [TOLERATION, 'toleration[a].key'],
    [ROUTER, 'scoringFe.resourcesNginx.limits.cpu'],
    [TOPIC, 'servicebus.topicSubMapping.'],
  ])('takes no other keys: %#', ({ exact, anyCase }, key) => {
    expect([exact.test(key), anyCase.test(key)]).toStrictEqual([false, false]);
  });
});

describe('spelled', () => {
  test('is the key in its own letter case, but for what a placeholder leaves free', () => {
    expect(spelled(PLAIN, 'RelayServer.Enabled')).toBe('relayserver.enabled');
    expect(spelled(TOLERATION, 'TOLERATION[4].KEY')).toBe('toleration[4].key');
    expect(spelled(ROUTER, 'scoringfe.RESOURCESXDS.limits.CPU')).toBe('scoringFe.resourcesXds.limits.cpu');
    expect(spelled(TOPIC, 'ServiceBus.TopicSubMapping.MyTopic')).toBe('servicebus.topicSubMapping.MyTopic');
  });

  test('is nothing for another key', () => {
    expect(spelled(PLAIN, 'relayserver')).toBeUndefined();
  });
});

describe('candidates', () => {
  test('are the keys that a wrong one may have been meant for', () => {
    expect(candidates(PLAIN, 'relayserver.enable')).toStrictEqual(['relayserver.enabled']);
    expect(candidates(TOLERATION, 'tolerations[3].key')).toStrictEqual(['toleration[3].key']);
    expect(candidates(TOLERATION, 'toleration.key')).toStrictEqual(['toleration[0].key']);
    expect(candidates(ROUTER, 'scoringFe.resourcesXdx.limits.cpu')).toStrictEqual([
      'scoringFe.resourcesEnvoy.limits.cpu',
      'scoringFe.resourcesXds.limits.cpu',
      'scoringFe.resourcesClb.limits.cpu',
    ]);
    expect(candidates(TOPIC, 'servicebus.topicMapping.a.b')).toStrictEqual(['servicebus.topicSubMapping.a.b']);
    expect(candidates(TOPIC, 'servicebus.topic')).toStrictEqual(['servicebus.topicSubMapping.<topic>']);
  });
});
