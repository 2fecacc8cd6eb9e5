import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInPortal } from '../../__testUtils__/portal';
import { aPatch, aResource } from '../../testing/samples';
import { PatchTabs } from './PatchTabs';

describe('PatchTabs', () => {
  it('shows the forms of a proven patch', async () => {
    renderInPortal(<PatchTabs patches={[aPatch()]} />);
    expect(
      (await screen.findAllByRole('tab')).map(tab => tab.textContent),
    ).toEqual(['Strategic merge', 'Kustomize', 'kubectl']);
    expect(screen.getByText(/^Proven on the last scan/)).toBeVisible();
    expect(
      screen.getByRole('group', { name: 'Strategic merge' }),
    ).toHaveTextContent('privileged: false');
    await userEvent.click(screen.getByRole('tab', { name: 'Kustomize' }));
    expect(screen.getByRole('group', { name: 'Kustomize' })).toHaveTextContent(
      /^patches:/,
    );
  });

  it('warns of a patch that is not proven', async () => {
    renderInPortal(<PatchTabs patches={[aPatch({ proven: false })]} />);
    expect(await screen.findByText(/^Not proven/)).toBeVisible();
  });

  it('lets one choose the workload', async () => {
    const other = aPatch({ resource: aResource({ name: 'payments-worker' }) });
    renderInPortal(<PatchTabs patches={[aPatch(), other]} />);
    await userEvent.click(
      await screen.findByRole('button', { name: /Workload/ }),
    );
    await userEvent.click(
      screen.getByRole('option', { name: 'deploy/payments-worker, prod-eu' }),
    );
    expect(
      screen.getByRole('group', { name: 'Strategic merge' }),
    ).toHaveTextContent('name: payments-worker');
  });

  it('says so where there is none', async () => {
    renderInPortal(<PatchTabs patches={[]} />);
    expect(await screen.findByText(/^There is no ready patch/)).toBeVisible();
  });
});
