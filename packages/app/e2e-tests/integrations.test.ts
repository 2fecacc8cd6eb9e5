import { expect } from '@playwright/test';
import { PortalClient } from './PortalClient';
import { PostureClient } from './PostureClient';
import { signIn } from './signIn';
import { test } from './test';

const RETRIEVER = 'securityPosture';

const IMAGE = `registry.acme.example/payments/receipts:1.0.0@sha256:${'7'.repeat(
  64,
)}`;

test('tech-insights passes what is ready, and blocks what is not, or not known', async ({
  request,
}) => {
  const portal = await PortalClient.signIn(request, 'vera');
  const checks: { id: string }[] = await portal.read(
    '/api/tech-insights/checks',
  );
  const ids = checks.map(({ id }) => id).sort();
  expect(ids).toHaveLength(4);

  /** The checks that are answered with anything but a pass, or not at all. */
  async function blocked(service: string): Promise<string[]> {
    const path = `/api/tech-insights/checks/run/default/component/${service}`;
    const response = await portal.post(path, {});
    expect(response.status()).toBe(200);
    const results: { check: { id: string }; result: boolean }[] =
      await response.json();
    const passed = results
      .filter(({ result }) => result === true)
      .map(({ check }) => check.id);
    return ids.filter(id => !passed.includes(id));
  }

  await portal.runTask('tech-insights', RETRIEVER);
  await expect.poll(() => blocked('checkout')).toEqual([]);
  expect(await blocked('payments-api')).toEqual([
    'securityPostureNoCriticalOrHigh',
    'securityPostureReady',
  ]);
  for (const unknown of ['image-resizer', 'fraud-rules', 'no-such-service'])
    expect(await blocked(unknown), unknown).toEqual(ids);
});

test('the Scorecard shows score and open criticals to everybody who reads postures', async ({
  request,
}) => {
  const portal = await PortalClient.signIn(request, 'vera');
  const posture = await PostureClient.signIn(request, 'vera');
  const { score, open } = await posture.postureOf('payments-api');
  for (const [metric, expected] of [
    ['securityPosture.score', score.value],
    ['securityPosture.openCritical', open.critical],
  ]) {
    await portal.runTask('scorecard', metric);
    await expect
      .poll(async () => {
        const path = '/api/scorecard/metrics/catalog/component/default';
        const [shown] = await portal.read(
          `${path}/payments-api?metricIds=${metric}`,
        );
        return shown?.result?.value;
      })
      .toBe(expected);
  }
});

test('a service that the template creates in the portal is ready for production', async ({
  page,
}) => {
  await signIn(page, 'olivia');
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Create', exact: true })
    .click();
  await page.getByRole('button', { name: 'Choose' }).click();
  await page.getByLabel(/^Name/).fill('receipts');
  await page.getByLabel(/^Image/).fill(IMAGE);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(
    page.getByText(/Passed: 1 workload, .*, ready for production/),
  ).toBeVisible();
});
