import { AccessAttributes } from './AccessRule';
import { ResourceTarget } from './RequestTarget';

interface Request {
  method: string;
  url: URL;
}

const verbsOfMethods: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/** What a request wants to do with a kind, as authorisation sees it. */
export function attributesOf(
  request: Request,
  target: ResourceTarget,
): AccessAttributes {
  const { group, plural, namespace, name, subresource } = target;
  const verb = verbOf(request, name);
  return { verb, group, resource: plural, subresource, namespace, name };
}

function verbOf(request: Request, name: string | undefined): string {
  const verb = verbsOfMethods[request.method];
  if (verb) {
    return verb === 'delete' && name === undefined ? 'deletecollection' : verb;
  }
  if (name !== undefined) {
    return 'get';
  }
  const watch = request.url.searchParams.get('watch');
  return watch === 'true' || watch === '1' ? 'watch' : 'list';
}
