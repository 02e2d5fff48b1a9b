export interface PlacesInput {
  readonly url: string;
  readonly token: string;
  readonly workspace: string;
  /** The one that pages of one environment are about; the first by name unless said. */
  readonly environment?: string;
}

/** The API of one workspace as its owner asks it. */
export interface AskedWorld {
  /** Null where there is no such thing. */
  get<Body>(path: string): Promise<Body | null>;
  /** The same of what lies in no workspace. */
  everywhere<Body>(path: string): Promise<Body | null>;
  /** Throws where it is refused. */
  send(method: "POST" | "PUT" | "DELETE", path: string, body: object): Promise<Answered>;
}

export type Answered = Readonly<Record<string, unknown>>;

export function askWorld({ url, token, workspace }: PlacesInput): AskedWorld {
  const api = `${url}/api/v1`;
  const address = (path: string) => `${api}/workspaces/${workspace}${path}`;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const read = async <Body>(from: string) => {
    const answer = await fetch(from, { headers });
    return answer.ok ? ((await answer.json()) as Body) : null;
  };
  return {
    get: (path) => read(address(path)),
    everywhere: (path) => read(`${api}${path}`),
    async send(method, path, body) {
      const answer = await fetch(address(path), { method, headers, body: JSON.stringify(body) });
      if (answer.ok) return (await answer.json()) as Answered;
      throw new Error(`${method} ${path} is answered by ${answer.status}: ${await answer.text()}`);
    },
  };
}

/** The one that pages of one environment are about. */
export async function environmentOf(input: PlacesInput): Promise<string> {
  if (input.environment !== undefined) return input.environment;
  const found = await askWorld(input).get<Environments>("/environments?limit=1");
  return found?.environments[0]?.id ?? "";
}

interface Environments {
  readonly environments: readonly { readonly id: string }[];
}
