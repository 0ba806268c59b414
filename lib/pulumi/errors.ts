import * as pulumi from '@pulumi/pulumi';
import { ValidationError } from '../model/validation-error';

/** By this property the SDK knows an error whose message is all that a program shows. */
const RUN_ERROR = '__pulumiRunError';

/**
 * Runs something that checks a description. The program shows the message of what it throws, without a stack trace.
 * @param check - what may throw a ValidationError
 * @throws ValidationError that is a `RunError` for Pulumi too
 */
export function stoppingTheProgram<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!ValidationError.isValidationError(error)) throw error;
    throw withoutFramesOfPackages(Object.defineProperty(error, RUN_ERROR, { value: true }));
  }
}

/**
 * The same for a check that runs while the program is deployed: the message is shown beside the resource.
 * @param resource - what was described
 * @param check - what may throw a ValidationError
 * @throws `ResourceError` whose cause is the ValidationError
 */
export function failingTheResource<T>(resource: pulumi.Resource, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!ValidationError.isValidationError(error)) throw error;
    const failure = new pulumi.ResourceError(error.message, resource, true);
    // Once the program itself has ended, the SDK shows the stack even of an error that asks to hide it.
    throw Object.assign(failure, { cause: withoutFramesOfPackages(error), stack: failure.message });
  }
}

/**
 * Shows a warning beside a resource, once it is {@link registered}.
 * @param resource - what the warning is about
 * @param message - the warning
 */
export async function warnBeside(resource: pulumi.Resource, message: string): Promise<void> {
  await registered(resource);
  await pulumi.log.warn(message, resource);
}

/**
 * When a resource is registered. Messages are delivered in the order in which they are logged: one beside a resource that
 * is never registered, because it waits for something that failed, would hold up the one that says why.
 * @param resource - what messages are about
 */
export function registered(resource: pulumi.Resource): Promise<void> {
  return new Promise((done) => {
    resource.urn.apply(() => {
      done();
    });
  });
}

/**
 * Takes the frames of packages out of a stack trace. The SDK prints every error with terminal colors for its own records, shown
 * or not, and Node takes half a minute for a frame of a file right below `node_modules/@pulumi`.
 * @see https://github.com/nodejs/node/issues/64011
 */
function withoutFramesOfPackages<E extends Error>(error: E): E {
  const frames = error.stack?.split('\n').filter((line) => !line.includes('node_modules'));
  return Object.assign(error, { stack: frames?.join('\n') });
}
