import type { JsonArray, JsonObject } from "../normal-form/json-value.ts";
import type { NormalForm } from "../normal-form/normal-form.ts";
import type { PolicyMeta } from "../normal-form/meta-of.ts";

export interface ListedObject {
  /** Null where the provider shows an object without a usable id. */
  readonly id: string | null;
  readonly name: string;
}

/** What stands of one type. Only a complete listing may prove that something is not there. */
export interface TargetListing {
  readonly complete: boolean;
  readonly objects: readonly ListedObject[];
  /** What ids of this type were called where the configuration came from; says nothing of what stands here. */
  readonly formerNames: ReadonlyMap<string, string>;
}

export interface TargetObject {
  readonly id: string;
  readonly name: string;
  readonly form: Pick<
    NormalForm,
    "content" | "meta" | "assignment" | "contentHash" | "metaHash" | "assignmentHash"
  >;
}

/** What is written of an object in one request; whom it reaches is a request of its own. */
export interface ObjectBody {
  readonly content: JsonObject;
  readonly meta: PolicyMeta;
}

/** What the provider answered to a write. A hint: only reading back tells what stands. */
export type WriteAnswer =
  | {
      readonly kind: "acked";
      readonly status: number;
      readonly requestId: string | null;
      /** Of a created object. */
      readonly id: string | null;
    }
  | {
      readonly kind: "refused";
      readonly because: "permission" | "licence" | "invalid";
      readonly status: number;
      readonly requestId: string | null;
    }
  | {
      readonly kind: "throttled";
      readonly status: number;
      /** Null where the provider does not say. */
      readonly retryAfterMs: number | null;
    }
  | {
      readonly kind: "awaiting_approval";
      readonly status: number;
      readonly approvalCode: string;
      readonly expiresAt: Date;
    }
  /** No answer came: it may have been applied or not. */
  | { readonly kind: "lost" };

export interface WriteOptions {
  /** Of a change that a second administrator has approved meanwhile. */
  readonly approvalCode: string | null;
}

/**
 * Where configuration is restored to. Each write is one request, sent once; an answer that was lost is `lost` and never
 * an exception. Looks throw `TargetUnreachableError` where nothing can be said at all.
 */
export interface RestoreTarget {
  /** Every identity that the provider shows of itself now; empty where it shows none. */
  showIdentities(): Promise<readonly string[]>;
  list(type: string): Promise<TargetListing>;
  /** Null where no object bears the id; throws where more than one does. */
  read(type: string, id: string): Promise<TargetObject | null>;
  create(type: string, body: ObjectBody, options: WriteOptions): Promise<WriteAnswer>;
  update(type: string, id: string, change: ObjectBody & WriteOptions): Promise<WriteAnswer>;
  /** Replaces all assignments. */
  assign(
    type: string,
    id: string,
    change: WriteOptions & { readonly targets: JsonArray },
  ): Promise<WriteAnswer>;
}

/** The provider cannot be asked: nothing may be concluded from that. */
export class TargetUnreachableError extends Error {
  override readonly name = "TargetUnreachableError";
}
