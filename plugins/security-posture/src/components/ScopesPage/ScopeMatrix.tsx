import { useMemo } from 'react';
import type {
  ScopeKind,
  ScopeMatrixCell,
  ScopeMatrixColumn,
  ScopeMatrixResponse,
  ScopeMatrixRow,
} from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { Matrix, MatrixCell, MatrixColumn, MatrixRow } from '../Matrix';
import { ExplorerState } from '../../model/explorerFilters';
import { useBoardLink } from '../../routing';
import { ScopeName, scopeName } from '../ScopeName';
import { SeverityBadge } from '../SeverityBadge';
import { useFindingsLink } from './useFindingsLink';

/** Props of {@link ScopeMatrix}. */
export interface ScopeMatrixProps {
  kind: ScopeKind;
  answer: ScopeMatrixResponse;
  outdated: boolean;
}

/** How many services of each team, system or domain fail which control. */
export function ScopeMatrix({ kind, answer, outdated }: ScopeMatrixProps) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  const findingsLink = useFindingsLink();
  const cells = useMemo(() => cellsOf(answer), [answer]);
  return (
    <Matrix
      caption={t(`scopes.matrix.caption.${kind}`)}
      corner={t(`scopes.kind.${kind}`)}
      unit="services"
      columns={answer.columns.map(column => ({
        ...columnOf(column),
        href: boardLink('controls', { name: column.control }),
      }))}
      rows={answer.rows.map(row => rowOf(row, t))}
      cell={(row, column) => {
        const cell = cells.get(row.id)?.get(column.id);
        return (
          cell && {
            ...cell,
            href: findingsLink({
              control: column.id,
              scopeRef: row.id,
              state: stateOf(cell),
            }),
          }
        );
      }}
      outdated={outdated}
    />
  );
}

function columnOf({
  control,
  title,
  severity,
}: ScopeMatrixColumn): MatrixColumn {
  return {
    id: control,
    name: title,
    group: { id: severity, header: <SeverityBadge severity={severity} /> },
  };
}

function rowOf(row: ScopeMatrixRow, t: PostureTranslate): MatrixRow {
  const { ref, title, level, judged, total } = row;
  return {
    id: ref,
    name: scopeName(ref, title),
    header: <ScopeName entityRef={ref} title={title} strong={level === 0} />,
    note: t('scopes.matrix.judged', {
      judged: String(judged),
      total: String(total),
    }),
    level,
  };
}

/** The state of the findings that the number of a cell counts. */
function stateOf({ failing, notEvaluated }: MatrixCell): ExplorerState {
  if (failing > 0) return 'failing';
  return notEvaluated > 0 ? 'notEvaluated' : 'exempted';
}

/** Cells by row and column, with the severity of their control. */
function cellsOf({
  columns,
  rows,
}: ScopeMatrixResponse): ReadonlyMap<string, ReadonlyMap<string, MatrixCell>> {
  const withSeverity = (cell: ScopeMatrixCell, index: number) =>
    [
      columns[index].control,
      { ...cell, severity: columns[index].severity },
    ] as const;
  return new Map(
    rows.map(({ ref, cells }) => [ref, new Map(cells.map(withSeverity))]),
  );
}
