import { parseLabelSelector } from './labelSelector';

const labels = {
  app: 'web',
  tier: 'front',
  'example.com/team': 'a.b_c-1',
  empty: '',
};

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['app=web', true],
    ['app==web', true],
    ['app = web', true],
    ['app=api', false],
    ['app!=api', true],
    ['app!=web', false],
    ['absent!=web', true],
    ['absent=', false],
    ['empty=', true],
    ['app in (api, web)', true],
    ['app in (api)', false],
    ['app in(web)', true],
    ['absent in (web)', false],
    ['app notin (api)', true],
    ['app notin (api,web)', false],
    ['absent notin (web)', true],
    ['app', true],
    ['absent', false],
    ['toString', false],
    ['!absent', true],
    ['!app', false],
    ['! app', false],
    ['example.com/team=a.b_c-1', true],
    ['app=web,tier in (front,back),!absent', true],
    ['app=web,tier=back', false],
  ])('%s matches: %s', (selector, expected) => {
    expect(parseLabelSelector(selector)(labels)).toBe(expected);
  });

  it.each([
    'app=web=api',
    'app in web',
    'app in (web',
    '=web',
    'app,',
    'app=-web',
    'a b',
    'app in (we b)',
    '!app=web',
    'app>1',
  ])('%s is refused', selector => {
    expect(() => parseLabelSelector(selector)).toThrow(SyntaxError);
  });
});
