import { AMLARC_TAINTS, amlarcTaintName } from '../../../lib/model/scheduling/amlarc-taints';

describe('AMLARC_TAINTS', () => {
  test('holds the six taints under the names of the documentation', () => {
    expect(Object.values(AMLARC_TAINTS).map(({ title, key }) => [title, key])).toStrictEqual([
      ['amlarc overall', 'ml.azure.com/amlarc'],
      ['amlarc system', 'ml.azure.com/amlarc-system'],
      ['amlarc workload', 'ml.azure.com/amlarc-workload'],
      ['amlarc resource group', 'ml.azure.com/resource-group'],
      ['amlarc workspace', 'ml.azure.com/workspace'],
      ['amlarc compute', 'ml.azure.com/compute'],
    ]);
  });
});

describe('amlarcTaintName', () => {
  test('finds a taint by its key', () => {
    expect(amlarcTaintName('ml.azure.com/resource-group')).toBe('resourceGroup');
    expect(amlarcTaintName('ml.azure.com/other')).toBeUndefined();
    expect(amlarcTaintName('overall')).toBeUndefined();
  });
});
