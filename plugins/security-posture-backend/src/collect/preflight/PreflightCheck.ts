import {
  PreflightItem,
  PreflightState,
  ReadRule,
} from 'backstage-plugin-security-posture-common';
import { isClusterReadError } from 'backstage-plugin-security-posture-node';
import { READ_PARTS, ReadPart, ReadPartName } from 'security-posture-engine';

const NOT_FOUND = 404;

/** What one check is about. */
export interface CheckedItem {
  readonly name: string;
  readonly controls: readonly string[];
  readonly part: ReadPartName;
  /** The right that reads it; undefined for what no right gives. */
  readonly rule?: ReadRule;
}

/** Tries one list or page of a cluster. */
export class PreflightCheck {
  /** `state` is known without asking, or `read` asks. */
  constructor(
    private readonly item: CheckedItem,
    private readonly known: PreflightState | undefined,
    private readonly read: () => Promise<unknown>,
    /** True where 404 means that there is no such kind. */
    private readonly mayBeAbsent = false,
  ) {}

  /** Rejects with a ClusterReadError where the whole cluster fails. */
  async run(): Promise<PreflightItem> {
    if (this.known) return this.told(this.known);
    try {
      await this.read();
      return this.told('readable');
    } catch (error) {
      if (!isClusterReadError(error) || error.reach !== 'request') throw error;
      if (this.mayBeAbsent && error.status === NOT_FOUND)
        return this.told('notServed');
      return { ...this.told('unreadable'), reason: error.reason };
    }
  }

  private told(state: PreflightState): PreflightItem {
    const { name, controls, part, rule } = this.item;
    const { file, setting }: ReadPart = READ_PARTS[part];
    return {
      name,
      state,
      controls: [...controls],
      grantedBy: file,
      ...(rule ? { rule } : {}),
      ...(setting ? { setting } : {}),
    };
  }
}
