import { isPublicAddress } from './isPublicAddress';

it.each([
  ['8.8.8.8', true],
  ['203.0.113.10', true],
  ['2a00:1450::1', true],
  ['172.32.0.1', true],
  ['100.128.0.1', true],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['192.168.0.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['::', false],
  ['::1', false],
  ['fd12::1', false],
  ['fe80::1', false],
  ['node.example.com', false],
  ['', false],
])('%s: %p', (text, expected) => {
  expect(isPublicAddress(text)).toBe(expected);
});
