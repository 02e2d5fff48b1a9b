import { ConfirmDialog } from "settled-console/app";
import { text } from "../text.ts";
import { type Member, useMemberCall } from "./use-members.ts";

/** Takes a member out, after saying what that means. */
export function RemoveMember({
  workspace,
  member,
  onClose,
}: {
  readonly workspace: string;
  readonly member: Member;
  onClose(): void;
}) {
  const remove = useMemberCall<Member>(workspace);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={text("members.remove.title", { name: member.name })}
      detail={text("members.remove.detail")}
      confirm={text("members.remove.confirm")}
      asked={remove}
      onConfirm={() =>
        remove.mutate({ path: `/${member.id}`, method: "DELETE" }, { onSuccess: onClose })
      }
    />
  );
}
