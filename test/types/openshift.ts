import type { OpenShiftSccGrantProps } from 'azureml-kubernetes/cdk8s';

const names = { extensionName: 'azureml', computeNamespaces: ['ml-jobs'] };

// @ts-expect-error -- without the namespaces of the computes their jobs would be refused
export const withoutNamespaces: OpenShiftSccGrantProps = { extensionName: 'azureml' };

export const namedBuiltIn: OpenShiftSccGrantProps = {
  ...names,
  // @ts-expect-error -- the built-in constraint has a name that nobody chooses
  scc: { kind: 'builtIn', name: 'privileged' },
};

export const namelessDedicated: OpenShiftSccGrantProps = {
  ...names,
  // @ts-expect-error -- a dedicated constraint needs a name
  scc: { kind: 'dedicated' },
};

export const unknownBinding: OpenShiftSccGrantProps = {
  ...names,
  // @ts-expect-error -- a role cannot be bound by a role
  binding: 'Role',
};
