import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useEntityTabLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './FindingsPage.module.css';

/** Services that are named before the rest is counted. */
const NAMED = 2;

/** Props of {@link ServiceLinks}. */
export interface ServiceLinksProps {
  /** Full refs. */
  refs: readonly string[];
  /** The finding that the service's tab opens. */
  findingKey: string;
  /** True to name them all. */
  all?: boolean;
}

/** The services that have a finding, each as a link to it on the service's tab. */
export function ServiceLinks(props: ServiceLinksProps) {
  const { refs, findingKey, all = false } = props;
  const { t } = usePostureTranslation();
  const tabLink = useEntityTabLink();
  const named = all ? refs : refs.slice(0, NAMED);
  if (refs.length === 0)
    return (
      <span className={styles.second}>{t('findings.table.noService')}</span>
    );
  return (
    <span className={styles.lines}>
      {named.map(ref => (
        <Link
          key={ref}
          className={styles.link}
          href={tabLink(ref, { finding: findingKey })}
        >
          <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
        </Link>
      ))}
      {refs.length > named.length && (
        <span className={styles.second}>
          {t('findings.table.moreServices', {
            count: refs.length - named.length,
          })}
        </span>
      )}
    </span>
  );
}
