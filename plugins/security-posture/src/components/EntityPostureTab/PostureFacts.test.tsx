import { screen } from '@testing-library/react';
import { answerPosture, renderForEntity } from '../../__testUtils__/entityPage';
import { startPortalServer } from '../../__testUtils__/portal';
import { aPosture } from '../../testing/samples';
import { aCluster } from '../../testing/sampleParts';
import { EntityPostureTab } from './EntityPostureTab';

const server = startPortalServer();

/** A whole page in jsdom takes seconds on a busy machine. */
jest.setTimeout(30_000);

it('never counts a cluster that was not scanned among those that were', async () => {
  const silent = aCluster({
    cluster: 'prod-us',
    state: 'unreachable',
    lastSuccessAt: undefined,
    workloads: 0,
  });
  server.use(answerPosture(aPosture({ clusters: [aCluster(), silent] })));
  renderForEntity(<EntityPostureTab />, '/');
  const label = await screen.findByText('Last complete scan');
  const fact = label.closest('div')?.textContent;
  expect(fact).toContain('prod-us (production): None yet');
  expect(fact).not.toMatch(/prod-eu \(production\) and prod-us/);
});
