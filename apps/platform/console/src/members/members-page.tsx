import { UserPlus, Users } from "lucide-react";
import { useState } from "react";
import {
  LoadingState,
  NeedingButton,
  PageHead,
  PlainTable,
  ProblemState,
  SecretDialog,
  StateFrame,
  usePathPart,
} from "settled-console/app";
import { text } from "../text.ts";
import { AddMember } from "./add-member.tsx";
import { ChangeMember } from "./change-member.tsx";
import { memberColumns } from "./member-columns.tsx";
import type { MemberQuestion } from "./member-question.ts";
import { NewInvitation } from "./new-invitation.tsx";
import { RemoveMember } from "./remove-member.tsx";
import { type InvitedMember, useMembers } from "./use-members.ts";

/** Who is in this workspace, as what, and for which environments. */
export function MembersPage() {
  const workspace = usePathPart("workspace");
  const found = useMembers(workspace);
  const [question, ask] = useState<MemberQuestion | null>(null);
  const [invited, setInvited] = useState<InvitedMember | null>(null);
  const close = () => ask(null);
  const forms = { workspace, onClose: close };
  return (
    <>
      <PageHead title={text("members.title")} detail={text("members.detail")}>
        <NeedingButton
          workspace={workspace}
          capability="members.manage"
          look="main"
          onClick={() => ask({ kind: "add" })}
        >
          <UserPlus aria-hidden="true" size={14} />
          {text("members.add")}
        </NeedingButton>
      </PageHead>
      {found.isPending ? <LoadingState rows={4} /> : null}
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.data?.length === 0 ? (
        <StateFrame
          Icon={Users}
          title={text("members.empty.title")}
          detail={text("members.empty.detail")}
        />
      ) : null}
      {found.data === undefined || found.data.length === 0 ? null : (
        <PlainTable
          look="free"
          caption={text("members.title")}
          columns={memberColumns(workspace, ask)}
          rows={found.data}
          keyOf={({ id }) => id}
        />
      )}
      {question?.kind === "add" ? <AddMember {...forms} onInvited={setInvited} /> : null}
      {question?.kind === "change" ? <ChangeMember {...forms} member={question.member} /> : null}
      {question?.kind === "remove" ? <RemoveMember {...forms} member={question.member} /> : null}
      {question?.kind === "invite" ? (
        <NewInvitation {...forms} member={question.member} onInvited={setInvited} />
      ) : null}
      <SecretDialog
        title={text("members.link.title", { email: invited?.email ?? "" })}
        detail={text("members.link.detail")}
        secret={invited?.invitation.url ?? null}
        onClose={() => setInvited(null)}
      />
    </>
  );
}
