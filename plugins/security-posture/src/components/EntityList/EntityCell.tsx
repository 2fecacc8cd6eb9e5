import { ComponentType } from 'react';
import { Cell } from '@backstage/ui';
import type { EntityRow } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Score } from '../Score';
import { ColumnId } from './columns';
import { FreshnessCell } from './FreshnessCell';
import { OpenCount } from './OpenCount';
import { OwnerLink } from './OwnerLink';
import { ReadinessCell } from './ReadinessCell';
import { ServiceLink } from './ServiceLink';
import styles from './EntityTable.module.css';

type RowProps = { row: EntityRow };

const CONTENTS: Record<ColumnId, ComponentType<RowProps>> = {
  service: ServiceLink,
  owner: OwnerLink,
  readiness: ReadinessCell,
  score: ScoreCell,
  critical: ({ row }) => <OpenCount row={row} severity="critical" />,
  high: ({ row }) => <OpenCount row={row} severity="high" />,
  scanned: FreshnessCell,
};

/** One cell. On narrow screens it says its column. */
export function EntityCell(props: { column: ColumnId; row: EntityRow }) {
  const { column, row } = props;
  const { t } = usePostureTranslation();
  const Content = CONTENTS[column];
  return (
    <Cell className={styles.cell}>
      <span className={styles.label} aria-hidden="true">
        {t(`organisation.table.${column}`)}
      </span>
      <Content row={row} />
    </Cell>
  );
}

/** Faded where a part of it is the last seen of a cluster. */
function ScoreCell({ row: { score, staleClusters } }: RowProps) {
  return (
    <span className={styles.count}>
      <Score
        score={score}
        faded={staleClusters.some(({ lastSuccessAt }) => lastSuccessAt)}
      />
    </span>
  );
}
