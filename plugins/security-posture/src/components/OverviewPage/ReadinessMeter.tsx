import { Text } from '@backstage/ui';
import type { OverviewResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ReadinessMark } from '../ReadinessMark';
import styles from './ReadinessMeter.module.css';

const PARTS = ['notReady', 'unknown', 'noPosture', 'ready'] as const;

/** The services by readiness: a bar whose parts differ by pattern, and the same in words. */
export function ReadinessMeter(props: {
  entities: OverviewResponse['entities'];
}) {
  const { entities } = props;
  const { t } = usePostureTranslation();
  const parts = PARTS.filter(part => entities[part] > 0);
  return (
    <section className={styles.meter}>
      <Text as="h3" variant="body-small" color="secondary">
        {t('organisation.facts.services', { count: entities.total })}
      </Text>
      <div className={styles.bar} data-printed aria-hidden="true">
        {parts.map(part => (
          <span
            key={part}
            className={styles.part}
            data-part={part}
            style={{ flexGrow: entities[part] }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {parts.map(part => (
          <li key={part}>
            <ReadinessMark readiness={part}>
              {t(`organisation.meter.${part}`, {
                number: String(entities[part]),
              })}
            </ReadinessMark>
          </li>
        ))}
      </ul>
    </section>
  );
}
