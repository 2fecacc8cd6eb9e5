import type { ExposureEdge } from 'backstage-plugin-security-posture-common';
import { anExposedWorkload, anExposure } from '../../testing/entitySamples';
import { graphOf } from './graphOf';

/** The ways of a workload whose account has no right that is known. */
const WITHOUT_RIGHTS: ExposureEdge[] = [
  { from: 'service', to: 'workload' },
  { from: 'policy', to: 'workload' },
  { from: 'workload', to: 'account' },
];

it('tells policies in the box of the workload that they bound', () => {
  const leftOut = { services: 0, entries: 0, policies: 2 };
  const { nodes, edges } = graphOf(
    anExposure({ workloads: [anExposedWorkload({ leftOut })] }),
  );
  expect(nodes.map(({ type }) => type)).not.toContain('policy');
  expect(edges).not.toContainEqual({ from: 'policy', to: 'workload' });
  expect(nodes.find(({ id }) => id === 'workload')).toMatchObject({
    policies: 3,
  });
});

it.each([
  ['none', []],
  ['unknown', [{ list: 'rights', reason: 'forbidden' }]],
] as const)('ends every way: an account with rights %s', (rights, unread) => {
  const { nodes, edges } = graphOf(
    anExposure({
      workloads: [anExposedWorkload({ unread: [...unread] })],
      edges: WITHOUT_RIGHTS,
    }),
  );
  const end = nodes.find(node => node.rights);
  expect(end).toMatchObject({ type: 'right', rights });
  expect(edges).toContainEqual({ from: 'account', to: end!.id });
});
