import { annotationMap, annotationsSizeIssues } from '../annotations';
import {
  flag,
  listOf,
  literal,
  mapOf,
  object,
  oneOf,
  optional,
  required,
  text,
  type Check,
  type FieldTable,
} from '../fields';
import { errorsOf, issue, type Issue } from '../issues';
import { dnsSubdomain, labelKey, labelValue, namespaceName, plainText } from '../names';
import { parseBytes, positiveByteQuantity } from '../quantity';
import { JOB_VOLUME_CONTRACT, type JobDataVolumeSpec } from './job-data-volume';
import { mountPathIssues } from './mount-path.rules';
import { ownedKeyIssues, refused } from './owned-keys';
import { volumeHandleOf } from './resolved-source';
import { blobVolumeHandle, filesVolumeHandle } from './storage-formats';
import { accessModeIssues, mountOptionIssues, readOnlyIssues, reclaimIssues } from './volume-access.rules';
import { volumeNameOf } from './volume-defaults';
import { volumeAttributeIssues } from './volume-attributes.rules';
import { volumeSourceShape } from './volume-source.rules';
import { ACCESS_MODES, type VolumeSource } from './volume-source';

/** What a rule relies on; `form` is the kind and protocol of the source. */
type Property = keyof JobDataVolumeSpec | 'form';

const AMOUNT = literal(positiveByteQuantity);
const MODES = listOf(oneOf(ACCESS_MODES));
const OPTIONS: Check = (value, path) =>
  Array.isArray(value) && value.length === 0 ? [] : listOf(text(plainText))(value, path);

const STATIC: FieldTable<JobDataVolumeSpec> = {
  name: required(literal(dnsSubdomain)),
  namespace: optional(text(namespaceName)),
  mountPath: required(mountPathIssues),
  labels: optional(mapOf(labelKey, text(labelValue))),
  annotations: optional(annotationMap()),
  source: required(volumeSourceShape),
  capacity: required(AMOUNT),
  request: optional(AMOUNT),
  volumeName: optional(text(dnsSubdomain)),
  accessModes: optional(MODES),
  readOnly: optional(flag()),
  mountOptions: optional(OPTIONS),
  reclaimPolicy: optional(oneOf(['Retain', 'Delete'])),
};

const STATIC_SHAPE = object(STATIC);

const SHAPES: Readonly<Record<VolumeSource['kind'], Check>> = {
  nfs: STATIC_SHAPE,
  azureFiles: STATIC_SHAPE,
  azureBlob: STATIC_SHAPE,
  azureDisk: STATIC_SHAPE,
  csi: object<JobDataVolumeSpec>({
    ...STATIC,
    accessModes: required(MODES),
    readOnly: optional(
      refused('only the driver knows how to mount read-only: give its mount option, and ReadOnlyMany in accessModes'),
    ),
  }),
  hostPath: object<JobDataVolumeSpec>({
    ...STATIC,
    readOnly: optional(refused('Kubernetes cannot mount a hostPath volume read-only by itself')),
    mountOptions: optional(refused('Kubernetes refuses mount options of hostPath volumes')),
  }),
  storageClass: object<JobDataVolumeSpec>({
    ...STATIC,
    accessModes: required(MODES),
    request: optional(refused('the claim on a storage class requests its capacity')),
    volumeName: optional(refused('a storage class names the volumes that it provisions')),
    readOnly: optional(refused('a volume that is provisioned empty is of no use when it cannot be written')),
    mountOptions: optional(refused('mount options are a matter of the storage class')),
    reclaimPolicy: optional(
      refused('the reclaim policy is a matter of the storage class: say in source.reclaimPolicy what it is'),
    ),
  }),
};

/** A rule, and the properties whose shape it relies on. */
interface VolumeRule {
  readonly reliesOn: readonly Property[];
  readonly issues: (spec: JobDataVolumeSpec) => Issue[];
}

const RULES: readonly VolumeRule[] = [
  { reliesOn: ['labels'], issues: ownedLabelIssues },
  { reliesOn: ['annotations'], issues: ownedAnnotationIssues },
  { reliesOn: ['annotations', 'mountPath'], issues: allAnnotationsIssues },
  { reliesOn: ['source'], issues: ({ source }) => volumeAttributeIssues(source) },
  { reliesOn: ['capacity', 'request'], issues: capacityIssues },
  { reliesOn: ['source', 'name', 'namespace', 'volumeName'], issues: derivedNameIssues },
  { reliesOn: ['form', 'accessModes', 'readOnly'], issues: accessModeIssues },
  { reliesOn: ['form', 'accessModes', 'readOnly', 'mountOptions'], issues: readOnlyIssues },
  { reliesOn: ['form', 'mountOptions'], issues: mountOptionIssues },
  { reliesOn: ['form', 'reclaimPolicy'], issues: reclaimIssues },
];

/**
 * Everything that is wrong or unwise with a job data volume by itself.
 * @param spec - the volume as given
 */
export function jobDataVolumeIssues(spec: JobDataVolumeSpec): Issue[] {
  const issues = SHAPES[kindOf(spec)](spec, []);
  const wrong = wrongProperties(issues);
  if (wrong.includes('')) return issues;
  for (const rule of RULES) {
    const relies = wrong.length > 0 && rule.reliesOn.some((property) => wrong.includes(property));
    const found = relies ? [] : rule.issues(spec);
    if (found.length > 0) issues.push(...found);
  }
  return issues;
}

/** The properties whose shape is wrong; empty text stands for the description as a whole. */
function wrongProperties(shape: readonly Issue[]): readonly string[] {
  if (shape.length === 0) return [];
  return errorsOf(shape).flatMap(({ path: [property = '', part = 'kind'] }) =>
    property === 'source' && (part === 'kind' || part === 'protocol') ? ['source', 'form'] : [String(property)],
  );
}

/** The kind of the source, or one with the same rules when it is not known. */
function kindOf(spec: unknown): VolumeSource['kind'] {
  const source = typeof spec === 'object' && spec !== null ? (Reflect.get(spec, 'source') as unknown) : undefined;
  const kind = typeof source === 'object' && source !== null ? (Reflect.get(source, 'kind') as unknown) : undefined;
  return typeof kind === 'string' && Object.hasOwn(SHAPES, kind) ? (kind as VolumeSource['kind']) : 'nfs';
}

function ownedLabelIssues({ labels }: JobDataVolumeSpec): Issue[] {
  if (labels === undefined) return [];
  const expected = 'nothing: every job data volume has it';
  return ownedKeyIssues(labels, (key) => (key === JOB_VOLUME_CONTRACT.label ? expected : undefined), ['labels']);
}

function ownedAnnotationIssues({ annotations }: JobDataVolumeSpec): Issue[] {
  if (annotations === undefined) return [];
  const { mountPathAnnotation } = JOB_VOLUME_CONTRACT;
  const expected = 'the property mountPath';
  return ownedKeyIssues(annotations, (key) => (key === mountPathAnnotation ? expected : undefined), ['annotations']);
}

/** The claim has the mount path among its annotations. */
function allAnnotationsIssues({ annotations, mountPath }: JobDataVolumeSpec): Issue[] {
  const path = [annotations === undefined ? 'mountPath' : 'annotations'];
  return annotationsSizeIssues({ ...annotations, [JOB_VOLUME_CONTRACT.mountPathAnnotation]: mountPath }, path);
}

function capacityIssues({ capacity, request }: JobDataVolumeSpec): Issue[] {
  if (request === undefined || parseBytes(request) <= parseBytes(capacity)) return [];
  return [
    issue('storage/capacity-below-request', ['capacity'], { received: capacity, expected: `at least ${request}` }),
  ];
}

/** Names that are made of others can become too long. */
function derivedNameIssues(spec: JobDataVolumeSpec): Issue[] {
  const { source } = spec;
  if (source.kind === 'storageClass') return [];
  const volumeName = volumeNameOf(spec);
  const nameIssues = spec.volumeName === undefined ? dnsSubdomain.issues(volumeName, ['volumeName']) : [];
  if (source.kind !== 'azureFiles' && source.kind !== 'azureBlob') return nameIssues;
  const format = source.kind === 'azureFiles' ? filesVolumeHandle : blobVolumeHandle;
  return [...nameIssues, ...format.issues(volumeHandleOf(source, volumeName), ['source', 'volumeHandle'])];
}
