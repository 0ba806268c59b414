import './release-namespace';

export * from '../../../examples/pulumi-arc-openshift';
