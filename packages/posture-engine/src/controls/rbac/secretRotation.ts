import { ControlContext } from '../../model/control';
import { Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { Workload } from '../../model/workload';
import {
  defineControl,
  fail,
  notApplicable,
  notEvaluated,
  pass,
} from '../../kit';
import { findObject } from '../../relate/findObject';
import { isRenewed } from '../../relate/renewedSecrets';
import { secretsOfWorkload, UsedSecret } from '../../relate/secretsOfWorkload';
import { DAY, dayOf } from '../../read/dates';

const NEEDS = ['secrets', 'externalSecrets', 'certificates'] as const;

type Context = ControlContext<(typeof NEEDS)[number]>;

/** A Secret that is used and that no program renews, and when it was last written: epoch milliseconds, or NaN. */
interface Kept extends UsedSecret {
  readonly writtenAt: number;
}

export const secretRotation = defineControl({
  id: 'secret-rotation',
  title: 'Secrets are renewed from time to time',
  failureTitle: 'A Secret was not written for a long time',
  why: 'A password that never changes stays good for everybody who ever saw it.',
  fix: 'Renew the password or key, and write the new one to the Secret; let External Secrets or cert-manager do it from now on.',
  severity: 'info',
  category: 'rbac',
  scope: 'workload',
  optional: true,
  frameworks: {
    nsa: ['N7'],
    'nist-800-190': ['4.1.4'],
    'owasp-k8s': ['K03'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  ],
  needs: NEEDS,
  reads:
    'Metadata of the Secrets that volumes and environment of the workload name, never their data: when each was made and last written. Older than 180 days fails (setting `secretMaxAgeDays`). A Secret that an ExternalSecret reads again at an interval, or that belongs to a cert-manager Certificate, is renewed.',
  notes:
    'Age is a hint, no proof: a password may have been renewed at its source under the same value, and a write may have changed a label only. Secrets that do not exist are not judged. Reading the metadata of Secrets is off unless it is asked for: then this is not evaluated.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web, envFrom: [{ secretRef: { name: database } }] }] } } }
---
apiVersion: v1
kind: Secret
metadata: { name: database, namespace: shop, creationTimestamp: "2026-10-01T08:00:00Z" }`,
    ],
    fail: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web, envFrom: [{ secretRef: { name: database } }] }] } } }
---
apiVersion: v1
kind: Secret
metadata: { name: database, namespace: shop, creationTimestamp: "2025-02-01T08:00:00Z" }`,
    ],
    notApplicable: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web }] } } }`,
    ],
    notEvaluated: [
      {
        given:
          'containers: [{ name: web, envFrom: [{ secretRef: { name: database } }] }]',
        surroundings: {},
      },
    ],
  },
  evaluate(workload, context: Context) {
    const used = secretsOfWorkload(workload);
    if (used.length === 0)
      return notApplicable('nothingToJudge', 'it uses no Secret');
    const kept = used.flatMap(one => keptSecret(one, workload, context));
    const { now, settings } = context;
    const limit = now - settings.secretMaxAgeDays * DAY;
    const old = kept.filter(({ writtenAt }) => writtenAt < limit);
    if (old.length)
      return fail(old.map(one => violationOf(one, settings.secretMaxAgeDays)));
    return kept.some(({ writtenAt }) => Number.isNaN(writtenAt))
      ? notEvaluated('partial', 'a Secret does not say when it was made')
      : pass();
  },
});

function keptSecret(
  used: UsedSecret,
  { namespace }: Workload,
  { inventory }: Context,
): readonly Kept[] {
  const object = findObject(inventory.secrets, namespace, used.secret);
  if (!object || isRenewed(namespace, used.secret, inventory)) return [];
  return [{ ...used, writtenAt: lastWrite(object) }];
}

function lastWrite({ metadata }: KubernetesObject): number {
  const { creationTimestamp, changedAt } = metadata;
  const made = Date.parse(creationTimestamp ?? '');
  const changed = Date.parse(changedAt ?? '');
  return changed > made || Number.isNaN(made) ? changed : made;
}

function violationOf(
  { secret, path, container, writtenAt: time }: Kept,
  days: number,
): Violation {
  const day = dayOf(time);
  return {
    path,
    ...(container ? { container } : {}),
    field: `secrets[${secret}]`,
    message: `Secret "${secret}" was last written on ${day}`,
    actual: day,
    expected: `written within the last ${days} days`,
  };
}
