import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ControlMeter } from '../ControlMeter';
import { Freshness } from '../Freshness';
import { ScanControl, ScanOutcome } from '../ScanButton';
import { isStale, Verdict } from '../Verdict';
import { CardFooterLine } from './CardFooterLine';
import { CardFrame } from './CardFrame';
import { NextStep } from './NextStep';
import { ScoreLine } from './ScoreLine';
import styles from './EntityPostureCard.module.css';

/** Props of {@link JudgedCard}. */
export interface JudgedCardProps {
  posture: EntityPosture;
  scan: ScanControl;
  link: (query?: Record<string, string>) => string;
}

/** The card of an entity with a posture: verdict, score, meter, next step, freshness, way in. */
export function JudgedCard({ posture, scan, link }: JudgedCardProps) {
  const { t } = usePostureTranslation();
  const stale = isStale(posture);
  return (
    <CardFrame
      footer={
        <CardFooterLine href={link()} label={t('card.open')}>
          <Freshness clusters={freshClusters(posture)} />
        </CardFooterLine>
      }
    >
      <div className={styles.parts}>
        <Verdict posture={posture} size="small" />
        <ScoreLine posture={posture} />
        <ControlMeter controls={posture.controls} stale={stale} />
        <ScanOutcome scan={scan} />
        <NextStep posture={posture} link={link} />
      </div>
    </CardFrame>
  );
}

/** Silent clusters have their own words above, so the last line tells of the others. */
function freshClusters({ clusters }: EntityPosture) {
  const answering = clusters.filter(({ state }) => state === 'scanned');
  return answering.length > 0 ? answering : clusters;
}
