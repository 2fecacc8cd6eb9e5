import { Link, Select } from '@backstage/ui';
import { RiQuestionLine, RiSearchLine } from '@remixicon/react';
import type { ClusterControl } from 'backstage-plugin-security-posture-common';
import { useClusterPart } from '../../api';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { Loaded } from '../Loaded';
import { SeverityBadge } from '../SeverityBadge';
import { StateMark } from '../StateMark';
import { TabSection } from '../TabSection';
import type { ClusterContentProps } from './ClusterContent';
import styles from './ClusterPage.module.css';

const STATES = [
  'failing',
  'notEvaluated',
  'exempted',
  'passing',
  'notApplicable',
] as const;

/** Every control of the cluster profile on this cluster, what fails first. */
export function ControlsView({
  overview,
  state,
  onChange,
}: ClusterContentProps) {
  const { t } = usePostureTranslation();
  const cluster = overview.cluster.name;
  const controls = useClusterPart(cluster, 'controls', api =>
    api.getClusterControls(cluster),
  );
  return (
    <TabSection
      title={t('clusters.controls.title')}
      actions={
        <StateSelect
          value={state.state}
          onChange={chosen => onChange({ state: chosen })}
        />
      }
      flush
    >
      <Loaded resource={controls} height={480}>
        {data => (
          <ControlTable
            cluster={cluster}
            controls={data.items}
            state={state.state}
          />
        )}
      </Loaded>
    </TabSection>
  );
}

interface StateSelectProps {
  value: string;
  onChange: (state: string) => void;
}

function StateSelect({ value, onChange }: StateSelectProps) {
  const { t } = usePostureTranslation();
  return (
    <Select
      size="small"
      className={styles.select}
      aria-label={t('clusters.controls.show')}
      options={[
        { id: 'all', label: t('clusters.controls.all') },
        ...STATES.map(id => ({ id, label: t(`shared.state.${id}`) })),
      ]}
      value={STATES.find(known => known === value) ?? 'all'}
      onChange={chosen => onChange(chosen === 'all' ? '' : String(chosen))}
    />
  );
}

interface ControlTableProps {
  cluster: string;
  controls: readonly ClusterControl[];
  state: string;
}

function ControlTable({ cluster, controls, state }: ControlTableProps) {
  const { t } = usePostureTranslation();
  const chosen = STATES.find(known => known === state);
  const rows = controls.filter(each => !chosen || each.state === chosen);
  const columns = useColumns(cluster);
  if (rows.length === 0)
    return (
      <div className={styles.within}>
        <EmptyState
          icon={controls.length ? RiSearchLine : RiQuestionLine}
          title={t(
            controls.length
              ? 'clusters.controls.none'
              : 'clusters.controls.unjudged',
          )}
        >
          {t(
            controls.length
              ? 'clusters.controls.noneDetail'
              : 'clusters.controls.unjudgedDetail',
          )}
        </EmptyState>
      </div>
    );
  return (
    <DataTable
      label={t('clusters.controls.label')}
      columns={columns}
      rows={rows}
      rowKey={({ control }) => control}
    />
  );
}

function useColumns(cluster: string): DataColumn<ClusterControl>[] {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  return [
    {
      id: 'control',
      header: t('clusters.controls.control'),
      rowHeader: true,
      cell: ({ control, title, failureTitle, state }) => (
        <Link
          href={link('controls', { name: control })}
          className={styles.link}
        >
          {state === 'failing' ? failureTitle : title}
        </Link>
      ),
    },
    {
      id: 'severity',
      header: t('clusters.controls.severity'),
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      id: 'state',
      header: t('clusters.controls.state'),
      cell: control => <StateCell control={control} />,
    },
    {
      id: 'subjects',
      header: t('clusters.controls.subjects'),
      cell: control => <NumbersCell cluster={cluster} control={control} />,
    },
  ];
}

function StateCell({ control }: { control: ClusterControl }) {
  const { t } = usePostureTranslation();
  const { state, reason, attested } = control;
  return (
    <>
      <StateMark state={state} />
      {reason && (
        <span className={styles.aside}>{t(`shared.reason.${reason}`)}</span>
      )}
      {attested && (
        <span className={styles.aside}>{t('clusters.controls.attested')}</span>
      )}
    </>
  );
}

interface NumbersCellProps {
  cluster: string;
  control: ClusterControl;
}

function NumbersCell({ cluster, control }: NumbersCellProps) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const { failing, judged, exempted, notEvaluated, stale } = control;
  const words = t('clusters.controls.of', {
    failing: String(failing),
    judged: String(judged),
  });
  const asides = (
    [
      ['exempted', exempted],
      ['notEvaluated', notEvaluated],
      ['stale', stale],
    ] as const
  ).filter(([, count]) => count > 0);
  const query = { control: control.control, cluster };
  return (
    <>
      {judged === 0 && (
        <span className={styles.secondary}>
          {t('clusters.controls.notJudged')}
        </span>
      )}
      {judged > 0 &&
        (failing > 0 ? (
          <Link href={link('findings', { query })} className={styles.link}>
            {words}
          </Link>
        ) : (
          words
        ))}
      {asides.length > 0 && (
        <span className={styles.aside}>
          {asides
            .map(([key, count]) => t(`clusters.controls.${key}`, { count }))
            .join(', ')}
        </span>
      )}
    </>
  );
}
