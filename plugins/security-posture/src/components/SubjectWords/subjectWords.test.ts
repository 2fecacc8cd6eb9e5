import type { ResourceView } from 'backstage-plugin-security-posture-common';
import { aResource } from '../../testing/samples';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { subjectWords } from './subjectWords';

/** Writes the key and the numbers of a text. */
const t = ((key: string, values: object) =>
  [key, ...Object.values(values)].join(' ')) as PostureTranslate;

function subjects(...kinds: string[]): ResourceView[] {
  return kinds.map(kind => aResource({ kind }));
}

describe('subjectWords', () => {
  it.each([
    ['workloads of all', ['Deployment', 'Job'], 'shared.workloadsOf 2 5'],
    ['images', ['Image', 'Image'], 'shared.subjects.image 2'],
    [
      'a service account',
      ['ServiceAccount'],
      'shared.subjects.serviceAccount 1',
    ],
    [
      'each kind where there are several',
      ['Image', 'Cluster', 'Image'],
      'shared.subjects.image 2, shared.subjects.cluster 1',
    ],
    ['no subject as no workload', [], 'shared.workloadsOf 0 5'],
  ])('counts %s', (_, kinds, words) => {
    expect(subjectWords(subjects(...kinds), { workloads: 5 }, t)).toBe(words);
  });

  it('says the total where only some are at hand', () => {
    expect(subjectWords(subjects('Image'), { workloads: 5 }, t, 7)).toBe(
      'shared.subjects.image 7',
    );
  });
});
