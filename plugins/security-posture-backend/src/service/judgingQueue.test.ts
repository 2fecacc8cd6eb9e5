import { JudgingQueue } from '../evaluate/JudgingQueue';
import { NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { ADMIN, foundCompany, STRANGER } from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';

const judging = new JudgingQueue();

let api: StartedApi;
beforeAll(async () => {
  api = await startApi(NOW, { judging });
  foundCompany(api);
});
afterAll(() => api.stop());

function evaluate(caller: string) {
  return ask(api, 'post', '/evaluate', caller).send({ manifests: '[]' });
}

it('has manifests judged later, where too many requests wait already', async () => {
  let end = () => {};
  const held = new Promise<void>(resolve => {
    end = resolve;
  });
  const running: Promise<void>[] = [];
  for (const caller of ['ci', 'another'])
    while (!judging.isFullFor(caller))
      running.push(judging.run(caller, () => held));
  const refused = await evaluate(ADMIN);
  expect(refused.status).toBe(503);
  expect(refused.headers['retry-after']).toBe('5');
  expect(refused.body.error.message).toMatch(/Try again/);
  expect((await evaluate(STRANGER)).status).toBe(403);
  end();
  await Promise.all(running);
  const judged = await evaluate(ADMIN);
  expect(judged.status).toBe(200);
  expect(judged.headers).not.toHaveProperty('retry-after');
});
