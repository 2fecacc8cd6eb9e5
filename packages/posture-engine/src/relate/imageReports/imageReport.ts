import { MissingInput } from '../../evaluate/missingInput';
import { Judgement } from '../../model/finding';
import { ImageSubject } from '../../model/judgedSubject';
import { KubernetesObject } from '../../model/kubernetesObject';
import { LivePod } from '../../model/livePod';
import { notEvaluated } from '../../kit/judgements';
import { DAY, dayOf } from '../../read/dates';
import { DatedReport, newestReport } from './newestReport';
import { reportsOfImage } from './reportsOfImage';

/** Where reports of images are looked for. */
export interface ImageReportSources {
  /** Each reads the reports of one scanner, and throws MissingInput where they were not read. */
  readonly lists: readonly (() => readonly KubernetesObject[])[];
  /** Reads what runs now. */
  readonly livePods: () => readonly LivePod[];
}

/** The newest report about an image, with its age, or why there is none. */
export type ImageReport =
  | { readonly report: DatedReport; readonly days: number }
  | { readonly missing: 'noReport' | 'digestMismatch' };

/** A report that a verdict may rest on, or what the verdict is without one. */
export type FreshImageReport =
  | { readonly report: DatedReport }
  | { readonly verdict: Judgement };

/**
 * The newest report about an image at a time (epoch milliseconds).
 * Throws MissingInput where the reports of a scanner were not read and no other scanner has one.
 */
export function imageReport(
  image: ImageSubject,
  { lists, livePods }: ImageReportSources,
  now: number,
): ImageReport {
  const matching: KubernetesObject[] = [];
  let onlyOthers = false;
  let unread: MissingInput | undefined;
  for (const read of lists) {
    const reports = listOrReason(read);
    if (reports instanceof MissingInput) unread ??= reports;
    else {
      const found = reportsOfImage(image, reports, livePods());
      matching.push(...found.matching);
      onlyOthers ||= found.onlyOthers;
    }
  }
  const report = newestReport(matching);
  if (report) return { report, days: Math.floor((now - report.madeAt) / DAY) };
  if (unread) throw unread;
  return { missing: onlyOthers ? 'digestMismatch' : 'noReport' };
}

/** As `imageReport`; one that is older than so many days is `notEvaluated(staleReport)`, none is `notEvaluated` with its reason. */
export function freshImageReport(
  image: ImageSubject,
  sources: ImageReportSources,
  now: number,
  staleAfterDays: number,
): FreshImageReport {
  const found = imageReport(image, sources, now);
  if ('missing' in found) return { verdict: notEvaluated(found.missing) };
  return found.days > staleAfterDays
    ? {
        verdict: notEvaluated(
          'staleReport',
          `the newest report is of ${dayOf(found.report.madeAt)}`,
        ),
      }
    : { report: found.report };
}

function listOrReason(
  read: () => readonly KubernetesObject[],
): readonly KubernetesObject[] | MissingInput {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MissingInput)) throw error;
    return error;
  }
}
