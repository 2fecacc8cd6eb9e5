import { Button } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ExplorerPageState } from './useExplorerState';

/** Takes all filters away. */
export function ResetButton({ state }: { state: ExplorerPageState }) {
  const { t } = usePostureTranslation();
  return (
    <Button variant="secondary" onPress={state.reset}>
      {t('findings.filters.reset')}
    </Button>
  );
}
