import { FrameworkId } from '../../model/frameworks';

/** One section, check or recommendation of a framework. */
export interface FrameworkItem {
  /** As controls refer to it: `P4`, `5.2.2`, `hostNamespaces`. */
  readonly id: string;
  /** The framework's own heading, or short words of ours where its text is not free. */
  readonly title: string;
  /** The minor of Kubernetes 1.x from which on it is asked for; from the beginning where it is absent. */
  readonly sinceMinor?: number;
  /** What of it lies beyond every control, and why: one sentence. */
  readonly beyond?: string;
}

/** The items of a framework that stand under one heading of it. */
export interface FrameworkSection {
  readonly title: string;
  readonly items: readonly FrameworkItem[];
}

/** One edition of a framework, with all that it asks for. */
export interface FrameworkTable {
  readonly framework: FrameworkId;
  /** `1.12`, `v1.2, August 2022`. */
  readonly edition: string;
  /** Where the framework is published. */
  readonly source: string;
  /** What it is, and what the titles here are taken from: one or two sentences. */
  readonly about: string;
  readonly sections: readonly FrameworkSection[];
}

/** Items from pairs of id and title, as most tables write them. */
export function items(
  rows: Readonly<Record<string, string>>,
): readonly FrameworkItem[] {
  return Object.entries(rows).map(([id, title]) => ({ id, title }));
}
