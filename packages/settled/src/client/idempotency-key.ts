import { v4 as uuidv4 } from "uuid";

/** Also on pages without TLS, where a browser has no `crypto.randomUUID`. */
export function newIdempotencyKey(): string {
  return uuidv4();
}
