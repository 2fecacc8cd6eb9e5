import { Knex } from 'knex';
import { SEVERITIES } from 'security-posture-engine';
import {
  ControlSum,
  ControlSums,
  MatrixCounts,
  MatrixFilter,
  ScopeMatrix,
} from '../../ScopeReader';
import { isPartial } from '../entityPostures';
import { readPlaced } from './readHierarchy';
import { ScopeSight } from './scopeRows';

/** How many members of scopes fail which controls: the rows along the hierarchy, the columns gravest first. */
export async function readMatrix(
  knex: Knex,
  filter: MatrixFilter,
  sums: ControlSums,
  sight: ScopeSight,
): Promise<ScopeMatrix> {
  const { rows, places } = await readPlaced(knex, sight, filter);
  const { columns, moreColumns } = chooseColumns(sums, filter);
  const page = places.slice(filter.offset, filter.offset + filter.limit);
  return {
    columns,
    moreColumns,
    rows: page.map(({ ref, level }) => {
      const { title, total, noPosture } = rows.get(ref)!;
      const sum = sums.byScope.get(ref);
      return {
        ref,
        ...(title === null ? {} : { title }),
        level,
        total: Number(total),
        judged: Number(total) - Number(noPosture),
        cells: columns.map(control => cellOf(sum, control)),
      };
    }),
    total: places.length,
    partial: await isPartial(knex, sight.visibility),
  };
}

/** Controls that any entity in view fails, or on which it could not be judged: gravest first, then those that most fail. */
function chooseColumns(
  { everybody }: ControlSums,
  filter: MatrixFilter,
): Pick<ScopeMatrix, 'columns' | 'moreColumns'> {
  const wanted = [...filter.controls]
    .map(([control, severity]) => ({
      control,
      rank: SEVERITIES.indexOf(severity),
      ...cellOf(everybody, control),
    }))
    .filter(cell => cell.failing + cell.exempted + cell.notEvaluated > 0)
    .sort(
      (left, right) =>
        left.rank - right.rank ||
        right.failing - left.failing ||
        right.notEvaluated - left.notEvaluated,
    );
  return {
    columns: wanted.slice(0, filter.columns).map(({ control }) => control),
    moreColumns: Math.max(0, wanted.length - filter.columns),
  };
}

const NOBODY: MatrixCounts = {
  failing: 0,
  judged: 0,
  notEvaluated: 0,
  stale: 0,
  exempted: 0,
};

function cellOf(sum: ControlSum | undefined, control: string): MatrixCounts {
  if (!sum) return NOBODY;
  const { failing, stale, exempted, passing } = sum.of(control);
  const judged = failing + passing;
  const notEvaluated = sum.members - judged;
  return { failing, judged, notEvaluated, stale, exempted };
}
