/** An issuer of cert-manager itself. */
export interface OwnIssuer {
  /** An `Issuer` has to be in the namespace azureml. */
  readonly kind: 'Issuer' | 'ClusterIssuer';
  readonly name: string;
  /** @default - cert-manager.io */
  readonly group?: never;
}

/** An issuer that another project brings for cert-manager. */
export interface ExternalIssuer {
  readonly kind: string;
  readonly name: string;
  /** The API group of its kind. */
  readonly group: string;
}

/**
 * Who signs certificates for cert-manager.
 * @see https://cert-manager.io/docs/configuration/issuers/
 */
export type CertManagerIssuer = OwnIssuer | ExternalIssuer;

/** The API group of cert-manager's own issuers. */
export const CERT_MANAGER_GROUP = 'cert-manager.io';
