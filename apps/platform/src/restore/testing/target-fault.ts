/** What a provider may do to a restore; `at` counts the requests that change something, from 1, in one process. */
export type TargetFault =
  /** The request is applied and no answer comes. */
  | { readonly fault: "answer_lost_after_apply"; readonly at: number }
  /** The request is delivered twice, and both are applied. */
  | { readonly fault: "applied_twice"; readonly at: number }
  /** The next looks do not show what is not among the known ids. */
  | { readonly fault: "stale_read"; readonly times: number; readonly knownIds: readonly string[] }
  /** 403: a second administrator must approve; a request that brings the code is granted. */
  | { readonly fault: "waiting_for_approval"; readonly at: number; readonly code: string }
  /** 429 or 503 from this request on, without end unless `times` is said. */
  | {
      readonly fault: "put_off";
      readonly at: number;
      readonly status: number;
      readonly times?: number;
      readonly applied?: boolean;
    }
  /** 403 for lack of a right, from this request on. */
  | { readonly fault: "denied"; readonly at: number }
  /** Somebody changes this object after the plan was made. */
  | { readonly fault: "target_changed"; readonly type: string; readonly id: string }
  /** The provider is another one after so many requests. */
  | { readonly fault: "identity_changed"; readonly after: number };
