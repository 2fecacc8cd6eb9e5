import { ButtonLink, Card, CardBody } from '@backstage/ui';
import { RiLinkUnlink } from '@remixicon/react';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { BoardFrame } from '../BoardFrame';
import { EmptyState } from '../EmptyState';

/** What an address below the board shows that no page has. */
export function NotFoundPage() {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  return (
    <BoardFrame page="overview">
      <Card>
        <CardBody>
          <EmptyState
            icon={RiLinkUnlink}
            title={t('board.notFound.title')}
            actions={
              <ButtonLink variant="secondary" href={link('overview')}>
                {t('board.notFound.back')}
              </ButtonLink>
            }
          >
            {t('board.notFound.description')}
          </EmptyState>
        </CardBody>
      </Card>
    </BoardFrame>
  );
}
