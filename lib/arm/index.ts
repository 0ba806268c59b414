// The extension.
export { extensionTemplate, type ExtensionTemplateSpec } from './extension/extension-template';

// Attachments.
export { attachTemplate, type AttachTemplateCompute, type AttachTemplateSpec } from './compute/attach-template';

// Templates.
export type {
  ArmDeployment,
  ArmParameters,
  ArmTemplate,
  KeyVaultSecret,
  ParameterValue,
  TemplateOptions,
} from './template/arm-template';
export { call, property, type ArmArgument, type ArmExpression } from './template/expression';
export {
  renderTemplateValue,
  type JsonValue,
  type ParameterDefinition,
  type RenderedValue,
  type TemplateValue,
  type TemplateValues,
} from './template/render-template';
