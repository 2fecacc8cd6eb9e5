import { PodSecurityLevel } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import { stringMapAt } from '../../read/typedReads';

/** The label by which a namespace enforces a Pod Security Standard. */
export const ENFORCE_LABEL = 'pod-security.kubernetes.io/enforce';

/** A level that a namespace can enforce; `privileged` refuses nothing. */
export type EnforceableLevel = PodSecurityLevel | 'privileged';

/** What the label of a namespace says. */
export interface LabelledLevel {
  readonly level: EnforceableLevel;
  readonly isSet: boolean;
  /** True where the value is no level, which Admission takes for the strictest. */
  readonly isUnparsable: boolean;
}

const LEVELS: readonly EnforceableLevel[] = [
  'privileged',
  'baseline',
  'restricted',
];

/** The level that a namespace's label asks for, as Pod Security Admission reads it. Throws MalformedInput where labels have the wrong type. */
export function labelledLevel({ metadata }: KubernetesObject): LabelledLevel {
  const value = stringMapAt(metadata, 'labels', 'metadata')[ENFORCE_LABEL];
  if (value === undefined || value === null)
    return { level: 'privileged', isSet: false, isUnparsable: false };
  const level = LEVELS.find(one => one === value);
  return {
    level: level ?? 'restricted',
    isSet: true,
    isUnparsable: level === undefined,
  };
}
