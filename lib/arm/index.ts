// Templates.
export { call, property, type ArmArgument, type ArmExpression } from './template/expression';
export {
  renderTemplateValue,
  type JsonValue,
  type ParameterDefinition,
  type RenderedValue,
  type TemplateValue,
  type TemplateValues,
} from './template/render-template';
