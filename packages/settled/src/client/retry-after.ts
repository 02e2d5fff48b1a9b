/** How long an answer asks to be left alone, in either form of RFC 9110; null if it does not say. */
export function retryAfterMsOf(headers: Headers): number | null {
  const given = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(given)) return Number(given) * 1_000;
  // The server's own time, so that clocks need not agree.
  const ms = Date.parse(given) - Date.parse(headers.get("date") ?? "");
  return Number.isNaN(ms) ? null : Math.max(ms, 0);
}
