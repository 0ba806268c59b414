import * as fc from 'fast-check';
import { call, property } from '../../../lib/arm/template/expression';
import { renderTemplateValue } from '../../../lib/arm/template/render-template';
import { base64, deferred, jsonString, lowerCase, resourceIdSegment } from '../../../lib/model/deferred';
import { evaluateTemplate, parameters } from '../../support/arm-evaluator';
import { buildText, plainTexts, type TextTerm } from '../../support/deferred-arbitraries';
import { errorMessage } from '../../support/error-message';

const NAMES = ['location', 'clusterId', 'sslKey', 'a1'] as const;
const values = fc.record(Object.fromEntries(NAMES.map((name) => [name, plainTexts])));
const terms = fc.letrec<{ term: TextTerm }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    plainTexts.map((text): TextTerm => ({ kind: 'literal', text })),
    fc.constantFrom(...NAMES).map((name): TextTerm => ({ kind: 'value', name })),
    fc.array(tie('term'), { maxLength: 4 }).map((inner): TextTerm => ({ kind: 'join', terms: inner })),
    fc
      .tuple(fc.constantFrom(lowerCase, base64, jsonString), tie('term'))
      .map(([apply, operand]): TextTerm => ({ kind: 'call', apply, operand })),
  ),
})).term;

describe('a value of a template', () => {
  test('evaluates with the parameters to what it is when they are known before', () => {
    fc.assert(
      fc.property(terms, values, (term, known) => {
        const { value } = renderTemplateValue({ properties: { text: buildText(term, (name) => deferred(name)) } });

        expect(evaluateTemplate(value, parameters(known))).toStrictEqual({
          properties: { text: buildText(term, (name) => known[name] ?? '') },
        });
      }),
    );
  });

  test('takes segments of ids, escapes quotes, and tells literal brackets from expressions', () => {
    const id = '/subscriptions/s/resourceGroups/rg/providers/P.P/t/it';
    const { value, parameters: definitions } = renderTemplateValue({
      name: `${resourceIdSegment(deferred('clusterId'), 7)}-it's`,
      literal: ['[x]', '[x', 'x]', '[[x]'],
      kept: [1, true, null],
      left: undefined,
      of: property(call('reference', call('resourceId', 'T/t', 'n'), '2025-01-01', 'Full'), 'a', 'b-c').function,
    });

    expect(value).toStrictEqual({
      name: "[concat(split(parameters('clusterId'), '/')[8], '-it''s')]",
      literal: ['[[x]', '[x', 'x]', '[[[x]'],
      kept: [1, true, null],
      of: 'reference',
    });
    expect(definitions).toStrictEqual({ clusterId: { type: 'string' } });
    expect(evaluateTemplate(value, parameters({ clusterId: id }))).toMatchObject({
      name: "it-it's",
      literal: ['[x]', '[x', 'x]', '[[x]'],
    });
  });

  test('writes calls with their arguments and properties', () => {
    const expression = property(call('f', 'it', 1, true, call('g')), 'outputs', 'b-c');

    expect(renderTemplateValue({ properties: expression }).value).toStrictEqual({
      properties: "[f('it', 1, true(), g()).outputs['b-c']]",
    });
  });

  test('declares parameters in the order of their names, secret ones as secure, with descriptions', () => {
    const { parameters: definitions } = renderTemplateValue(
      { properties: [deferred('sslKey', { secret: true }), call('f', deferred('location')), deferred('given')] },
      { expressions: { given: 'resourceGroup().location' }, descriptions: { location: 'where the cluster is' } },
    );

    expect(definitions).toStrictEqual({
      location: { type: 'string', metadata: { description: 'where the cluster is' } },
      sslKey: { type: 'secureString' },
    });
  });

  test('takes an expression in place of a parameter', () => {
    const location = `${deferred('location')}.x`;

    expect(renderTemplateValue({ location }, { expressions: { location: 'resourceGroup().location' } })).toStrictEqual({
      value: { location: "[concat(resourceGroup().location, '.x')]" },
      parameters: {},
    });
  });

  test('fails with every value that cannot be a parameter or is known too late', () => {
    const late = deferred('principalId', { known: 'deployment-run' });
    const resources = [
      { name: deferred('a b'), properties: { template: { resources: [{ name: deferred('late') }] }, late } },
      {
        scope: call('f', deferred('Location')),
        location: deferred('location'),
        name: call('g', call('reference', 'x')),
      },
    ];

    expect(errorMessage(() => renderTemplateValue({ resources }, { expressions: { late: "reference('x').y" } })))
      .toBe(`ARM template has 5 errors:
  - resources[0].name: the name of the deferred value cannot name a parameter of a template (received "a b"); use a letter and then letters, digits and underscores, or give an expression for the value [template/parameter-name]
  - resources[0].properties.late: nobody says where the value comes from that is known only while the deployment runs (received "principalId"); give an expression for it [template/run-time-unknown]
  - resources[1].location: two parameters of the template have names that differ only in letter case, or in being secret (received "location", expected Location); name the deferred values differently [template/parameter-twice]
  - resources[0].properties.template.resources[0].name: a value that is known only while the deployment runs stands where the template needs it before (received "late"); give the value as a parameter, or as text [template/run-time-value]
  - resources[1].name: a value that is known only while the deployment runs stands where the template needs it before (received "reference"); give the value as a parameter, or as text [template/run-time-value]`);
  });

  test('takes late values in properties and outputs', () => {
    const late = deferred('principalId', { known: 'deployment-run' });
    const expressions = { principalId: "reference('x').principalId" };

    expect(
      renderTemplateValue({ resources: [{ properties: { late } }], outputs: { id: { value: late } } }, { expressions }),
    ).toStrictEqual({
      value: {
        resources: [{ properties: { late: "[reference('x').principalId]" } }],
        outputs: { id: { value: "[reference('x').principalId]" } },
      },
      parameters: {},
    });
  });
});
