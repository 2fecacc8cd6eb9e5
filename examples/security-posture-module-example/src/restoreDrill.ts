import {
  ControlContext,
  defineClusterControl,
  fail,
  ImportedDocument,
  notEvaluated,
  pass,
} from 'security-posture-engine';
import { RESTORE_DRILL } from './restoreDrillImporter';

const DAYS = 90;

/** An example: a cluster of which this report was posted on 1 November 2026. */
function reported(failed: readonly string[], restored = 12) {
  const imports: ImportedDocument[] = [
    {
      kind: RESTORE_DRILL,
      receivedAt: Date.UTC(2026, 10, 1),
      document: { restored, failed },
    },
  ];
  return {
    given: '{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }',
    surroundings: { fromCluster: true, evidence: { imports } },
  };
}

/** Judges clusters by what {@link restoreDrillImporter} keeps. */
export const restoreDrill = defineClusterControl({
  id: 'restore-drill',
  title: `Backups were restored within the last ${DAYS} days`,
  failureTitle: 'Backups could not be restored',
  why: 'A backup that nobody has restored is a hope: the day an attacker deletes a cluster is a bad day to find out.',
  fix: 'Mend the backups that the drill names, and post the report of the next drill.',
  severity: 'medium',
  category: 'controlPlane',
  scope: 'cluster',
  frameworks: {},
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/',
  ],
  needs: ['imports'],
  reads: 'The report of the restore drill that was posted last.',
  examples: {
    pass: [reported([])],
    fail: [reported(['shop-database'])],
    notEvaluated: [
      {
        ...reported([]),
        surroundings: { fromCluster: true, now: Date.UTC(2027, 5, 1) },
      },
    ],
  },
  evaluate(_, { inventory, now }: ControlContext<'imports'>) {
    const last = inventory.imports.find(({ kind }) => kind === RESTORE_DRILL);
    if (!last) return notEvaluated('noReport');
    if (now - last.receivedAt > DAYS * 24 * 60 * 60 * 1000)
      return notEvaluated('staleReport');
    const failed = last.document.failed as readonly string[];
    return failed.length
      ? fail(
          failed.map(name => ({
            path: `failed.${name}`,
            message: `the backup ${name} could not be restored`,
          })),
        )
      : pass();
  },
});
