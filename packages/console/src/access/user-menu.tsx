import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleUser, Keyboard, LogOut, Settings } from "lucide-react";
import { useApi } from "../api/use-api.ts";
import { useSetup } from "../app/setup-context.ts";
import { useShortcutHelp } from "../keys/use-shortcut-help.ts";
import { message } from "../messages/message.ts";
import { DropPanel } from "../parts/drop-panel.tsx";
import { ProblemNote } from "../parts/problem-note.tsx";
import { useMe } from "./use-me.ts";

const ITEM =
  "flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-ink no-underline hover:bg-sunken";

/** Who is signed in, and as what; settings, keys, and the way out. */
export function UserMenu({ workspace }: { readonly workspace: string }) {
  const { data: me } = useMe();
  const help = useShortcutHelp();
  if (me === undefined) return null;
  const here = me.workspaces.find(({ id }) => id === workspace);
  const role = here?.role ?? null;
  return (
    <DropPanel
      label={message("user.open", { name: me.actor.name })}
      face={
        <>
          <CircleUser aria-hidden="true" size={17} className="shrink-0" />
          <span className="max-w-40 truncate max-md:hidden">{me.actor.name}</span>
        </>
      }
    >
      {(close) => (
        <>
          <div className="mb-1 max-w-72 border-b border-line px-2 pt-1 pb-2">
            <p className="font-semibold break-words">{me.actor.name}</p>
            {me.email === null ? null : (
              <p className="text-small break-all text-soft">{me.email}</p>
            )}
            {role === null ? null : (
              <p className="text-small text-soft">{message("user.role", { role })}</p>
            )}
          </div>
          <Link
            to={workspace === "" ? "/settings" : `/workspaces/${workspace}/settings`}
            className={ITEM}
            onClick={close}
          >
            <Settings aria-hidden="true" size={15} />
            {message("settings.title")}
          </Link>
          <button
            type="button"
            className={ITEM}
            onClick={() => {
              close();
              help.open();
            }}
          >
            <Keyboard aria-hidden="true" size={15} />
            <span className="grow">{message("user.keys")}</span>
            <kbd className="font-mono text-tiny text-soft">?</kbd>
          </button>
          {me.session === null ? null : <SignOut />}
        </>
      )}
    </DropPanel>
  );
}

function SignOut() {
  const api = useApi();
  const { signIn, home } = useSetup();
  const signOut = useMutation({
    mutationFn: () => api.ask("/me:sign-out", { method: "POST" }),
    // A page load, so that nothing of what was read stays in this tab.
    onSuccess: () => location.replace(signIn ?? home ?? "/"),
  });
  return (
    <>
      <button
        type="button"
        className={ITEM}
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        <LogOut aria-hidden="true" size={15} />
        {message("user.sign_out")}
      </button>
      {signOut.isError ? <ProblemNote error={signOut.error} /> : null}
    </>
  );
}
