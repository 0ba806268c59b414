import { closestName } from '../closest-name';
import { isDeferred } from '../deferred';
import { issue, type Issue, type Path } from '../issues';
import { annotationOwners, type ControllerAnnotations } from './annotation-table';
import { isHttp, misreadRawValue, type RawValueKind } from './annotation-value';
import {
  CERT_MANAGER_ANNOTATIONS,
  CLASS_ANNOTATION,
  GATEWAY_ANNOTATIONS,
  NGINX_ANNOTATIONS,
} from './controller-annotations';
import type { ScoringIngressSpec } from './scoring-ingress';

const CONTROLLERS = {
  nginx: NGINX_ANNOTATIONS,
  applicationGateway: GATEWAY_ANNOTATIONS,
  other: undefined,
} satisfies Readonly<Record<ScoringIngressSpec['controller'], ControllerAnnotations | undefined>>;

const PREFIXES = [NGINX_ANNOTATIONS.prefix, GATEWAY_ANNOTATIONS.prefix];

const OWNERS = new Map(
  [NGINX_ANNOTATIONS, GATEWAY_ANNOTATIONS].map((controller: ControllerAnnotations) => [
    controller.prefix,
    annotationOwners(controller),
  ]),
);

/** The annotations that properties of every ingress write. */
const OWNED_BY_ALL: ReadonlyMap<string, string> = new Map(
  Object.values(CERT_MANAGER_ANNOTATIONS).map((name) => [name, 'https.certManager.issuer']),
);

/**
 * What is wrong or unwise with the annotations that the user writes by hand.
 * @param spec - an ingress whose shape is right
 */
export function rawAnnotationIssues(spec: ScoringIngressSpec): Issue[] {
  const { controller, annotations = {} } = spec;
  const classOwner = controller === 'applicationGateway' ? 'classSelection' : 'ingressClassName';
  return Object.entries(annotations).flatMap(([name, value]) => {
    const path = ['annotations', name];
    const owner = name === CLASS_ANNOTATION ? classOwner : OWNED_BY_ALL.get(name);
    if (owner !== undefined) return [ownedIssue(owner, path)];
    const known = CONTROLLERS[controller];
    if (known === undefined) return [];
    if (name.startsWith(known.prefix)) return controllerAnnotationIssues(known, name, value, path);
    const isForeign = PREFIXES.some((prefix) => name.startsWith(prefix));
    return isForeign ? [issue('ingress/annotation-of-another-controller', path)] : [];
  });
}

function controllerAnnotationIssues(known: ControllerAnnotations, name: string, value: string, path: Path): Issue[] {
  const short = name.slice(known.prefix.length);
  const owner = OWNERS.get(known.prefix)?.get(short);
  if (owner !== undefined) return [ownedIssue(owner, path)];
  const kind = Object.hasOwn(known.others, short) ? known.others[short] : undefined;
  if (kind === undefined) return [unknownIssue(known, short, path)];
  return [...valueIssues(kind, value, path), ...(kind.kind === 'snippet' ? [issue('ingress/snippet', path)] : [])];
}

function valueIssues(kind: RawValueKind, received: string, path: Path): Issue[] {
  if (isDeferred(received)) return [];
  const expected = misreadRawValue(kind, received);
  if (expected !== undefined) return [issue('ingress/annotation-value', path, { received, expected })];
  const isOtherProtocol = kind.kind === 'protocol' && !isHttp(received);
  return isOtherProtocol ? [issue('ingress/backend-protocol', path, { received, expected: '"HTTP"' })] : [];
}

function ownedIssue(owner: string, path: Path): Issue {
  return issue('ingress/annotation-owned', path, { fix: `set ${owner} instead` });
}

function unknownIssue(known: ControllerAnnotations, short: string, path: Path): Issue {
  const owners = OWNERS.get(known.prefix);
  const closest = closestName(short, [...(owners?.keys() ?? []), ...Object.keys(known.others)]);
  if (closest === undefined) return issue('ingress/annotation-unknown', path);
  const owner = owners?.get(closest);
  const fix = owner === undefined ? `did you mean ${JSON.stringify(known.prefix + closest)}?` : `set ${owner} instead`;
  return issue('ingress/annotation-unknown', path, { fix });
}
