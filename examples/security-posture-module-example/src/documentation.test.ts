import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { housePolicy } from './housePolicy';
import { houseProfile } from './houseProfile';
import { restoreDrillImporter } from './restoreDrillImporter';

const PAGE = readFileSync(
  join(__dirname, '../../../docs/extending.md'),
  'utf8',
);

/** The blocks that name their file. */
const BLOCKS = [
  ...PAGE.matchAll(/<!-- (\w+\.ts) -->\n\n```ts\n([\s\S]*?)```/g),
].map(([, file, code]) => [file, code] as const);

describe('docs/extending.md', () => {
  it('shows every part of the example', () => {
    expect(BLOCKS.map(([file]) => file).sort()).toEqual([
      'DirectClusterReader.ts',
      'housePolicy.ts',
      'houseProfile.ts',
      'module.ts',
      'ownRegistry.ts',
      'restoreDrill.ts',
      'restoreDrillImporter.ts',
    ]);
  });

  it.each(BLOCKS)('shows %s as it is', (file, code) => {
    expect(code).toBe(readFileSync(join(__dirname, file), 'utf8'));
  });

  it('chooses the profile and the policy of the example', () => {
    const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(PAGE)!;
    const config = new ConfigReader(parse(yaml)).getConfig('securityPosture');
    expect(config.getString('profiles.workload')).toBe(houseProfile.id);
    expect(config.getString('readiness.policy')).toBe(housePolicy.id);
  });

  it('posts to the importer of the example', () => {
    expect(PAGE).toContain(
      `/api/security-posture/v1/imports/${restoreDrillImporter.id}?cluster=`,
    );
  });
});
