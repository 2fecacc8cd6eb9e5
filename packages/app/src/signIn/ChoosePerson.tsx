import { Button, Card, CardBody, Container, Flex, Text } from '@backstage/ui';
import { demoPeople, type DemoPerson } from './demoPeople';

type PersonCardProps = {
  person: DemoPerson;
  onChoose: (name: string) => void;
};

const PersonCard = ({ person, onChoose }: PersonCardProps) => (
  <Card>
    <CardBody>
      <Flex direction="column" gap="2" align="start">
        <Text as="h2" variant="title-x-small">
          {person.displayName}
        </Text>
        <Text as="p" weight="bold">
          {person.role}
        </Text>
        <Text as="p">{person.may}</Text>
        <Button onPress={() => onChoose(person.name)}>
          Sign in as {person.displayName}
        </Button>
      </Flex>
    </CardBody>
  </Card>
);

/** Offers the people of the demo company, each with what she or he may do. */
export const ChoosePerson = (props: { onChoose: (name: string) => void }) => (
  <Container>
    <main>
      <Flex direction="column" gap="4" py="8">
        <Text as="h1" variant="title-medium">
          Acme portal
        </Text>
        <Text as="p">
          This is a demonstration: choose who you are, nobody asks for a
          password. The company, its clusters and their last 90 days are made
          up.
        </Text>
        {demoPeople.map(person => (
          <PersonCard
            key={person.name}
            person={person}
            onChoose={props.onChoose}
          />
        ))}
      </Flex>
    </main>
  </Container>
);
