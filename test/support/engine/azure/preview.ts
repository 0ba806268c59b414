import { UNKNOWN } from '../../pulumi/wire-values';
import type { Properties } from '../provider/wire';
import type { ResourceType, Shape } from './resource-types';

/**
 * What azure-native says about the outputs before it has asked Azure: the inputs as far as they are outputs too, and
 * everything else is unknown, also inside an output whose inputs say a part.
 * Source: provider/pkg/convert/previewOutputs.go of pulumi-azure-native.
 */
export function previewOutputs(inputs: Properties, { settable, readOnly }: ResourceType): Properties {
  return previewOfAll(inputs, { ...settable, ...readOnly });
}

function previewOfAll(inputs: Properties, outputs: Exclude<Shape, 'value'>): Properties {
  const entries = Object.entries(outputs).map(([name, shape]) => [name, previewOf(inputs[name], shape)]);
  return Object.fromEntries(entries) as Properties;
}

function previewOf(input: unknown, shape: Shape): unknown {
  if (input === undefined || input === null) return UNKNOWN;
  if (shape === 'value' || typeof input !== 'object') return input;
  return previewOfAll(input as Properties, shape);
}
