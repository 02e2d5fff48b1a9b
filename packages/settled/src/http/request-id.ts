const SANE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** The caller's own id for the request if it is plain, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given !== null && SANE.test(given) ? given : crypto.randomUUID();
}
