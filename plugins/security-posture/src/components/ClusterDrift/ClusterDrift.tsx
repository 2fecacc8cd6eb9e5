import { Select } from '@backstage/ui';
import { RiArrowLeftRightLine, RiCheckboxCircleLine } from '@remixicon/react';
import type { DriftResponse } from 'backstage-plugin-security-posture-common';
import { useDrift } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { FailureNotice, FailureState } from '../FailureState';
import { DriftTable } from './DriftTable';
import styles from './ClusterDrift.module.css';

/** A cluster to choose. */
export interface DriftChoice {
  name: string;
  title?: string;
}

/** Props of {@link ClusterDrift}. */
export interface ClusterDriftProps {
  clusters: readonly DriftChoice[];
  /** Names of the two, as the address has them; empty where none is chosen. */
  a: string;
  b: string;
  /** True where the first one is that of the page. */
  fixed?: boolean;
  onChange: (change: { a?: string; b?: string }) => void;
}

/** Where two clusters differ: a choice of both, and the controls that do not stand alike. */
export function ClusterDrift(props: ClusterDriftProps) {
  const { clusters, a, b, fixed = false, onChange } = props;
  const { t } = usePostureTranslation();
  const two = a !== '' && b !== '' && a !== b;
  const drift = useDrift(two ? { a, b } : undefined);
  return (
    <div className={styles.drift}>
      {clusters.length > 1 && (
        <div className={styles.choice}>
          {!fixed && (
            <ClusterSelect
              label={t('clusters.drift.a')}
              clusters={clusters}
              value={a}
              onChange={name => onChange({ a: name })}
            />
          )}
          <ClusterSelect
            label={t('clusters.drift.b')}
            clusters={
              fixed ? clusters.filter(({ name }) => name !== a) : clusters
            }
            value={b}
            onChange={name => onChange({ b: name })}
          />
        </div>
      )}
      {two ? <DriftContent drift={drift} /> : <NothingChosen {...props} />}
    </div>
  );
}

interface ClusterSelectProps {
  label: string;
  clusters: readonly DriftChoice[];
  value: string;
  onChange: (name: string) => void;
}

function ClusterSelect(props: ClusterSelectProps) {
  const { label, clusters, value, onChange } = props;
  const { t } = usePostureTranslation();
  return (
    <Select
      size="small"
      label={label}
      placeholder={t('clusters.drift.choose')}
      className={styles.select}
      options={clusters.map(({ name, title }) => ({
        id: name,
        label: title ?? name,
      }))}
      value={value || null}
      onChange={name => onChange(String(name))}
    />
  );
}

function NothingChosen({ clusters, a, b }: ClusterDriftProps) {
  const { t } = usePostureTranslation();
  const words = missingChoice(clusters, a, b);
  const chosen = clusters.find(({ name }) => name === (a || b));
  return (
    <div className={styles.within}>
      <EmptyState
        icon={RiArrowLeftRightLine}
        title={t(`clusters.drift.${words}`, {
          cluster: chosen?.title ?? (a || b),
        })}
      >
        {t(`clusters.drift.${words}Detail`)}
      </EmptyState>
    </div>
  );
}

function missingChoice(
  clusters: readonly DriftChoice[],
  a: string,
  b: string,
): 'needTwo' | 'same' | 'chooseOther' | 'chooseTwo' {
  if (clusters.length < 2) return 'needTwo';
  if (a === '' && b === '') return 'chooseTwo';
  return a === b ? 'same' : 'chooseOther';
}

function DriftContent({ drift }: { drift: ReturnType<typeof useDrift> }) {
  const { t } = usePostureTranslation();
  const { data, failure, refresh, outdated } = drift;
  if (!data)
    return failure ? (
      <div className={styles.within}>
        <FailureState failure={failure} onRetry={refresh} />
      </div>
    ) : (
      <p className={styles.within} role="status">
        {t('clusters.drift.loading')}
      </p>
    );
  return (
    <>
      {failure && <FailureNotice failure={failure} onRetry={refresh} />}
      <DriftWords drift={data} />
      {data.items.length > 0 && <DriftTable drift={data} outdated={outdated} />}
    </>
  );
}

function DriftWords({ drift: { a, b, items } }: { drift: DriftResponse }) {
  const { t } = usePostureTranslation();
  const names = { a: a.title ?? a.name, b: b.title ?? b.name };
  const workloads = [a, b]
    .map(({ name, title, workloads: count }) =>
      t('clusters.drift.workloads', { cluster: title ?? name, count }),
    )
    .join(' ');
  if (items.length === 0)
    return (
      <div className={styles.within}>
        <EmptyState
          icon={RiCheckboxCircleLine}
          title={t('clusters.drift.none', names)}
        >
          {t('clusters.drift.noneDetail')} {workloads}
        </EmptyState>
      </div>
    );
  return (
    <p className={styles.summary}>
      {t('clusters.drift.summary', { count: items.length })} {workloads}
    </p>
  );
}
