import { KubernetesObject } from '../../model/kubernetesObject';
import { InfraAssessment } from '../../read/infraAssessment';
import { isJsonObject } from '../../read/typedReads';
import { compareVersions, parseVersion, Version } from '../../read/version';
import { isControlPlaneNode } from '../controlPlane/controlPlaneNodes';
import { placeOf } from './infraAssessments';
import { ToolVerdict } from './toolVerdict';

/** From this version on the operator is known to run every check. */
const RUNS_EVERY_CHECK: Version = { numbers: [0, 18, 0] };

/** Which checks run on which pods, by the beginning of their names. All after the last of them run on nodes. */
const CHECKS_OF_PODS = [
  { last: 32, pod: 'kube-apiserver-' },
  { last: 39, pod: 'kube-controller-manager-' },
  { last: 41, pod: 'kube-scheduler-' },
  { last: 47, pod: 'etcd-' },
];
/** The checks on the files of a control plane; those after it run on every node. */
const LAST_OF_CONTROL_PLANE = 68;

/**
 * What a report says of a check, where the check is one of its subject and the subject (`object`) was read.
 * As it is written; or passed where it is left out of a report that is newer than its subject and of an operator
 * that is known to run every check, for by default reports name failures only.
 */
export function infraVerdict(
  assessment: InfraAssessment,
  kcv: number,
  object: KubernetesObject | undefined,
): ToolVerdict | undefined {
  const { subject, reportedAt, checks } = assessment;
  if (reportedAt === undefined || !object || !isAskedOf(object, kcv))
    return undefined;
  const passed = checks.get(kcv) ?? impliedPass(assessment, object);
  if (passed === undefined) return undefined;
  const node = nodeOf(object);
  return {
    passed,
    ...(node ? { node } : {}),
    place: placeOf(subject),
    reportedAt,
  };
}

function isAskedOf(object: KubernetesObject, kcv: number): boolean {
  const { kind, metadata } = object;
  const pods = CHECKS_OF_PODS.find(({ last }) => kcv <= last);
  if (pods) return kind === 'Pod' && metadata.name.startsWith(pods.pod);
  return (
    kind === 'Node' &&
    (kcv > LAST_OF_CONTROL_PLANE || isControlPlaneNode(object))
  );
}

function impliedPass(
  { reportedAt = 0, operatorVersion = '' }: InfraAssessment,
  { metadata }: KubernetesObject,
): true | undefined {
  const version = parseVersion(operatorVersion);
  const runsEveryCheck =
    version !== undefined && compareVersions(version, RUNS_EVERY_CHECK) >= 0;
  const created = Date.parse(String(metadata.creationTimestamp));
  return runsEveryCheck && created < reportedAt ? true : undefined;
}

function nodeOf({ kind, metadata, spec }: KubernetesObject) {
  if (kind === 'Node') return metadata.name;
  return isJsonObject(spec) && typeof spec.nodeName === 'string'
    ? spec.nodeName
    : undefined;
}
