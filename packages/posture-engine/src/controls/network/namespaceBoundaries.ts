import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import {
  defineNamespaceControl,
  fail,
  notApplicable,
  notEvaluated,
} from '../../kit';
import { workloadsIn } from '../../relate/workloadsIn';

type Context = ControlContext<'workloads'>;

export const namespaceBoundaries = defineNamespaceControl({
  id: 'namespace-boundaries',
  title: 'Namespaces keep teams and levels of sensitivity apart',
  failureTitle: 'Services of several teams share the namespace',
  why: 'Within a namespace secrets, rights and quotas are shared, so one team can reach what belongs to another.',
  fix: 'Give each team a namespace of its own for each level of sensitivity, and move the services there.',
  severity: 'info',
  category: 'network',
  scope: 'namespace',
  frameworks: {
    nsa: ['N1'],
    cis: { '1.12': ['5.6.1'] },
    'nist-800-190': ['4.3.4'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/multi-tenancy/#namespaces',
  ],
  needs: ['workloads'],
  reads:
    'The owners, in the catalog, of the entities whose workloads run in the namespace. Two owners or more fail. Whether the services of one owner are equally sensitive only a person can say: attest it.',
  notes:
    'Workloads that no entity has are not counted. A sweep judges by the owners that the catalog had at its time.',
  examples: {
    pass: [
      {
        given: shared(),
        surroundings: {
          entities: owned('group:default/shop', 'group:default/shop'),
          attestations: [
            {
              control: 'namespace-boundaries',
              outcome: 'pass',
              author: 'user:default/vera',
              expiresAt: Date.UTC(2027, 0, 1),
            },
          ],
        },
      },
    ],
    fail: [
      {
        given: shared(),
        surroundings: {
          entities: owned('group:default/shop', 'group:default/payments'),
        },
      },
    ],
    notApplicable: [
      '{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }',
    ],
    notEvaluated: [
      {
        given: shared(),
        surroundings: {
          entities: owned('group:default/shop', 'group:default/shop'),
        },
      },
    ],
  },
  evaluate({ subject }, { inventory, entitiesOf }: Context): Judgement {
    const workloads = workloadsIn(subject.name, inventory.workloads);
    if (workloads.length === 0) return notApplicable('nothingToJudge');
    const owners = new Set(
      workloads.flatMap(workload =>
        (entitiesOf?.(workload.subject) ?? []).flatMap(
          ({ owner }) => owner ?? [],
        ),
      ),
    );
    if (owners.size < 2) return notEvaluated('manual');
    const names = [...owners].sort();
    return fail([
      {
        path: '',
        field: 'owners',
        message: `services of ${names.length} owners run here`,
        actual: names.slice(0, 20),
        expected: 'one owner',
      },
    ]);
  },
});

function owned(web: string, api: string) {
  const entity = (name: string, owner: string) => [
    { ref: `component:default/${name}`, tags: [], owner },
  ];
  return { web: entity('web', web), api: entity('api', api) };
}

function shared(): string {
  return ['web', 'api']
    .map(
      name => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec: { template: { spec: { containers: [{ name: ${name} }] } } }
---
`,
    )
    .concat('{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }')
    .join('');
}
