import { Link } from '@backstage/ui';
import type {
  ClusterOverview,
  FixFirstItem,
} from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import { useBoardLink } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { FixAccordion, FixStack } from '../FixFirst';
import { Prose } from '../Prose';
import styles from './ClusterPage.module.css';

/** Objects that a fix names. */
const NAMED = 5;

/** What to fix first on the cluster itself: a stack, the first one open. */
export function ClusterFixes({ overview }: { overview: ClusterOverview }) {
  const { t } = usePostureTranslation();
  const { fixFirst, cluster } = overview;
  return (
    <FixStack title={t('clusters.fix.title')} items={fixFirst}>
      {(item, index) => (
        <FixAccordion
          key={item.control}
          position={index + 1}
          item={item}
          where={whereOf(item, t)}
          single
        >
          <FixDetails item={item} />
          <FindingsLink item={item} cluster={cluster.name} />
        </FixAccordion>
      )}
    </FixStack>
  );
}

function FixDetails({ item }: { item: FixFirstItem }) {
  const { t } = usePostureTranslation();
  return (
    <dl className={styles.fixWords}>
      <dt>{t('tab.fixFirst.why')}</dt>
      <dd>
        <Prose>{item.why}</Prose>
      </dd>
      <dt>{t('tab.fixFirst.where')}</dt>
      <dd>
        <ul className={styles.list}>
          {item.workloads.slice(0, NAMED).map(resource => (
            <li key={`${resource.kind} ${resource.namespace} ${resource.name}`}>
              {subjectName(resource)}
            </li>
          ))}
        </ul>
        {item.workloadsTotal > NAMED && (
          <p className={styles.aside}>
            {t('tab.fixFirst.more', { count: item.workloadsTotal - NAMED })}
          </p>
        )}
        {item.place && <p className={styles.aside}>{item.place.message}</p>}
      </dd>
      <dt>{t('tab.fixFirst.fix')}</dt>
      <dd>
        <Prose>{item.fix}</Prose>
      </dd>
    </dl>
  );
}

interface FindingsLinkProps {
  item: FixFirstItem;
  cluster: string;
}

function FindingsLink({ item, cluster }: FindingsLinkProps) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const one = item.workloadsTotal === 1;
  const query: Record<string, string> = one
    ? { finding: item.findingKey }
    : { control: item.control, cluster };
  return (
    <Link href={link('findings', { query })} className={styles.link}>
      {one
        ? t('clusters.fix.openFinding')
        : t('clusters.fix.openFindings', { count: item.workloadsTotal })}
    </Link>
  );
}

/** "3 nodes"; of one object also its name: "1 namespace: ns/media". */
function whereOf(item: FixFirstItem, t: PostureTranslate): string {
  const [first] = item.workloads;
  const count = t(`clusters.fix.subjects.${subjectOf(first?.kind)}`, {
    count: item.workloadsTotal,
  });
  return item.workloadsTotal === 1 && first && first.kind !== 'Cluster'
    ? `${count}: ${subjectName(first)}`
    : count;
}

function subjectOf(kind: string | undefined) {
  switch (kind) {
    case 'Node':
      return 'node';
    case 'Namespace':
      return 'namespace';
    case 'RoleBinding':
    case 'ClusterRoleBinding':
      return 'binding';
    case 'Cluster':
      return 'cluster';
    default:
      return 'object';
  }
}
