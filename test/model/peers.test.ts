import { requirePeers } from '../../lib/model/peers';

function installed(...names: string[]): (name: string) => string {
  return (name) => {
    if (!names.includes(name)) throw new Error(`Cannot find module '${name}'`);
    return name;
  };
}

describe('requirePeers', () => {
  test('is silent when every peer is installed', () => {
    expect(() => {
      requirePeers('azureml-kubernetes/cdk8s', ['constructs', 'cdk8s'], installed('cdk8s', 'constructs'));
    }).not.toThrow();
  });

  test('fails with the command that installs what is missing', () => {
    expect(() => {
      requirePeers('azureml-kubernetes/cdk8s', ['constructs', 'cdk8s'], installed('constructs'));
    }).toThrow(
      'azureml-kubernetes/cdk8s has 1 error:\n  - cdk8s: a package that this sub-path builds on is not installed; npm install cdk8s [package/missing-peer]',
    );
  });

  test('fails with one error for all missing peers', () => {
    expect(() => {
      requirePeers('azureml-kubernetes/cdk8s', ['constructs', 'cdk8s'], installed());
    }).toThrow(/^azureml-kubernetes\/cdk8s has 2 errors:[^]*npm install constructs cdk8s/);
  });
});
