import { object, oneOf, optional, required, text, type Check, type FieldTable } from '../fields';
import { dnsSubdomain, plainText } from '../names';
import type { ExternalIssuer, OwnIssuer } from './cert-manager-issuer';

const OWN = {
  kind: required(oneOf(['Issuer', 'ClusterIssuer'])),
  name: required(text(dnsSubdomain)),
  group: optional(text(dnsSubdomain)),
} satisfies FieldTable<OwnIssuer>;

const EXTERNAL = { ...OWN, kind: required(text(plainText)) } satisfies FieldTable<ExternalIssuer>;

/** An issuer; with a group its kind is that of another project. */
export function certManagerIssuer(): Check {
  return (value, path) => {
    const isExternal = typeof value === 'object' && value !== null && 'group' in value && value.group !== undefined;
    return object<OwnIssuer | ExternalIssuer>(isExternal ? EXTERNAL : OWN)(value, path);
  };
}
