import { ButtonLink, Card, CardBody } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';

/** What stands at the address of a control that this portal's library does not have. */
export function UnknownControl({ id }: { id: string }) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  return (
    <Card>
      <CardBody>
        <EmptyState
          icon={RiSearchLine}
          titleAs="h2"
          title={t('control.unknown.title', { id })}
          actions={
            <ButtonLink variant="secondary" href={link('controls')}>
              {t('control.unknown.all')}
            </ButtonLink>
          }
        >
          <p>{t('control.unknown.description')}</p>
        </EmptyState>
      </CardBody>
    </Card>
  );
}
