import { Agent, type ClientRequest, get } from "node:http";

export interface ReaderOptions {
  readonly url: string;
  readonly name: string;
  readonly workspace: string;
  /** How old an event was when it came, by the time that its transaction began. */
  onDelay(ms: number): void;
}

export interface Reader {
  readonly workspace: string;
  readonly ids: readonly number[];
  /** Where it began; null = not yet. */
  readonly start: number | null;
  readonly resets: number;
  readonly comebacks: number;
  /** Cuts the line and opens another one. */
  comeBack(): void;
}

const RETRY_MS = 200;
/** One delay of so many is kept: all of them would fill the memory. */
const DELAY_OF_EVENTS = 10;

export function createReader({ url, name, workspace, onDelay }: ReaderOptions): Reader {
  const agent = new Agent({ keepAlive: false });
  const ids: number[] = [];
  const reader = { workspace, ids, start: null as number | null, resets: 0, comebacks: 0 };
  let place: string | null = null;
  let line: ClientRequest | null = null;

  function connect(): void {
    const headers = {
      authorization: `Bearer ${name}`,
      ...(place === null ? {} : { "last-event-id": place }),
    };
    const address = `${url}/api/v1/workspaces/${workspace}/stream`;
    const own = get(address, { agent, headers }, (response) => {
      let rest = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        if (line !== own) return;
        const frames = (rest + text).split("\n\n");
        rest = frames.pop() ?? "";
        for (const frame of frames) take(frame);
      });
      response.on("close", () => retry(own));
    });
    line = own;
    own.on("error", () => retry(own));
  }

  function retry(broken: ClientRequest): void {
    if (line !== broken) return;
    line = null;
    setTimeout(() => {
      if (line === null) connect();
    }, RETRY_MS);
  }

  function take(frame: string): void {
    place = /^id: (\d+)$/m.exec(frame)?.[1] ?? place;
    const event = /^event: (\w+)$/m.exec(frame)?.[1];
    if (event === "reset") reader.resets += 1;
    if (event === "hello") reader.start ??= Number(place);
    if (event !== "run") return;
    ids.push(Number(place));
    if (ids.length % DELAY_OF_EVENTS !== 0) return;
    const at = /"at":"([^"]+)"/.exec(frame)?.[1] ?? "";
    onDelay(Date.now() - Date.parse(at));
  }

  connect();
  return Object.assign(reader, {
    comeBack() {
      reader.comebacks += 1;
      const old = line;
      line = null;
      old?.destroy();
      connect();
    },
  });
}
