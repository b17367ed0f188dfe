import { queryOptions, type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList, CommandRoot } from "cmdk";
import { Search as Glass, Plus } from "lucide-react";
import { memo, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { NodeView } from "../../../../model/api.ts";
import { api, type SearchAnswer } from "../../api.ts";
import { bring, centre, openEdge } from "../../explore.ts";
import { foresee } from "../../foresight.ts";
import { select } from "../../graph/commands.ts";
import { edgeOf } from "../../graph/palette.ts";
import { date, useMessages } from "../../language.ts";
import { stage, useSession } from "../../session.ts";
import { nodeTypeLabel } from "../../ui/names.tsx";
import { NodeSample } from "../../ui/samples.tsx";
import { nodeQuery } from "../node/query.ts";
import { focusStage } from "../stage/focus.ts";
import { useFocusKeys } from "./keys.ts";

type Hit = SearchAnswer["nodes"][number];
type Sentence = SearchAnswer["sentences"][number];

/**
 * Milliseconds without a key after which the sentences are asked for. They are read through one by one, and who finds a
 * name goes on before that and wants the server for something else.
 */
const pauses = { named: 400, nameless: 200 };

/** One box for every script: names of nodes, and sentences that hold the words. */
export function Search(): ReactNode {
  const t = useMessages();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const asked = typed.trim();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const names = useFound(asked, "nodes", open);
  const { data: found, isFetching, isPlaceholderData } = names;
  const isNameless = !isPlaceholderData && found?.nodes.length === 0;
  const rested = useRested(asked, isNameless ? pauses.nameless : pauses.named);
  const texts = useFound(rested, "sentences", open && asked === rested && !isPlaceholderData && found !== undefined);
  const nodes = found?.nodes ?? [];
  const sentences = texts.data?.sentences ?? [];
  const error = names.error ?? texts.error;
  const isReading = rested !== asked || texts.isFetching || texts.isPlaceholderData;
  const [chosen, setChosen] = useState("");
  const client = useQueryClient();
  /** Enter came before the answer: the first of it is meant, not one of the answer before. */
  const hurry = useRef(false);
  const isCurrent = !isPlaceholderData && found !== undefined && (nodes.length > 0 || !isReading);
  useFocusKeys(input);
  const likely = open && !isPlaceholderData ? nodes.find(({ node }) => node.id === chosen) : undefined;
  useForesight(likely?.node.id, likely?.how === "name" || likely?.how === "alias" ? 0 : 100);
  const close = useCallback((): void => {
    setOpen(false);
    input.current?.blur();
    focusStage();
  }, []);
  const show = open && asked !== "";
  const isNothing = nodes.length + sentences.length === 0 && !isFetching && !isReading;
  const [first, firstText] = [found?.nodes[0]?.node, isReading ? undefined : sentences[0]];
  const answered = isPlaceholderData ? undefined : first?.id;
  const [before, setBefore] = useState(answered);
  // With the answer, not after it: the list is drawn once.
  if (answered !== before) {
    setBefore(answered);
    if (answered !== undefined) setChosen(answered);
  }
  useEffect(() => {
    if (!found || isPlaceholderData) return;
    if (!first && firstText) setChosen(itemOf(firstText));
    if (!hurry.current || (!first && isReading)) return;
    hurry.current = false;
    setOpen(false);
    input.current?.blur();
    focusStage();
    if (first) openNode(first);
    else if (firstText) void openSentence(firstText);
  }, [found, isPlaceholderData, first, firstText, isReading]);

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
        value={chosen}
        onValueChange={setChosen}
        label={t("search.label")}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          const present = nodes.find(({ node }) => node.id === chosen);
          if (event.key === "Enter" && event.shiftKey && present && isCurrent) {
            event.preventDefault();
            close();
            return void bring([present.node.id]);
          }
          if (event.key !== "Enter" || event.nativeEvent.isComposing || asked === "" || isCurrent || error) return;
          hurry.current = true;
          event.preventDefault();
        }}
      >
        <Glass aria-hidden="true" size={17} />
        <CommandInput
          ref={input}
          value={typed}
          placeholder={t("search.placeholder")}
          onValueChange={(value) => {
            hurry.current = false;
            // Asked at once: the answer is on its way while the page draws what was typed.
            if (value.trim() !== "") void client.prefetchQuery(foundQuery(value.trim(), "nodes"));
            setTyped(value);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          enterKeyHint="search"
        />
        <span className="key" aria-hidden="true">
          /
        </span>
        {/* An empty list would be one more picture to draw before the answer's. */}
        <CommandList
          className={
            show && (nodes.length + sentences.length > 0 || error || isNothing) ? "search-list" : "search-list shut"
          }
          label={t("search.results")}
        >
          {show && isNothing && !error && <CommandEmpty>{t("search.nothing", { text: asked })}</CommandEmpty>}
          {show && error && <p className="search-note">{t("search.failed")}</p>}
          {show && nodes.length > 0 && (
            <CommandGroup heading={t("search.nodes")}>
              {nodes.map((hit) => (
                <NodeHit key={hit.node.id} hit={hit} done={close} />
              ))}
            </CommandGroup>
          )}
          {show && sentences.length > 0 && (
            <CommandGroup heading={t("search.sentences")}>
              {sentences.map((hit) => (
                <SentenceHit key={`${hit.claim} ${hit.start}`} hit={hit} done={close} />
              ))}
            </CommandGroup>
          )}
        </CommandList>
      </CommandRoot>
    </search>
  );
}

const NodeHit = memo(({ hit: { node, matched }, done }: { hit: Hit; done(): void }): ReactNode => {
  const t = useMessages();
  const names = useSession((session) => session.view.names);
  const shown = useSession((session) => session.view.nodes[node.id] !== undefined);
  const name = node.names[names] ?? node.names.en;
  const go = (): void => {
    done();
    openNode(node);
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
        // What is chosen in a list holds nothing that could be chosen in it: the keys have their own way to add.
        <span
          className="hit-add"
          aria-hidden="true"
          data-tip={t("search.addTip")}
          onClick={(event) => {
            event.stopPropagation();
            done();
            void bring([node.id]);
          }}
        >
          <Plus size={15} />
        </span>
      )}
    </CommandItem>
  );
});

const SentenceHit = memo(({ hit, done }: { hit: Sentence; done(): void }): ReactNode => {
  const go = (): void => {
    done();
    void openSentence(hit);
  };
  return (
    <CommandItem value={itemOf(hit)} onSelect={go} className="hit sentence">
      <q lang={hit.lang}>{hit.sentence}</q>
      <span className="hit-note">
        {[hit.article.outlet, hit.article.published && date(hit.article.published)].filter(Boolean).join(" · ")}
      </span>
    </CommandItem>
  );
});

function itemOf({ claim, start }: Sentence): string {
  return `${claim} ${start}`;
}

/** Goes to a node that is on the table; any other becomes the middle of a new picture. */
function openNode({ id }: NodeView): void {
  const { view, take } = useSession.getState();
  const at = view.nodes[id];
  if (!at) return void centre([id]);
  take({ name: "select", about: [id] }, (now) => select(now, { nodes: [id] }));
  const lens = stage.canvas?.lens;
  lens?.look({ ...lens.camera, x: at.x / 2 + 0.5, y: at.y / 2 + 0.5 });
}

/** Opens the edge that a sentence is evidence for. */
async function openSentence(hit: Sentence): Promise<void> {
  const claim = await api.claim(hit.claim);
  const ends = edgeOf(claim);
  await (ends ? openEdge(ends, claim.id) : centre([claim.subject.id, claim.object.id]));
}

/** Whoever rests on a name, with the arrows or the pointer, or has typed it in full, will probably go there. */
function useForesight(id: string | undefined, rest: number): void {
  const client = useQueryClient();
  useEffect(() => {
    if (id === undefined || useSession.getState().view.nodes[id]) return;
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      await foresee(id);
      // One after the other: the panel is read after the picture is seen.
      if (isWanted) void client.prefetchQuery(nodeQuery(id));
    };
    // The list is drawn first: on a small machine the server, the layout and the frame would share its cores.
    const frame = afterDrawing(() => {
      timer = setTimeout(look, rest);
    });
    return () => {
      isWanted = false;
      frame.abort();
      clearTimeout(timer);
    };
  }, [id, rest, client]);
}

/** Does something once the frame that is due has been shown: the next one has begun then. */
function afterDrawing(work: () => void): AbortController {
  const controller = new AbortController();
  requestAnimationFrame(() => requestAnimationFrame(() => !controller.signal.aborted && work()));
  return controller;
}

function foundQuery(text: string, of: "nodes" | "sentences") {
  return queryOptions({
    queryKey: ["search", of, text] as const,
    queryFn: ({ signal }) => api.search(text, of, 8, signal),
  });
}

/** What the server finds for a text; while somebody goes on typing the answer before stays until the next is there. */
function useFound(text: string, of: "nodes" | "sentences", wanted: boolean): UseQueryResult<SearchAnswer> {
  return useQuery({
    ...foundQuery(text, of),
    enabled: text !== "" && wanted,
    placeholderData(answer, query) {
      const [, , before = ""] = query?.queryKey ?? [];
      return before.startsWith(text) || text.startsWith(before) ? answer : undefined;
    },
  });
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
