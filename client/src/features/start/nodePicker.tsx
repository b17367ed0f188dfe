import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CommandEmpty, CommandInput, CommandItem, CommandList, CommandRoot } from "cmdk";
import { X } from "lucide-react";
import { type ReactNode, useDeferredValue, useRef, useState } from "react";
import type { NodeView } from "../../../../model/api.ts";
import { api } from "../../api.ts";
import { useMessages } from "../../language.ts";
import { IconButton } from "../../ui/controls.tsx";
import { NodeName, nodeTypeLabel } from "../../ui/names.tsx";
import { NodeSample } from "../../ui/samples.tsx";

interface NodePickerProps {
  id: string;
  label: string;
  /** Id of the chosen node, or nothing. */
  value: string;
  set(value: string): void;
}

/** Finds a node by its name in any script. */
export function NodePicker({ id, label, value, set }: NodePickerProps): ReactNode {
  const t = useMessages();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<NodeView>();
  const input = useRef<HTMLInputElement>(null);
  const asked = useDeferredValue(typed.trim());
  const { data, isFetching } = useQuery({
    queryKey: ["search", asked],
    queryFn: ({ signal }) => api.search(asked, "nodes", 8, signal),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  if (chosen && chosen.id === value)
    return (
      <p className="field picked">
        <span>{label}</span>
        <span className="chip">
          <NodeSample type={chosen.type} /> <NodeName node={chosen} />
          <IconButton
            label={t("start.unpick", { label })}
            onClick={() => {
              set("");
              setChosen(undefined);
              requestAnimationFrame(() => input.current?.focus());
            }}
          >
            <X size={14} aria-hidden="true" />
          </IconButton>
        </span>
      </p>
    );
  const show = asked !== "" && data !== undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <CommandRoot shouldFilter={false} label={label} className="picker">
        <CommandInput
          ref={input}
          id={id}
          value={typed}
          onValueChange={setTyped}
          placeholder={t("start.pick")}
          onKeyDown={(event) => {
            if (event.key === "Escape" && typed !== "") {
              event.stopPropagation();
              event.nativeEvent.stopImmediatePropagation();
              setTyped("");
            }
          }}
        />
        <CommandList className={show ? "picker-list" : "picker-list shut"} label={t("search.results")}>
          {show && !isFetching && <CommandEmpty>{t("search.nothing", { text: asked })}</CommandEmpty>}
          {show &&
            data.nodes.map(({ node }) => (
              <CommandItem
                key={node.id}
                value={node.id}
                className="hit"
                onSelect={() => {
                  setChosen(node);
                  set(node.id);
                  setTyped("");
                }}
              >
                <NodeSample type={node.type} /> <NodeName node={node} className="hit-name" />
                <span className="hit-note">{nodeTypeLabel(node.type)}</span>
              </CommandItem>
            ))}
        </CommandList>
      </CommandRoot>
    </div>
  );
}
