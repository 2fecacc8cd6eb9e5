import { MalformedInput } from './malformedInput';

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))([eE][+-]?\d+|[A-Za-z]{0,2})$/;

/** Suffixes of amounts (Kubernetes API, `resource.Quantity`). */
const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const EXPONENT = /^[eE][+-]?\d+$/;
/** Amounts that are remembered: workloads ask for few different ones. */
const MOST_REMEMBERED = 1_000;

const remembered = new Map<string, number>();

/**
 * The number that an amount such as `500m` or `256Mi` stands for, in cores or bytes.
 * Throws MalformedInput, with the path of the amount, for what is no amount.
 */
export function quantityOf(amount: string, path: string): number {
  let quantity = remembered.get(amount);
  if (quantity === undefined) {
    quantity = parse(amount);
    if (quantity === undefined)
      throw new MalformedInput(path, 'an amount', 'another string');
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(amount, quantity);
  }
  return quantity;
}

function parse(amount: string): number | undefined {
  const [, digits, suffix] = QUANTITY.exec(amount) ?? [];
  if (digits === undefined) return undefined;
  if (Object.prototype.hasOwnProperty.call(FACTORS, suffix))
    return Number(digits) * FACTORS[suffix];
  return EXPONENT.test(suffix) ? Number(digits + suffix) : undefined;
}
