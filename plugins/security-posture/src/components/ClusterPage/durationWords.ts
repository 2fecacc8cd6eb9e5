import { PostureTranslate } from '../../translation/usePostureTranslation';

/** How long something took: "48 s", "1 min 32 s"; "0.4 s" below one second. */
export function durationWords(seconds: number, t: PostureTranslate): string {
  const whole = Math.round(seconds);
  if (whole < 60)
    return t('clusters.facts.seconds', {
      number: new Intl.NumberFormat(t('shared.locale'), {
        maximumFractionDigits: seconds < 1 ? 1 : 0,
      }).format(seconds),
    });
  return t('clusters.facts.minutes', {
    minutes: String(Math.floor(whole / 60)),
    seconds: String(whole % 60),
  });
}
