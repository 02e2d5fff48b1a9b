import { Menu, X } from "lucide-react";
import { useRef } from "react";
import { message } from "../messages/message.ts";
import { buttonClass } from "../parts/button.tsx";
import { Navigation } from "./navigation.tsx";

/** On a narrow screen the pages stand behind a button. The browser keeps the focus inside, and gives it back. */
export function NavigationDrawer({ workspace }: { readonly workspace: string }) {
  const drawer = useRef<HTMLDialogElement>(null);
  const close = () => drawer.current?.close();
  return (
    <>
      <button
        type="button"
        aria-label={message("shell.menu")}
        aria-haspopup="dialog"
        className={`${buttonClass("quiet")} -ml-2 lg:hidden`}
        onClick={() => drawer.current?.showModal()}
      >
        <Menu aria-hidden="true" size={18} />
      </button>
      <dialog
        ref={drawer}
        aria-label={message("shell.menu")}
        className="m-0 h-dvh max-h-none w-64 max-w-[85vw] border-r border-line bg-card p-3 text-ink backdrop:bg-black/45"
        closedby="any"
      >
        <button
          type="button"
          aria-label={message("dialog.close")}
          className={`${buttonClass("quiet")} mb-2`}
          onClick={close}
        >
          <X aria-hidden="true" size={18} />
        </button>
        <Navigation workspace={workspace} onChoose={close} />
      </dialog>
    </>
  );
}
