import type {
  FindingView,
  FixFirstItem,
  ResourceView,
} from 'backstage-plugin-security-posture-common';
import {
  aFinding,
  aFix,
  aPatch,
  aResource,
  minutesAgo,
  patchOf,
} from './sampleParts';

/** The open findings of payments-api. */
export function sampleFindings(): FindingView[] {
  return [
    aFinding(),
    ...sampleWorkers().map((resource, index) =>
      aFinding({
        key: `root-${index + 1}`,
        control: 'run-as-non-root',
        title: 'A container runs as root',
        severity: 'high',
        resource,
        violations: [
          {
            path: 'spec.template.spec.containers[0].securityContext.runAsUser',
            container: 'worker',
            field: 'securityContext.runAsUser',
            message: 'container "worker" runs as user 0',
            actual: 0,
            expected: '1 or more',
          },
        ],
        openedAt: minutesAgo(78 * 24 * 60),
        patch: patchOf(aPatch({ resource })),
      }),
    ),
    aFinding({
      key: 'seccomp-1',
      control: 'seccomp-profile',
      title: 'A seccomp profile is missing',
      severity: 'medium',
      violations: [
        {
          path: 'spec.template.spec.securityContext.seccompProfile.type',
          message: 'no seccomp profile is set',
          expected: 'RuntimeDefault',
        },
      ],
      consequenceOf: 'privileged-container',
    }),
    aFinding({
      key: 'capabilities-1',
      control: 'drop-all-capabilities',
      title: 'A container keeps capabilities that it was not given',
      severity: 'medium',
      violations: [
        {
          path: 'spec.template.spec.containers[0].securityContext.capabilities.drop',
          container: 'api',
          message: 'container "api" does not drop ALL',
          actual: ['NET_RAW'],
          expected: ['ALL'],
        },
      ],
    }),
    aFinding({
      key: 'secret-1',
      control: 'secrets-in-environment',
      title: 'A secret is handed over in an environment variable',
      severity: 'medium',
      resource: aResource({ kind: 'CronJob', name: 'settlement-export' }),
      violations: [
        {
          path: 'spec.jobTemplate.spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef',
          container: 'export',
          message:
            'variable DATABASE_PASSWORD of container "export" comes from a Secret',
          expected: 'a mounted file',
        },
      ],
      patch: undefined,
    }),
    ...['payments-api', 'payments-worker'].map(name =>
      aFinding({
        key: `readonly-${name}`,
        control: 'read-only-root-filesystem',
        title: 'The root file system of a container is writable',
        severity: 'low',
        resource: aResource({ name }),
        frameworks: { nsa: ['P2'] },
        violations: [
          {
            path: 'spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem',
            container: 'api',
            message: 'container "api" may write to its root file system',
            expected: true,
          },
        ],
      }),
    ),
  ];
}

/** A finding that could not be judged. */
export function sampleNotEvaluated(): FindingView {
  return aFinding({
    key: 'signature-1',
    control: 'image-signature',
    title: 'Images are signed',
    severity: 'medium',
    outcome: 'notEvaluated',
    reason: 'noReport',
    reasonText: 'no report of another tool was found',
    violations: [],
    patch: undefined,
  });
}

/** Findings of severity info: three of one control, two of another. */
export function sampleNotes(): FindingView[] {
  return [
    ...sampleWorkers().map((resource, index) =>
      aNote(
        `uid-${index + 1}`,
        'high-uid',
        'A container runs as a low UID',
        resource,
      ),
    ),
    ...sampleWorkers()
      .slice(0, 2)
      .map((resource, index) =>
        aNote(
          `digest-${index + 1}`,
          'image-digest',
          'An image is not named by its digest',
          resource,
        ),
      ),
  ];
}

function aNote(
  key: string,
  control: string,
  title: string,
  resource: ResourceView,
): FindingView {
  return aFinding({
    key,
    control,
    title,
    resource,
    severity: 'info',
    violations: [],
    patch: undefined,
  });
}

/** What to fix first on payments-api. */
export function sampleFixes(): FixFirstItem[] {
  return [
    aFix(),
    aFix({
      control: 'run-as-non-root',
      severity: 'high',
      title: 'A container runs as root',
      why: 'A process with UID 0 that leaves its container is root on the node.',
      fix: 'Set `runAsNonRoot: true` and a numeric `runAsUser` above 0.',
      workloads: sampleWorkers(),
      workloadsTotal: 3,
      place: {
        container: 'worker',
        path: 'spec.template.spec.containers[0].securityContext.runAsUser',
        message: 'container "worker" runs as user 0',
      },
      alsoEnds: [],
      effect: {
        scoreFrom: 16,
        scoreTo: 16,
        gradeFrom: 'F',
        gradeTo: 'F',
        severityOpen: 3,
        severityFewer: 3,
      },
      findingKey: 'root-1',
      patches: sampleWorkers().map(resource => aPatch({ resource })),
    }),
    aFix({
      control: 'secrets-in-environment',
      severity: 'medium',
      title: 'A secret is handed over in an environment variable',
      why: 'Environment variables leak into logs, crash reports and child processes.',
      fix: 'Mount the Secret as a file.',
      workloads: [aResource({ kind: 'CronJob', name: 'settlement-export' })],
      workloadsTotal: 1,
      place: undefined,
      alsoEnds: [],
      effect: {
        scoreFrom: 16,
        scoreTo: 17,
        gradeFrom: 'F',
        gradeTo: 'F',
        severityOpen: 3,
        severityFewer: 1,
      },
      findingKey: 'secret-1',
      patches: [],
    }),
  ];
}

/** The workloads of payments-api that run as root. */
export function sampleWorkers(): ResourceView[] {
  return [
    aResource({ name: 'payments-worker' }),
    aResource({ kind: 'CronJob', name: 'settlement-export' }),
    aResource({ name: 'payments-worker', cluster: 'staging' }),
  ];
}
