import { Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import type { ScanControl } from './ScanControl';

/** Props of {@link ScanButton}. */
export interface ScanButtonProps {
  scan: ScanControl;
  /** True where nothing was scanned before. */
  first?: boolean;
}

/** Asks for a scan. Not there for users who may not. */
export function ScanButton({ scan, first = false }: ScanButtonProps) {
  const { t } = usePostureTranslation();
  if (!scan.allowed) return null;
  return (
    <Button
      variant={first ? 'primary' : 'secondary'}
      iconStart={<RiRefreshLine />}
      isPending={scan.underWay}
      onPress={scan.start}
    >
      {t(first ? 'shared.scan.now' : 'shared.scan.again')}
    </Button>
  );
}
