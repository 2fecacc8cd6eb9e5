import { Container, Link, Text } from '@backstage/ui';
import { useUrlState } from '../src/routing';
import { GalleryState, galleryStates } from './states';
import { WithApi } from './WithApi';

const STATES = galleryStates();
const NONE_CHOSEN = { show: '' };

/** A list of all states, or the one that the address names. */
export function Gallery() {
  const [{ show }] = useUrlState(NONE_CHOSEN);
  const chosen = STATES.find(({ id }) => id === show);
  return chosen ? <State key={chosen.id} state={chosen} /> : <StateList />;
}

function State({ state }: { state: GalleryState }) {
  const narrow = state.id.startsWith('card-');
  return (
    <WithApi api={state.api}>
      <div style={narrow ? { width: 331, padding: 24 } : undefined}>
        {state.element}
      </div>
    </WithApi>
  );
}

function StateList() {
  return (
    <Container>
      <ul>
        {STATES.map(({ id }) => (
          <li key={id}>
            <Link href={`/?show=${id}`}>
              <Text>{id}</Text>
            </Link>
          </li>
        ))}
      </ul>
    </Container>
  );
}
