import { ReactNode } from 'react';
import { Container, Header, HeaderMetadataItem } from '@backstage/ui';
import { BoardPage, useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { PostureRoot } from '../PostureRoot';
import { PrintedBasis, PrintedPage } from '../PrintedPage';
import styles from './BoardFrame.module.css';

/** A tab of one thing's page. */
export interface DetailTab {
  id: string;
  label: string;
  href: string;
}

/** Props of {@link DetailFrame}. */
export interface DetailFrameProps {
  /** The page of the board that lists things of this kind. */
  page: BoardPage;
  title: string;
  /** What kind of thing it is, and the like. */
  tags?: readonly string[];
  metadata?: HeaderMetadataItem[];
  tabs?: DetailTab[];
  activeTab?: string;
  actions?: ReactNode;
  /** What its numbers rest on, for who prints it. */
  basis?: PrintedBasis;
  children: ReactNode;
}

/** Title, facts and tabs of one thing that a page of the board lists, with the way back to that page. */
export function DetailFrame(props: DetailFrameProps) {
  const { page, title, tags = [], metadata, tabs, activeTab } = props;
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  return (
    <PostureRoot>
      <div className={styles.header}>
        <Header
          title={title}
          tags={[
            { label: t(`board.tabs.${page}`), href: link(page) },
            ...tags.map(label => ({ label })),
          ]}
          metadata={metadata}
          tabs={tabs}
          activeTabId={activeTab}
          customActions={props.actions}
        />
      </div>
      <Container>
        <PrintedPage title={title} basis={props.basis}>
          <div className={styles.content}>{props.children}</div>
        </PrintedPage>
      </Container>
    </PostureRoot>
  );
}
