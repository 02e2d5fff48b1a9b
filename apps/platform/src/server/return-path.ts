import { isPlainPath } from "settled/http";
import { CONSOLE } from "../console-path.ts";

/** The console; it leads who has one workspace into that. */
export const HOME_PATH = `${CONSOLE}/`;
const CHARS_MAX = 2_000;
const NOWHERE = "http://nowhere.invalid";
/** Where the way back would lead straight to the sign-in again, or out. */
const CIRCLE = /^\/sign-(?:in|out)(?:[/?]|$)/;

/** Only a path of this host: a link to the sign-in must not lead elsewhere afterwards. */
export function returnPath(asked: string | null): string {
  if (asked === null || asked.length > CHARS_MAX || !isPlainPath(asked)) return HOME_PATH;
  const url = URL.canParse(asked, NOWHERE) ? new URL(asked, NOWHERE) : null;
  // Looked at again as a browser reads it: `/.//host` is plain text, and the path `//host`.
  const path = url?.origin === NOWHERE ? `${url.pathname}${url.search}` : "";
  return isPlainPath(path) && !CIRCLE.test(path) ? path : HOME_PATH;
}
