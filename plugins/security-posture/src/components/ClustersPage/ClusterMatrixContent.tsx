import { RiCheckboxCircleLine, RiQuestionLine } from '@remixicon/react';
import { Button, Link } from '@backstage/ui';
import type {
  ClusterMatrix,
  ClusterMatrixRow,
} from 'backstage-plugin-security-posture-common';
import { useClusterMatrix } from '../../api';
import { BoardLinkTarget, useBoardLink, useUrlState } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { Loaded } from '../Loaded';
import { Matrix, MatrixCell, MatrixColumn, MatrixRow } from '../Matrix';
import { SeverityBadge } from '../SeverityBadge';
import styles from './ClustersPage.module.css';

/** Controls of which severities are shown: `grave` or `all`. */
const DEFAULTS = { severities: 'grave' };

/** Subjects that fail, by control and cluster: the grave controls first, the others when they are asked for. */
export function ClusterMatrixContent() {
  const { t } = usePostureTranslation();
  const matrix = useClusterMatrix(true);
  return (
    <>
      <p className={styles.explained}>{t('clusters.matrix.explained')}</p>
      <Loaded resource={matrix} height={320}>
        {data => <MatrixOf matrix={data} outdated={matrix.outdated} />}
      </Loaded>
    </>
  );
}

interface MatrixOfProps {
  matrix: ClusterMatrix;
  outdated: boolean;
}

function MatrixOf({ matrix, outdated }: MatrixOfProps) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const [{ severities }, change] = useUrlState(DEFAULTS);
  if (matrix.controls.length === 0) return <NothingFails matrix={matrix} />;
  const grave = matrix.controls.filter(isGrave);
  const all = severities === 'all' || grave.length === 0;
  const milder = matrix.controls.length - grave.length;
  const cells = cellsOf(matrix, target => link('findings', target));
  return (
    <div className={styles.matrix}>
      <Matrix
        caption={t('clusters.matrix.caption')}
        corner={t('clusters.matrix.corner')}
        unit="subjects"
        columns={matrix.clusters.map(({ name, title }) =>
          columnOf(name, title),
        )}
        rows={(all ? matrix.controls : grave).map(row => rowOf(row, link))}
        cell={(row, column) => cells.get(`${row.id} ${column.id}`)}
        outdated={outdated}
      />
      {grave.length > 0 && milder > 0 && (
        <div className={styles.more}>
          <Button
            size="small"
            variant="secondary"
            onPress={() => change({ severities: all ? 'grave' : 'all' })}
          >
            {all
              ? t('clusters.matrix.fewer')
              : t('clusters.matrix.more', { count: milder })}
          </Button>
        </div>
      )}
      {matrix.quiet > 0 && (
        <p className={styles.note}>
          {t('clusters.matrix.quiet', { count: matrix.quiet })}
        </p>
      )}
    </div>
  );
}

function isGrave({ severity }: ClusterMatrixRow): boolean {
  return severity === 'critical' || severity === 'high';
}

function NothingFails({ matrix }: { matrix: ClusterMatrix }) {
  const { t } = usePostureTranslation();
  const judged = matrix.clusters.some(cluster => cluster.judged);
  const words = judged ? 'nothing' : 'unjudged';
  return (
    <div className={styles.within}>
      <EmptyState
        icon={judged ? RiCheckboxCircleLine : RiQuestionLine}
        title={t(`clusters.matrix.${words}`)}
      >
        {t(`clusters.matrix.${words}Detail`)}
      </EmptyState>
    </div>
  );
}

function columnOf(name: string, title: string | undefined): MatrixColumn {
  return { id: name, name: title ?? name };
}

function rowOf(
  { control, failureTitle, severity }: ClusterMatrixRow,
  link: ReturnType<typeof useBoardLink>,
): MatrixRow {
  return {
    id: control,
    name: failureTitle,
    header: (
      <Link href={link('controls', { name: control })} className={styles.link}>
        {failureTitle}
      </Link>
    ),
    note: <SeverityBadge severity={severity} />,
  };
}

/** The cells by control and cluster, each leading to what is behind it. */
function cellsOf(
  { clusters, controls }: ClusterMatrix,
  findings: (target: BoardLinkTarget) => string,
): ReadonlyMap<string, MatrixCell> {
  return new Map(
    controls.flatMap(({ control, severity, cells }) =>
      cells.flatMap((cell, index) => {
        if (!cell) return [];
        const cluster = clusters[index].name;
        const href = findings({ query: { control, cluster } });
        return [
          [`${control} ${cluster}`, { ...cell, severity, href }] as const,
        ];
      }),
    ),
  );
}
