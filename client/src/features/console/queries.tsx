import { useQuery } from "@tanstack/react-query";
import { Library, Trash2 } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactNode, useState } from "react";
import { api } from "../../api.ts";
import { language, useMessages } from "../../language.ts";
import { Button, IconButton } from "../../ui/controls.tsx";
import { forget, save, useMemory } from "./memory.ts";
import { type Query, useConsole, writeParams } from "./open.ts";
import { titleOf } from "./run.ts";

/** Queries one can come back to: those with a name, those run last, and the ready questions. */
export function Queries(): ReactNode {
  const t = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button>
          <Library size={15} aria-hidden="true" /> {t("console.queries")}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="queries" align="start" sideOffset={6} collisionPadding={8}>
          <h3 className="unseen">{t("console.queries")}</h3>
          <SaveForm />
          <Lists done={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function SaveForm(): ReactNode {
  const t = useMessages();
  const { query, params } = useConsole();
  const [name, setName] = useState("");
  return (
    <form
      className="save-query"
      onSubmit={(event) => {
        event.preventDefault();
        save({ name: name.trim() || titleOf(query), query, params });
        setName("");
      }}
    >
      <label>
        <span className="unseen">{t("console.name")}</span>
        <input value={name} placeholder={t("console.name")} onChange={({ target }) => setName(target.value)} />
      </label>
      <Button type="submit" disabled={query.trim() === ""}>
        {t("console.save")}
      </Button>
    </form>
  );
}

function Lists({ done }: { done(): void }): ReactNode {
  const t = useMessages();
  const { recent, saved } = useMemory();
  const { data } = useQuery({ queryKey: ["questions"], queryFn: ({ signal }) => api.questions(signal) });
  const take = ({ query, params }: Query): void => {
    useConsole.setState({ query, params });
    done();
  };
  const lang = language();
  return (
    <div className="query-lists">
      {saved.length > 0 && (
        <List title={t("console.saved")}>
          {saved.map((each) => (
            <li key={each.name}>
              <Entry title={each.name} query={each.query} take={() => take(each)} />
              <IconButton label={t("console.forget", { name: each.name })} onClick={() => forget(each.name)}>
                <Trash2 size={15} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </List>
      )}
      {data && (
        <List title={t("start.questions")}>
          {data.questions.map(({ name, title, query, params }) => (
            <li key={name}>
              <Entry
                title={title[lang] ?? title.en}
                query={query}
                take={() =>
                  take({
                    query,
                    params: writeParams(Object.fromEntries(params.map((each) => [each.name, each.default ?? null]))),
                  })
                }
              />
            </li>
          ))}
        </List>
      )}
      {recent.length > 0 && (
        <List title={t("console.recent")}>
          {recent.map((each) => (
            <li key={`${each.query} ${each.params}`}>
              <Entry query={each.query} take={() => take(each)} />
            </li>
          ))}
        </List>
      )}
    </div>
  );
}

function List({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section>
      <h4>{title}</h4>
      <ul>{children}</ul>
    </section>
  );
}

function Entry({ title, query, take }: { title?: string; query: string; take(): void }): ReactNode {
  return (
    <button type="button" className="query-entry" onClick={take}>
      {title && <span>{title}</span>}
      <code>{query.replace(/\s+/g, " ")}</code>
    </button>
  );
}
