import { Button, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import type { EntitiesResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { CursorPages } from './useCursorPages';
import { PAGE_SIZE } from './useEntitiesQuery';
import styles from './EntityList.module.css';

/** Props of {@link Pager}. */
export interface PagerProps {
  answer: EntitiesResponse;
  pages: CursorPages;
  /** True while another page is on its way; no second step can be taken meanwhile. */
  outdated: boolean;
}

/** Which part of the list is shown, and the way to the next and the previous part. */
export function Pager({ answer, pages, outdated }: PagerProps) {
  const { t } = usePostureTranslation();
  const { nextCursor, total, items } = answer;
  const before = pages.page * PAGE_SIZE;
  const range = t('organisation.pager.range', {
    from: String(before + 1),
    to: String(before + items.length),
    total: String(total),
  });
  return (
    <nav className={styles.pager} aria-label={t('organisation.pager.label')}>
      <Text as="p" variant="body-medium" role="status">
        {outdated ? t('organisation.loading') : range}
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
            {t('organisation.pager.previous')}
          </Button>
          <Button
            size="small"
            variant="secondary"
            iconEnd={<RiArrowRightSLine />}
            isDisabled={outdated || nextCursor === undefined}
            onPress={() => nextCursor !== undefined && pages.next(nextCursor)}
          >
            {t('organisation.pager.next')}
          </Button>
        </>
      )}
    </nav>
  );
}
