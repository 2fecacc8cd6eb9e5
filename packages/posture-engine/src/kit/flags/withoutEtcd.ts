import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { storesInSqlite } from '../../relate/controlPlane/storesInSqlite';
import { notApplicable } from '../judgements';

/** What a control over etcd says where there is none. Undefined where there may be one. */
export function withoutEtcd({
  inventory,
}: ControlContext<'nodes'>): Judgement | undefined {
  return storesInSqlite(inventory)
    ? notApplicable('nothingToJudge', 'k3s stores its data in SQLite')
    : undefined;
}
