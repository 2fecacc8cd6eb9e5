import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import catalog from '@backstage/plugin-catalog-backend';
import templateModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import postureActions from 'backstage-plugin-scaffolder-backend-module-security-posture';
import posture from 'backstage-plugin-security-posture-backend';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import {
  readSkeleton,
  SKELETON,
  TEMPLATES,
  VALUES,
} from './__testUtils__/hardenedService';

jest.setTimeout(120_000);

const TEMPLATE_REF = 'template:default/hardened-service';
let backend: TestBackend;

beforeAll(async () => {
  const location = {
    type: 'file',
    target: join(TEMPLATES, 'hardened-service.yaml'),
    rules: [{ allow: ['Template'] }],
  };
  backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: { catalog: { locations: [location] } },
      }),
      catalog,
      templateModel,
      scaffolder,
      postureActions,
      posture,
    ],
  });
  await until(async () => {
    const path = '/api/catalog/entities/by-name/template/default';
    const { status } = await request(backend.server).get(
      `${path}/hardened-service`,
    );
    return status === 200;
  });
});

afterAll(() => backend?.stop());

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await holds()) return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('It did not happen');
}

/** What the scaffolder would do with the skeleton, its files changed. */
async function dryRun(
  change: (text: string) => string,
  values: object = VALUES,
) {
  const contents = await Promise.all(
    SKELETON.map(async path => {
      const text = change(await readSkeleton(path));
      const base64Content = Buffer.from(text).toString('base64');
      return { path: `hardened-service/${path}`, base64Content };
    }),
  );
  const template = parse(
    await readFile(join(TEMPLATES, 'hardened-service.yaml'), 'utf8'),
  );
  return request(backend.server)
    .post('/api/scaffolder/v2/dry-run')
    .send({ template, values, directoryContents: contents });
}

function summaryOf(output: { text: { content: string }[] }): string {
  return output.text[0].content;
}

describe('the template hardened-service', () => {
  it('creates a service that is ready for production', async () => {
    const { body, status } = await request(backend.server)
      .post('/api/scaffolder/v2/tasks')
      .send({ templateRef: TEMPLATE_REF, values: VALUES });
    expect(status).toBe(201);
    const task = async () => {
      const path = `/api/scaffolder/v2/tasks/${body.id}`;
      return (await request(backend.server).get(path)).body;
    };
    await until(async () =>
      ['completed', 'failed'].includes((await task()).status),
    );
    const events = await request(backend.server).get(
      `/api/scaffolder/v2/tasks/${body.id}/events`,
    );
    const { output, error } = events.body.at(-1).body;
    expect(error).toBeUndefined();
    expect((await task()).status).toBe('completed');
    expect(summaryOf(output)).toMatch(
      /Passed: 1 workload, score (9[1-9]|100) of 100 \([AB]\), ready for production/,
    );
  });

  it('writes what it was asked for, also a name that YAML takes for no text', async () => {
    const values = { ...VALUES, name: 'on' };
    const { body, status } = await dryRun(text => text, values);
    expect(status).toBe(200);
    const files = new Map<string, string>(
      body.directoryContents.map(
        (file: { path: string; base64Content: string }) => [
          file.path,
          Buffer.from(file.base64Content, 'base64').toString(),
        ],
      ),
    );
    expect([...files.keys()].sort()).toEqual(SKELETON);
    expect([...files.values()].join()).not.toContain('${{');
    const info = parse(files.get('catalog-info.yaml')!, { version: '1.1' });
    expect(info).toMatchObject({
      metadata: { name: 'on' },
      spec: { owner: 'group:default/payments' },
    });
  });

  it.each([
    ['hostUsers: false', 'hostPID: true'],
    ['readOnlyRootFilesystem: true', 'privileged: true'],
    ['kind: NetworkPolicy', 'kind: NetworkNote'],
  ])('would not pass with another line for %s', async (line, other) => {
    const { body } = await dryRun(text => text.replaceAll(line, other));
    expect(summaryOf(body.output)).toContain('Blocked: ');
  });
});
