import { useCallback } from 'react';
import { useBoardLink } from '../../routing';

/** Gives the absolute address of a finding in the explorer, to be sent to others. */
export function useFindingLink(): (key: string) => string {
  const link = useBoardLink();
  return useCallback(
    key =>
      new URL(
        link('findings', { query: { finding: key } }),
        window.location.origin,
      ).href,
    [link],
  );
}
