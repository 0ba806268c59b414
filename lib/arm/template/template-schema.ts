/** The language version that templates are written in. */
export const TEMPLATE_SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

/** The schema of parameters files. */
export const PARAMETERS_SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';

/** The version of the template's own content, which nobody compares. */
export const TEMPLATE_VERSION = '1.0.0.0';
