import {
  isAnnotationGroup,
  type AnyAnnotationTable,
  type ControllerAnnotations,
} from '../../model/ingress/annotation-table';
import type { AnnotationValueKind } from '../../model/ingress/annotation-value';
import {
  CERT_MANAGER_ANNOTATIONS,
  CLASS_ANNOTATION,
  GATEWAY_ANNOTATIONS,
  NGINX_ANNOTATIONS,
} from '../../model/ingress/controller-annotations';
import type { ResolvedScoringIngress } from '../../model/ingress/scoring-ingress';
import type { CertManagerIssuer } from '../../model/tls/cert-manager-issuer';

type Annotations = Readonly<Record<string, string>>;

const GATEWAY_CERTIFICATE = `${GATEWAY_ANNOTATIONS.prefix}appgw-ssl-certificate`;

/**
 * The annotations of an ingress: those that its properties become, then those that the user wrote.
 * @param ingress - a checked ingress
 */
export function ingressAnnotations(ingress: ResolvedScoringIngress): Annotations {
  const { ingressClass, certificate, annotations } = ingress;
  return {
    ...(ingressClass.form === 'annotation' ? { [CLASS_ANNOTATION]: ingressClass.value } : {}),
    ...(certificate?.kind === 'secret' && certificate.issuer !== undefined
      ? issuerAnnotations(certificate.issuer)
      : {}),
    ...(certificate?.kind === 'gateway' ? { [GATEWAY_CERTIFICATE]: certificate.name } : {}),
    ...optionAnnotations(ingress),
    ...annotations,
  };
}

function issuerAnnotations(issuer: CertManagerIssuer): Annotations {
  const names = CERT_MANAGER_ANNOTATIONS;
  if (issuer.group !== undefined) {
    return {
      [names.issuer]: issuer.name,
      [names.issuerKind]: issuer.kind,
      [names.issuerGroup]: issuer.group,
    };
  }
  return { [issuer.kind === 'Issuer' ? names.issuer : names.clusterIssuer]: issuer.name };
}

function optionAnnotations(ingress: ResolvedScoringIngress): Annotations {
  switch (ingress.controller) {
    case 'nginx':
      return controllerAnnotations(NGINX_ANNOTATIONS, ingress.options);
    case 'applicationGateway':
      return controllerAnnotations(GATEWAY_ANNOTATIONS, ingress.options);
    case 'other':
      return {};
  }
}

function controllerAnnotations({ prefix, options: table }: ControllerAnnotations, options: object): Annotations {
  const written = Object.entries(options).flatMap(([name, value]) => writeOption(table, name, value));
  return Object.fromEntries(written.map(([name, text]) => [prefix + name, text]));
}

function writeOption(table: AnyAnnotationTable, name: string, value: unknown): [string, string][] {
  const row = table[name];
  if (row === undefined || value === undefined) return [];
  if (!isAnnotationGroup(row)) return [[row.annotation, writeValue(row.value, value)]];
  const inner = Object.entries(value as object).flatMap(([key, one]) => writeOption(row.options, key, one));
  return row.switch === undefined ? inner : [[row.switch, 'true'], ...inner];
}

/** A checked value as the controller reads it. */
function writeValue(kind: AnnotationValueKind, value: unknown): string {
  switch (kind.kind) {
    case 'onOff':
      return value === true ? 'on' : 'off';
    case 'choices':
    case 'texts':
      return (value as readonly string[]).join(kind.separator);
    case 'boolean':
    case 'number':
    case 'size':
    case 'choice':
    case 'text':
      return String(value);
  }
}
