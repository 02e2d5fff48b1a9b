/** Internal detail of the last error of a handler: redacted, cut, shown only with the capability. */
export interface RunFailure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
  readonly attempt: number;
}
