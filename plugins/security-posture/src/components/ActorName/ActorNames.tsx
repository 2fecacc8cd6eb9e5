import { Fragment } from 'react';
import { ActorName } from './ActorName';

/** Several of them: "Security Champions, Platform". */
export function ActorNames({ actors }: { actors: readonly string[] }) {
  return (
    <>
      {actors.map((actor, index) => (
        <Fragment key={actor}>
          {index > 0 && ', '}
          <ActorName actor={actor} />
        </Fragment>
      ))}
    </>
  );
}
