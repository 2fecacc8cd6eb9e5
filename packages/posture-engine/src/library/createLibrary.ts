import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { ALL_CONTROLS } from '../controls/index.generated';
import { Control } from '../model/control';
import { describeControl } from './describeControl';
import { unfailingFixes } from './unfailingFixes';
import { LIBRARY_VERSION } from './version';

/** The controls that postures are judged by. */
export interface ControlLibrary {
  /** Names exactly these controls: scores of two versions are never compared silently. */
  readonly version: string;
  readonly controls: readonly Control[];
}

/** Controls that somebody else adds to the library. */
export interface AddedControls {
  /** Who adds them. */
  readonly module: string;
  /** Theirs; it has to change with their rules, for no other sign of that reaches a score. */
  readonly version: string;
  readonly controls: readonly Control[];
}

/** The controls of this package. */
export const BASE_LIBRARY: ControlLibrary = {
  version: LIBRARY_VERSION,
  controls: ALL_CONTROLS,
};

/** Characters of the hash that tells one set of additions from another. */
const HASH_LENGTH = 12;

/**
 * A library with additions, whose version tells who added what: `0.1.0+3f1c…`. It does not depend on the order of the
 * additions. Ids have to be unique. A patch or remedy of an addition that throws gives none; its rule may throw as any may.
 */
export function createLibrary(
  base: ControlLibrary,
  additions: readonly AddedControls[],
): ControlLibrary {
  const added = additions.flatMap(({ controls }) => controls);
  if (!added.length) return base;
  return {
    version: `${base.version}+${hashOf(additions)}`,
    controls: [...base.controls, ...added.map(unfailingFixes)],
  };
}

function hashOf(additions: readonly AddedControls[]): string {
  const written = additions
    .map(({ module, version, controls }) =>
      JSON.stringify([
        module,
        version,
        controls.map(describeControl).sort(byId),
      ]),
    )
    .sort();
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(written)))).slice(
    0,
    HASH_LENGTH,
  );
}

function byId(left: { id: string }, right: { id: string }): number {
  return left.id < right.id ? -1 : 1;
}
