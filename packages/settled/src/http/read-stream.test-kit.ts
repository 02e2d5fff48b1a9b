export interface Frame {
  readonly id: string | null;
  readonly event: string | null;
  readonly data: Readonly<Record<string, unknown>> | null;
  /** As it came. */
  readonly text: string;
}

/** Reads server-sent events as they come, until the stream is over or cut. */
export function readStream(response: Response) {
  const reader = response.body?.getReader();
  const frames: Frame[] = [];
  const seen: { isOver: boolean; error: unknown } = { isOver: false, error: null };
  let rest = "";
  const decoder = new TextDecoder();
  async function readAll(): Promise<void> {
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) break;
      rest += decoder.decode(part.value, { stream: true });
      const texts = rest.split("\n\n");
      rest = texts.pop() ?? "";
      for (const text of texts) frames.push(asFrame(text));
    }
  }
  const over = readAll()
    .catch((error: unknown) => (seen.error = error))
    .finally(() => (seen.isOver = true));
  return {
    frames,
    seen,
    over,
    events: () => frames.flatMap(({ event }) => (event === null ? [] : [event])),
    ids: () => frames.flatMap(({ event, id }) => (event === "run" && id !== null ? [id] : [])),
    hangUp: async () => reader?.cancel(),
  };
}

function asFrame(text: string): Frame {
  const lines = text.split("\n");
  const valueOf = (field: string) =>
    lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2) ?? null;
  const data = valueOf("data");
  return {
    id: valueOf("id"),
    event: valueOf("event"),
    data: data === null ? null : (JSON.parse(data) as Frame["data"]),
    text,
  };
}
