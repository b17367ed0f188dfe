import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList, CommandRoot } from "cmdk";
import { Search as Glass, Plus } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { api, type SearchAnswer } from "../../api.ts";
import { bring, centre, openEdge } from "../../explore.ts";
import { select } from "../../graph/commands.ts";
import { edgeOf } from "../../graph/palette.ts";
import { date, useMessages } from "../../language.ts";
import { stage, useSession } from "../../session.ts";
import { nodeTypeLabel } from "../../ui/names.tsx";
import { NodeSample } from "../../ui/samples.tsx";

type Hit = SearchAnswer["nodes"][number];
type Sentence = SearchAnswer["sentences"][number];

/** One box for every script: names of nodes, and sentences that hold the words. */
export function Search(): ReactNode {
  const t = useMessages();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const asked = useRested(typed.trim(), 120);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { data, error, isFetching } = useQuery({
    queryKey: ["search", asked],
    queryFn: ({ signal }) => api.search(asked, 8, signal),
    enabled: asked !== "" && open,
    placeholderData: keepPreviousData,
  });
  useFocusKeys(input);
  const close = (): void => {
    setOpen(false);
    input.current?.blur();
    document.getElementById("stage")?.focus();
  };
  const show = open && asked !== "";

  return (
    <search
      ref={box}
      className="search"
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <CommandRoot
        shouldFilter={false}
        label={t("search.label")}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
        }}
      >
        <Glass aria-hidden="true" size={17} />
        <CommandInput
          ref={input}
          value={typed}
          placeholder={t("search.placeholder")}
          onValueChange={(value) => {
            setTyped(value);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          enterKeyHint="search"
        />
        <span className="key" aria-hidden="true">
          /
        </span>
        <CommandList className={show ? "search-list" : "search-list shut"} label={t("search.results")}>
          {show && !isFetching && !error && <CommandEmpty>{t("search.nothing", { text: asked })}</CommandEmpty>}
          {show && error && <p className="search-note">{t("search.failed")}</p>}
          {show && data && data.nodes.length > 0 && (
            <CommandGroup heading={t("search.nodes")}>
              {data.nodes.map((hit) => (
                <NodeHit key={hit.node.id} hit={hit} done={close} />
              ))}
            </CommandGroup>
          )}
          {show && data && data.sentences.length > 0 && (
            <CommandGroup heading={t("search.sentences")}>
              {data.sentences.map((hit) => (
                <SentenceHit key={`${hit.claim} ${hit.start}`} hit={hit} done={close} />
              ))}
            </CommandGroup>
          )}
        </CommandList>
      </CommandRoot>
    </search>
  );
}

function NodeHit({ hit: { node, matched }, done }: { hit: Hit; done(): void }): ReactNode {
  const t = useMessages();
  const names = useSession((session) => session.view.names);
  const shown = useSession((session) => session.view.nodes[node.id] !== undefined);
  const name = node.names[names] ?? node.names.en;
  const go = (): void => {
    done();
    if (!shown) return void centre([node.id]);
    const { take } = useSession.getState();
    take({ name: "select", about: [node.id] }, (view) => select(view, { nodes: [node.id] }));
    const at = useSession.getState().view.nodes[node.id];
    const camera = stage.canvas?.camera;
    if (at && camera) stage.canvas?.look({ ...camera, x: at.x / 2 + 0.5, y: at.y / 2 + 0.5 });
  };
  return (
    <CommandItem value={node.id} onSelect={go} className="hit">
      <NodeSample type={node.type} />
      <bdi lang={node.names[names] ? names : "en"} className="hit-name">
        {name}
      </bdi>
      {matched !== name && <bdi className="hit-also">{matched}</bdi>}
      <span className="hit-note">
        {nodeTypeLabel(node.type)} · {t("count.ties", { count: node.degree })}
      </span>
      {!shown && (
        <button
          type="button"
          className="hit-add"
          aria-label={t("search.add", { name })}
          data-tip={t("search.addTip")}
          onClick={(event) => {
            event.stopPropagation();
            done();
            void bring([node.id]);
          }}
        >
          <Plus size={15} aria-hidden="true" />
        </button>
      )}
    </CommandItem>
  );
}

function SentenceHit({ hit, done }: { hit: Sentence; done(): void }): ReactNode {
  const go = async (): Promise<void> => {
    done();
    const claim = await api.claim(hit.claim);
    const ends = edgeOf(claim);
    await (ends ? openEdge(ends, claim.id) : centre([claim.subject.id, claim.object.id]));
  };
  return (
    <CommandItem value={`${hit.claim} ${hit.start}`} onSelect={() => void go()} className="hit sentence">
      <q lang={hit.lang}>{hit.sentence}</q>
      <span className="hit-note">
        {[hit.article.outlet, hit.article.published && date(hit.article.published)].filter(Boolean).join(" · ")}
      </span>
    </CommandItem>
  );
}

/** What was typed, once the typing rests. */
function useRested(value: string, milliseconds: number): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}

/** `/` and Ctrl+K lead here from everywhere, unless one is writing. */
function useFocusKeys(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const writing =
        event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable=true]");
      const wanted =
        (event.key === "/" && !writing) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
      if (!wanted) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [input]);
}
