import { nameOf, type KubeObject, type ObjectId } from './objects';
import { request, type Answer, type Call } from './request';
import { givenAccess, type Access } from './server';
import { waitFor } from './wait';

/** The field manager of everything the tests apply. */
const FIELD_MANAGER = 'azureml-kubernetes-tests';

/** An answer of the API server that is not a success; `message` is the server's own. */
class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** A small client for any kind: it asks the API server which kinds there are. */
export class KubeClient {
  private readonly resources = new Map<string, readonly Resource[]>();

  constructor(private readonly access: Access = givenAccess()) {}

  /** The version that the server says it has, such as `v1.36.3`. */
  async serverVersion(): Promise<string> {
    const { gitVersion } = (await this.call({ method: 'GET', path: '/version' })) as { gitVersion: string };
    return gitVersion;
  }

  /**
   * Applies on the server, as one manager that takes no field from another. Unknown and doubled fields are errors.
   *
   * @param text - the object as it is to be sent; YAML is taken
   */
  async apply(object: ObjectId, text: string = JSON.stringify(object)): Promise<KubeObject> {
    const query = `fieldManager=${FIELD_MANAGER}&force=false&fieldValidation=Strict`;
    const path = `${await this.pathOf(object)}?${query}`;
    return (await this.call({
      method: 'PATCH',
      path,
      body: { type: 'application/apply-patch+yaml', text },
    })) as KubeObject;
  }

  /** Creates with strict field validation; a dry run does everything but keep the object. */
  async create(object: KubeObject, options: { readonly dryRun?: boolean } = {}): Promise<KubeObject> {
    const collection = (await this.pathOf(object)).replace(/\/[^/]*$/, '');
    const path = `${collection}?fieldValidation=Strict${options.dryRun === true ? '&dryRun=All' : ''}`;
    const body = { type: 'application/json', text: JSON.stringify(object) };
    return (await this.call({ method: 'POST', path, body })) as KubeObject;
  }

  /** Asks a question that is put as an object without a name, such as a SubjectAccessReview, and gives the answer. */
  async ask(question: Pick<KubeObject, 'apiVersion' | 'kind' | 'spec'>): Promise<KubeObject> {
    const { name } = await this.resourceOf(question.apiVersion, question.kind);
    const body = { type: 'application/json', text: JSON.stringify(question) };
    return (await this.call({ method: 'POST', path: `${rootOf(question.apiVersion)}/${name}`, body })) as KubeObject;
  }

  /** The object, or undefined when there is none. */
  async find(id: ObjectId): Promise<KubeObject | undefined> {
    try {
      return (await this.call({ method: 'GET', path: await this.pathOf(id) })) as KubeObject;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** All objects of a kind. */
  async list(apiVersion: string, kind: string): Promise<KubeObject[]> {
    const { name } = await this.resourceOf(apiVersion, kind);
    const path = `${rootOf(apiVersion)}/${name}`;
    const { items } = (await this.call({ method: 'GET', path })) as { items: KubeObject[] };
    return items.map((item) => ({ ...item, apiVersion, kind }));
  }

  /** The object; rejects when there is none. */
  async get(id: ObjectId): Promise<KubeObject> {
    return (await this.call({ method: 'GET', path: await this.pathOf(id) })) as KubeObject;
  }

  /** Waits until the object is there and as wanted, and gives it. */
  async waitUntil(id: ObjectId, what: string, holds: (object: KubeObject) => boolean): Promise<KubeObject> {
    return waitFor(
      `${nameOf(id)} ${what}`,
      async () => {
        const object = await this.find(id);
        return object !== undefined && holds(object) ? object : undefined;
      },
      async () => JSON.stringify(await this.find(id)),
    );
  }

  /** Deletes the objects, those that are there, and waits until they are gone. */
  async remove(ids: readonly ObjectId[]): Promise<void> {
    for (const id of ids) await this.removeOne(id);
    for (const id of ids) {
      await waitFor(`${nameOf(id)} gone`, async () => ((await this.find(id)) === undefined ? true : undefined));
    }
  }

  /** Makes the namespace if it is not there. */
  async ensureNamespace(name: string): Promise<void> {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    if ((await this.find(namespace)) === undefined) await this.create(namespace);
  }

  /** Applies a CustomResourceDefinition and waits until its kind can be used. */
  async establish(definition: KubeObject): Promise<void> {
    await this.apply(definition);
    await this.waitUntil(definition, 'established', ({ status }) => {
      const { conditions } = (status ?? {}) as { conditions?: readonly { type: string; status: string }[] | null };
      return conditions?.some(({ type, status: is }) => type === 'Established' && is === 'True') ?? false;
    });
  }

  private async removeOne(id: ObjectId): Promise<void> {
    try {
      await this.call({ method: 'DELETE', path: await this.pathOf(id) });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
  }

  private async pathOf({ apiVersion, kind, metadata }: ObjectId): Promise<string> {
    const { name, namespaced } = await this.resourceOf(apiVersion, kind);
    if (namespaced !== (metadata.namespace !== undefined)) {
      throw new Error(`${kind} ${metadata.name} ${namespaced ? 'has no namespace' : 'must have no namespace'}`);
    }
    const scope = metadata.namespace === undefined ? '' : `/namespaces/${metadata.namespace}`;
    return `${rootOf(apiVersion)}${scope}/${name}/${metadata.name}`;
  }

  // Asked again for a kind that is not known: its definition may have come since.
  private async resourceOf(apiVersion: string, kind: string): Promise<Resource> {
    const isWanted = (resource: Resource): boolean => resource.kind === kind && !resource.name.includes('/');
    const known = this.resources.get(apiVersion)?.find(isWanted);
    if (known !== undefined) return known;
    const { resources } = (await this.call({ method: 'GET', path: rootOf(apiVersion) })) as { resources: Resource[] };
    this.resources.set(apiVersion, resources);
    const found = resources.find(isWanted);
    if (found === undefined) throw new Error(`the server has no kind ${kind} in ${apiVersion}`);
    return found;
  }

  private async call(call: Call): Promise<unknown> {
    const answer = await request(this.access, call);
    if (answer.status >= 300) throw new ApiError(answer.status, messageOf(answer));
    return JSON.parse(answer.text);
  }
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function messageOf({ status, text }: Answer): string {
  try {
    return (JSON.parse(text) as { message: string }).message;
  } catch {
    return `${String(status)} ${text}`;
  }
}
