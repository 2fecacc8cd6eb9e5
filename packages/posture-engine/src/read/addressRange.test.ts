import {
  isWholeRange,
  parseAddress,
  parseAddressRange,
  rangeHolds,
} from './addressRange';

describe('addressRange', () => {
  it.each([
    ['0.0.0.0/0', '169.254.169.254', true],
    ['169.254.0.0/16', '169.254.169.254', true],
    ['169.254.169.254/32', '169.254.169.254', true],
    ['169.254.169.254', '169.254.169.254', true],
    ['169.254.169.252/31', '169.254.169.254', false],
    ['10.0.0.0/8', '169.254.169.254', false],
    ['::/0', 'fd00:ec2::254', true],
    ['fd00::/8', 'fd00:ec2::254', true],
    ['fd00:ec2::254/128', 'fd00:0ec2:0:0:0:0:0:254', true],
    ['fd00:ec2::/64', 'fd00:ec3::254', false],
    ['0.0.0.0/0', 'fd00:ec2::254', false],
    ['::/0', '169.254.169.254', false],
  ])('%s holds %s: %s', (cidr, address, holds) => {
    expect(rangeHolds(parseAddressRange(cidr)!, parseAddress(address)!)).toBe(
      holds,
    );
  });

  it('leaves out what is cut out', () => {
    const cut = parseAddressRange('169.254.0.0/16')!;
    const range = parseAddressRange('0.0.0.0/0', [cut])!;
    expect(rangeHolds(range, parseAddress('169.254.169.254')!)).toBe(false);
    expect(rangeHolds(range, parseAddress('1.1.1.1')!)).toBe(true);
    expect(isWholeRange(range)).toBe(false);
  });

  it.each([
    ['0.0.0.0/0', true],
    ['::/0', true],
    ['0:0:0:0:0:0:0:0/0', true],
    ['0.0.0.0/1', false],
  ])('%s is everything: %s', (cidr, whole) => {
    expect(isWholeRange(parseAddressRange(cidr)!)).toBe(whole);
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0/8',
    '10.0.0.256',
    '10.0.0.0/8/8',
    '10.0.0.0/x',
    '::1::/64',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7',
    'fd00::12345',
    '::/129',
    'anywhere',
    '',
  ])('%s is no block of addresses', text => {
    expect(parseAddressRange(text)).toBeUndefined();
  });
});
