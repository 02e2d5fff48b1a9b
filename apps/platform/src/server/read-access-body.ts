import { type ActorExchange, problemAnswer, readBody, readJsonBody } from "settled/http";
import type { z } from "zod";

/** The JSON body by its schema, or the refusal in its place. */
export async function readAccessBody<Schema extends z.ZodType>(
  { request }: ActorExchange,
  schema: Schema,
): Promise<
  | { readonly kind: "read"; readonly body: z.output<Schema> }
  | { readonly kind: "refused"; readonly answer: ReturnType<typeof problemAnswer> }
> {
  const sent = await readJsonBody(request);
  const read = sent.kind === "problem" ? sent : readBody(schema, sent.value);
  if (read.kind === "problem") return { kind: "refused", answer: problemAnswer(read.problem) };
  return read;
}
