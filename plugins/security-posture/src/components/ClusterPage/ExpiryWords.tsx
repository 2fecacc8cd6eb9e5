import type { AttestationView } from 'backstage-plugin-security-posture-common';
import { dayOf, daysBetween } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { FullDay } from '../Day';
import { useNow } from '../RelativeTime/useNow';
import { StateMark } from '../StateMark';

/** Days before its end in which an attestation is marked. */
const SOON = 14;

/** Until when an attestation holds; marked where it ends soon, or has ended. */
export function ExpiryWords({ attestation }: { attestation: AttestationView }) {
  const { t } = usePostureTranslation();
  const now = useNow();
  const { expiresAt, state } = attestation;
  const day = <FullDay day={expiresAt} />;
  if (state === 'expired')
    return (
      <StateMark state="stale">{t('attestations.expired', { day })}</StateMark>
    );
  const left = daysBetween(dayOf(now), dayOf(Date.parse(expiresAt)));
  if (state !== 'inForce' || left > SOON) return day;
  return (
    <StateMark state="stale">
      {left > 0
        ? t('attestations.soon', { count: left })
        : t('attestations.today')}
    </StateMark>
  );
}
