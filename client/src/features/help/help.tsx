import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useMessages } from "../../language.ts";
import { IconButton } from "../../ui/controls.tsx";
import { useHelp } from "./open.ts";

const keys = [
  ["/", "help.search"],
  ["Shift Enter", "help.searchAdd"],
  ["← → ↑ ↓", "help.arrows"],
  ["Shift ← → ↑ ↓", "help.move"],
  ["[ ]", "help.edges"],
  ["Enter", "help.enter"],
  ["Space", "help.space"],
  ["E", "help.expand"],
  ["C", "help.collapse"],
  ["H", "help.hide"],
  ["P", "help.pin"],
  ["M", "help.menu"],
  ["F", "help.fit"],
  ["+ −", "help.zoom"],
  ["T", "help.table"],
  ["Ctrl Z", "help.undo"],
  ["Ctrl Shift Z", "help.redo"],
  ["Esc", "help.escape"],
  ["?", "help.help"],
] as const;

const hands = ["help.click", "help.double", "help.right", "help.drag", "help.lasso", "help.alt"] as const;

/** What the keys and the pointer do, and how to read the picture. */
export default function Help(): ReactNode {
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = (): void => useHelp.setState({ open: false });
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={close}>
      <header>
        <h2 id="help-title">{t("help.title")}</h2>
        <IconButton label={t("panel.close")} onClick={() => dialog.current?.close()}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </header>
      <p>{t("help.intro")}</p>
      <div className="help-columns">
        <section>
          <h3>{t("help.keys")}</h3>
          <dl>
            {keys.map(([key, name]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(name)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{t("help.pointer")}</h3>
          <ul>
            {hands.map((hand) => (
              <li key={hand}>{t(hand)}</li>
            ))}
          </ul>
          <h3>{t("help.reading")}</h3>
          <p>{t("help.readingText")}</p>
          <p>{t("help.nodesText")}</p>
        </section>
      </div>
    </dialog>
  );
}
