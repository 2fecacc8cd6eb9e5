import { DEFAULT_TABLES } from '../data/defaultTables';
import { CheckTool, ToolCheck } from '../model/dataTables';

const TOOLS: readonly CheckTool[] = ['kubescape', 'trivy'];

/** The checks of Kubescape and Trivy that ask what a control asks, wholly or in part. */
export function checksOfOtherTools(control: string): readonly ToolCheck[] {
  return DEFAULT_TABLES.toolIds.rows.filter(
    ({ tool, controls }) => TOOLS.includes(tool) && controls.includes(control),
  );
}
