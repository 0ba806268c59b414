import { armDeployment } from '../../../lib/arm/template/arm-template';
import { renderTemplateValue } from '../../../lib/arm/template/render-template';
import type { TemplateValue } from '../../../lib/arm/template/render-template';
import { k8sExtensionCreate } from '../../../lib/az/extension/k8s-extension';
import { az, renderScript } from '../../../lib/az/script/script';
import { deferred, jsonString } from '../../../lib/model/deferred';
import type { SCRIPT_CODES } from '../../../lib/model/script.codes';
import { SecretValue } from '../../../lib/model/secret';
import type { TEMPLATE_CODES } from '../../../lib/model/template.codes';
import { AKS, TRAINING } from '../extensions';
import { casesOf, issuesThrownBy, type IssueCases } from './issue-case';

const RUN = { known: 'deployment-run' } as const;
const template = casesOf((resource: Readonly<Record<string, TemplateValue>>) =>
  issuesThrownBy(() => renderTemplateValue({ resources: [resource] }, { expressions: { known: "reference('x').y" } })),
);
const deployment = casesOf((options: object) =>
  issuesThrownBy(() =>
    armDeployment(
      {
        resources: [{ properties: { key: SecretValue.of(deferred('sslKey')), location: deferred('location') } }],
        outputs: {},
      },
      options,
    ),
  ),
);
const heldKey = casesOf((text: string) =>
  issuesThrownBy(() => armDeployment({ resources: [{ properties: { key: SecretValue.of(text) } }], outputs: {} }, {})),
);
const vault = { vaultId: 'x', secretName: 'y' };

export const TEMPLATE_CASES = {
  'template/parameter-name': template({ location: deferred('a b') }, { location: deferred('ab') }),
  'template/parameter-twice': template(
    { location: deferred('location'), kind: deferred('Location') },
    { location: deferred('location'), kind: deferred('location') },
  ),
  'template/run-time-value': template(
    { name: deferred('known', RUN) },
    { properties: { name: deferred('known', RUN) } },
  ),
  'template/run-time-unknown': template(
    { properties: { name: deferred('unknown', RUN) } },
    { properties: { name: deferred('known', RUN) } },
  ),
  'template/secret-with-text': heldKey(`Endpoint=SECRET;${deferred('rest')}`, deferred('rest')),
  'template/no-parameter': deployment({ values: { other: 'x' } }, { values: { location: 'x' } }),
  'template/secret-in-parameters': deployment({ values: { sslKey: 'SECRET' } }, { keyVaultSecrets: { sslKey: vault } }),
  'template/api-version': deployment(
    { apiVersions: { 'Microsoft.Relay/namespaces': '2017-04-01' } },
    { apiVersions: {} },
  ),
} satisfies IssueCases<typeof TEMPLATE_CODES>;

const script = casesOf((words: readonly string[]) =>
  issuesThrownBy(() => renderScript({ title: 'title', steps: [{ name: 'step', lines: [az(words)] }] })),
);

export const SCRIPT_CASES = {
  'script/variable-name': script([deferred('1x')], [deferred('x1')]),
  'script/variable-twice': script(
    [deferred('clusterId'), deferred('cluster-id')],
    [deferred('clusterId'), deferred('clusterId')],
  ),
  'script/secret-argument': script([deferred('key', { secret: true })], [deferred('key')]),
  'script/json-text': script([jsonString(deferred('x'))], [deferred('x')]),
  'script/domain-overwritten': casesOf((plain: Readonly<Record<string, string>>) =>
    issuesThrownBy(() => k8sExtensionCreate({ ...TRAINING, extraSettings: { plain } }, AKS)),
  )({ domain: 'ml.contoso.com' }, { ownDomain: 'ml.contoso.com' }),
} satisfies IssueCases<typeof SCRIPT_CODES>;
