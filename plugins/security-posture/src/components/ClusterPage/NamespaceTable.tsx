import { Link } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import type { ClusterNamespace } from 'backstage-plugin-security-posture-common';
import { useBoardLink, useEntityTabLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { BoundedCell } from './BoundedCell';
import { PodSecurityCell } from './PodSecurityCell';
import styles from './ClusterPage.module.css';

/** Props of {@link NamespaceTable}. */
export interface NamespaceTableProps {
  cluster: string;
  namespaces: readonly ClusterNamespace[];
  outdated?: boolean;
}

/** Namespaces with what bounds their pods. */
export function NamespaceTable(props: NamespaceTableProps) {
  const { cluster, namespaces, outdated } = props;
  const { t } = usePostureTranslation();
  return (
    <DataTable
      label={t('clusters.namespaces.label')}
      columns={useColumns(cluster)}
      rows={namespaces}
      rowKey={({ name }) => name}
      outdated={outdated}
    />
  );
}

function useColumns(cluster: string): DataColumn<ClusterNamespace>[] {
  const { t } = usePostureTranslation();
  const directions = ['ingress', 'egress'] as const;
  return [
    {
      id: 'namespace',
      header: t('clusters.namespaces.namespace'),
      rowHeader: true,
      cell: namespace => <NameCell cluster={cluster} namespace={namespace} />,
    },
    {
      id: 'pods',
      header: t('clusters.namespaces.pods'),
      align: 'end',
      cell: ({ pods }) => pods?.total ?? '–',
    },
    ...directions.map(direction => ({
      id: direction,
      header: t(`clusters.namespaces.${direction}`),
      cell: (namespace: ClusterNamespace) => (
        <BoundedCell namespace={namespace} direction={direction} />
      ),
    })),
    {
      id: 'podSecurity',
      header: t('clusters.namespaces.podSecurity'),
      cell: namespace => <PodSecurityCell namespace={namespace} />,
    },
    {
      id: 'services',
      header: t('clusters.namespaces.services'),
      cell: namespace => <ServicesCell namespace={namespace} />,
    },
  ];
}

interface NameCellProps {
  cluster: string;
  namespace: ClusterNamespace;
}

function NameCell({ cluster, namespace: { name, system } }: NameCellProps) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  return (
    <>
      <Link
        href={link('findings', { query: { cluster, namespace: name } })}
        className={styles.link}
      >
        {name}
      </Link>
      {system && (
        <span className={styles.aside}>{t('clusters.namespaces.system')}</span>
      )}
    </>
  );
}

function ServicesCell({ namespace }: { namespace: ClusterNamespace }) {
  const { t } = usePostureTranslation();
  const tabLink = useEntityTabLink();
  const { services, servicesTotal } = namespace;
  if (services.length === 0)
    return (
      <span className={styles.secondary}>
        {t('clusters.namespaces.noServices')}
      </span>
    );
  const more = servicesTotal - services.length;
  return (
    <span className={styles.words}>
      {services.map(({ entityRef, title }) => (
        <Link key={entityRef} href={tabLink(entityRef)} className={styles.link}>
          {title ?? parseEntityRef(entityRef).name}
        </Link>
      ))}
      {more > 0 && (
        <span className={styles.secondary}>
          {t('clusters.namespaces.more', { count: more })}
        </span>
      )}
    </span>
  );
}
