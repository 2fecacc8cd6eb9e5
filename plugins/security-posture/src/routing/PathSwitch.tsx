import { ReactNode } from 'react';
import { Route, Routes, useParams } from 'react-router-dom';

/** Something that is shown at a path below where the plugin is mounted. */
export interface PathCase {
  /** `teams`, `clusters/:name`; the empty path is the plugin's root. */
  path: string;
  element: ReactNode;
}

/** Props of {@link PathSwitch}. */
export interface PathSwitchProps {
  cases: readonly PathCase[];
  /** Shown at any other path. */
  fallback: ReactNode;
}

/** Shows what the rest of the address names. */
export function PathSwitch({ cases, fallback }: PathSwitchProps) {
  return (
    <Routes>
      {cases.map(({ path, element }) => (
        <Route key={path} path={path} element={element} />
      ))}
      <Route path="*" element={fallback} />
    </Routes>
  );
}

/** A named part of the path, decoded; empty where the path has none of this name. */
export function usePathParameter(name: string): string {
  return useParams()[name] ?? '';
}
