import * as fc from 'fast-check';
import {
  deferred,
  resolveComputeNamespace,
  resolveDevicePlugin,
  resolveInstanceType,
  substituteDeferredIn,
} from 'azureml-kubernetes';
import { renderComputeNamespace, renderDevicePlugin, renderInstanceType } from 'azureml-kubernetes/manifests';
import { inClusterDescriptions, replaceTexts } from '../support/parity/descriptions';
import { lateTexts } from '../support/parity/late-texts';

const KINDS = ['ComputeNamespace', 'DevicePlugin', 'InstanceType'] as const;

const RENDER: Readonly<Record<(typeof KINDS)[number], (spec: never) => unknown>> = {
  ComputeNamespace: (spec) => renderComputeNamespace(resolveComputeNamespace(spec)),
  DevicePlugin: (spec) => renderDevicePlugin(resolveDevicePlugin(spec)),
  InstanceType: (spec) => renderInstanceType(resolveInstanceType(spec)),
};

describe('manifests of random descriptions whose values are known late', () => {
  test.each(KINDS)('are the same when the values of %s are put in before or afterwards', (kind) => {
    const render = (spec: unknown): unknown => RENDER[kind](spec as never);
    const specs = inClusterDescriptions.filter((one) => one.kind === kind).map(({ spec }) => spec);
    let replaced = 0;
    fc.assert(
      fc.property(specs, fc.infiniteStream(fc.boolean()), (spec, late) => {
        const places = lateTexts(spec, render, () => late.next().value === true);
        const texts = new Map<string, string>();
        const open = replaceTexts(spec, (text, path) => {
          const place = JSON.stringify(path);
          if (!places.includes(place)) return text;
          texts.set(place, String(text));
          return deferred(place);
        });
        replaced += texts.size;

        expect(substituteDeferredIn(render(open), ({ name }) => texts.get(name))).toStrictEqual(render(spec));
      }),
      { numRuns: 200 },
    );
    expect(replaced).toBeGreaterThan(50);
  });
});
