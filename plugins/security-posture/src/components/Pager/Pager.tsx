import { Button, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { CursorPages } from './useCursorPages';
import styles from './Pager.module.css';

/** Props of {@link Pager}. */
export interface PagerProps {
  /** What the server answered: a page, how many there are over all pages where it tells, and where the next page begins. */
  answer: { items: readonly unknown[]; total?: number; nextCursor?: string };
  pages: CursorPages;
  /** How many a full page has. */
  pageSize: number;
  /** True while another page is on its way; no second step can be taken meanwhile. */
  outdated: boolean;
}

/** Which part of the list is shown, and the way to the next and the previous part. */
export function Pager(props: PagerProps) {
  const { answer, pages, pageSize, outdated } = props;
  const { t } = usePostureTranslation();
  const { nextCursor, total, items } = answer;
  const before = pages.page * pageSize;
  const places = {
    from: String(before + 1),
    to: String(before + items.length),
  };
  const range =
    total === undefined
      ? t('shared.pager.rangeOfUnknown', places)
      : t('shared.pager.range', { ...places, total: String(total) });
  return (
    <nav className={styles.pager} aria-label={t('shared.pager.label')}>
      <Text as="p" variant="body-medium" role="status">
        {outdated ? t('shared.pager.loading') : range}
      </Text>
      {(pages.page > 0 || nextCursor !== undefined) && (
        <>
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiArrowLeftSLine />}
            isDisabled={outdated || pages.page === 0}
            onPress={pages.previous}
          >
            {t('shared.pager.previous')}
          </Button>
          <Button
            size="small"
            variant="secondary"
            iconEnd={<RiArrowRightSLine />}
            isDisabled={outdated || nextCursor === undefined}
            onPress={() => nextCursor !== undefined && pages.next(nextCursor)}
          >
            {t('shared.pager.next')}
          </Button>
        </>
      )}
    </nav>
  );
}
