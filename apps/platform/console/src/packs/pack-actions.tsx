import { ReasonAction } from "../parts/reason-action.tsx";
import { text } from "../text.ts";
import type { ShownPack } from "./pack-shape.ts";

interface PackActionsProps {
  readonly workspace: string;
  readonly pack: ShownPack;
  act(verb: "publish" | "unpublish" | "revoke", reason: string): Promise<void>;
}

/** What can be done with a pack that stands. Only customer packs leave the house. */
export function PackActions({ workspace, pack, act }: PackActionsProps) {
  const mayPublish = pack.profile === "customer" && pack.delivery === "open";
  return (
    <>
      {pack.publication !== null ? (
        <ReasonAction
          workspace={workspace}
          capability="packs.publish"
          label={text("packs.unpublish")}
          title={text("packs.unpublish.title")}
          detail={text("packs.unpublish.detail")}
          isReasonRequired
          act={(reason) => act("unpublish", reason)}
        />
      ) : mayPublish ? (
        <ReasonAction
          workspace={workspace}
          capability="packs.publish"
          label={text("packs.publish")}
          title={text("packs.publish.title")}
          detail={text("packs.publish.detail")}
          isReasonRequired={false}
          act={(reason) => act("publish", reason)}
        />
      ) : null}
      {pack.status === "ready" ? (
        <ReasonAction
          workspace={workspace}
          capability="packs.revoke"
          label={text("packs.revoke")}
          title={text("packs.revoke.title")}
          detail={text("packs.revoke.detail")}
          isReasonRequired
          act={(reason) => act("revoke", reason)}
        />
      ) : null}
    </>
  );
}
