import { expect, type APIRequestContext } from '@playwright/test';

const CONTROL_URL = 'http://127.0.0.1:17000';

/** The clusters of the demo that answer. */
export type DemoClusterName = 'prod-eu' | 'staging';

/** What can go wrong with a cluster; the README of demo-cluster lists it all. */
export type DemoFault =
  | { type: 'dead' }
  | { type: 'forbidden'; resource: string }
  | { type: 'slow'; resource: string; delayMs: number };

/** Makes a cluster misbehave until {@link clearFaults}. */
export async function setFault(
  request: APIRequestContext,
  cluster: DemoClusterName,
  fault: DemoFault,
): Promise<void> {
  const response = await request.post(faultsOf(cluster), {
    data: JSON.stringify(fault),
  });
  expect(response.status()).toBe(201);
}

/** Makes a cluster behave again. */
export async function clearFaults(
  request: APIRequestContext,
  cluster: DemoClusterName,
): Promise<void> {
  const response = await request.delete(faultsOf(cluster));
  expect(response.status()).toBe(200);
}

function faultsOf(cluster: DemoClusterName): string {
  return `${CONTROL_URL}/clusters/${cluster}/faults`;
}
