import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { PostureTranslate } from '../../translation/usePostureTranslation';

/** What somebody who opens an exemption does there: decides, looks at what changed, takes it back, or reads. */
export function actionWords(
  { may, reopenedAt, state, own }: ExemptionDetails,
  t: PostureTranslate,
): string {
  if (may.includes('approve')) return t('exemptions.action.decide');
  if (reopenedAt) return t('exemptions.action.change');
  if (own && may.includes('revoke')) {
    return t(
      state === 'pending'
        ? 'exemptions.action.withdraw'
        : 'exemptions.action.end',
    );
  }
  return t('exemptions.action.open');
}
