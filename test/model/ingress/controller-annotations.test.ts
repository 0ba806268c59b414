import { annotationOwners } from '../../../lib/model/ingress/annotation-table';
import { GATEWAY_ANNOTATIONS, NGINX_ANNOTATIONS } from '../../../lib/model/ingress/controller-annotations';

describe.each([NGINX_ANNOTATIONS, GATEWAY_ANNOTATIONS])('the annotations of $prefix', (controller) => {
  const owners = annotationOwners(controller);

  test('are each written by one property at most', () => {
    const properties = [...owners.values()];

    expect(new Set(properties).size).toBe(properties.length);
    expect(Object.keys(controller.others).filter((name) => owners.has(name))).toStrictEqual([]);
  });

  test('have names that Kubernetes takes', () => {
    const names = [...owners.keys(), ...Object.keys(controller.others)].map((name) => controller.prefix + name);

    expect(names.filter((name) => !/^[a-z0-9.]+\/[a-z0-9][a-z0-9-]{0,62}$/.test(name))).toStrictEqual([]);
  });
});

describe('annotationOwners', () => {
  test('names the property of each annotation, groups and their switches included', () => {
    expect(Object.fromEntries(annotationOwners(GATEWAY_ANNOTATIONS))).toMatchObject({
      'appgw-ssl-certificate': 'https.gatewayCertificate',
      'request-timeout': 'requestTimeoutSeconds',
      'health-probe-status-codes': 'healthProbe.statusCodes',
      'connection-draining': 'connectionDraining',
      'connection-draining-timeout': 'connectionDraining.timeoutSeconds',
    });
  });
});
