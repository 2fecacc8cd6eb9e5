import { ResponseError } from '@backstage/errors';
import { SecurityPostureService } from 'backstage-plugin-security-posture-node';
import { AskAsCaller } from './PostureActions';

/** Asks over HTTP with a token on behalf of the caller. Throws what the API says, by the name and in the words that it has there. */
export function askAsCaller(posture: SecurityPostureService): AskAsCaller {
  return async (credentials, ask) => {
    try {
      return await ask(posture.as(credentials));
    } catch (error) {
      throw error instanceof ResponseError ? error.cause : error;
    }
  };
}
