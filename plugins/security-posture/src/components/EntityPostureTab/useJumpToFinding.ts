import { RefObject, useEffect, useRef } from 'react';

/** The way to a finding in the list. */
export interface FindingJump {
  /** Belongs on the element around the list. */
  list: RefObject<HTMLDivElement>;
  /** Shows and focuses a finding as soon as it is open. */
  jumpTo: (key: string) => void;
}

/**
 * Brings the open finding into view: the one of the address once, and any that a user jumps to.
 *
 * @param open - key of the open finding; empty where none is
 */
export function useJumpToFinding(open: string): FindingJump {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef({ key: open, focus: false });
  useEffect(() => {
    const { key, focus } = wanted.current;
    if (open === '' || key !== open || !list.current) return;
    wanted.current = { key: '', focus: false };
    const toggle = list.current.querySelector<HTMLElement>(
      '[data-open="true"] button',
    );
    const target = toggle ?? list.current;
    target.scrollIntoView({ block: 'start' });
    if (focus) target.focus({ preventScroll: true });
  });
  return {
    list,
    jumpTo: key => {
      wanted.current = { key, focus: true };
    },
  };
}
