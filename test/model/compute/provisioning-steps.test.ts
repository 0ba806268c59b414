import { PROVISIONING_STEPS } from '../../../lib/model/compute/provisioning-steps';

describe('PROVISIONING_STEPS', () => {
  test('stand in an order in which each comes after what it needs', () => {
    const steps = Object.keys(PROVISIONING_STEPS);

    Object.values(PROVISIONING_STEPS).forEach(({ needs }, position) => {
      expect(needs.filter((step) => !steps.slice(0, position).includes(step))).toStrictEqual([]);
    });
  });

  test('attach after the extension, the namespaces, the roles and the instance types', () => {
    expect(PROVISIONING_STEPS.compute.needs).toStrictEqual([
      'beforeExtension',
      'extension',
      'afterExtension',
      'roleAssignments',
    ]);
    expect(Object.keys(PROVISIONING_STEPS).at(-1)).toBe('computeRoleAssignments');
  });
});
