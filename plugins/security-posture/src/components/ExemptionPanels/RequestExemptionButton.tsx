import { Button } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { useExemptionPanels } from './exemptionContext';

/** Asks for an exemption of a finding. Not there for users who may not, and on pages without the panel. */
export function RequestExemptionButton({ findingKey }: { findingKey: string }) {
  const { t } = usePostureTranslation();
  const request = useExemptionPanels()?.request;
  if (!request) return null;
  return (
    <Button
      size="small"
      variant="secondary"
      onPress={() => request(findingKey)}
    >
      {t('exemptions.action.request')}
    </Button>
  );
}
