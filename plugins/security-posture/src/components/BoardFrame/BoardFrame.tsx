import { ReactNode } from 'react';
import { Container, Header } from '@backstage/ui';
import { BOARD_PAGES, BoardPage, useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { PostureRoot } from '../PostureRoot';
import { PrintedBasis, PrintedPage } from '../PrintedPage';
import styles from './BoardFrame.module.css';

/** Props of {@link BoardFrame}. */
export interface BoardFrameProps {
  /** The page whose tab is marked. */
  page: BoardPage;
  /** Beside the title. */
  actions?: ReactNode;
  /** What its numbers rest on, for who prints it. */
  basis?: PrintedBasis;
  children: ReactNode;
}

/** Title and tabs of the organisation's board around one of its pages. */
export function BoardFrame(props: BoardFrameProps) {
  const { page, actions, basis, children } = props;
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  return (
    <PostureRoot>
      <div className={styles.header}>
        <Header
          title={t('board.title')}
          activeTabId={page}
          tabs={BOARD_PAGES.map(id => ({
            id,
            label: t(`board.tabs.${id}`),
            href: link(id),
          }))}
          customActions={actions}
        />
      </div>
      <Container>
        <PrintedPage title={t(`board.tabs.${page}`)} basis={basis}>
          <div className={styles.content}>{children}</div>
        </PrintedPage>
      </Container>
    </PostureRoot>
  );
}
