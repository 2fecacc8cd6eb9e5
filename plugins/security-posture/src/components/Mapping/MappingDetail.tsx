import type {
  ClusterFreshness,
  MappingView,
} from 'backstage-plugin-security-posture-common';
import {
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
} from 'backstage-plugin-security-posture-common';
import { MappedClusters } from '../../model/scannedClusters';
import { subjectId, subjectName } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { CodeBlock } from '../CodeBlock';
import { CopyButton } from '../CopyButton';
import { StateMark } from '../StateMark';
import styles from './Mapping.module.css';
import { MappingByCluster } from './MappingByCluster';

/** Props of {@link MappingDetail}. */
export interface MappingDetailProps {
  mapping: MappingView;
  clusters: MappedClusters;
  /** What is known of each cluster. */
  freshness: readonly ClusterFreshness[];
}

/** The query, what each of its steps leaves where anything was counted, and what would make it find something. */
export function MappingDetail(props: MappingDetailProps) {
  const { mapping, clusters, freshness } = props;
  const counted =
    clusters.scanned.length > 0 || clusters.unscanned.length === 0;
  return (
    <div className={styles.detail}>
      <div className={styles.column}>
        <Query query={mapping.query} />
        {counted && <Steps steps={mapping.steps} />}
        <MappingByCluster query={mapping.query} clusters={freshness} />
        <Candidates candidates={mapping.candidates} />
      </div>
      <Snippet snippet={mapping.snippet} />
    </div>
  );
}

function Query({ query }: Pick<MappingView, 'query'>) {
  const { t } = usePostureTranslation();
  if (!query) return null;
  const annotation =
    query.from === 'kubernetes-id'
      ? KUBERNETES_ID_ANNOTATION
      : KUBERNETES_LABEL_SELECTOR_ANNOTATION;
  return (
    <div>
      <h3 className={styles.heading}>{t('tab.mapping.query')}</h3>
      <dl className={styles.query}>
        <dt>{t('tab.mapping.selector')}</dt>
        <dd>
          <code>{query.labelSelector}</code>
          <span className={styles.aside}>
            {query.from === 'name'
              ? t('tab.mapping.from.name')
              : t('tab.mapping.from.annotation', { annotation })}
          </span>
        </dd>
        <dt>{t('tab.mapping.namespace')}</dt>
        <dd>{query.namespace ?? t('tab.mapping.anyNamespace')}</dd>
        <dt>{t('tab.mapping.clusters')}</dt>
        <dd>{query.clusters.join(', ') || '–'}</dd>
      </dl>
    </div>
  );
}

/** The steps up to the first that leaves nothing: what comes after it finds nothing either. */
function Steps({ steps }: Pick<MappingView, 'steps'>) {
  const { t } = usePostureTranslation();
  if (steps.length === 0) return null;
  const end = steps.findIndex(({ found }) => found === 0);
  const taken = end < 0 ? steps : steps.slice(0, end + 1);
  return (
    <div>
      <h3 className={styles.heading}>{t('tab.mapping.steps')}</h3>
      <ol className={styles.steps}>
        {taken.map(({ step, found }) => (
          <li key={step}>
            <StateMark state={found > 0 ? 'passing' : 'failing'}>
              {t(`tab.mapping.step.${step}`, { count: found })}
              {found === 0 && (
                <span className={styles.nothing}>
                  {t('tab.mapping.stepNothing')}
                </span>
              )}
            </StateMark>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Candidates({ candidates }: Pick<MappingView, 'candidates'>) {
  const { t } = usePostureTranslation();
  if (candidates.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{t('tab.mapping.candidates')}</h3>
      <ul className={styles.steps}>
        {candidates.map(resource => (
          <li key={subjectId(resource)}>
            {subjectName(resource)}
            <span className={styles.aside}>
              {[resource.namespace, resource.cluster]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Snippet({ snippet }: Pick<MappingView, 'snippet'>) {
  const { t } = usePostureTranslation();
  if (!snippet) return null;
  const label = t('tab.mapping.snippet');
  const lines = snippet.trimEnd().split('\n');
  return (
    <div className={styles.column}>
      <div className={styles.caption}>
        <h3 className={styles.heading}>{label}</h3>
        <CopyButton text={snippet} />
      </div>
      <CodeBlock label={label} lines={lines.map(text => ({ text }))} wraps />
    </div>
  );
}
