import { Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import { PathSwitch } from '../../routing';
import { NotFoundPage } from '../NotFoundPage';
import { BOARD_CASES } from './boardCases';

/** The organisation's board: the page that the address names. */
export function OrganisationPage() {
  return (
    <Suspense fallback={<Progress />}>
      <PathSwitch cases={BOARD_CASES} fallback={<NotFoundPage />} />
    </Suspense>
  );
}
