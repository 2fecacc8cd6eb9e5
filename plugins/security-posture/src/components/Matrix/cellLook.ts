import { MatrixCell } from './matrixTypes';

/** How strong the colour of a cell is: by the share that fails. */
export type MatrixTint = 'quarter' | 'half' | 'most';

/** What a cell says with its number. */
export type CellLook =
  | 'failing'
  | 'notEvaluated'
  | 'exempted'
  | 'none'
  | 'nothing';

/** What matters most in a cell. `none`: judged, and nothing fails. `nothing`: there was nothing to judge. */
export function cellLook(cell: MatrixCell | undefined): CellLook {
  if (!cell) return 'nothing';
  if (cell.failing > 0) return 'failing';
  if (cell.notEvaluated > 0) return 'notEvaluated';
  if (cell.exempted > 0) return 'exempted';
  return cell.judged > 0 ? 'none' : 'nothing';
}

/** The number that a cell shows, and of how many it is a part. */
export function cellNumbers(cell: MatrixCell): { number: number; of: number } {
  switch (cellLook(cell)) {
    case 'notEvaluated':
      return {
        number: cell.notEvaluated,
        of: cell.judged + cell.notEvaluated,
      };
    case 'exempted':
      return { number: cell.exempted, of: cell.judged };
    default:
      return { number: cell.failing, of: cell.judged };
  }
}

/** A quarter and less, a half and less, or more of what was judged fails. */
export function cellTint({ failing, judged }: MatrixCell): MatrixTint {
  const share = judged > 0 ? failing / judged : 1;
  if (share > 0.5) return 'most';
  return share > 0.25 ? 'half' : 'quarter';
}
