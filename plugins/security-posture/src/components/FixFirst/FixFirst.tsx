import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { FixFirstEntry } from './FixFirstEntry';
import { FixStack } from './FixStack';

/** How many fixes are shown: one next action, and two more to come. */
const SHOWN = 3;

/** Props of {@link FixFirst}. */
export interface FixFirstProps {
  posture: EntityPosture;
  /** Shows a finding in the list below. */
  onOpenFinding: (key: string) => void;
}

/** What to fix first: a stack of three, the first one open. */
export function FixFirst({ posture, onOpenFinding }: FixFirstProps) {
  const { t } = usePostureTranslation();
  return (
    <FixStack
      title={t('tab.fixFirst.title')}
      items={posture.fixFirst.slice(0, SHOWN)}
    >
      {(item, index) => (
        <FixFirstEntry
          key={item.control}
          position={index + 1}
          item={item}
          posture={posture}
          onOpenFinding={onOpenFinding}
        />
      )}
    </FixStack>
  );
}
