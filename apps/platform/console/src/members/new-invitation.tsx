import { ConfirmDialog } from "settled-console/app";
import { text } from "../text.ts";
import { type InvitedMember, type Member, useMemberCall } from "./use-members.ts";

/** Makes a new link for somebody who has not accepted; the one before then leads nowhere. */
export function NewInvitation({
  workspace,
  member,
  onClose,
  onInvited,
}: {
  readonly workspace: string;
  readonly member: Member;
  onClose(): void;
  onInvited(invited: InvitedMember): void;
}) {
  const invite = useMemberCall<InvitedMember>(workspace);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={text("members.invite.title", { email: member.email })}
      detail={text("members.invite.detail")}
      confirm={text("members.invite.confirm")}
      asked={invite}
      onConfirm={() =>
        invite.mutate(
          { path: `/${member.id}:invite`, method: "POST" },
          {
            onSuccess: (invited) => {
              onClose();
              onInvited(invited);
            },
          },
        )
      }
    />
  );
}
