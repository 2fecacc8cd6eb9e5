import { PostureTranslate } from '../../translation/usePostureTranslation';
import { cellLook } from './cellLook';
import { MatrixCell, MatrixUnit } from './matrixTypes';

/** A cell in words: "1 of 4 services fail, 1 of them stale, 2 not evaluated". */
export function cellWords(
  cell: MatrixCell | undefined,
  unit: MatrixUnit,
  t: PostureTranslate,
): string {
  if (!cell || cellLook(cell) === 'nothing') return t('matrix.cell.nothing');
  const { failing, judged, notEvaluated, stale, exempted } = cell;
  const parts = [
    ...(judged > 0
      ? [
          t(`matrix.cell.fail.${unit}`, {
            count: judged,
            failing: String(failing),
          }),
        ]
      : []),
    ...(stale > 0 ? [t('matrix.cell.stale', { number: String(stale) })] : []),
    ...(exempted > 0
      ? [t('matrix.cell.exempted', { number: String(exempted) })]
      : []),
    ...(notEvaluated > 0
      ? [t('matrix.cell.notEvaluated', { number: String(notEvaluated) })]
      : []),
  ];
  return parts.join(', ');
}
