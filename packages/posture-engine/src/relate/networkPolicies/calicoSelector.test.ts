import { calicoPodsIn, readCalicoSelector } from './calicoSelector';

const NAMESPACE = { name: 'shop', labels: {}, complete: true };
const POD = {
  namespace: NAMESPACE,
  labels: { app: 'web', 'example.com/tier': 'front-end', quoted: '"' },
  serviceAccount: 'seller',
  accountLabels: () => ({}),
};

describe('selectors of Calico', () => {
  it.each([
    ['', true],
    ['all()', true],
    ['global()', false],
    ["app == 'web'", true],
    ['app == "web"', true],
    ["app=='web'", true],
    ["app == 'db'", false],
    ["app != 'db'", true],
    ["missing != 'x'", true],
    ["missing == ''", false],
    ['has(app)', true],
    ['has( missing )', false],
    ['!has(missing)', true],
    ['! has(app)', false],
    ["app in {'db', 'web'}", true],
    ["app in{'db'}", false],
    ['app in {}', false],
    ["app not in {'db'}", true],
    ["app not in { 'web' }", false],
    ["missing not in {'x'}", true],
    ["example.com/tier contains 'end'", true],
    ["example.com/tier starts with 'front'", true],
    ["example.com/tier ends with 'front'", false],
    ["missing contains ''", false],
    ["quoted == '\"'", true],
    ["app == 'db' || has(app)", true],
    ["has(missing) && app == 'web'", false],
    ["has(missing) && has(missing) || app == 'web'", true],
    ["has(missing) && (has(missing) || app == 'web')", false],
    ["!(app == 'web')", false],
    ["projectcalico.org/namespace == 'shop'", true],
    ["projectcalico.org/orchestrator == 'k8s' && has(app)", true],
    ["projectcalico.org/serviceaccount == 'seller'", true],
  ])('%s: %s', (text, selected) => {
    const pods = calicoPodsIn(readCalicoSelector(text, 'selector'), NAMESPACE);
    expect(pods?.matches(POD) ?? false).toBe(selected);
  });

  it.each([
    ['all()', true],
    ["projectcalico.org/namespace == 'shop'", true],
    ["projectcalico.org/namespace == 'shop' || has(app)", true],
    ['has(app)', false],
    ['!has(app)', false],
    ['has(app) || !has(app) && has(other)', false],
  ])('%s selects every pod: %s', (text, everyPod) => {
    const pods = calicoPodsIn(readCalicoSelector(text, 'selector'), NAMESPACE);
    expect(pods?.everyPod).toBe(everyPod);
  });

  it.each([
    ["app == 'web' && has(tier)", [['app=web'], ['tier']]],
    ["app in {'a', 'b'}", [['app=a', 'app=b']]],
    ["app == 'a' || tier == 'b'", [['app=a', 'tier=b']]],
    ["app == 'a' || !has(tier)", []],
    ["app != 'a'", []],
    ["app starts with 'a'", []],
  ])('%s asks for one of %j', (text, termSets) => {
    const pods = calicoPodsIn(readCalicoSelector(text, 'selector'), NAMESPACE);
    expect(pods?.termSets).toEqual(termSets);
  });

  it.each([
    'app',
    'app = web',
    'app == web',
    "app == 'web' &&",
    "app == 'web' & has(x)",
    "(app == 'web'",
    "app == 'web')",
    "'web' == app",
    'has()',
    'none()',
    "app in {'a' 'b'}",
    "app not 'a'",
    "app begins with 'a'",
    "app == 'web",
    '((((((((((((((((((((((((((((((((((((((((((((((((((((has(a)))))))))))))))))))))))))))))))))))))))))))))))))))))',
  ])('%s cannot be read', text => {
    expect(() => readCalicoSelector(text, 'spec.selector')).toThrow(
      'spec.selector is another string, expected a selector of Calico',
    );
  });
});
