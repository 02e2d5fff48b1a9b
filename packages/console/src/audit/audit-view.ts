/** What the address of the audit log says: by what it is narrowed. */
export interface AuditView {
  readonly actor?: string;
  readonly action?: string;
  readonly target?: string;
  readonly environment?: string;
  readonly since?: string;
  readonly until?: string;
}

export const AUDIT_FILTERS = [
  "actor",
  "action",
  "target",
  "environment",
  "since",
  "until",
] as const satisfies readonly (keyof AuditView)[];
export type AuditFilterName = (typeof AUDIT_FILTERS)[number];

const VALUE_CHARS_MAX = 512;

/** Whatever stands in the address, read so that the page can always be shown. */
export function readAuditView(search: Readonly<Record<string, unknown>>): AuditView {
  return Object.fromEntries(
    AUDIT_FILTERS.flatMap((name) => {
      const said = search[name];
      // A value of digits alone is read from the address as a number.
      const value = typeof said === "string" || typeof said === "number" ? `${said}`.trim() : "";
      return value === "" || value.length > VALUE_CHARS_MAX ? [] : [[name, value]];
    }),
  );
}

/** The filters as parameters of the API, which has the same names. */
export function auditParameters(view: AuditView): URLSearchParams {
  return new URLSearchParams(
    AUDIT_FILTERS.flatMap((name) => (view[name] === undefined ? [] : [[name, view[name]]])),
  );
}
