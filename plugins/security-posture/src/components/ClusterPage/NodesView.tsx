import { Link } from '@backstage/ui';
import { RiQuestionLine } from '@remixicon/react';
import type {
  ClusterNode,
  ClusterNodes,
  RunningLineView,
} from 'backstage-plugin-security-posture-common';
import { useClusterPart } from '../../api';
import { COUNTING_SEVERITIES } from '../../model/severities';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { Loaded } from '../Loaded';
import { Pager, useCursorPages } from '../Pager';
import { SeverityBadge } from '../SeverityBadge';
import { StateMark } from '../StateMark';
import { SupportWords } from '../SupportWords';
import { TabSection } from '../TabSection';
import { VersionsSection } from './VersionsSection';
import styles from './ClusterPage.module.css';

const PAGE_SIZE = 50;

/** Every node of the cluster: what it runs, and what is open on it. */
export function NodesView({ cluster }: { cluster: string }) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const pages = useCursorPages(`nodes ${cluster}`);
  const query = { cursor: pages.cursor, limit: PAGE_SIZE };
  const nodes = useClusterPart(
    cluster,
    'nodes',
    api => api.getClusterNodes(cluster, query),
    query,
  );
  return (
    <>
      <TabSection
        title={t('clusters.nodes.title')}
        actions={
          <span className={styles.words}>
            {(['node', 'controlPlane'] as const).map(category => (
              <Link
                key={category}
                href={link('findings', { query: { cluster, category } })}
                className={styles.link}
              >
                {t(`clusters.nodes.findings.${category}`)}
              </Link>
            ))}
          </span>
        }
        flush
      >
        <Loaded resource={nodes} height={400}>
          {data => (
            <>
              <NodeNotes nodes={data} />
              {data.items.length > 0 && (
                <NodeTable
                  cluster={cluster}
                  nodes={data.items}
                  outdated={nodes.outdated}
                />
              )}
              {data.total > data.items.length && (
                <div className={styles.within}>
                  <Pager
                    answer={data}
                    pages={pages}
                    pageSize={PAGE_SIZE}
                    outdated={nodes.outdated}
                  />
                </div>
              )}
            </>
          )}
        </Loaded>
      </TabSection>
      {nodes.data && (
        <VersionsSection
          versions={nodes.data.versions}
          asOf={nodes.data.supportAsOf}
        />
      )}
    </>
  );
}

function NodeNotes({ nodes }: { nodes: ClusterNodes }) {
  const { t } = usePostureTranslation();
  const { total, unread } = nodes;
  const why = unread && (
    <StateMark state={total ? 'stale' : 'notEvaluated'}>
      {t('clusters.nodes.unread', { reason: t(`shared.reason.${unread}`) })}
    </StateMark>
  );
  if (total > 0) return why ? <p className={styles.explained}>{why}</p> : null;
  return (
    <div className={styles.within}>
      <EmptyState icon={RiQuestionLine} title={t('clusters.nodes.none')}>
        {why ?? t('clusters.nodes.noneDetail')}
      </EmptyState>
    </div>
  );
}

interface NodeTableProps {
  cluster: string;
  nodes: readonly ClusterNode[];
  outdated: boolean;
}

function NodeTable({ cluster, nodes, outdated }: NodeTableProps) {
  const { t } = usePostureTranslation();
  return (
    <DataTable
      label={t('clusters.nodes.label')}
      columns={useColumns(cluster)}
      rows={nodes}
      rowKey={({ name }) => name}
      outdated={outdated}
    />
  );
}

function useColumns(cluster: string): DataColumn<ClusterNode>[] {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const parts = ['kubelet', 'runtime', 'system'] as const;
  return [
    {
      id: 'node',
      header: t('clusters.nodes.node'),
      rowHeader: true,
      cell: ({ name }) => (
        <Link
          href={link('findings', { query: { cluster, search: name } })}
          className={styles.link}
        >
          {name}
        </Link>
      ),
    },
    ...parts.map(part => ({
      id: part,
      header: t(`clusters.nodes.${part}`),
      width: '19%',
      cell: (node: ClusterNode) => <LineCell line={node[part]} />,
    })),
    {
      id: 'open',
      header: t('clusters.nodes.open'),
      cell: node => <OpenCell node={node} />,
    },
  ];
}

function LineCell({ line }: { line: RunningLineView | undefined }) {
  const { t } = usePostureTranslation();
  if (!line)
    return (
      <span className={styles.secondary}>{t('clusters.table.noVersion')}</span>
    );
  return (
    <>
      {line.name}
      <span
        className={styles.aside}
        data-warns={line.support?.state === 'ended'}
      >
        <SupportWords support={line.support} />
      </span>
    </>
  );
}

function OpenCell({ node: { failing, notEvaluated } }: { node: ClusterNode }) {
  const { t } = usePostureTranslation();
  const open = COUNTING_SEVERITIES.filter(severity => failing[severity] > 0);
  return (
    <>
      {open.length === 0 && (
        <span className={styles.secondary}>{t('clusters.nodes.noOpen')}</span>
      )}
      <span className={styles.words}>
        {open.map(severity => (
          <span key={severity} className={styles.count}>
            {failing[severity]} <SeverityBadge severity={severity} />
          </span>
        ))}
      </span>
      {notEvaluated > 0 && (
        <span className={styles.aside}>
          {t('clusters.nodes.notEvaluated', { count: notEvaluated })}
        </span>
      )}
    </>
  );
}
