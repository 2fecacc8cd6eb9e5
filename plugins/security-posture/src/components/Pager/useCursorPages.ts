import { useState } from 'react';

/** A place in a list that the server pages by cursor. */
export interface CursorPages {
  /** Of the page shown; undefined for the first. */
  cursor: string | undefined;
  /** Counted from 0. */
  page: number;
  next: (cursor: string) => void;
  previous: () => void;
}

/**
 * Remembers the cursors of the pages gone through, for a server's cursor only leads on.
 *
 * @param list - names the list; another list starts at its first page
 */
export function useCursorPages(list: string): CursorPages {
  const [state, setState] = useState({ list, cursors: [] as string[] });
  const cursors = state.list === list ? state.cursors : [];
  return {
    cursor: cursors.at(-1),
    page: cursors.length,
    next: cursor => setState({ list, cursors: [...cursors, cursor] }),
    previous: () => setState({ list, cursors: cursors.slice(0, -1) }),
  };
}
