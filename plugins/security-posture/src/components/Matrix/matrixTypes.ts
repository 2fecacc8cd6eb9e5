import { ReactNode } from 'react';
import { Severity } from '../../model/severities';

/** What a matrix counts. */
export type MatrixUnit = 'services' | 'subjects';

/** How many of what a row and a column have in common fail, and how much of it is known. */
export interface MatrixCell {
  /** Those that fail, exempted ones left out, those among them that could not be judged again included. */
  failing: number;
  /** Those that were judged; the failing ones are a share of them. */
  judged: number;
  /** Those that could not be judged. */
  notEvaluated: number;
  /** Of the failing ones, those that were failing when last seen. */
  stale: number;
  /** Those on which a failure is exempted, and nothing else fails. */
  exempted: number;
  /** Sets the colour of what fails. */
  severity: Severity;
  /** Leads to what is behind the number. */
  href?: string;
}

/** Columns that stand together under one heading. */
export interface MatrixColumnGroup {
  id: string;
  header: ReactNode;
}

/** A column. Columns of a group follow each other. */
export interface MatrixColumn {
  id: string;
  /** Its words, as they stand in the heading and are read out with each cell. */
  name: string;
  href?: string;
  group?: MatrixColumnGroup;
}

/** A row. */
export interface MatrixRow {
  id: string;
  /** Its words, as they are read out with each cell. */
  name: string;
  /** What is shown instead of the words: a link. */
  header?: ReactNode;
  /** A second line: how many were judged. */
  note?: ReactNode;
  /** How deep it stands below the top, for rows of a hierarchy; 0 by default. */
  level?: number;
}
