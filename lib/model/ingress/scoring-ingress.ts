import type { EXTENSION_NAMESPACE } from '../extension/extension-name';
import type { Issue } from '../issues';
import type { DnsSubdomain, HostName } from '../names';
import type { Phase } from '../phase';
import type { CertManagerIssuer } from '../tls/cert-manager-issuer';
import type { ApplicationGatewayOptions } from './gateway-options';
import type { NginxOptions } from './nginx-options';

/** One host name, or several; a first label `*` stands for any one label. */
export type ScoringHosts =
  | {
      /** The host name that the ingress answers for, in lower case. */
      readonly host: string;
      /** @default - the one host */
      readonly hosts?: never;
    }
  | {
      /** @default - several hosts */
      readonly host?: never;
      /** The host names that the ingress answers for, in lower case. */
      readonly hosts: readonly string[];
    };

/** Any host name. */
export interface AnyHost {
  /** @default - any host */
  readonly host?: never;
  /** @default - any host */
  readonly hosts?: never;
}

/** Plain HTTP: scoring requests and keys travel in clear. `{}` answers for any host. */
export type ScoringHttp = ScoringHosts | AnyHost;

/** The certificate is in a Secret of type `kubernetes.io/tls` in the namespace azureml. */
export interface SecretCertificate<SecretName = string> {
  /** The Secret's name; with cert-manager, the one that it is going to write. */
  readonly secretName: SecretName;
  /**
   * Who issues the certificate: cert-manager sees the ingress and writes the Secret.
   * @see https://cert-manager.io/docs/usage/ingress/
   * @default - the Secret is made by other means, for example an IngressTlsSecret
   */
  readonly certManager?: { readonly issuer: CertManagerIssuer };
  /** @default - the Secret */
  readonly gatewayCertificate?: never;
}

/** The certificate is one that Application Gateway holds itself, for example from a key vault. */
export interface GatewayCertificate {
  /** The name of the certificate in the gateway. */
  readonly gatewayCertificate: string;
  /** @default - the certificate of the gateway */
  readonly secretName?: never;
  /** @default - the certificate of the gateway */
  readonly certManager?: never;
}

/** HTTPS with a certificate in a Secret. */
export type ScoringHttps<SecretName = string> = ScoringHosts & SecretCertificate<SecretName>;

/** HTTPS with a certificate that Application Gateway holds. */
export type GatewayScoringHttps = ScoringHttp & GatewayCertificate;

/** Exactly one of HTTP and HTTPS; there is no default. */
export type SchemeChoice<Https> =
  | {
      /** Plain HTTP. */
      readonly http: ScoringHttp;
      /** @default - plain HTTP */
      readonly https?: never;
    }
  | {
      /** @default - HTTPS */
      readonly http?: never;
      /** TLS that ends at the controller, which speaks HTTP to azureml-fe. */
      readonly https: Https;
    };

/** What every ingress has. */
export interface ScoringIngressCommon {
  /**
   * The name of the Ingress, in the namespace azureml.
   * @default 'azureml-fe'
   */
  readonly name?: string;
  /**
   * Labels of the Ingress.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations that no property writes. Values that the controller would misread are refused, names that it does not
   * know warned about.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** An ingress of ingress-nginx, also as the AKS application routing add-on brings it. */
export type NginxScoringIngressSpec<SecretName = string> = ScoringIngressCommon &
  NginxOptions &
  SchemeChoice<ScoringHttps<SecretName>> & {
    readonly controller: 'nginx';
    /**
     * The name of the IngressClass; `webapprouting.kubernetes.azure.com` for the application routing add-on.
     * @default 'nginx'
     */
    readonly ingressClassName?: string;
    /**
     * How the ingress-nginx that the extension brings on AKS stays apart from this one: it is not there
     * (`nginxIngress.enabled=false`), or the two have different controller classes, as with
     * `nginxIngress.controller=k8s.io/amlarc-ingress-nginx`.
     * @default - not said, which is warned about
     */
    readonly bundledNginx?: 'absent' | 'ownClass';
  };

/** How the Application Gateway ingress controller is told that an ingress is its own. */
export type GatewayClassSelection =
  | {
      /**
       * By the field `ingressClassName`, which needs an IngressClass in the cluster, as the AKS add-on and the Helm
       * chart install it; or by the annotation `kubernetes.io/ingress.class`, which always works.
       * @default 'ingressClassName'
       */
      readonly classSelection?: 'ingressClassName';
      /**
       * The name of the IngressClass.
       * @default 'azure-application-gateway'
       */
      readonly ingressClassName?: string;
    }
  | {
      readonly classSelection: 'annotation';
      /** @default - the annotation says `azure/application-gateway` */
      readonly ingressClassName?: never;
    };

/** An ingress of the Application Gateway ingress controller. */
export type ApplicationGatewayScoringIngressSpec<SecretName = string> = ScoringIngressCommon &
  ApplicationGatewayOptions &
  GatewayClassSelection &
  SchemeChoice<ScoringHttps<SecretName> | GatewayScoringHttps> & { readonly controller: 'applicationGateway' };

/** An ingress of any other controller; what is special about it goes into `annotations`. */
export type OtherScoringIngressSpec<SecretName = string> = ScoringIngressCommon &
  SchemeChoice<ScoringHttps<SecretName>> & {
    readonly controller: 'other';
    /** The name of the IngressClass. */
    readonly ingressClassName: string;
  };

/**
 * The Ingress that makes azureml-fe, and so every online endpoint of the cluster, reachable through a controller. The
 * extension has to be installed with the settings in {@link SCORING_INGRESS_REQUIREMENTS}.
 * @see https://learn.microsoft.com/azure/machine-learning/reference-kubernetes
 */
export type ScoringIngressSpec<SecretName = string> =
  | NginxScoringIngressSpec<SecretName>
  | ApplicationGatewayScoringIngressSpec<SecretName>
  | OtherScoringIngressSpec<SecretName>;

/** A setting that the extension must have, and why. */
export interface ExtensionRequirement {
  readonly setting: 'inferenceRouterServiceType' | 'allowInsecureConnections';
  readonly value: string | boolean;
  /** Why, in lower case and without a final period. */
  readonly reason: string;
}

/** What an ingress in front of azureml-fe needs of the extension. */
export const SCORING_INGRESS_REQUIREMENTS = [
  {
    setting: 'inferenceRouterServiceType',
    value: 'ClusterIP',
    reason: 'the ingress is the way in, so azureml-fe needs no address of its own',
  },
  {
    setting: 'allowInsecureConnections',
    value: true,
    reason: 'TLS ends at the ingress controller, which speaks HTTP to port 80 of azureml-fe',
  },
] as const satisfies readonly ExtensionRequirement[];

/** An ingress comes after the extension, which brings the namespace azureml and the Service azureml-fe. */
export const SCORING_INGRESS_PHASE = 'after-extension' satisfies Phase;

/** How a checked ingress is bound to its controller: by the field, or by the older annotation. */
export type ResolvedIngressClass =
  { readonly form: 'field'; readonly name: DnsSubdomain } | { readonly form: 'annotation'; readonly value: string };

/** Where the certificate of a checked ingress is. */
export type ResolvedCertificate =
  | {
      readonly kind: 'secret';
      readonly secretName: DnsSubdomain;
      readonly issuer?: CertManagerIssuer;
    }
  | { readonly kind: 'gateway'; readonly name: string };

/** The options of a checked ingress, by its controller. */
export type ResolvedIngressOptions =
  | { readonly controller: 'nginx'; readonly options: NginxOptions }
  | { readonly controller: 'applicationGateway'; readonly options: ApplicationGatewayOptions }
  | { readonly controller: 'other'; readonly options: object };

/** A checked ingress with every default filled in. */
export type ResolvedScoringIngress = ResolvedIngressOptions & {
  readonly name: DnsSubdomain;
  readonly namespace: typeof EXTENSION_NAMESPACE;
  readonly ingressClass: ResolvedIngressClass;
  /** The hosts that it answers for; none means any. */
  readonly hosts: readonly HostName[];
  /** The certificate with HTTPS; without one the ingress speaks HTTP. */
  readonly certificate?: ResolvedCertificate;
  readonly labels: Readonly<Record<string, string>>;
  /** The annotations that no property writes. */
  readonly annotations: Readonly<Record<string, string>>;
  /** What the extension has to be installed with. */
  readonly requirements: readonly ExtensionRequirement[];
  readonly phase: Phase;
  readonly warnings: readonly Issue[];
};
