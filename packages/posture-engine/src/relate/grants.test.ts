import { PolicyRule } from '../model/policyRule';
import { grants, Right } from './grants';

const rule = (
  verbs: string[],
  apiGroups: string[],
  resources: string[],
  resourceNames: string[] = [],
): PolicyRule => ({
  verbs,
  apiGroups,
  resources,
  resourceNames,
  nonResourceURLs: [],
});

const get = (resource: string, group = ''): Right => ({
  verb: 'get',
  group,
  resource,
});

describe('grants', () => {
  it.each<[string, PolicyRule, Right, boolean]>([
    ['the same', rule(['get'], [''], ['pods']), get('pods'), true],
    ['another verb', rule(['list'], [''], ['pods']), get('pods'), false],
    ['every verb', rule(['*'], [''], ['pods']), get('pods'), true],
    ['another group', rule(['get'], ['apps'], ['pods']), get('pods'), false],
    ['every group', rule(['get'], ['*'], ['pods']), get('pods'), true],
    ['no group', rule(['get'], [], ['pods']), get('pods'), false],
    ['every resource', rule(['get'], [''], ['*']), get('pods'), true],
    ['every resource, a part', rule(['get'], [''], ['*']), get('a/b'), true],
    ['a part', rule(['get'], [''], ['pods/exec']), get('pods/exec'), true],
    ['the whole', rule(['get'], [''], ['pods']), get('pods/exec'), false],
    [
      'a part, the whole',
      rule(['get'], [''], ['pods/exec']),
      get('pods'),
      false,
    ],
    ['parts of all', rule(['get'], [''], ['*/exec']), get('pods/exec'), true],
    ['other parts', rule(['get'], [''], ['*/log']), get('pods/exec'), false],
    [
      'a part of parts',
      rule(['get'], [''], ['*/exec']),
      get('pods/exec/x'),
      false,
    ],
    ['all parts', rule(['get'], [''], ['pods/*']), get('pods/exec'), false],
    ['all of all', rule(['get'], [''], ['*/*']), get('pods/exec'), false],
    ['asked for all', rule(['get'], [''], ['pods']), get('*'), false],
    ['all of all asked', rule(['get'], ['*'], ['*']), get('*', '*'), true],
    ['case', rule(['Get'], [''], ['pods']), get('pods'), false],
  ])('%s', (_, given, right, expected) => {
    expect(grants(given, right)).toBe(expected);
  });

  it.each([
    ['get', false],
    ['list', false],
    ['watch', false],
    ['update', false],
    ['patch', false],
    ['delete', false],
    ['create', true],
    ['deletecollection', true],
    ['approve', true],
    ['bind', true],
  ])('%s with names is granted for every name: %s', (verb, expected) => {
    expect(
      grants(rule(['*'], [''], ['pods'], ['web']), {
        verb,
        group: '',
        resource: 'pods',
      }),
    ).toBe(expected);
  });

  it.each([
    ['/metrics', '/metrics', true],
    ['/metrics', '/metrics/slis', false],
    ['/metrics/*', '/metrics/slis', true],
    ['/metrics/*', '/metrics', false],
    ['/met*', '/metrics', true],
    ['*', '/metrics', true],
    ['/*/slis', '/metrics/slis', false],
  ])('the URL %s for %s: %s', (url, wanted, expected) => {
    const given = { ...rule(['get'], [], []), nonResourceURLs: [url] };
    expect(grants(given, { verb: 'get', url: wanted })).toBe(expected);
    expect(grants(given, { verb: 'post', url: wanted })).toBe(false);
  });
});
