import * as pulumi from '@pulumi/pulumi';

/** A resource whose output a preview does not know. */
class Source extends pulumi.CustomResource {
  declare public readonly value: pulumi.Output<string>;

  public constructor(name: string) {
    super('test:index:Source', name, { value: undefined });
  }
}

/** The output of a resource that is not there yet: in a preview it is not known. */
export function unknownOutput(name = 'source'): pulumi.Output<string> {
  return new Source(name).value;
}
