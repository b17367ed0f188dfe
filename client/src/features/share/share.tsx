import "./share.css";
import "./print.css";
import { Code, Download, FileText, Image, Link2, Printer, X } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { type Key, number, useMessages } from "../../language.ts";
import { link } from "../../location.ts";
import { useSession } from "../../session.ts";
import { Button, IconButton, Skeleton } from "../../ui/controls.tsx";
import { copy } from "../evidence/cite.tsx";
import { graphml, nodesCsv, tiesCsv, viewJson } from "./data.ts";
import { mostTies } from "./gather.ts";
import { type Paper, papers, useMaking, useMaterial } from "./material.ts";
import { useShare } from "./open.ts";
import { fileName, saveFile } from "./save.ts";
import { paint, type Sheet, svg } from "./shapes.ts";

const scales = [1, 2, 3, 4];
const smallView = 1_500;

/** Every way to take the view along: a link, a picture, its data, a page with the evidence, a print. */
export default function Share(): ReactNode {
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const { nodes } = useSession((session) => session.view);
  return (
    <dialog
      ref={dialog}
      className="help share"
      aria-labelledby="share-title"
      onClose={() => useShare.setState({ open: false, print: false })}
    >
      <header>
        <h2 id="share-title">{t("share.title")}</h2>
        <IconButton label={t("panel.close")} onClick={() => dialog.current?.close()}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </header>
      {Object.keys(nodes).length === 0 ? <p>{t("share.empty")}</p> : <Ways close={() => dialog.current?.close()} />}
    </dialog>
  );
}

function Ways({ close }: { close(): void }): ReactNode {
  const t = useMessages();
  const [paper, setPaper] = useState<Paper>("shown");
  const [scale, setScale] = useState(2);
  const material = useMaterial();
  const { making, problem, make, cancel } = useMaking();
  const [drawing, setDrawing] = useState<Sheet>();
  useEffect(() => {
    let isLate = false;
    void material.picture(paper).then((made) => {
      if (!isLate) setDrawing(made);
    });
    return () => {
      isLate = true;
    };
  }, [material, paper]);
  const isSmall = material.about.edges.length <= smallView;
  const print = (): void =>
    make(async (tell, signal) => {
      const body = await material.article(tell, signal);
      close();
      printed(body);
    });
  const wanted = useShare((state) => state.print);
  useEffect(() => {
    if (wanted) print();
  }, []);
  return (
    <div className="share-ways">
      <Preview drawing={drawing} isSmall={isSmall} />
      <div className="share-list">
        <section>
          <h3>{t("share.link")}</h3>
          <div className="row">
            <Button onClick={() => void link().then(copy)}>
              <Link2 size={15} aria-hidden="true" /> {t("share.copyLink")}
            </Button>
            <Button onClick={() => void link().then((address) => copy(embedded(address, t("share.whole"))))}>
              <Code size={15} aria-hidden="true" /> {t("share.embed")}
            </Button>
          </div>
        </section>
        <section>
          <h3>{t("share.picture")}</h3>
          <div className="row">
            <Choice label={t("share.size")} value={String(scale)} set={(value) => setScale(Number(value))}>
              {scales.map((each) => (
                <option key={each} value={each}>
                  {t("share.times", { count: each })}
                  {drawing && ` (${number(drawing.width * each)} × ${number(drawing.height * each)})`}
                </option>
              ))}
            </Choice>
            <Choice label={t("share.paper")} value={paper} set={(value) => setPaper(value as Paper)}>
              {papers.map((each) => (
                <option key={each} value={each}>
                  {t(`share.paper.${each}`)}
                </option>
              ))}
            </Choice>
          </div>
          <div className="row">
            <Button
              disabled={!drawing}
              onClick={() =>
                make(async () => {
                  const sheet = await material.picture(paper, true);
                  saveFile(fileName(".png"), await png(sheet, scale));
                })
              }
            >
              <Image size={15} aria-hidden="true" /> PNG
            </Button>
            <Button
              disabled={!drawing || !isSmall}
              onClick={() =>
                make(async () => saveFile(fileName(".svg"), svg(await material.picture(paper, true)), "image/svg+xml"))
              }
            >
              <Image size={15} aria-hidden="true" /> SVG
            </Button>
          </div>
          {!isSmall && <p className="small">{t("share.tooLarge", { count: smallView })}</p>}
        </section>
        <section>
          <h3>{t("share.page")}</h3>
          <p className="small">{t("share.pageText")}</p>
          <div className="row">
            <Button
              onClick={() =>
                make(async (tell, signal) =>
                  saveFile(fileName(".html"), await material.file(tell, signal), "text/html"),
                )
              }
            >
              <FileText size={15} aria-hidden="true" /> {t("share.html")}
            </Button>
            <Button onClick={print}>
              <Printer size={15} aria-hidden="true" /> {t("share.print")}
            </Button>
          </div>
        </section>
        <Files data={material.about} />
        <div role="status" className="share-state">
          {making && (
            <p className="small">
              {t("share.gathering", {
                count: making.done,
                total: Math.min(mostTies, material.about.edges.length),
              })}{" "}
              {making.slow && <Button onClick={cancel}>{t("notice.cancel")}</Button>}
            </p>
          )}
        </div>
        {problem && (
          <p className="wrong-share" role="alert">
            {t("share.failed", { why: problem })}
          </p>
        )}
      </div>
    </div>
  );
}

function Files({ data }: { data: Parameters<typeof tiesCsv>[0] }): ReactNode {
  const t = useMessages();
  const files: { name: Key | string; ending: string; type: string; write: typeof tiesCsv }[] = [
    { name: t("share.csvTies"), ending: "-ties.csv", type: "text/csv", write: tiesCsv },
    { name: t("share.csvNodes"), ending: "-nodes.csv", type: "text/csv", write: nodesCsv },
    { name: "JSON", ending: ".json", type: "application/json", write: viewJson },
    { name: "GraphML", ending: ".graphml", type: "application/xml", write: graphml },
  ];
  return (
    <section>
      <h3>{t("share.data")}</h3>
      <div className="row">
        {files.map(({ name, ending, type, write }) => (
          <Button key={ending} onClick={() => saveFile(fileName(ending), write(data), type)}>
            <Download size={15} aria-hidden="true" /> {name}
          </Button>
        ))}
      </div>
    </section>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  set(value: string): void;
  children: ReactNode;
}

function Choice({ label, value, set, children }: ChoiceProps): ReactNode {
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => set(target.value)}>
        {children}
      </select>
    </label>
  );
}

/** The sheet, small, as it will be saved. */
function Preview({ drawing, isSmall }: { drawing: Sheet | undefined; isSmall: boolean }): ReactNode {
  const t = useMessages();
  const source = useMemo(() => {
    if (!drawing) return undefined;
    if (!isSmall) return paint(drawing, 0.5).toDataURL();
    return undefined;
  }, [drawing, isSmall]);
  if (!drawing) return <Skeleton lines={9} />;
  return (
    <figure className="preview">
      {source ? <img src={source} alt={drawing.title} /> : <div dangerouslySetInnerHTML={{ __html: svg(drawing) }} />}
      <figcaption className="small">{t("share.preview")}</figcaption>
    </figure>
  );
}

async function png(sheet: Sheet, scale: number): Promise<Blob> {
  const canvas = paint(sheet, scale);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error(`${canvas.width} × ${canvas.height}`))),
      "image/png",
    ),
  );
}

/** The code that puts the picture into another page. */
function embedded(address: string, title: string): string {
  const inside = new URL(address);
  inside.searchParams.set("embed", "1");
  const quoted = inside.href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${quoted}" title="${title}" width="800" height="560" loading="lazy"></iframe>`;
}

/** Puts the pages where the printer finds them, and takes them away again. */
function printed(body: string): void {
  const pages = document.createElement("div");
  pages.className = "print-sheet sheet";
  pages.innerHTML = `<div class="sheet-body">${body}</div>`;
  document.body.append(pages);
  addEventListener("afterprint", () => pages.remove(), { once: true });
  print();
}
