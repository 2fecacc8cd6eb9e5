import { ConfigReader } from '@backstage/config';
import { DEFAULT_TABLES } from 'security-posture-engine';
import { readTableSources } from './readTableSources';

const configOf = (data: object) =>
  new ConfigReader({ securityPosture: { data } });

describe('readTableSources', () => {
  it('knows every table', () => {
    const data = Object.fromEntries(
      Object.keys(DEFAULT_TABLES).map(name => [name, `/data/${name}.json`]),
    );
    expect(readTableSources(configOf(data))).toEqual(data);
  });

  it('reads a path and an address', () => {
    const data = {
      supportDates: '/etc/posture/supportDates.json',
      knownCves: 'https://mirror.example.com/knownCves.json',
    };
    expect(readTableSources(configOf(data))).toEqual(data);
  });

  it.each([
    ['nothing', new ConfigReader({})],
    ['no tables', configOf({})],
  ])('reads %s as none', (_, config) => {
    expect(readTableSources(config)).toEqual({});
  });

  it.each([
    [
      { supportdates: '/a' },
      /^securityPosture\.data\.supportdates is no table; there are /,
    ],
    [
      { supportDates: 'http://mirror.example.com/a.json' },
      /^securityPosture\.data\.supportDates must be a path or an https address$/,
    ],
    [
      { supportDates: 'file:///etc/passwd' },
      /must be a path or an https address/,
    ],
    [{ supportDates: 7 }, /securityPosture\.data\.supportDates/],
  ])('refuses %j', (data, message) => {
    expect(() => readTableSources(configOf(data))).toThrow(message);
  });
});
