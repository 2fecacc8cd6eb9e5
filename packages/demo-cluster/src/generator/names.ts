import { domainSize, systemSize } from './sizes';

const subjects = [
  'order',
  'payment',
  'invoice',
  'customer',
  'catalog',
  'search',
  'shipping',
  'stock',
  'price',
  'review',
  'basket',
  'account',
  'report',
  'media',
  'fraud',
  'loyalty',
  'tax',
  'return',
  'supplier',
  'campaign',
];
const roles = [
  'api',
  'worker',
  'web',
  'gateway',
  'sync',
  'import',
  'export',
  'cache',
  'events',
  'admin',
];

/** The name of the nth component; no two are alike. */
export function componentName(index: number): string {
  const subject = subjects[index % subjects.length];
  const role = roles[Math.floor(index / subjects.length) % roles.length];
  const round = Math.floor(index / (subjects.length * roles.length));
  return round === 0 ? `${subject}-${role}` : `${subject}-${role}-${round}`;
}

/** The system of a component, which is its namespace in every cluster too. */
export function systemName(component: number): string {
  return `system-${pad(Math.floor(component / systemSize))}`;
}

export function domainName(system: number): string {
  return `domain-${pad(Math.floor(system / domainSize))}`;
}

export function groupName(index: number): string {
  return `team-${pad(index)}`;
}

/** `cluster-01` is the first. */
export function clusterName(index: number): string {
  return `cluster-${String(index + 1).padStart(2, '0')}`;
}

function pad(index: number): string {
  return String(index).padStart(3, '0');
}
