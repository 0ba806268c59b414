import { extensionOutboundHosts } from '../../../lib/model/components/extension-outbound-hosts';
import { outboundHosts } from '../../../lib/model/components/outbound-hosts';
import { deferred } from '../../../lib/model/deferred';
import { errorMessage } from '../../support/error-message';
import { AKS, ARC, INFERENCE, TRAINING } from '../../support/extensions';

const WORKSPACES = [
  { workspaceId: '11111111-2222-3333-4444-555555555555', location: 'westeurope', storageAccounts: ['contosoml'] },
];
const PACKAGES = { workspaces: WORKSPACES, packageIndexHosts: ['packages.contoso.com'] };

describe('extensionOutboundHosts', () => {
  test('follows the description', () => {
    const place = { ...PACKAGES, location: 'westeurope' };

    expect(extensionOutboundHosts(TRAINING, AKS, PACKAGES)).toStrictEqual(
      outboundHosts({ ...place, cluster: 'aks', enableTraining: true, relay: false }),
    );
    expect(extensionOutboundHosts(INFERENCE, ARC, PACKAGES)).toStrictEqual(
      outboundHosts({ ...place, cluster: 'arc', enableTraining: false, relay: true }),
    );
    expect(extensionOutboundHosts({ ...TRAINING, relay: { kind: 'none' } }, ARC, PACKAGES)).toStrictEqual(
      outboundHosts({ ...place, cluster: 'arc', enableTraining: true, relay: false }),
    );
  });

  test('fails on a location that is not known yet', () => {
    const cluster = { ...AKS, location: deferred('location') };

    expect(errorMessage(() => extensionOutboundHosts(TRAINING, cluster, PACKAGES))).toMatch(
      /^outbound hosts has 1 error:\n.*location: .*\[deferred\/literal-required\]$/,
    );
  });
});
