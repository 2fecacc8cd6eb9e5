import { screen, within } from '@testing-library/react';
import { renderInPortal } from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { Matrix } from './Matrix';
import { MatrixCell, MatrixColumn, MatrixRow } from './matrixTypes';

const COLUMNS: MatrixColumn[] = [
  {
    id: 'privileged-container',
    name: 'A container runs privileged',
    group: { id: 'critical', header: 'Critical' },
  },
  {
    id: 'run-as-non-root',
    name: 'A container may run as root',
    group: { id: 'high', header: 'High' },
  },
  {
    id: 'host-network',
    name: 'A pod uses the host network',
    group: { id: 'high', header: 'High' },
  },
];

const NONE: MatrixCell = {
  failing: 0,
  judged: 4,
  notEvaluated: 0,
  stale: 0,
  exempted: 0,
  severity: 'high',
};

const ROWS: MatrixRow[] = [
  { id: 'payments', name: 'payments', note: '4 of 6 judged' },
  { id: 'search', name: 'search', level: 1 },
];

function renderMatrix(
  cells: Record<string, MatrixCell | undefined> = {},
  props: { columns?: MatrixColumn[]; rows?: MatrixRow[] } = {},
) {
  renderInPortal(
    <Matrix
      caption="Services that fail a control, by team"
      corner="Team"
      unit="services"
      columns={COLUMNS}
      rows={ROWS}
      cell={(row, column) =>
        `${row.id} ${column.id}` in cells
          ? cells[`${row.id} ${column.id}`]
          : NONE
      }
      {...props}
    />,
  );
}

describe('Matrix', () => {
  it('is a table with headings of rows, columns and their groups', async () => {
    renderMatrix();
    const table = await screen.findByRole('table', {
      name: 'Services that fail a control, by team',
    });
    const headings = within(table).getAllByRole('columnheader');
    expect(headings.map(each => each.textContent)).toEqual([
      'Critical',
      'High',
      'Team',
      ...COLUMNS.map(({ name }) => name),
    ]);
    expect(headings[1]).toHaveAttribute('colspan', '2');
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(each => each.textContent),
    ).toEqual([
      'payments4 of 6 judgedNothing fails here',
      'searchNothing fails here',
    ]);
    expect(await violationsIn(table)).toEqual([]);
  });

  it.each<[string, Partial<MatrixCell>, string, string, string | null]>([
    [
      'up to a quarter',
      { failing: 1 },
      '1of 4',
      '1 of 4 services fail',
      'quarter',
    ],
    ['up to half', { failing: 2 }, '2of 4', '2 of 4 services fail', 'half'],
    ['more than half', { failing: 3 }, '3of 4', '3 of 4 services fail', 'most'],
    [
      'some of which are stale',
      { failing: 1, stale: 1 },
      '1of 4',
      '1 of 4 services fail, 1 of them stale',
      'quarter',
    ],
    [
      'beside what could not be judged and what is exempted',
      { failing: 4, exempted: 2, notEvaluated: 3 },
      '4of 4',
      '4 of 4 services fail, 2 exempted, 3 not evaluated',
      'most',
    ],
    [
      'nothing, for none could be judged',
      { judged: 0, notEvaluated: 3 },
      '3of 3',
      '3 not evaluated',
      null,
    ],
    [
      'nothing, but some could not be judged',
      { notEvaluated: 2 },
      '2of 6',
      '0 of 4 services fail, 2 not evaluated',
      null,
    ],
    [
      'nothing but what is exempted',
      { exempted: 1 },
      '1of 4',
      '0 of 4 services fail, 1 exempted',
      null,
    ],
  ])('says what fails: %s', async (_, cell, text, words, tint) => {
    renderMatrix({
      'payments host-network': { ...NONE, ...cell, href: '/findings' },
    });
    const link = await screen.findByRole('link', {
      name: `payments, A pod uses the host network: ${words}`,
    });
    expect(link).toHaveTextContent(text);
    expect(link).toHaveAttribute('href', '/findings');
    expect(link.getAttribute('data-tint')).toBe(tint);
  });

  it('tells judged and nothing fails from nothing to judge', async () => {
    renderMatrix({
      'payments host-network': undefined,
      'payments run-as-non-root': { ...NONE, judged: 0 },
    });
    const row = within(await screen.findByRole('row', { name: /^payments/ }));
    const cells = row.getAllByRole('cell').map(cell => cell.textContent);
    expect(cells).toEqual([
      'A container runs privileged00 of 4 services fail',
      'A container may run as root–Nothing to judge',
      'A pod uses the host network–Nothing to judge',
    ]);
  });

  it('says a number without a link where nothing is behind it', async () => {
    renderMatrix({ 'search host-network': { ...NONE, failing: 1 } });
    const row = within(await screen.findByRole('row', { name: /^search/ }));
    expect(
      row.getByText(
        'search, A pod uses the host network: 1 of 4 services fail',
      ),
    ).toBeInTheDocument();
    expect(row.queryByRole('link')).not.toBeInTheDocument();
    expect(row.queryByText('Nothing fails here')).not.toBeInTheDocument();
  });

  it('takes names as they are: of 253 characters, from right to left, of HTML', async () => {
    const names = [
      'x'.repeat(253),
      'فريق المدفوعات',
      '<img src=x onerror=alert(1)>',
    ];
    renderMatrix({}, { rows: names.map(name => ({ id: name, name })) });
    const headings = await screen.findAllByRole('rowheader');
    expect(headings.map(each => each.firstChild?.textContent)).toEqual(names);
    expect(document.querySelector('img')).toBeNull();
  });
});
