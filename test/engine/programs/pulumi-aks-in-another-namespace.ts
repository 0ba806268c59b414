import './release-namespace';

export * from '../../../examples/pulumi-aks';
