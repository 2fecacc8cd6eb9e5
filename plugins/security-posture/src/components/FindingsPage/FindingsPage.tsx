import { useExplorer } from '../../api';
import { BoardFrame } from '../BoardFrame';
import { ExplorerSection } from './ExplorerSection';
import { FindingPanel } from './FindingPanel';
import { useExplorerState } from './useExplorerState';
import { ViewsBar } from './ViewsBar';

/** Every finding that the user may see: searched, filtered, sorted and paged; one of them opens beside the list. */
export function FindingsPage() {
  const state = useExplorerState();
  const findings = useExplorer(state.query);
  return (
    <BoardFrame page="findings">
      <ViewsBar state={state} />
      <ExplorerSection state={state} findings={findings} />
      {state.finding && (
        <FindingPanel findingKey={state.finding} onClose={state.close} />
      )}
    </BoardFrame>
  );
}
