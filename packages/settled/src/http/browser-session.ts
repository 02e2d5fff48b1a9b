/** How a host's pages are signed in, where they are. */
export interface BrowserSession {
  /** The name of the cookie. */
  readonly cookie: string;
  /** A header that requests which change something must bear beside the cookie. */
  readonly header?: string;
}
