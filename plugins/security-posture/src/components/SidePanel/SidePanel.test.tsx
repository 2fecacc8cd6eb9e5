import { useState } from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInPortal } from '../../__testUtils__/portal';
import { SidePanel } from './SidePanel';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Request exemption
      </button>
      {open && (
        <SidePanel
          title="Request exemption"
          mark={<p>Critical</p>}
          footer={<button type="button">Send</button>}
          onClose={() => setOpen(false)}
        >
          <p>What should be exempted?</p>
        </SidePanel>
      )}
    </>
  );
}

describe('SidePanel', () => {
  it('is a dialog with a name that takes the focus and gives it back', async () => {
    renderInPortal(<Page />);
    const opener = screen.getByRole('button', { name: 'Request exemption' });
    await userEvent.click(opener);
    const dialog = await screen.findByRole('dialog', {
      name: 'Request exemption',
    });
    expect(dialog).toHaveAttribute('aria-modal', 'true');
    expect(dialog.closest('[role=presentation]')).toContainElement(
      document.activeElement as HTMLElement,
    );
    expect(screen.getByText('What should be exempted?')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Send' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(opener).toHaveFocus();
  });

  it('closes by Escape while the focus is nowhere: the button is gone that had it', async () => {
    renderInPortal(<Page />);
    await userEvent.click(screen.getByRole('button'));
    await screen.findByRole('dialog');
    fireEvent.keyDown(document.body, { key: 'Enter' });
    expect(screen.getByRole('dialog')).toBeVisible();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('closes by its button', async () => {
    renderInPortal(<Page />);
    await userEvent.click(screen.getByRole('button'));
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});
