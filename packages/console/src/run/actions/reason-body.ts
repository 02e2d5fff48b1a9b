/** The body of an action whose reason may be left out. */
export function reasonBody(reason: string): { readonly reason?: string } {
  const said = reason.trim();
  return said === "" ? {} : { reason: said };
}
