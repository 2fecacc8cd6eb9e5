export { Matrix } from './Matrix';
export type { MatrixProps } from './Matrix';
export type {
  MatrixCell,
  MatrixColumn,
  MatrixColumnGroup,
  MatrixRow,
  MatrixUnit,
} from './matrixTypes';
