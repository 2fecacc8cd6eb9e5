import { Fault, FaultType } from './Fault';

type Check = (value: unknown) => boolean;

const isText: Check = value => typeof value === 'string';
const isCount: Check = value => Number.isInteger(value) && Number(value) >= 0;
const isFlag: Check = value => typeof value === 'boolean';
const oneOf =
  (...values: string[]): Check =>
  value =>
    values.includes(value as string);

const scope: Record<string, Check> = {
  resource: isText,
  path: isText,
  continuing: isFlag,
  after: isCount,
  times: value => isCount(value) && value !== 0,
};

const effects: Record<FaultType, Record<string, Check>> = {
  unauthorized: {},
  forbidden: {},
  expired: {},
  tooManyRequests: { retryAfterSeconds: isCount },
  internalError: {},
  unavailable: { retryAfterSeconds: isCount },
  slow: { delayMs: isCount },
  dead: { how: oneOf('reset', 'hang') },
  truncated: { contentLength: oneOf('right', 'wrong') },
  large: { bytes: isCount },
  garbage: {},
};

/** Fields without which a fault of a type means nothing. */
const needed: Partial<Record<FaultType, string>> = {
  slow: 'delayMs',
  large: 'bytes',
};

/**
 * Reads a fault that came over HTTP.
 *
 * @throws TypeError that names the field that is unknown, wrong or missing.
 */
export function parseFault(input: unknown): Fault {
  const fields = fieldsOf(input);
  const checks = { ...effects[fields.type as FaultType], ...scope };
  for (const [field, value] of Object.entries(fields)) {
    if (field !== 'type' && !checks[field]?.(value)) {
      throw new TypeError(
        `a fault of type '${fields.type}' has no such ${field}`,
      );
    }
  }
  const field = needed[fields.type as FaultType];
  if (field !== undefined && fields[field] === undefined) {
    throw new TypeError(`a fault of type '${fields.type}' needs ${field}`);
  }
  return fields as unknown as Fault;
}

function fieldsOf(input: unknown): Record<string, unknown> {
  const fields = input as Record<string, unknown> | null;
  if (typeof fields !== 'object' || fields === null) {
    throw new TypeError('a fault is a JSON object');
  }
  if (!Object.hasOwn(effects, String(fields.type))) {
    const known = Object.keys(effects).join(', ');
    throw new TypeError(`a fault's type is one of ${known}`);
  }
  return fields;
}
