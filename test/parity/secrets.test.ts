import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { attachTemplate, extensionTemplate } from 'azureml-kubernetes/arm';
import { downScript, k8sExtensionCreate, k8sExtensionUpdate, upScript } from 'azureml-kubernetes/az';
import { PRIVATE_KEY } from '../support/certificates';
import { ScriptRunner } from '../support/script-runner';
import { showsSecret } from '../support/secret-search';
import { BAD_SECRET_SPECS, SECRET_COMPUTES, SECRET_SPECS, SECRETS } from '../support/secret-specs';

const EXAMPLES = join(__dirname, '../../examples');
const SPECS = Object.entries(SECRET_SPECS);
const VAULT = {
  vaultId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v',
  secretName: 'key',
};

/** The secrets that somebody can see. */
function shownIn(text: string): string[] {
  return SECRETS.filter((secret) => showsSecret(text, secret));
}

/** Everything that a person or a log may see of a value. */
function visible(value: unknown): string {
  return `${inspect(value, { depth: 12, showHidden: true, maxStringLength: null })}${JSON.stringify(value)}${String(value)}`;
}

/** What can be seen of the error that a function throws. */
function visibleError(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return visible(error);
  }
  throw new Error('no error');
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

const isPem = (secret: string): boolean => secret.includes('-----BEGIN');
/** The lines of a key, without those around it and the rest of the last one. */
const linesOf = (pem: string): string[] =>
  (pem.split('-----BEGIN').at(-1) ?? '').split('\n').filter((line) => line.length >= 16 && !/-----|: /.test(line));
/** What a secret says, of a key the bytes of its block. */
const bytesOf = (secret: string): Buffer =>
  isPem(secret) ? Buffer.from(linesOf(secret).join(''), 'base64') : Buffer.from(secret);

/** Where and how a secret may stand. */
const PLANTED: Readonly<Record<string, (secret: string) => string>> = {
  'in clear': (secret) => `before ${secret} after`,
  'in JSON': (secret) => JSON.stringify({ value: secret }),
  'in JSON within JSON': (secret) => JSON.stringify({ value: JSON.stringify({ value: secret }) }),
  'in base64': base64,
  'in base64 after one character': (secret) => base64(`1${secret} after`),
  'in base64 after two characters': (secret) => base64(`12${secret} after`),
  'in base64 after three characters': (secret) => base64(`123${secret} after`),
  'in hexadecimal': (secret) => `x${bytesOf(secret).toString('hex')}`,
};
/** How a secret of one line may stand besides. */
const PLANTED_LINE: Readonly<Record<string, (secret: string) => string>> = {
  'in an address': (secret) => `https://contoso.com/?key=${encodeURIComponent(secret)}`,
  'in an expression of a template': (secret) => `[concat('${secret.replaceAll("'", "''")}')]`,
  'as a word of a shell': (secret) => `az '${secret.replaceAll("'", `'\\''`)}'`,
};

describe('the search for secrets', () => {
  test.each(Object.entries(PLANTED))('finds each secret %s', (_title, plant) => {
    expect(SECRETS.filter((secret) => !showsSecret(plant(secret), secret))).toStrictEqual([]);
  });

  test.each(Object.entries(PLANTED_LINE))('finds each secret of one line %s', (_title, plant) => {
    const lines = SECRETS.filter((secret) => !isPem(secret));

    expect(lines).toHaveLength(3);
    expect(lines.filter((secret) => !showsSecret(plant(secret), secret))).toStrictEqual([]);
  });

  test('finds each line of a key', () => {
    const missed = SECRETS.filter(isPem).flatMap((pem) =>
      linesOf(pem).filter((line) => !showsSecret(`x${line}x`, pem)),
    );

    expect(missed).toStrictEqual([]);
  });

  test('finds none where there is none', () => {
    expect(
      shownIn('-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\nEndpoint=sb://relay.contoso.com/;'),
    ).toStrictEqual([]);
  });
});

describe('no secret is shown', () => {
  test.each(SPECS)('by templates and parameters files for %s', (_kind, { cluster, extension }) => {
    const templates = [
      extensionTemplate({ cluster, extension }),
      extensionTemplate({ cluster, extension }, { keyVaultSecrets: { sslKey: VAULT, customToken: VAULT } }),
      attachTemplate({ cluster, extension, computes: SECRET_COMPUTES }),
    ];

    expect(shownIn(visible(templates))).toStrictEqual([]);
  });

  test.each(SPECS)('by commands for %s, nor by what is known of their files', (_kind, { cluster, extension }) => {
    const commands = [k8sExtensionCreate(extension, cluster), k8sExtensionUpdate(extension, cluster)];

    expect(Object.keys(commands[0]?.files ?? {})).toContain('key.pem');
    expect(shownIn(visible(commands))).toStrictEqual([]);
  });

  test.each(SPECS)('by scripts for %s, what they run and what they say', (_kind, spec) => {
    const scriptSpec = { ...spec, computes: SECRET_COMPUTES };
    const runner = new ScriptRunner();
    for (const [name, secret] of [
      ['certificate.pem', ''],
      ['key.pem', PRIVATE_KEY],
      ['protected-settings.json', JSON.stringify(SECRETS)],
    ] as const)
      runner.write(name, secret);
    const scripts = [upScript(scriptSpec), downScript(scriptSpec)];
    const runs = [
      runner.run(scripts[0] ?? '', { STUB_FAILS: 'az k8s-extension create' }),
      ...[...scripts, ...scripts].map((script) => runner.run(script)),
    ];
    runner.remove();

    expect(runs.map(({ code }) => code)).toStrictEqual([1, 0, 0, 0, 0]);
    expect(shownIn(`${scripts.join('\n')}${JSON.stringify(runs)}`)).toStrictEqual([]);
    expect(
      runs.flatMap(({ calls, stdout, stderr }) => shownIn([...calls.flat(), stdout, stderr].join('\n'))),
    ).toStrictEqual([]);
  });

  test.each(Object.entries(BAD_SECRET_SPECS))(
    'by the error of a description with %s',
    (_title, { cluster, extension }) => {
      const errors = [
        visibleError(() => extensionTemplate({ cluster, extension })),
        visibleError(() => k8sExtensionCreate(extension, cluster)),
        visibleError(() => upScript({ cluster, extension, computes: SECRET_COMPUTES })),
      ];

      expect(errors.map(shownIn)).toStrictEqual([[], [], []]);
    },
  );

  test('by the errors of parameters that are secrets', () => {
    const wrong = [{ sslKey: PRIVATE_KEY }, { key: PRIVATE_KEY }];
    const errors = wrong.map((values) => visibleError(() => extensionTemplate(SECRET_SPECS.arc, { values })));

    expect(errors.map(shownIn)).toStrictEqual([[], []]);
  });

  test('by the snapshots of the examples', () => {
    const snapshots = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.snap'),
    );
    const texts = snapshots.map((name) => readFileSync(join(EXAMPLES, name), 'utf8'));

    expect(snapshots.length).toBeGreaterThan(5);
    expect(snapshots.filter((_name, index) => shownIn(texts[index] ?? '').length > 0)).toStrictEqual([]);
    expect(
      texts.filter((text) => /-----BEGIN [A-Z ]*PRIVATE KEY|SharedAccessKey=|AccountKey=/.test(text)),
    ).toStrictEqual([]);
  });
});
