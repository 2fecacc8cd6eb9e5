import { Link } from '@backstage/ui';
import type { ControlStandingDetails } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { TabSection } from '../TabSection';
import styles from './ControlPage.module.css';

/** The frameworks that ask for a control, where they are published, and where to read more. */
export function AskedForSection({
  details,
}: {
  details: ControlStandingDetails;
}) {
  const { t } = usePostureTranslation();
  const { askedFor, control } = details;
  return (
    <TabSection title={t('control.askedFor.title')}>
      <ul className={styles.frameworks}>
        {askedFor.map(framework => (
          <Framework key={framework.framework} asked={framework} />
        ))}
      </ul>
      {control.references.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('control.askedFor.references')}</h3>
          <ul className={styles.list}>
            {control.references.map(address => (
              <li key={address}>
                <Link className={styles.link} href={address} target="_blank">
                  {address}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </TabSection>
  );
}

type AskedFor = ControlStandingDetails['askedFor'][number];

function Framework({ asked }: { asked: AskedFor }) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const { framework, title, edition, source, items } = asked;
  return (
    <li>
      <Link className={styles.link} href={source} target="_blank">
        {title}
      </Link>{' '}
      <span className={styles.second}>{edition}</span>
      <ul className={styles.items}>
        {items.map(({ id, title: words }) => (
          <li key={id}>
            <strong>{id}</strong> {words}
          </li>
        ))}
      </ul>
      <Link
        className={styles.link}
        href={link('controls', { query: { framework } })}
      >
        {t('control.askedFor.others')}
      </Link>
    </li>
  );
}
