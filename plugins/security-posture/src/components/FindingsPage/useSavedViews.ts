import { useEffect, useMemo, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';

const BUCKET = 'security-posture';
const KEY = 'findings-views';

/** Filters that a user gave a name. */
export interface SavedView {
  name: string;
  /** As in the address: `severity=critical&state=failing`. */
  filters: string;
}

/** The views that the user saved, wherever the portal keeps what its users set. */
export interface SavedViews {
  views: readonly SavedView[];
  /** Takes the place of a view with the same name. */
  save: (view: SavedView) => void;
  rename: (from: string, to: string) => void;
  remove: (name: string) => void;
}

/** Reads and writes the user's views. */
export function useSavedViews(): SavedViews {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket(BUCKET), [storage]);
  const [views, setViews] = useState(() => viewsOf(bucket.snapshot(KEY).value));
  useEffect(() => {
    const subscription = bucket
      .observe$(KEY)
      .subscribe(({ value }) => setViews(viewsOf(value)));
    return () => subscription.unsubscribe();
  }, [bucket]);
  const write = (next: readonly SavedView[]) => {
    setViews(next);
    void bucket.set(
      KEY,
      next.map(view => ({ ...view })),
    );
  };
  const others = (...names: string[]) =>
    views.filter(({ name }) => !names.includes(name));
  return {
    views,
    save: view => write([...others(view.name), view]),
    remove: name => write(others(name)),
    rename: (from, to) =>
      write(
        views.flatMap(view => {
          if (view.name === from) return [{ ...view, name: to }];
          return view.name === to ? [] : [view];
        }),
      ),
  };
}

/** What the storage holds may be of another version: what is no view is left out. */
function viewsOf(value: unknown): readonly SavedView[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (view): view is SavedView =>
      typeof view?.name === 'string' && typeof view?.filters === 'string',
  );
}
