import {
  AccountRight,
  DataTables,
  Inventory,
  NotEvaluatedReason,
  rightsOfAccount,
  SubjectRef,
} from 'security-posture-engine';
import { fitLists } from './fitLists';

/** A right as it is kept; its lists are cut, with what is missing counted. */
export interface KeptRight extends AccountRight {
  readonly moreVerbs?: number;
  readonly moreObjects?: number;
  readonly moreNames?: number;
}

/** What is kept of a service account: what it may do. At most 4 kB. */
export interface AccountFacts {
  /** The gravest first. */
  readonly rights: readonly KeptRight[];
  /** Whether a workload that runs as it has its token; undefined where that could not be told. */
  readonly token?: boolean;
  /** Why its rights could not be told. */
  readonly unread?: NotEvaluatedReason;
  /** Rights that did not fit. */
  readonly leftOut?: number;
}

const MOST_BYTES = 3900;
const MOST_VERBS = 12;
const MOST_OBJECTS = 10;
const MOST_NAMES = 4;

/** The facts of a service account of a cluster. */
export function accountFactsOf(
  account: SubjectRef,
  inventory: Inventory,
  tables: DataTables,
): AccountFacts {
  const { rights, token } = rightsOfAccount(account, inventory, tables);
  const { kept, leftOut } = fitLists(
    { rights: rights.read ? rights.items.map(keptRight) : [] },
    MOST_BYTES,
  );
  return {
    ...kept,
    ...(token.read ? { token: token.items[0] } : {}),
    ...(rights.read ? {} : { unread: rights.reason }),
    ...(leftOut.rights ? { leftOut: leftOut.rights } : {}),
  };
}

function keptRight({
  verbs,
  objects,
  names,
  ...right
}: AccountRight): KeptRight {
  const moreVerbs = verbs.length - MOST_VERBS;
  const moreObjects = objects.length - MOST_OBJECTS;
  const moreNames = names.length - MOST_NAMES;
  return {
    ...right,
    verbs: verbs.slice(0, MOST_VERBS),
    objects: objects.slice(0, MOST_OBJECTS),
    names: names.slice(0, MOST_NAMES),
    ...(moreVerbs > 0 ? { moreVerbs } : {}),
    ...(moreObjects > 0 ? { moreObjects } : {}),
    ...(moreNames > 0 ? { moreNames } : {}),
  };
}
