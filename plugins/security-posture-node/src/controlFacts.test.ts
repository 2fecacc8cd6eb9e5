import { controlFacts } from './controlFacts';

describe('controlFacts', () => {
  it('gives each control of entities one fact, by the name that answers use', () => {
    const facts = controlFacts();
    expect(facts).toContainEqual({
      name: 'privilegedContainerPasses',
      control: 'privileged-container',
      title: expect.any(String),
    });
    expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length);
    expect(facts.length).toBeGreaterThan(40);
  });

  it('leaves out what is judged on clusters', () => {
    const controls = controlFacts().map(({ control }) => control);
    expect(controls).not.toContain('etcd-client-tls');
  });
});
