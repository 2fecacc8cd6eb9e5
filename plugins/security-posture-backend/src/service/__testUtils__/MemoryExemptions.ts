import { NotFoundError } from '@backstage/errors';
import {
  Coverage,
  ExemptableFinding,
  ExemptionDecisionRecord,
  ExemptionRecord,
  ExemptionsFilter,
  ExemptionStore,
  ExemptionVisibility,
  FindingExemptionRecord,
  NewExemption,
} from '../../database/ExemptionStore';
import { takeStep } from '../../exemptions/takeStep';

/** Exemptions in memory. */
export class MemoryExemptions implements ExemptionStore {
  /** Findings that can be asked for. */
  findings: readonly ExemptableFinding[] = [];
  items: ExemptionRecord[] = [];
  /** What every target covers. */
  coverage: Coverage = { appliesTo: 1, fails: [], criticalLeftOut: 0 };
  /** Exemptions of findings by key. */
  exempted = new Map<string, FindingExemptionRecord>();

  async findExemptable(key: string) {
    return this.findings.find(finding => finding.key === key);
  }

  async measure() {
    return this.coverage;
  }

  async create(request: NewExemption, now: number): Promise<ExemptionRecord> {
    const record: ExemptionRecord = {
      ...request,
      id: `00000000-0000-4000-a000-${String(this.items.length).padStart(
        12,
        '0',
      )}`,
      state: 'pending',
      source: 'request',
      requestedAt: now,
      version: 1,
      appliesTo: this.coverage.appliesTo,
      events: [{ what: 'requested', actor: request.requestedBy, at: now }],
    };
    this.items.push(record);
    return record;
  }

  async get(id: string) {
    return this.items.find(item => item.id === id);
  }

  async list({ visible, states, offset, limit }: ExemptionsFilter) {
    const matching = this.items.filter(
      item =>
        isVisible(item, visible) && (states?.includes(item.state) ?? true),
    );
    return {
      items: matching.slice(offset, offset + limit),
      total: matching.length,
    };
  }

  async countParts() {
    const of = (...states: readonly string[]) =>
      this.items.filter(({ state }) => states.includes(state)).length;
    return {
      pending: of('pending'),
      expiring: 0,
      inForce: of('approved'),
      appliesToNothing: 0,
      ended: of('denied', 'revoked', 'expired'),
    };
  }

  async countOf() {
    const { pending, inForce } = await this.countParts();
    return { pending, inForce };
  }

  async listEvidence() {
    return new Map();
  }

  async take(id: string, decision: ExemptionDecisionRecord) {
    const before = await this.get(id);
    if (!before) throw new NotFoundError(`There is no exemption ${id}`);
    const next = takeStep(before, decision);
    if (!next) return { exemption: before, taken: false };
    const exemption: ExemptionRecord = {
      ...before,
      ...next,
      decidedBy: decision.actor,
      decidedAt: decision.at,
      version: before.version + 1,
      events: [...before.events, decision],
    };
    this.items = this.items.map(item => (item.id === id ? exemption : item));
    return { exemption, taken: true };
  }

  async expire() {
    return [];
  }

  async reopen() {
    return [];
  }

  async ofFindings(keys: readonly string[]) {
    return new Map([...this.exempted].filter(([key]) => keys.includes(key)));
  }
}

function isVisible(
  { entityRef }: ExemptionRecord,
  { entities, cluster }: ExemptionVisibility,
): boolean {
  if (entityRef === undefined) return cluster;
  if (entities === 'all') return true;
  return entities !== 'none' && entities.has(entityRef);
}
