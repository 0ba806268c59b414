import * as pulumi from '@pulumi/pulumi';

// The library installs into the namespace that the page names; whoever wants another one has a transformation.
pulumi.runtime.registerStackTransformation(({ type, props, opts }) => {
  if (type !== 'azure-native:kubernetesconfiguration:Extension') return undefined;
  return { props: { ...(props as object), scope: { cluster: { releaseNamespace: 'elsewhere' } } }, opts };
});
