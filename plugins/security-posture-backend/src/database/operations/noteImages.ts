import { Knex } from 'knex';
import { chunksOf } from '../chunks';
import { SweepTicket } from '../SweepStore';
import { ChangeRow, SubjectRow } from '../tables';

/** An image that a workload runs in the place of another; one side is missing where it is one more, or one less. */
export interface ImageChange {
  readonly from?: string;
  readonly to?: string;
}

type ChangedSubject = Pick<SubjectRow, 'key' | 'facts' | 'prior_facts'>;

/**
 * Writes down which workloads a published sweep found with other images than the sweep before. Belongs after the publishing,
 * so that nothing is told of what nobody may see; a process that ends in between leaves them untold.
 */
export async function noteImages(
  knex: Knex,
  { cluster, number }: SweepTicket,
  now: number,
): Promise<void> {
  const subjects: ChangedSubject[] = await knex<SubjectRow>('subjects')
    .where({ cluster, type: 'workload', outcomes_no: number })
    .andWhere('first_no', '<', number)
    .whereNull('gone_no')
    .whereNotNull('prior_facts')
    .select('key', 'facts', 'prior_facts');
  const changes = subjects.flatMap(({ key, facts, prior_facts }) =>
    changedImages(imagesOf(prior_facts), imagesOf(facts)).map(
      ({ from = null, to = null }) => ({
        at: now,
        what: 'imageChanged',
        scope_type: 'subject',
        scope_ref: key,
        ref: null,
        from,
        to,
      }),
    ),
  );
  for (const chunk of chunksOf(changes))
    await knex<ChangeRow>('changes').insert(chunk);
}

/** Pairs images of one repository that differ in tag or digest; what has no partner came or went. */
export function changedImages(
  before: readonly string[],
  after: readonly string[],
): ImageChange[] {
  const gone = before.filter(image => !after.includes(image));
  const added = after.filter(image => !before.includes(image));
  const changes: ImageChange[] = added.map(to => {
    const index = gone.findIndex(
      image => repositoryOf(image) === repositoryOf(to),
    );
    if (index < 0) return { to };
    const [from] = gone.splice(index, 1);
    return { from, to };
  });
  return [...changes, ...gone.map(from => ({ from }))];
}

/** A reference without its tag and digest. */
function repositoryOf(reference: string): string {
  return reference.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
}

function imagesOf(facts: string | null): readonly string[] {
  const { images = [] } = JSON.parse(facts ?? '{}') as {
    images?: readonly string[];
  };
  return images;
}
