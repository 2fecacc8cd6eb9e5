import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import type { ExportFormat } from 'backstage-plugin-security-posture-common';
import type { Failure } from '../../api/failure';
import { Export, ExportOf, useExport } from '../../api/useExport';
import { formatDay } from '../../model/days';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import styles from './ExportButton.module.css';

/** What most people want first. */
const FORMATS: readonly ExportFormat[] = [
  'csv',
  'html',
  'json',
  'sarif',
  'policyreport',
  'oscal',
];

/** Props of {@link ExportButton}. */
export interface ExportButtonProps {
  of: ExportOf;
}

/** Saves what is open as a file in a format of the user's choice; of a past day where `of` has one, with the day in its words. */
export function ExportButton({ of }: ExportButtonProps) {
  const { t } = usePostureTranslation();
  const { progress, start } = useExport(of);
  const day = of.date && formatDay(of.date, t('shared.locale'), true);
  return (
    <div className={styles.export}>
      <MenuTrigger>
        <Button
          variant={day ? 'tertiary' : 'secondary'}
          iconStart={<RiDownload2Line />}
          isPending={progress.state === 'coming'}
        >
          {day ? t('shared.export.ofDay', { day }) : t('shared.export.button')}
        </Button>
        <Menu aria-label={t('shared.export.formats')}>
          {FORMATS.map(format => (
            <MenuItem key={format} onAction={() => start(format)}>
              {t(`shared.export.format.${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      <p
        className={styles.progress}
        role="status"
        data-failed={isProblem(progress) || undefined}
      >
        {progressWords(progress, day, t)}
      </p>
    </div>
  );
}

function isProblem({ state }: Export['progress']): boolean {
  return state === 'failed' || state === 'broken';
}

function progressWords(
  progress: Export['progress'],
  day: string | undefined,
  t: PostureTranslate,
): string | null {
  switch (progress.state) {
    case 'coming':
      return t('shared.export.coming', { size: sizeWords(progress.bytes, t) });
    case 'saved':
      return t('shared.export.saved', { file: progress.fileName });
    case 'broken':
      return t('shared.export.broken');
    case 'failed':
      return failureWords(progress.failure, day, t);
    default:
      return null;
  }
}

/** The server refuses a day for one reason only: its findings are kept no more. */
function failureWords(
  { kind, message }: Failure,
  day: string | undefined,
  t: PostureTranslate,
): string {
  if (day && kind === 'invalid') return t('shared.export.dayGone', { day });
  const why =
    kind === 'server' || kind === 'invalid'
      ? message
      : t(`shared.failure.${kind}Title`);
  return t('shared.export.failed', { message: why });
}

/** In whole kilobytes below a megabyte, so that it does not flicker. */
function sizeWords(bytes: number, t: PostureTranslate): string {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(t('shared.locale'), {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(bytes / (large ? 1_000_000 : 1_000));
}
