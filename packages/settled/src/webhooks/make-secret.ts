const SECRET_BYTES = 32;
const MARK = "whsec_";
const SHOWN_CHARS = MARK.length + 6;

/** A new signing secret in the form of Standard Webhooks; 256 bits, of which the shown part tells 36. */
export function makeSecret(): { readonly secret: string; readonly prefix: string } {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const secret = `${MARK}${btoa(String.fromCharCode(...bytes))}`;
  return { secret, prefix: secret.slice(0, SHOWN_CHARS) };
}
