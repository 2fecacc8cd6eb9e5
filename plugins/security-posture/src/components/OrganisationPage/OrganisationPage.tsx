import { Container } from '@backstage/ui';
import { OrganisationBoard } from './OrganisationBoard';

/** The organisation's page below a header that the portal draws. */
export function OrganisationPage() {
  return (
    <Container>
      <OrganisationBoard />
    </Container>
  );
}
