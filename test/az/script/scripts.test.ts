import { downScript, upScript } from 'azureml-kubernetes/az';
import { PRIVATE_KEY } from '../../support/certificates';
import { SCRIPT_SPEC as SPEC } from '../../support/script-specs';
import { ScriptRunner, type ScriptRun } from '../../support/script-runner';

/** The commands that change something, by their first words. */
function changes({ calls }: ScriptRun): string[] {
  return calls
    .map((words) => words.slice(0, 4).join(' '))
    .filter((text) => !/ (show|list|wait)\b|^az version/.test(text));
}

let runner: ScriptRunner;

beforeEach(() => {
  runner = new ScriptRunner();
  for (const file of ["it's before.yaml", 'after.yaml', 'certificate.pem', 'key.pem']) runner.write(file, '');
});

afterEach(() => {
  runner.remove();
});

describe('the scripts', () => {
  test('set everything up in the order that works', () => {
    const run = runner.run(upScript(SPEC));

    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(changes(run)).toStrictEqual([
      'az provider register --namespace',
      'az provider register --namespace',
      'az provider register --namespace',
      'az aks nodepool add',
      'kubectl apply --server-side --filename',
      'az k8s-extension create --name',
      'kubectl apply --server-side --filename',
      'az role assignment create',
      'az role assignment create',
      'az role assignment create',
      'az ml compute attach',
      'az role assignment create',
    ]);
    expect(run.calls).toContainEqual(['kubectl', 'apply', '--server-side', '--filename', "it's before.yaml"]);
  });

  test('make nothing a second time', () => {
    runner.run(upScript(SPEC));
    const again = runner.run(upScript(SPEC));

    expect(again.code).toBe(0);
    expect(changes(again)).toStrictEqual([
      'kubectl apply --server-side --filename',
      'az k8s-extension update --name',
      'kubectl apply --server-side --filename',
    ]);
  });

  test.each([
    ['az aks nodepool add', 'node pool jobs'],
    ['kubectl apply --server-side --filename after', 'objects after the extension'],
    ['az k8s-extension create', 'extension azureml'],
    ['az ml compute attach', 'compute jobs'],
    ['az provider show', 'provider Microsoft.ContainerService'],
  ])('stop where %s fails, with the name of the step', (fails, step) => {
    const run = runner.run(upScript(SPEC), { STUB_FAILS: fails });

    expect(run.code).toBe(1);
    expect(run.stderr.split('\n').filter((text) => text.startsWith('failed'))).toStrictEqual([
      `failed in step "${step}": a command failed`,
    ]);
    expect(run.calls.at(-1)?.join(' ')).toContain(fails.replace(/^\w+ /, ''));
  });

  test('stop when something cannot be looked at, rather than make it', () => {
    const run = runner.run(upScript(SPEC), { STUB_FAILS: 'az k8s-extension show' });

    expect(run.code).toBe(1);
    expect(run.stderr).toContain('failed in step "extension azureml": ERROR: refused');
    expect(changes(run)).not.toContain('az k8s-extension create --name');
  });

  test('want a new Azure CLI, files that can be read, and variables that are set', () => {
    expect(runner.run(upScript(SPEC), { STUB_VERSION: '2.50.9' }).stderr).toContain(
      'failed in step "tools and files": azure-cli 2.51.0 or newer is needed, this is 2.50.9',
    );
    expect(runner.run(upScript(SPEC), { FILES: '/nowhere' }).code).toBe(1);
    expect(runner.run(upScript({ ...SPEC, manifests: { afterExtension: ['missing.yaml'] } })).stderr).toContain(
      'the file missing.yaml cannot be read',
    );
  });

  test('take everything down again, twice, and say what remains', () => {
    runner.run(upScript(SPEC));
    const down = runner.run(downScript(SPEC));

    expect(down.code).toBe(0);
    expect(changes(down)).toStrictEqual([
      'az role assignment delete',
      'az ml compute detach',
      'az role assignment delete',
      'az role assignment delete',
      'az role assignment delete',
      'az k8s-extension delete --name',
      'kubectl delete namespace azureml',
    ]);
    expect(down.stdout).toBe(
      "node pool jobs\nobjects of it's before.yaml\nobjects of after.yaml\nregistered resource providers\n",
    );
    expect(changes(runner.run(downScript(SPEC)))).toStrictEqual(['kubectl delete namespace azureml']);
  });

  test('hold no secret', () => {
    const scripts = upScript(SPEC) + downScript(SPEC);
    const lines = PRIVATE_KEY.split('\n').filter((text) => text !== '' && !text.startsWith('-----'));

    expect(lines.filter((text) => scripts.includes(text))).toStrictEqual([]);
  });
});
