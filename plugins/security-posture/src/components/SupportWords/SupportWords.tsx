import type { RunningLineView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { FullDay } from '../Day';

/** Props of {@link SupportWords}. */
export interface SupportWordsProps {
  support: RunningLineView['support'];
}

/** Until when a line of releases is supported, as a half sentence. */
export function SupportWords({ support }: SupportWordsProps) {
  const { t } = usePostureTranslation();
  if (!support) return <>{t('clusters.support.unknown')}</>;
  const { state, ends } = support;
  if (ends === undefined)
    return (
      <>
        {t(
          state === 'ended'
            ? 'clusters.support.endedUnknown'
            : 'clusters.support.supportedOn',
        )}
      </>
    );
  return <>{t(`clusters.support.${state}`, { day: <FullDay day={ends} /> })}</>;
}
