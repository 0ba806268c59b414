import { EngineStack } from '../support/engine/engine-stack';

const HEAVY = 'azure-native:relay:HybridConnection';

describe('the harness of the engine tests', () => {
  let stack: EngineStack;

  afterEach(() => {
    stack.remove();
  });

  test('fails an operation whose program throws in an apply, without waiting', async () => {
    stack = new EngineStack('test/engine/programs/throws-in-apply.ts');
    const up = await stack.up();
    expect(up.failure).toContain('no connection in relay');
    expect(up.changes).toStrictEqual(['create azure-native:relay:Namespace relay']);
    expect(up.steps.map(({ type }) => type)).not.toContain(HEAVY);
  });

  test('fails an operation whose program throws at once', async () => {
    stack = new EngineStack('test/engine/programs/throws-at-once.ts');
    const preview = await stack.preview();
    expect(preview.failure).toContain('nothing comes of it');
  });

  test('goes on after a failure', async () => {
    stack = new EngineStack('test/engine/programs/throws-in-apply.ts');
    await stack.up();
    const destroy = await stack.destroy();
    expect(destroy.failure).toBeUndefined();
    expect(stack.cloud.all()).toStrictEqual([]);
  });
});
