import { ProxiedSignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Alert, Button, Container, Flex } from '@backstage/ui';
import { useState } from 'react';
import { ChoosePerson } from './ChoosePerson';
import { forgetOnSignOut } from './forgetOnSignOut';
import {
  forgetPerson,
  rememberPerson,
  rememberedPerson,
} from './rememberedPerson';

type SignInFailedProps = {
  person: string;
  error?: Error;
  onChooseAgain: () => void;
};

const SignInFailed = ({ person, error, onChooseAgain }: SignInFailedProps) => (
  <Container>
    <Flex direction="column" gap="4" py="8" align="start">
      <Alert
        status="danger"
        title={`The portal did not sign you in as ${person}`}
        description={error?.message}
      />
      <Button onPress={onChooseAgain}>Choose a person again</Button>
    </Flex>
  </Container>
);

/** Signs in as the remembered person, or asks who the visitor wants to be. */
export const DemoSignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const [person, setPerson] = useState(rememberedPerson);

  if (!person) {
    return (
      <ChoosePerson
        onChoose={name => {
          rememberPerson(name);
          setPerson(name);
        }}
      />
    );
  }

  const chooseAgain = () => {
    forgetPerson();
    setPerson(undefined);
  };
  return (
    <ProxiedSignInPage
      provider="demo"
      headers={{ 'x-demo-person': person }}
      onSignInSuccess={identity => onSignInSuccess(forgetOnSignOut(identity))}
      ErrorComponent={({ error }) => (
        <SignInFailed
          person={person}
          error={error}
          onChooseAgain={chooseAgain}
        />
      )}
    />
  );
};
