import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useMessages } from "../../language.ts";
import { useSession } from "../../session.ts";
import { IconButton } from "../../ui/controls.tsx";
import { useUpload } from "./open.ts";
import { Upload } from "./upload.tsx";

/** The place for new articles, over whatever is shown; it closes when the picture changes. */
export default function UploadDialog(): ReactNode {
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    return useSession.subscribe((now, before) => {
      if (now.past.length > before.past.length) dialog.current?.close();
    });
  }, []);
  return (
    <dialog
      ref={dialog}
      className="help upload-dialog"
      aria-labelledby="upload-title"
      onClose={() => useUpload.setState({ open: false })}
    >
      <header>
        <h2 id="upload-title">{t("upload.title")}</h2>
        <IconButton label={t("panel.close")} onClick={() => dialog.current?.close()}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </header>
      <Upload />
    </dialog>
  );
}
