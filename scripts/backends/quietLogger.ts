import {
  coreServices,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';

/** A logger of warnings and errors only: the kubernetes plugin writes three lines for every page that it passes on. */
export function quietLogger() {
  const say = (message: string) => process.stderr.write(`${message}\n`);
  const logger: LoggerService = {
    error: say,
    warn: say,
    info: () => {},
    debug: () => {},
    child: () => logger,
  };
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => logger,
  });
}
