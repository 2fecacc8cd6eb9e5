import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInPortal } from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { DataColumn, DataTable, DataTableProps } from './DataTable';

interface Team {
  name: string;
  critical: number;
}

const TEAMS: Team[] = [
  { name: 'payments', critical: 1 },
  { name: 'media', critical: 2 },
];

const COLUMNS: DataColumn<Team>[] = [
  { id: 'team', header: 'Team', rowHeader: true, cell: team => team.name },
  {
    id: 'critical',
    header: 'Critical',
    align: 'end',
    sortable: true,
    cell: team => team.critical,
  },
];

function renderTable(more: Partial<DataTableProps<Team>> = {}) {
  return renderInPortal(
    <DataTable
      label="Teams"
      columns={COLUMNS}
      rows={TEAMS}
      rowKey={team => team.name}
      {...more}
    />,
  );
}

describe('DataTable', () => {
  it('is a table with row and column headers', async () => {
    const { container } = renderTable();
    const table = within(screen.getByRole('table', { name: 'Teams' }));
    expect(table.getAllByRole('columnheader')).toHaveLength(2);
    expect(table.getByRole('rowheader', { name: /payments/ })).toBeVisible();
    expect(table.queryByRole('button')).not.toBeInTheDocument();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says by which column it is sorted, and asks to be sorted by another', async () => {
    const onSort = jest.fn();
    renderTable({ sort: { by: 'critical', onSort } });
    const header = screen.getByRole('columnheader', { name: 'Critical' });
    expect(header).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(within(header).getByRole('button'));
    expect(onSort).toHaveBeenCalledWith('critical');
    expect(
      screen.getByRole('columnheader', { name: 'Team' }),
    ).not.toHaveAttribute('aria-sort');
  });

  it('opens the rows that open, and no others', async () => {
    renderTable({
      expand: team => (team.critical > 1 ? <p>two of them</p> : undefined),
    });
    const [opener, ...more] = screen.getAllByRole('button');
    expect(more).toEqual([]);
    expect(screen.queryByText('two of them')).not.toBeInTheDocument();
    opener.focus();
    await userEvent.keyboard('{Enter}');
    expect(opener).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('two of them')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByText('two of them')).not.toBeInTheDocument();
  });

  it('says that other rows are on their way', () => {
    renderTable({ outdated: true });
    expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true');
  });
});
