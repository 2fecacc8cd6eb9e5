import {
  addTallies,
  Finding,
  findingKey,
  subjectKey,
  SubjectRef,
  tallyFindings,
} from 'security-posture-engine';
import { MappedEntity } from '../../resolve/mapEntity';
import { encodeOutcomes } from '../outcomes';
import { PartChange, SubjectChange } from '../SweepStore';

/** The cluster that store tests sweep. */
export const CLUSTER = 'prod-eu';

/** The profile of the parts of store tests. */
export const PROFILE = 'workload@1';

/** A Deployment in the namespace `shop`. */
export function aSubject(name: string): SubjectRef {
  return {
    type: 'workload',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name,
  };
}

/** The key of that Deployment in the cluster of the tests. */
export function keyOf(name: string): string {
  return subjectKey(CLUSTER, aSubject(name));
}

/** The key of a finding on that Deployment. */
export function findingKeyOf(control: string, name: string): string {
  return findingKey(CLUSTER, control, aSubject(name));
}

/** A finding without its subject. */
export type SampleFinding = Partial<Finding> &
  Pick<Finding, 'control' | 'outcome'>;

/** A fail with one violation, whose evidence is `actual`. */
export function aFail(
  control: string,
  rest: Partial<Finding> & { readonly actual?: string } = {},
): SampleFinding {
  const { actual = 'true', ...finding } = rest;
  return {
    control,
    outcome: 'fail',
    severity: 'high',
    violations: [{ path: `spec.${control}`, message: 'is set', actual }],
    ...finding,
  };
}

export function aPass(control: string): SampleFinding {
  return { control, outcome: 'pass' };
}

export function notJudged(
  control: string,
  reason: Finding['reason'] = 'forbidden',
): SampleFinding {
  return { control, outcome: 'notEvaluated', reason };
}

/** A Deployment as a sweep saves it. */
export function aChange(
  name: string,
  findings: readonly SampleFinding[],
  rest: Partial<SubjectChange> = {},
): SubjectChange {
  const subject = aSubject(name);
  const complete = findings.map<Finding>(finding => ({
    subject,
    severity: 'medium',
    violations: [],
    ...finding,
  }));
  return {
    key: keyOf(name),
    subject,
    uid: `uid-${name}`,
    labels: JSON.stringify({ own: { app: name }, pod: {} }),
    facts: JSON.stringify({ images: [`registry.example/${name}:1`] }),
    outcomesHash: `${name} ${encodeOutcomes(complete)}`.slice(0, 32),
    judgedFor: 'nobody',
    findings: complete,
    inGap: new Set(),
    proven: new Map(),
    ...rest,
  };
}

/** What these subjects add to an entity's posture. */
export function aPart(
  entityRef: string,
  changes: readonly SubjectChange[],
): PartChange {
  return {
    scopeType: 'entity',
    scopeRef: entityRef,
    profile: PROFILE,
    subjects: changes.length,
    tallies: addTallies(changes.map(({ findings }) => tallyFindings(findings))),
  };
}

/** An entity with the ids of its subjects, in whichever clusters. */
export interface JoinedEntity extends MappedEntity {
  readonly subjectIds: readonly number[];
}

/** An entity as resolving joins it to these subjects. */
export function aLink(
  name: string,
  subjectIds: readonly number[],
  tags: readonly string[] = [],
): JoinedEntity {
  return {
    entity: {
      entityRef: `component:default/${name}`,
      kind: 'component',
      namespace: 'default',
      name,
      tags,
      annotations: {},
      dependsOn: [],
      scopes: [],
    },
    mapping: { annotated: false },
    subjectIds,
  };
}
