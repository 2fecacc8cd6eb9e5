import { Button } from '@backstage/ui';
import { RiArrowLeftRightLine } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { lastDays, writeComparedDays } from './comparedDays';

/** Days that a comparison looks back where nobody chose. */
const DEFAULT_DAYS = 7;

/** Props of {@link CompareButton}. */
export interface CompareButtonProps {
  /** Called with the days as the address has them. */
  onCompare: (value: string) => void;
}

/** Opens the comparison of the last week. */
export function CompareButton({ onCompare }: CompareButtonProps) {
  const { t } = usePostureTranslation();
  return (
    <Button
      variant="secondary"
      iconStart={<RiArrowLeftRightLine />}
      onPress={() =>
        onCompare(writeComparedDays(lastDays(DEFAULT_DAYS, Date.now())))
      }
    >
      {t('trend.compare.button')}
    </Button>
  );
}
