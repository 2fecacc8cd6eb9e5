import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { stageOf } from '../../model/exemptionStage';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { ActorName } from '../ActorName';
import type { DataColumn } from '../DataTable';
import { Day } from '../Day';
import { scopeWords } from '../ExemptionPanel';
import { STAGE_TITLES, StageMark } from '../ExemptionStanding';
import { RelativeTime } from '../RelativeTime';
import { ScopeName } from '../ScopeName';
import { SeverityBadge } from '../SeverityBadge';
import styles from './ExemptionsPage.module.css';

/** The columns of the register, from left to right. */
export function registerColumns(
  t: PostureTranslate,
  now: number,
  onOpen: (id: string) => void,
): DataColumn<ExemptionDetails>[] {
  const header = (
    id: 'what' | 'service' | 'state' | 'asked' | 'ends' | 'covers',
  ) => ({ id, header: t(`exemptions.register.column.${id}`) });
  return [
    {
      ...header('what'),
      rowHeader: true,
      width: '32%',
      cell: exemption => (
        <span className={styles.lines}>
          <button
            type="button"
            className={styles.open}
            onClick={() => onOpen(exemption.id)}
          >
            {exemption.title}
          </button>
          <span className={styles.second}>
            <SeverityBadge severity={exemption.severity} />{' '}
            {scopeWords(exemption, t)}
          </span>
        </span>
      ),
    },
    {
      ...header('service'),
      cell: ({ entityRef }) =>
        entityRef ? (
          <span className={styles.lines}>
            <ScopeName entityRef={entityRef} />
          </span>
        ) : (
          <span className={styles.second}>
            {t('exemptions.register.noService')}
          </span>
        ),
    },
    {
      ...header('state'),
      cell: exemption => {
        const stage = stageOf(exemption, now);
        return (
          <StageMark stage={stage}>
            {STAGE_TITLES[stage](exemption, t, now)}
          </StageMark>
        );
      },
    },
    {
      ...header('asked'),
      cell: ({ requestedBy, requestedAt }) => (
        <span className={styles.lines}>
          <ActorName actor={requestedBy} />
          <span className={styles.second}>
            <RelativeTime iso={requestedAt} />
          </span>
        </span>
      ),
    },
    {
      ...header('ends'),
      cell: ({ expiresAt }) => (
        <span className={styles.whole}>
          <Day day={expiresAt} withYear />
        </span>
      ),
    },
    {
      ...header('covers'),
      cell: ({ appliesTo, state }) => {
        if (state !== 'pending' && state !== 'approved') return '–';
        return appliesTo === 0 ? (
          <span className={styles.warns}>{t('exemptions.covers.none')}</span>
        ) : (
          t('exemptions.covers.count', { count: appliesTo })
        );
      },
    },
  ];
}
